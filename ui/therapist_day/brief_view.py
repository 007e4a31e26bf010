"""The brief of one visit: plan, goals with last scores, the parent's last words, what is open."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ot_desktop.caseload.domain import first_name
from ot_desktop.clock import today, wall_time
from ot_desktop.day.therapist_day import Brief, GoalNow, ParentWords
from ot_desktop.day_words import day_text, weekday
from ot_desktop.messages.domain import Message
from ot_desktop.notes.wording import HELP_ON_PAPER
from ui.shared.practice_card import PracticeCard
from ui.shared.skills import SKILL_ICONS, skill_name
from ui.widgets.card import Card
from ui.widgets.label import label
from ui.widgets.leaving import empty
from ui.widgets.symbol import Symbol

_A_WEEK = 7


class BriefView(QWidget):
    """Rebuilt for each visit; nothing in it acts."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("ground", "clear")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)

    def show_brief(self, brief: Brief | None) -> None:
        """Show another brief, or none."""
        empty(self._column)
        if brief is None:
            return
        self._column.addWidget(_plan_card(brief))
        self._column.addWidget(_goals_card(brief.goals))
        if brief.said:
            self._column.addWidget(_said_card(brief))
        self._column.addWidget(_questions_card(brief.questions))
        if brief.show_again:
            self._column.addWidget(_again_card(brief.show_again))
        practice = PracticeCard()
        practice.show_practice(brief.program, brief.practice)
        self._column.addWidget(practice)
        self._column.addStretch(1)


def _plan_card(brief: Brief) -> Card:
    title = _tr("Plan for today")
    if brief.last_on is not None:
        title = _tr("Plan for today, from {0}’s note").format(_since(brief))
    card = Card(title, icon="list-check")
    card.setProperty("card", "plan")
    lines = [line.strip() for line in brief.plan if line.strip()]
    for number, line in enumerate(lines, start=1):
        card.add(label(f"{number}.  {line}", "body", wrap=True))
    if not lines:
        words = _tr("Nothing was planned.") if brief.last_on else _tr("There is no note yet.")
        card.add(label(words, "body", "text-2"))
    return card


def _since(brief: Brief) -> str:
    on = brief.last_on or today()
    return weekday(on) if 0 <= (today() - on).days < _A_WEEK else day_text(on, today())


def _goals_card(goals: Sequence[GoalNow]) -> Card:
    card = Card(_tr("Goals"), icon="target-arrow")
    for each in goals:
        card.add(_goal(each))
    if not goals:
        card.add(label(_tr("No goals yet."), "body", "text-2"))
    return card


def _goal(each: GoalNow) -> QWidget:
    goal, made = each.goal, QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(9)
    mark = Symbol(SKILL_ICONS[goal.skill_area], "accent-text", 18)
    mark.setAccessibleName(skill_name(goal.skill_area))
    row.addWidget(mark, alignment=Qt.AlignmentFlag.AlignTop)
    words = QVBoxLayout()
    words.setSpacing(0)
    words.addWidget(label(goal.statement, "body", wrap=True))
    words.addWidget(label(_last_words(each), "small", "text-2", wrap=True))
    row.addLayout(words, 1)
    score = _tr("{0} of {1}").format(goal.now, goal.out_of) if goal.now is not None else "—"
    row.addWidget(label(score, "body-strong"), alignment=Qt.AlignmentFlag.AlignTop)
    return made


def _last_words(each: GoalNow) -> str:
    target = _tr("Goal {0}").format(each.goal.target)
    if each.on is None:
        return _tr("{0}, not scored yet").format(target)
    parts = [target, day_text(each.on, today())]
    if each.help is not None:
        parts.append(_tr(HELP_ON_PAPER[each.help]))
    return ", ".join(parts)


def _said_card(brief: Brief) -> Card:
    card = Card(_tr("The parent’s last words"), icon="message-2")
    for said in brief.said:
        card.body.addLayout(_pair(f"“{said.words}”", _who_said(said, brief), "text-2"))
    return card


def _pair(words: str, below: str, tone: str) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(0)
    column.addWidget(label(words, "body", wrap=True))
    column.addWidget(label(below, "small", tone, wrap=True))
    return column


def _who_said(said: ParentWords, brief: Brief) -> str:
    about = {"worries": _tr("A worry"), "success": _tr("A success"), "noticed": _tr("Noticed")}
    on = day_text(brief.last_on, today()) if brief.last_on else ""
    who = first_name(said.said_by) if said.said_by else about.get(said.about, "")
    return ", ".join(filter(None, (who, on)))


def _questions_card(questions: Sequence[Message]) -> Card:
    card = Card(_tr("Questions still open"), icon="help")
    for each in questions:
        day = day_text(wall_time(each.at).date(), today())
        card.body.addLayout(_pair(each.said, _tr("Asked {0}").format(day), "warn-text"))
    if not questions:
        card.add(label(_tr("No open questions."), "body", "text-2"))
    return card


def _again_card(titles: Sequence[str]) -> Card:
    card = Card(_tr("Show the parent again"), icon="refresh")
    card.add(label(", ".join(titles), "body", wrap=True))
    return card


def _tr(words: str) -> str:
    return QCoreApplication.translate("therapist_day", words)
