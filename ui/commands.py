"""Everything the program can be told to do: one list that feeds menus, shortcuts and palette."""

import re
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from ui.icons import set_icon


class Command(QAction):
    """One thing to do. ``menu`` is where it stands; the palette shows all that are enabled."""

    def __init__(self, text: str, menu: str, icon: str, run: Callable[[], None]) -> None:
        super().__init__(text)
        self.menu_name = menu
        self.icon_name = icon
        self._run = run
        self.triggered.connect(self._do)

    @property
    def keys(self) -> str:
        """The shortcut as people read it, or empty."""
        told = self.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        return re.sub(r"(?<=\w)\+", " ", told)

    @Slot()
    def _do(self) -> None:
        self._run()


class CommandRegistry(QObject):
    """Owns the commands of one window."""

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._menus: dict[str, QMenu] = {}
        self.commands: list[Command] = []

    def lay_out(self, *menus: str) -> None:
        """Put the menus in this order; commands may be added in any."""
        for name in menus:
            self._menu(name)

    def add(
        self, text: str, run: Callable[[], None], *, menu: str, keys: str = "", icon: str = ""
    ) -> Command:
        """Add a command at the end of its menu; ``keys`` as in ``Ctrl+K`` or ``G, C``."""
        command = Command(text, menu, icon, run)
        command.setParent(self)
        if icon:
            set_icon(command, icon)
        if keys:
            command.setShortcut(QKeySequence(keys))
            command.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        self._window.addAction(command)
        self._menu(menu).addAction(command)
        self.commands.append(command)
        return command

    def set_enabled(self, enabled: bool) -> None:  # noqa: FBT001  (a state, as in Qt)
        """Switch all commands off while the program is locked, and on again."""
        for command in self.commands:
            command.setEnabled(enabled)

    def clear(self) -> None:
        """Forget every command, when its person signs out."""
        for command in self.commands:
            self._window.removeAction(command)
        self._window.menuBar().clear()
        self._menus.clear()
        self.commands.clear()

    def matching(self, words: str) -> list[Command]:
        """Return enabled commands that hold every typed word, best first."""
        wanted = words.casefold().split()
        found = [
            command
            for command in self.commands
            if command.isEnabled() and all(word in command.text().casefold() for word in wanted)
        ]
        first = wanted[0] if wanted else ""
        return sorted(found, key=lambda command: not command.text().casefold().startswith(first))

    def _menu(self, name: str) -> QMenu:
        if name not in self._menus:
            self._menus[name] = self._window.menuBar().addMenu(name)
        return self._menus[name]
