"""The waitlist: open slots of this week with whom they suit, and everybody who waits."""

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ot_desktop.changes import Topic
from ot_desktop.clock import now_utc, today
from ot_desktop.permissions import Permission
from ot_desktop.programs.facts import open_windows
from ot_desktop.programs.typed_times import OpenHours
from ot_desktop.scheduling.facts import ClinicFacts
from ot_desktop.services import Services
from ot_desktop.waitlist.domain import Entry, HeldOffer, Match, OpenedTime, OpenTime
from ui.asking import Asker
from ui.change_bridge import ChangeBridge
from ui.shared.log_panel import LogPanel
from ui.waitlist.entry_deeds import EntryDeeds
from ui.waitlist.entry_panel import EntryPanel
from ui.waitlist.offer_panel import OfferPanel
from ui.waitlist.offering import Offering
from ui.waitlist.slots_card import SlotsCard
from ui.waitlist.waiting_view import LONG, TAKEN_OFF, WAITS, WaitingView
from ui.waitlist.waitlist_table_model import Situation
from ui.widgets.button import Button
from ui.widgets.label import label
from ui.widgets.segmented import SegmentedControl
from ui.widgets.shortcut import bind
from ui.widgets.tab_chain import chain

OURS = {Topic.WAITLIST, Topic.SCHEDULE, Topic.CASELOAD, Topic.MESSAGES, Topic.SETTINGS}
TICK_MS = 15_000
SOON_MS = 30


