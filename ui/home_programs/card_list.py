"""The activities of a program, one card each, in the order of the pages."""

from functools import partial

from PySide6.QtCore import QPoint, QPointF, Qt, Signal, Slot
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from ot_desktop.home_programs.domain import PlannedActivity, Routine
from ot_desktop.home_programs.draft import ProgramDraft
from ot_desktop.home_programs.program_page import ProgramPage
from ot_desktop.home_programs.suggesting import goal_of
from ui.home_programs.activity_card import ActivityCard
from ui.home_programs.words import tr


class CardList(QWidget):
    """``edited`` carries the new draft and the kind of change; ``selected`` an activity's key.

    ``swapped`` carries the keys of an activity and of the one that takes its place.
    """

    edited = Signal(object, str)
    selected = Signal(str)
    swapped = Signal(str, str)
    photo_dropped = Signal(str, object)
    photo_taken_off = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._draft: ProgramDraft | None = None
        self._page: ProgramPage | None = None
        self.swap_menu = QMenu(self)
        self.cards: dict[str, ActivityCard] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)

    def show_draft(self, page: ProgramPage, draft: ProgramDraft) -> None:
        """Show what is planned; cards that stay keep their focus."""
        self._draft, self._page = draft, page
        self._drop_all_but(draft.keys)
        for place, planned in enumerate(draft.activities):
            words = planned.words(page.facts.child, draft.language_of(planned))
            card = self._card(planned, words.title)
            if self._column.indexOf(card) != place:
                self._column.insertWidget(place, card)
            card.show_planned(place + 1, planned, words.title, words.say)
            clash = page.clashes(planned.activity)
            card.show_clash(clash[0].sentence if clash else "")
            goal = goal_of(planned.activity, page.goals)
            card.show_purpose(goal.statement if goal else "", goal.cue_words if goal else ())
        self._keep_tab_order(draft)

    def frame(self, key: str) -> None:
        """Frame the card whose words are shown."""
        for card in self.cards.values():
            card.set_selected(selected=card.key == key)

    def _card(self, planned: PlannedActivity, title: str) -> ActivityCard:
        key = planned.activity.key
        if key not in self.cards:
            card = ActivityCard(planned, title)
            card.selected.connect(self.selected)
            card.minutes_changed.connect(self._take_minutes)
            card.moment_chosen.connect(self._take_moment)
            card.say_typed.connect(self._take_say)
            card.removed.connect(self._remove)
            card.swap_wanted.connect(self._offer_swaps)
            card.photo_dropped.connect(self.photo_dropped)
            card.photo_taken_off.connect(self.photo_taken_off)
            card.moved.connect(self._move)
            card.dragged.connect(self._drag)
            self.cards[key] = card
        return self.cards[key]

    def _drop_all_but(self, keys: tuple[str, ...]) -> None:
        for key in [key for key in self.cards if key not in keys]:
            gone = self.cards.pop(key)
            self._column.removeWidget(gone)
            gone.hide()
            gone.deleteLater()

    def _keep_tab_order(self, draft: ProgramDraft) -> None:
        before: QWidget | None = None
        for key in draft.keys:
            for part in self.cards[key].tab_stops():
                if before is not None:
                    QWidget.setTabOrder(before, part)
                before = part

    def _place(self, key: str) -> tuple[ProgramDraft, int]:
        if self._draft is None:
            raise ValueError("no program is shown")
        return self._draft, self._draft.keys.index(key)

    @Slot(str, int)
    def _take_minutes(self, key: str, minutes: int) -> None:
        draft, place = self._place(key)
        self.edited.emit(draft.changed(place, minutes=minutes), f"minutes {key}")

    @Slot(str, str, str)
    def _take_moment(self, key: str, when: str, routine: str) -> None:
        draft, place = self._place(key)
        self.edited.emit(draft.changed(place, when=when, routine=Routine(routine)), "")

    @Slot(str, str)
    def _take_say(self, key: str, say: str) -> None:
        draft, place = self._place(key)
        self.edited.emit(draft.worded(place, say=say), f"say {key}")

    @Slot(str)
    def _remove(self, key: str) -> None:
        draft, place = self._place(key)
        self.edited.emit(draft.without(place), "")

    @Slot(str)
    def _offer_swaps(self, key: str) -> None:
        draft, place = self._place(key)
        if self._page is None:
            return
        self.swap_menu.clear()
        for activity in self._page.swaps(draft.activities[place].activity):
            words = tr("{0}, {1} min").format(activity.words["en"].title, activity.minutes)
            action = self.swap_menu.addAction(words.replace("&", "&&"))
            action.triggered.connect(partial(self.swapped.emit, key, activity.key))
        if self.swap_menu.isEmpty():
            self.swap_menu.addAction(tr("Nothing like it fits")).setEnabled(False)
        button = self.cards[key].swap_button
        self.swap_menu.popup(button.mapToGlobal(QPoint(0, button.height())))

    @Slot(str, int)
    def _move(self, key: str, by: int) -> None:
        draft, place = self._place(key)
        self.edited.emit(draft.moved(place, place + by), "")
        self.cards[key].setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(str, QPointF)
    def _drag(self, key: str, where: QPointF) -> None:
        draft, place = self._place(key)
        y = self.mapFromGlobal(where).y()
        for to, other in enumerate(draft.keys):
            box = self.cards[other].geometry()
            if to != place and box.top() + box.height() / 4 < y < box.bottom() - box.height() / 4:
                self.edited.emit(draft.moved(place, to), "drag")
                return
