"""A family's home program and how practice goes, on the child's page and in the brief."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from ot_desktop.day_words import short_day
from ot_desktop.home_programs.program_page import GivenProgram
from ot_desktop.notes.home_practice import EasierVersion, HomePractice
from ui.shared.practice_week import (
    PracticeWeek,
    minutes_words,
    over_time_words,
    week_words,
)
from ui.widgets.banner import AlertBanner
from ui.widgets.card import Card
from ui.widgets.label import label


class PracticeCard(Card):
    """Facts as parents reported them; no blame, no score."""

    def __init__(self, *, action: str = "") -> None:
        super().__init__(_name(), action=action)
        self.week = PracticeWeek()

    def show_practice(self, program: GivenProgram | None, practice: HomePractice | None) -> None:
        """Show what the family has, the last week, and all windows; once."""
        if program is None:
            self.add(label(self.tr("No program yet."), "body", "text-2"))
        else:
            titles = ", ".join(activity.title for activity in program.activities)
            self.add(label(titles, "body-strong", wrap=True))
            since = self.tr("{0} minutes a day, since {1}, until {2}").format(
                program.minutes_a_day, short_day(program.starts_on), short_day(program.ends_on)
            )
            self.add(label(since, "small", "text-2", wrap=True))
        if practice is not None and practice.week:
            self._add_week(practice)
        if practice is not None:
            for each in practice.easier:
                self.add(_proposal(each, self))
            if practice.suggests_less:
                lead = self.tr("A smaller plan may fit better.")
                words = self.tr("In the last 3 reports there was room for less than half of it.")
                self.add(AlertBanner("info", lead, words, "bulb"))

    def _add_week(self, practice: HomePractice) -> None:
        self.week.show_week(practice.week)
        self.add(self.week)
        last = short_day(practice.week[-1][0])
        words = self.tr("{0}, week to {1}").format(week_words(practice.week), last)
        self.add(label(words, "body-strong", wrap=True))
        told = ". ".join(filter(None, (over_time_words(practice), minutes_words(practice))))
        source = self.tr("Parent-reported.")
        self.add(label(f"{told}. {source}" if told else source, "small", "text-2", wrap=True))


def _proposal(easier: EasierVersion, over: QWidget) -> AlertBanner:
    lead = over.tr("{0}: too hard {1} times.").format(easier.title, easier.windows)
    words = over.tr("Try the easier version.")
    if easier.words:
        words = over.tr("Easier version: {0}").format(easier.words)
    return AlertBanner("info", lead, words, "bulb")


def _name() -> str:
    return QCoreApplication.translate("practice", "Home program")
