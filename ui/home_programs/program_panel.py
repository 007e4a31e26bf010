"""The middle column of the builder: minutes, activities, wording, reward and safety."""

from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ot_desktop.day_words import short_day
from ot_desktop.home_programs.domain import Reward
from ot_desktop.home_programs.draft import ProgramDraft
from ot_desktop.home_programs.program_page import ProgramPage
from ui.home_programs.budget_panel import BudgetPanel
from ui.home_programs.card_list import CardList
from ui.home_programs.change_panel import ChangePanel
from ui.home_programs.dates_panel import DatesPanel
from ui.home_programs.empty_program import EmptyProgram
from ui.home_programs.reward_panel import RewardPanel
from ui.home_programs.safety_banner import SafetyBanner
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.label import label
from ui.widgets.scrolling import scroller


class ProgramPanel(Card):
    """``edited`` carries the new draft, and what kind of change it was (for undo)."""

    edited = Signal(object, str)
    suggestions_wanted = Signal()
    start_wanted = Signal()
    template_chosen = Signal(object)
    swapped = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self._page: ProgramPage | None = None
        self._draft: ProgramDraft | None = None
        self._selected = ""
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._bring_into_view)
        self._build()
        self._connect()

    def show_draft(self, page: ProgramPage, draft: ProgramDraft) -> None:
        """Show a draft; fields somebody types in are left alone."""
        self._page, self._draft = page, draft
        self.name_label.setText(draft.name)
        self.dates_label.setText(_dates(draft.starts_on, draft.ends_on))
        self.budget_panel.show_draft(draft)
        self.card_list.show_draft(page, draft)
        self._show_selected()
        clash = page.reward_clashes(draft.reward.prize)
        self.reward_panel.show_reward(draft.reward, clash[0].sentence if clash else "")
        self.reward_panel.show_ideas(page.reward_ideas(draft.reward.kind))
        self.dates_panel.show_draft(draft, page.facts)
        self.safety_banner.show_lines(page, draft)
        self._show_parts(page, is_empty=not draft.activities)

    def select(self, key: str) -> None:
        """Show one activity's words below the cards."""
        self._selected = key
        self._show_selected()

    def go_to(self, key: str) -> None:
        """Bring an activity's card into view."""
        self.select(key)
        self._soon.start()  # a new card has its place only after the layout has run

    @Slot()
    def _bring_into_view(self) -> None:
        if self._selected in self.card_list.cards:
            self.scroll_area.ensureWidgetVisible(self.card_list.cards[self._selected])

    def _build(self) -> None:
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(0)
        self.body.addLayout(self._head())
        self.budget_panel = BudgetPanel()
        self.body.addWidget(self.budget_panel)
        content = QWidget()
        self.scroll_area = scroller(content)
        self.body.addWidget(self.scroll_area, 1)
        self._fill(content)

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(14, 9, 14, 6)
        row.setSpacing(8)
        self.name_label = label("", "h3")
        row.addWidget(self.name_label)
        self.dates_label = label("", "small", "text-2")
        row.addWidget(self.dates_label)
        row.addStretch(1)
        self.start_button = Button(self.tr("Start from…"), icon="template", size="small")
        row.addWidget(self.start_button)
        return row

    def _fill(self, content: QWidget) -> None:
        content.setProperty("ground", "clear")
        column = QVBoxLayout(content)
        column.setContentsMargins(14, 2, 10, 12)
        column.setSpacing(8)
        self.empty = EmptyProgram()
        self.card_list = CardList()
        self.change_panel = ChangePanel()
        self.reward_panel = RewardPanel()
        self.dates_panel = DatesPanel()
        self.safety_banner = SafetyBanner()
        edited = (self.card_list, self.change_panel, self.reward_panel, self.dates_panel)
        for part in (self.empty, *edited, self.safety_banner):
            column.addWidget(part)
        column.addStretch(1)

    def _connect(self) -> None:
        self.budget_panel.limit_changed.connect(self._take_limit)
        self.card_list.edited.connect(self.edited)
        self.card_list.selected.connect(self.select)
        self.card_list.swapped.connect(self.swapped)
        self.change_panel.worded.connect(self._take_words)
        self.change_panel.times_changed.connect(self._take_times)
        self.reward_panel.changed.connect(self._take_reward)
        self.dates_panel.changed.connect(self._take_dates)
        self.start_button.clicked.connect(self.start_wanted)
        self.empty.suggestions_wanted.connect(self.suggestions_wanted)
        self.empty.template_chosen.connect(self.template_chosen)

    def _show_selected(self) -> None:
        if self._page is None or self._draft is None:
            return
        keys = self._draft.keys
        if self._selected not in keys:
            self._selected = keys[-1] if keys else ""
        self.card_list.frame(self._selected)
        if self._selected:
            planned = self._draft.activities[keys.index(self._selected)]
            language = self._draft.language_of(planned)
            self.change_panel.show_planned(planned, self._page.facts.child, language)

    def _show_parts(self, page: ProgramPage, *, is_empty: bool) -> None:
        self.empty.setVisible(is_empty)
        self.empty.show_page(page)
        shown = (self.card_list, self.change_panel, self.reward_panel, self.dates_panel)
        for part in shown:
            part.setVisible(not is_empty)
        self.safety_banner.setVisible(not is_empty and self.safety_banner.has_lines)

    @Slot(int)
    def _take_limit(self, most: int) -> None:
        if self._draft is not None:
            self.edited.emit(self._draft.with_limit(most), "limit")

    @Slot(str, dict)
    def _take_words(self, key: str, texts: dict[str, Any]) -> None:
        if self._draft is not None and key in self._draft.keys:
            draft = self._draft.worded(self._draft.keys.index(key), **texts)
            self.edited.emit(draft, f"words {key}")

    @Slot(str, int)
    def _take_times(self, key: str, times: int) -> None:
        if self._draft is not None and key in self._draft.keys:
            place = self._draft.keys.index(key)
            self.edited.emit(self._draft.changed(place, times_per_week=times), f"times {key}")

    @Slot(object)
    def _take_reward(self, reward: Reward) -> None:
        if self._draft is not None:
            kind = "prize" if reward.prize != self._draft.reward.prize else ""
            self.edited.emit(replace(self._draft, reward=reward), kind)

    @Slot(object)
    def _take_dates(self, draft: ProgramDraft) -> None:
        self.edited.emit(draft, "dates")


def _dates(first: date, last: date) -> str:
    return f"{short_day(first)} – {short_day(last)}"
