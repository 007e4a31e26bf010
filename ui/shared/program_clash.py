"""After an alert was saved: what of the home program the family has now clashes with it."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from ot_desktop.home_programs.clashing import ClashingProgram
from ot_desktop.permissions import Permission
from ot_desktop.services import Services
from ui.widgets.dialog import Dialog, confirm
from ui.widgets.label import label


class ProgramClashDialog(Dialog):
    """Lists what clashes; ``chosen`` is "change" for who wants to change the program now."""

    def __init__(
        self, clashing: ClashingProgram, parent: QWidget | None = None, *, may_change: bool
    ) -> None:
        who = clashing.child_name
        explanation = _tr("The alert is saved. Tell the family today what to leave out.")
        question = _tr("The home program of {0} clashes with it").format(who)
        super().__init__(question, explanation, parent)
        for sentence in clashing.sentences:
            self.body.addWidget(label(sentence, "body-strong", "danger-text", wrap=True))
        self.add_choice("later", _tr("Later") if may_change else _tr("Close"), safe=True)
        if may_change:
            self.add_choice("change", _tr("Change the program"), "primary")


def tell_of_clash(services: Services, child_id: int, over: QWidget | None) -> None:
    """Show what of the current program clashes now, if anything does."""
    clashing = services.home_programs.clashing(child_id)
    if clashing is not None:
        confirm(ProgramClashDialog(clashing, over, may_change=False))


def ask_to_change(services: Services, child_id: int, over: QWidget | None) -> bool:
    """Show the same; say whether the program is to be changed at once."""
    clashing = services.home_programs.clashing(child_id)
    if clashing is None:
        return False
    may_change = services.user.may(Permission.EDIT_HOME_PROGRAM)
    return confirm(ProgramClashDialog(clashing, over, may_change=may_change)) == "change"


def _tr(words: str) -> str:
    return QCoreApplication.translate("ProgramClashDialog", words)
