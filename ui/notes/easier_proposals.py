"""What was too hard at home too often: its easier version, proposed while the family is here."""

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ot_desktop.notes.home_practice import EasierVersion, proposed_today
from ot_desktop.notes.note_page import NotePage
from ot_desktop.notes.parent_part import HomeReport
from ui.notes.action_banner import ActionBanner
from ui.widgets.leaving import empty


def _no_way(_child_id: int, _slug: str) -> str:
    return ""


class EasierProposals(QWidget):
    """``planned`` carries a line for the plan; ``way`` finds the library's words when asked."""

    planned = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.way: Callable[[int, str], str] = _no_way
        self._page: NotePage | None = None
        self._shown: tuple[EasierVersion, ...] = ()
        self._is_plain = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self.hide()

    def show_page(self, page: NotePage) -> None:
        """Stand ready for a note; what was too hard before is known with it."""
        self._page = page

    def speak_plainly(self, *, on: bool) -> None:
        """Leave the proposals out where the family reads alone."""
        self._is_plain = on
        self.setVisible(bool(self._shown) and not on)

    def weigh(self, reports: Iterable[HomeReport]) -> bool:
        """Propose by what the family says now and said before; tell whether anything changed."""
        page = self._page
        if page is None or page.practice is None:
            return False
        slugs = {activity.title: activity.slug for activity in page.practice.activities}
        child_id = page.visit.child_id
        found = proposed_today(
            page.too_hard, reports, slugs, lambda title: self.way(child_id, slugs[title])
        )
        if found == self._shown:
            return False
        self._shown = found
        empty(self._column)
        for each in found:
            self._column.addWidget(self._proposal(each))
        self.setVisible(bool(found) and not self._is_plain)
        return True

    def _proposal(self, easier: EasierVersion) -> ActionBanner:
        lead = self.tr("{0}: too hard {1} times.").format(easier.title, easier.windows)
        words = self.tr("Try the easier version.")
        line = self.tr("Easier version of {0}").format(easier.title)
        if easier.words:
            words = self.tr("Easier version: {0}").format(easier.words)
            line = f"{line}: {easier.words}"
        banner = ActionBanner("info", lead, words, self.tr("Plan it"), icon="bulb")
        banner.button.clicked.connect(partial(self.planned.emit, line))
        return banner
