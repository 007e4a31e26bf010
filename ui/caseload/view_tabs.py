"""Saved views of the caseload as tabs: the ones every clinic needs, then a person's own."""

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QHideEvent, QShowEvent

from ot_desktop.caseload.service import CaseloadService
from ot_desktop.caseload.table import SavedView, View
from ot_desktop.permissions import Permission, SignedIn
from ui.caseload.talk_flags import TalkFlags
from ui.widgets.tabs import Tabs

COUNT_AFTER_MS = 80


class ViewTabs(Tabs):
    """``view()`` is the chosen one; the counts come after the first paint."""

    def __init__(self, caseload: CaseloadService, user: SignedIn, talks: TalkFlags) -> None:
        super().__init__(self.tr("Views"))
        self._caseload = caseload
        self._user = user
        self._talks = talks
        self._views: list[SavedView] = []
        self._uncounted: list[int] = []
        self._counting = QTimer(self)
        self._counting.timeout.connect(self._count_next)

    def view(self) -> SavedView:
        """Return the chosen view."""
        return self._views[max(0, self.currentIndex())]

    def is_own(self) -> bool:
        """Say whether the chosen view is one this person named."""
        return self.currentIndex() >= len(self._built_in())

    def reload(self) -> None:
        """Show the views and counts that are saved now; the chosen tab stays."""
        current = max(0, self.currentIndex())
        views = [*self._built_in(), *self._caseload.saved_views()]
        if [each.name for each in views] != [each.name for each in self._views]:
            self._views = views
            was_blocked = self.blockSignals(True)  # noqa: FBT003  (Qt's signature)
            while self.count():
                self.removeTab(0)
            for each in views:
                self.add(each.name)
            self.setCurrentIndex(min(current, len(views) - 1))
            self.blockSignals(was_blocked)
        self._uncounted = list(range(len(views)))
        if self.isVisible():
            self._counting.start(COUNT_AFTER_MS)

    @Slot()
    def count_talks(self) -> None:
        """Count the families a talk is due with again."""
        self._uncounted += [
            place for place, each in enumerate(self._views) if each.view is View.NEEDS_TALK
        ]
        if self.isVisible():
            self._counting.start(COUNT_AFTER_MS)

    def _built_in(self) -> list[SavedView]:
        views = [SavedView(self.tr("All active"), View.ACTIVE)]
        if self._user.therapist_id is not None:
            views.append(SavedView(self.tr("My caseload"), View.MINE))
        views.append(SavedView(self.tr("Intensive"), View.INTENSIVE))
        if self._user.may(Permission.SEE_NOTES):
            views.append(SavedView(self.tr("Note due"), View.NOTE_DUE))
        views += [
            SavedView(self.tr("Home program due"), View.PROGRAM_DUE),
            SavedView(self.tr("No visit booked"), View.NOTHING_BOOKED),
            SavedView(self.tr("Needs a talk"), View.NEEDS_TALK),
            SavedView(self.tr("Waiting"), View.WAITING),
            SavedView(self.tr("Everyone"), View.EVERYONE),
        ]
        return views

    def showEvent(self, event: QShowEvent) -> None:
        """Go on counting what was left when the page was hidden."""
        super().showEvent(event)
        if self._uncounted:
            self._counting.start(COUNT_AFTER_MS)

    def hideEvent(self, event: QHideEvent) -> None:
        """Ask nothing of a file that may be closed next."""
        super().hideEvent(event)
        self._counting.stop()

    @Slot()
    def _count_next(self) -> None:
        """Count one view at a time, so that typing is never held up."""
        if not self._uncounted:
            self._counting.stop()
            return
        place = self._uncounted.pop(0)
        view = self._views[place]
        self.set_count(place, self._caseload.count(view.view, view.typed, self._talks.reasons))
        self._counting.start(0)
