"""The head of the caseload: how many children there are, import, add a child."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from ot_desktop.permissions import Permission, SignedIn
from ui.widgets.button import Button
from ui.widgets.label import label


class CaseloadHead(QWidget):
    """Only the buttons a role may use are there."""

    def __init__(self, user: SignedIn) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(label(self.tr("Caseload"), "h1"))
        self.count_label = label("", "body", "text-2")
        row.addWidget(self.count_label)
        row.addStretch(1)
        self.import_button = Button(self.tr("Import"), icon="database-import")
        self.add_button = Button(self.tr("Add child"), "primary", icon="plus")
        row.addWidget(self.import_button)
        row.addWidget(self.add_button)
        for button, needed in (
            (self.import_button, Permission.IMPORT_CHILDREN),
            (self.add_button, Permission.EDIT_CHILD),
        ):
            if not user.may(needed):
                button.hide()