class WaitlistPage(QWidget):
    """``child_opened`` carries a child; ``told`` a sentence and what takes it back."""

    child_opened = Signal(int)
    child_selected = Signal(int)
    told = Signal(str, object)

    def __init__(self, services: Services, asker: Asker, changes: ChangeBridge) -> None:
        super().__init__()
        self._services = services
        self._waitlist = services.waitlist
        self._asker = asker
        self._may_edit = services.user.may(Permission.EDIT_WAITLIST)
        self._held: tuple[HeldOffer, ...] = ()
        self._fits: dict[OpenedTime, Sequence[Match]] = {}
        self._unmatched: list[int] = []
        self.setProperty("ground", "window")
        self._build()
        self._connect(changes)
        self.reload()

    def take_focus(self) -> None:
        """Put the keyboard into the list, or leave it with an offer that is being made."""
        if self.offer_panel.isHidden():
            self.waiting.view.setFocus()

    def offer(self, time: OpenTime) -> None:
        """Offer a time that came free elsewhere: whom it suits stands in the panel at once."""
        if self._may_edit:
            self._show_panel(self.offer_panel)
            self.offering.offer_slot(self._opened(time))

    def show_long_waits(self) -> None:
        """Show who has waited too long, and nobody else."""
        self._close_panel()
        self.whose.choose(LONG)

    @Slot()
    def reload(self) -> None:
        """Read who waits, what is open and what is held; whom a slot suits follows."""
        clinic = self._services.settings.clinic()
        hours = open_windows(ClinicFacts.of(clinic))
        entries = self._waitlist.waiting()
        self._say_counts(entries)
        self._held = self._waitlist.held()
        opened = self._waitlist.opened()
        self._fits = {each: self._fits[each] for each in opened if each in self._fits}
        self.slots.show_slots(opened)
        chain((self.add_button, *self.slots.buttons(), self.waiting.view))
        self._show_situation(hours)
        self.waiting.show_entries(entries, self.whose.chosen())
        self._follow()
        self._unmatched = list(range(len(opened)))
        if self.isVisible():
            self._matching.start(SOON_MS)

    def showEvent(self, event: QShowEvent) -> None:
        """Read again: days have passed, offers have expired."""
        super().showEvent(event)
        self._soon.start()
        self._tick.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Ask nothing of a file that may be closed next."""
        super().hideEvent(event)
        for timer in (self._soon, self._tick, self._matching):
            timer.stop()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 12, 20, 12)
        column.setSpacing(10)
        column.addLayout(self._head())
        self.slots = SlotsCard(self.tr("Open slots this week"), may_offer=self._may_edit)
        row = QHBoxLayout()
        row.setSpacing(12)
        left = QVBoxLayout()
        left.setSpacing(10)
        left.addWidget(self.slots)
        self.waiting = WaitingView(self._waitlist, self._services.user)
        left.addWidget(self.waiting, 1)
        row.addLayout(left, 1)
        self.entry_panel = EntryPanel(may_edit=self._may_edit)
        self.offer_panel = OfferPanel()
        services = self._services
        self.log_panel = LogPanel(services.messages, services.caseload)
        self.offering = Offering(
            services.waitlist,
            services.caseload,
            services.settings,
            services.user,
            self.offer_panel,
        )
        self.deeds = EntryDeeds(services, self._asker, self.waiting)
        for panel in (self.entry_panel, self.offer_panel, self.log_panel):
            row.addWidget(panel)
        column.addLayout(row, 1)

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(label(self.tr("Waitlist"), "h1"))
        self.count_label = label("", "body", "text-2")
        row.addWidget(self.count_label)
        row.addStretch(1)
        self.whose = SegmentedControl(self.tr("Who is shown"), small=True)
        self.whose.add(WAITS, self.tr("Waiting"))
        self.whose.add(LONG, self.tr("Over 30 days"))
        self.whose.add(TAKEN_OFF, self.tr("Taken off"))
        row.addWidget(self.whose)
        self.add_button = Button(self.tr("Add to waitlist"), "primary", icon="plus")
        row.addWidget(self.add_button)
        if not self._may_edit:
            self.add_button.hide()
        return row

    def _connect(self, changes: ChangeBridge) -> None:
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.reload)
        self._tick = QTimer(self, interval=TICK_MS)
        self._tick.timeout.connect(self._tell_time)
        self._matching = QTimer(self)
        self._matching.timeout.connect(self._match_next)
        self.whose.changed.connect(self.reload)
        self.add_button.clicked.connect(self.deeds.add)
        self.slots.offer_wanted.connect(self._offer_slot)
        self.waiting.view.selectionModel().currentRowChanged.connect(self._follow)
        self.waiting.view.opened.connect(self._open_child)
        self.waiting.view.peeked.connect(self._peek)
        self.waiting.add_wanted.connect(self.deeds.add)
        panel = self.entry_panel
        panel.offer_wanted.connect(self._offer_current)
        panel.log_wanted.connect(self._log)
        panel.change_wanted.connect(self.deeds.change)
        panel.take_off_wanted.connect(self.deeds.take_off)
        panel.put_back_wanted.connect(self.deeds.put_back)
        self.deeds.told.connect(self.told)
        panel.child_wanted.connect(self._open_child)
        panel.closed.connect(self._close_panel)
        self.offer_panel.closed.connect(self._close_panel)
        self.offering.ended.connect(self._close_panel)
        self.offering.told.connect(self.told)
        self.log_panel.closed.connect(self._close_panel)
        self.log_panel.logged.connect(self.told)
        bind(self, "O", self._offer_current)
        bind(self, "L", self._log)
        changes.saved.connect(self._reload_if_ours)

    def _say_counts(self, entries: Sequence[Entry]) -> None:
        late = sum(each.waits_long(today()) for each in entries)
        words = self.tr("{0} waiting").format(len(entries))
        if late:
            words += self.tr(", {0} over 30 days").format(late)
        self.count_label.setText(words if entries else "")

    @Slot()
    def _match_next(self) -> None:
        """Ask for one slot at a time whom it suits, so that typing is never held up."""
        if not self._unmatched:
            self._matching.stop()
            return
        row = self.slots.rows[self._unmatched.pop(0)]
        matches = self._waitlist.matches(row.opened.time)
        self._fits[row.opened] = matches
        row.show_matches(matches)
        self._show_situation(self.waiting.model.situation.hours)
        self._matching.start(0)

    def _show_situation(self, hours: OpenHours) -> None:
        fits: dict[int, list[OpenTime]] = {}
        for opened, matches in self._fits.items():
            for match in matches:
                fits.setdefault(match.entry.id, []).append(opened.time)
        held = {each.entry_id: each for each in self._held}
        self.waiting.model.show_situation(Situation(hours, held, fits))
        for row in self.slots.rows:
            own = (each for each in self._held if each.time == row.opened.time)
            row.show_held(next(own, None), now_utc())

    @Slot()
    def _tell_time(self) -> None:
        """Count the minutes of held offers down; one that expires frees its slot."""
        self.offer_panel.tell_time(now_utc())
        if any(not each.holds(now_utc()) for each in self._held):
            self.reload()
        elif self._held:
            self._show_situation(self.waiting.model.situation.hours)

    def _opened(self, time: OpenTime) -> OpenedTime:
        known = (each for each in self._waitlist.opened() if each.time == time)
        therapist = self._services.settings.clinic().therapist(time.therapist_id)
        name, color = (therapist.name, therapist.color_slot) if therapist else ("", 1)
        return next(known, OpenedTime(time, name, color, "", ""))

    @Slot(object)
    def _offer_slot(self, opened: OpenedTime) -> None:
        self._show_panel(self.offer_panel)
        self.offering.offer_slot(opened)

    @Slot()
    def _offer_current(self) -> None:
        entry = self.waiting.current()
        if entry is not None and self._may_edit and entry.ended_on is None:
            for row in self.slots.rows:
                if row.opened not in self._fits:  # pressed before all were asked
                    self._fits[row.opened] = self._waitlist.matches(row.opened.time)
            self._show_panel(self.offer_panel)
            self.offering.offer_to(entry, self._fits)

    @Slot()
    def _log(self) -> None:
        entry = self.waiting.current()
        if self._services.user.may(Permission.LOG_MESSAGE):
            self._show_panel(self.log_panel)
            self.log_panel.start(entry.child_id if entry is not None else None)

    def _show_panel(self, shown: QWidget) -> None:
        for panel in (self.entry_panel, self.offer_panel, self.log_panel):
            if panel is not shown:
                panel.hide()

    @Slot()
    def _close_panel(self) -> None:
        for panel in (self.entry_panel, self.offer_panel, self.log_panel):
            panel.hide()
        self.waiting.view.setFocus()

    @Slot()
    def _peek(self) -> None:
        """Look at a family closely; the same key closes again."""
        if not self.entry_panel.isHidden():
            self._close_panel()
            return
        self._show_panel(self.entry_panel)
        self.entry_panel.show()
        self._follow()

    @Slot()
    def _follow(self) -> None:
        entry = self.waiting.current()
        if entry is None:
            self.entry_panel.hide()
            return
        self.child_selected.emit(entry.child_id)
        if not self.entry_panel.isHidden():
            services, hours = self._services, self.waiting.model.situation.hours
            messages = services.messages.of_child(entry.child_id)
            calls = self._waitlist.calls(entry.id)
            self.entry_panel.show_entry(entry, calls, messages, hours)

    @Slot()
    def _open_child(self) -> None:
        entry = self.waiting.current()
        if entry is not None:
            self.child_opened.emit(entry.child_id)

    @Slot(object)
    def _reload_if_ours(self, topic: Topic) -> None:
        if topic in OURS and self.isVisible():
            self._soon.start()
