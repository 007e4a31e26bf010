"""All shortcuts of the program on one page (F1)."""

from collections import defaultdict

from PySide6.QtWidgets import QGridLayout, QWidget

from ui.commands import Command, CommandRegistry
from ui.widgets.dialog import Dialog
from ui.widgets.label import KeyCap, label


class ShortcutsDialog(Dialog):
    """Lists what the registry holds, by menu."""

    def __init__(self, registry: CommandRegistry, parent: QWidget) -> None:
        super().__init__("", parent=parent)
        self.question.setText(self.tr("All shortcuts"))
        self.setAccessibleName(self.tr("All shortcuts"))
        groups: dict[str, list[Command]] = defaultdict(list)
        for command in registry.commands:
            if command.keys:
                groups[command.menu_name].append(command)
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        row = 0
        for name, commands in groups.items():
            grid.addWidget(label(name, "label"), row, 0)
            for command in commands:
                row += 1
                grid.addWidget(label(command.text()), row, 0)
                grid.addWidget(KeyCap(command.keys), row, 1)
            row += 1
        self.body.addLayout(grid)
        self.add_choice("close", self.tr("Close"), "primary", safe=True)
