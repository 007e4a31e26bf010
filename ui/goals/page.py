"""Goals and progress of one child, a tab of the child's page."""

from collections.abc import Callable

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ot_desktop.day_words import dated
from ot_desktop.goals.charts import Chart, FamilyProgress, practice_chart, support_chart
from ot_desktop.goals.domain import GoalsPage, GoalStory, goals_hint
from ot_desktop.goals.service import GoalService
from ui.goals.attainment_card import AttainmentCard
from ui.goals.deeds import GoalDeeds
from ui.goals.family_cards import CopmCard
from ui.goals.goal_detail import GoalDetail
from ui.goals.goal_line import GoalLine
from ui.shared.chart_view import ChartView
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.label import label, lead_label, rule
from ui.widgets.leaving import empty, take_away
from ui.widgets.scrolling import scroller
from ui.widgets.shortcut import bind
from ui.widgets.soon import Soon

SHOWN_OF_LOG = 12
CHART_HEIGHT = 130
_BARS = 40  # two scroll bars and the gap


class GoalsTab(QWidget):
    """``print_wanted`` carries the child whose progress page is wanted."""

    print_wanted = Signal(int)

    def __init__(
        self,
        service: GoalService,
        deeds: GoalDeeds,
        at_home: Callable[[int], FamilyProgress],
        *,
        may_write: bool,
    ) -> None:
        super().__init__()
        self._service = service
        self._deeds = deeds
        self._at_home = at_home
        self._may_write = may_write
        self._page: GoalsPage | None = None
        self._chosen: int | None = None
        self._has_tables = self._is_left_due = self._is_narrow = False
        self.lines: list[GoalLine] = []
        self.detail: GoalDetail | None = None
        self.attainment: AttainmentCard | None = None
        self.copm: CopmCard | None = None
        self._build()
        self._later = Soon(self, 0, self._fill_below)
        bind(self, "V", self.turn_charts)

    @property
    def chosen(self) -> int | None:
        """The goal that is shown large."""
        return self._chosen

    def show_child(self, child_id: int) -> None:
        """Show one child's goals; of the same child the chosen goal stays chosen."""
        self._page = self._service.page(child_id)
        empty(self._left)
        self._show_list(self._page)
        self._is_left_due = True
        ids = [story.goal.id for story in (*self._page.goals, *self._page.ended)]
        kept = self._page.story(self._chosen) if self._chosen is not None else None
        self._chosen = kept.goal.id if kept is not None else next(iter(ids), None)
        self._fill_right()

    def _show_list(self, page: GoalsPage) -> None:
        if (card := self._list.takeAt(0)) is not None and (old := card.widget()) is not None:
            take_away(old)
        self._list.insertWidget(0, self._goals_card(page))

    @Slot()
    def turn_charts(self) -> None:
        """Turn every chart into its table, or back."""
        self._has_tables = not self._has_tables
        self._turn_all()
        self._name_table_button()

    def _turn_all(self) -> None:
        for chart in self.findChildren(ChartView):
            chart.show_table(on=self._has_tables)

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        self._list, self._left, self._right = _column(), _column(), _column()
        self._left_holder = _holder(self._list, self._left)
        self._right_holder = _holder(self._right)
        row.addWidget(scroller(self._left_holder, name=self.tr("Goals")), 5)
        self._right_area = scroller(self._right_holder, name=self.tr("The chosen goal"))
        row.addWidget(self._right_area, 6)

    def _arrange(self) -> None:
        """Put the chosen goal below the list where there is no room beside it."""
        needed = 11 * max(
            self._left_holder.minimumSizeHint().width() / 5,
            self._right_holder.minimumSizeHint().width() / 6,
        )
        narrow = self.width() < needed + _BARS
        if narrow == self._is_narrow:
            return
        self._is_narrow = narrow
        if narrow:
            self._list.addWidget(self._right_area.takeWidget())
            self._right_holder.show()
        else:
            self._list.removeWidget(self._right_holder)
            self._right_area.setWidget(self._right_holder)
        self._right_area.setVisible(not narrow)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give up a column where there is no room for two."""
        super().resizeEvent(event)
        self._arrange()

    @Slot()
    def _fill_below(self) -> None:
        """Fill what is below the goals once these are painted: all at once would be felt."""
        if self._page is None:
            return
        if self._is_left_due:
            self._is_left_due = False
            empty(self._left)
            self._add_below(self._page)
            self._left.addStretch(1)
        empty(self._right, keep=int(self.detail is not None))
        self._add_home(self._page)
        self._right.addStretch(1)
        self._turn_all()
        self._arrange()

    def _add_below(self, page: GoalsPage) -> None:
        self.attainment = None
        if any(story.goal.has_levels for story in page.goals):
            self.attainment = AttainmentCard(page)
            self._left.addWidget(self.attainment)
        self.copm = CopmCard(page.copm, may_write=self._may_write)
        self.copm.name_wanted.connect(self._name_problem)
        self.copm.rate_wanted.connect(self._rate)
        self.copm.end_wanted.connect(self._end_problem)
        self._left.addWidget(self.copm)
        if log := page.log():
            card = Card(self.tr("What changed"))
            for each in log[:SHOWN_OF_LOG]:
                words = ". ".join(part for part in (each.goal, each.by, each.reason) if part)
                card.add(lead_label(f"{dated(each.on)}: {each.what}.", words))
            self._left.addWidget(card)

    def _goals_card(self, page: GoalsPage) -> Card:
        card = Card(self.tr("Goals"), action=self.tr("Add a goal") if self._may_write else "")
        if card.action_button is not None:
            card.action_button.clicked.connect(self._add)
        self._add_card_buttons(card)
        card.body.setContentsMargins(0, 0, 0, 6)
        card.body.setSpacing(0)
        self.lines = []
        if hint := goals_hint(len(page.open_goals)):
            words = label(hint, "small", "warn-text", wrap=True)
            words.setContentsMargins(14, 0, 14, 6)
            card.add(words)
        if not page.goals and not page.ended:
            why = self.tr("No goals yet. A goal says what the child will do, and how well.")
            nothing = label(why, "body", "text-2", wrap=True)
            nothing.setContentsMargins(14, 4, 14, 8)
            card.add(nothing)
        for number, story in enumerate((*page.goals, *page.ended), start=1):
            card.add(rule())
            line = GoalLine(number, story)
            line.chosen.connect(self._choose)
            self.lines.append(line)
            card.add(line)
        return card

    def _add_card_buttons(self, card: Card) -> None:
        self.table_button = Button("", "link", size="small")
        self.table_button.clicked.connect(self.turn_charts)
        self._name_table_button()
        self.print_button = Button(self.tr("Print progress"), "link", icon="printer", size="small")
        self.print_button.clicked.connect(self._print)
        for place, button in enumerate((self.table_button, self.print_button), start=2):
            card.head.insertWidget(place, button)

    def _name_table_button(self) -> None:
        words = self.tr("Show charts") if self._has_tables else self.tr("Show tables")
        self.table_button.setText(words)
        self.table_button.setToolTip(self.tr("Key V"))

    def _fill_right(self) -> None:
        empty(self._right)
        self.detail = None
        if self._page is None:
            return
        for line in self.lines:
            line.show_chosen(on=line.goal_id == self._chosen)
        story = self._story()
        if story is not None:
            self.detail = GoalDetail(story, may_write=self._may_write)
            self.detail.wanted.connect(self._do)
            self._right.addWidget(self.detail)
        self._right.addStretch(1)
        self._turn_all()
        self._later.start()

    def _add_home(self, page: GoalsPage) -> None:
        home = self._at_home(page.child_id)
        if home.windows:
            chart = practice_chart(home.windows)
            self._add_chart(self.tr("Practice at home"), chart, home.told)
        if home.support:
            chart = support_chart(home.scale, home.support)
            self._add_chart(self.tr("Help the parent needs"), chart, "")

    def _add_chart(self, title: str, chart: Chart, told: str) -> None:
        card = Card(title)
        if told:
            card.add(label(told, "small", "text-2", wrap=True))
        card.add(ChartView(chart, CHART_HEIGHT))
        self._right.addWidget(card)

    def _story(self) -> GoalStory | None:
        if self._page is None or self._chosen is None:
            return None
        return self._page.story(self._chosen)

    @Slot(int)
    def _choose(self, goal_id: int) -> None:
        if goal_id != self._chosen:
            self._chosen = goal_id
            self._fill_right()

    @Slot(str)
    def _do(self, what: str) -> None:
        story, page = self._story(), self._page
        if story is None or page is None:
            return
        if what == "score":
            self._deeds.score(page.child_id, story.goal.id)
        elif what == "change":
            self._deeds.change(page, story)
        elif what == "withdraw" and story.last is not None:
            self._deeds.withdraw(story.last.id)
        else:
            deeds = {
                "reach": self._deeds.reach,
                "stop": self._deeds.give_up,
                "again": self._deeds.take_up_again,
            }
            deeds[what](story)

    @Slot()
    def _add(self) -> None:
        if self._page is not None:
            self._deeds.add(self._page.child_id)

    @Slot()
    def _print(self) -> None:
        if self._page is not None:
            self.print_wanted.emit(self._page.child_id)

    @Slot()
    def _name_problem(self) -> None:
        if self._page is not None:
            self._deeds.name_problem(self._page.child_id)

    @Slot()
    def _rate(self) -> None:
        if self._page is not None:
            self._deeds.rate(self._page)

    @Slot(int)
    def _end_problem(self, problem_id: int) -> None:
        if self._page is not None:
            self._deeds.end_problem(self._page.child_id, problem_id)


def _column(over: QWidget | None = None) -> QVBoxLayout:
    column = QVBoxLayout(over) if over is not None else QVBoxLayout()
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(12)
    return column


def _holder(*columns: QVBoxLayout) -> QWidget:
    holder = QWidget()
    holder.setProperty("ground", "window")
    outer = _column(holder)
    for column in columns:
        outer.addLayout(column)
    return holder
