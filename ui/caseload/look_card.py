"""How the child looks in the drawings of the family's papers."""

from PySide6.QtCore import QCoreApplication, Qt, Slot
from PySide6.QtWidgets import QHBoxLayout

from ot_desktop.caseload.domain import ChildPage
from ot_desktop.home_programs.own_looks import OwnLookService
from ui.caseload.look_view import LookView
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.label import label


class LookCard(Card):
    """The chosen look, or that the drawings show children of their own."""

    def __init__(self, looks: OwnLookService, *, may_edit: bool) -> None:
        super().__init__(_tr("In the drawings"), icon="mood-smile")
        self._looks = looks
        self._child: ChildPage | None = None
        self.view = LookView()
        self.words = label("", "body", "text-2", wrap=True)
        self.body.addWidget(self.view, alignment=Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self.words)
        self.choose_button = Button("", size="small", icon="pencil")
        self.forget_button = Button(_tr("Take the look off"), "link", size="small")
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in (self.choose_button, self.forget_button):
            row.addWidget(button)
        row.addStretch(1)
        self.body.addLayout(row)
        self.choose_button.setVisible(may_edit)
        self._may_edit = may_edit
        self.choose_button.clicked.connect(self._choose)
        self.forget_button.clicked.connect(self._forget)

    def show_child(self, child: ChildPage) -> None:
        """Show another child's look, or the same one's after a change."""
        self._child = child
        look = self._looks.of_child(child.id)
        self.view.setVisible(look is not None)
        if look is not None:
            self.view.show_look(look)
        told = _tr("Papers printed from now on show {0} like this.")
        none = _tr("The drawings show children of their own. You can make them look like {0}.")
        self.words.setText((told if look else none).format(child.first_name))
        self.choose_button.setText(_tr("Change") if look else _tr("Choose a look"))
        self.choose_button.setAccessibleName(_tr("How {0} looks").format(child.first_name))
        self.forget_button.setVisible(self._may_edit and look is not None)

    @Slot()
    def _choose(self) -> None:
        from ui.caseload.look_dialog import LookDialog  # noqa: PLC0415  (rarely asked for)

        if self._child is not None:
            dialog = LookDialog(self._looks, self._child, self.window())
            dialog.exec()
            self.show_child(self._child)

    @Slot()
    def _forget(self) -> None:
        if self._child is not None:
            self._looks.forget(self._child.id)
            self.show_child(self._child)


def _tr(words: str) -> str:
    return QCoreApplication.translate("LookCard", words)
