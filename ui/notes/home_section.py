"""At home since last time: each caregiver's own report, by day, by activity and in words."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from ot_desktop.caseload.domain import first_name
from ot_desktop.day_words import short_day, weekday
from ot_desktop.notes.beginning import blank_report
from ot_desktop.notes.note_page import NotePage
from ot_desktop.notes.parent_part import (
    A_WEEK,
    AtHome,
    Ease,
    HomeReport,
    WhoIsHere,
    days_asked_about,
)
from ot_desktop.notes.practice_plan import PracticePlan
from ot_desktop.notes.wording import EASE
from ui.notes.activity_report_row import ActivityReportRow
from ui.notes.choice_bar import ChoiceBar
from ui.notes.day_ticks import DayTicks
from ui.notes.easier_proposals import EasierProposals
from ui.notes.section import Section
from ui.widgets.chip import Chip, ChipGroup
from ui.widgets.label import label
from ui.widgets.leaving import take_away
from ui.widgets.text_area import TextArea


class HomeSection(Section):
    """One report is filled in at a time; with two parents here, chips say whose it is."""

    def __init__(self) -> None:
        super().__init__(self.tr("At home since last time"))
        self._reports: dict[str, HomeReport] = {}
        self._by = ""
        self._plan: PracticePlan | None = None
        self._days: tuple[date, ...] = ()
        self._since: date | None = None
        self._window = A_WEEK
        self._is_plain = False
        self._loading = False
        self.rows: list[ActivityReportRow] = []
        self.reporter_chips = ChipGroup(self.tr("Whose report"), one=True)
        self.day_ticks = DayTicks()
        self.none_chip = Chip(self.tr("No days"))
        self.not_asked_chip = Chip(self.tr("Not asked"))
        self.ease_bar = ChoiceBar(
            self.tr("How practice was"), [(ease, self.tr(EASE[ease])) for ease in Ease]
        )
        self.words_area = TextArea(self.tr("What the parent says"), lines=2)
        self.easier = EasierProposals()
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self.keys_hint = label(
            self.tr("Keys: a number of days, + − minutes, then W well, H hard, Space for more"),
            "caption", "text-3", wrap=True,
        )  # fmt: skip
        self._build()
        self._connect()

    def show_page(self, page: NotePage) -> None:
        """Show the week, the program's activities and what was reported so far."""
        at_home = page.content.parent.at_home
        self.easier.show_page(page)
        self._plan, self._days = page.practice, page.days_asked_about
        self._since = page.last_visit_on
        self._window = days_asked_about(self._since, page.visit.starts.date())
        self._reports = {report.by: report for report in at_home.reports}
        self.day_ticks.set_days(self._days)
        self.not_asked_chip.setChecked(at_home.not_asked)
        self._by = next(iter(self._reports), "")
        self._show_report()
        self.set_people(page.content.parent.who)

    def go_to(self, index: int | None = None) -> None:
        """Go to the program's first activity, or to the days where there is no program."""
        if self.rows and not self.not_asked_chip.isChecked():
            self.rows[0].setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            super().go_to(index)

    def speak_plainly(self, *, on: bool) -> None:
        """Leave keys and “Not asked” out, and keep the count of days."""
        super().speak_plainly(on=on)
        self.hint.show()
        self._is_plain = on
        self.easier.speak_plainly(on=on)
        self._ask_for_words()
        self.keys_hint.setVisible(bool(self.rows) and not on)
        self.not_asked_chip.setVisible(not on)

    def set_people(self, who: WhoIsHere) -> None:
        """Offer a report of each who took part; one begun before anybody was named is theirs."""
        here = {person.name: person for person in who.caregivers}
        if "" in self._reports and here:
            name, person = next(iter(here.items()))
            nameless = self._reports.pop("")
            kept = replace(nameless, by=name, caregiver_id=person.caregiver_id)
            self._reports.setdefault(name, kept)
        names = list(dict.fromkeys([*self._reports, *here]))
        for name in names:
            known = self._reports.get(name)
            if known is None and name:
                caregiver_id = here[name].caregiver_id
                self._reports[name] = blank_report(name, caregiver_id, self._plan)
        self._reports = {
            name: report
            for name, report in self._reports.items()
            if name in here or report.says_anything
        }
        if self._by not in self._reports:
            self._by = next(iter(self._reports), "")
            self._show_report()
        self._offer_reporters()

    def told(self) -> AtHome:
        """Return every report that says anything."""
        self._keep()
        said = tuple(report for report in self._reports.values() if report.says_anything)
        return AtHome(said, self.not_asked_chip.isChecked(), self._since, self._window)

    def _build(self) -> None:
        self.body.addWidget(self.reporter_chips)
        days = QHBoxLayout()
        days.setSpacing(6)
        days.addWidget(self.day_ticks, alignment=Qt.AlignmentFlag.AlignTop)
        days.addStretch(1)
        answers = QVBoxLayout()
        answers.setSpacing(4)
        answers.addWidget(self.ease_bar)
        chips = QHBoxLayout()
        chips.setSpacing(6)
        chips.addStretch(1)
        chips.addWidget(self.none_chip)
        chips.addWidget(self.not_asked_chip)
        answers.addLayout(chips)
        days.addLayout(answers)
        self.body.addLayout(days)
        self.body.addLayout(self._rows)
        self.body.addWidget(self.easier)
        self.body.addWidget(self.keys_hint)
        self.body.addWidget(self.words_area)

    def _connect(self) -> None:
        self.reporter_chips.changed.connect(self._switch)
        self.day_ticks.changed.connect(self._answered)
        self.none_chip.clicked.connect(self._say_no_days)
        self.not_asked_chip.clicked.connect(self.changed)
        self.ease_bar.chosen.connect(self._answered)
        self.words_area.textChanged.connect(self._answered)

    def _show_report(self) -> None:
        self._loading = True
        report = self._reports.get(self._by) or blank_report(self._by, None, self._plan)
        for row in self.rows:
            take_away(row, self._rows)
        self.rows = [
            ActivityReportRow(one, self._planned(one.activity_id), self._window)
            for one in report.activities
        ]
        for row in self.rows:
            self._rows.addWidget(row)
            row.changed.connect(self._answered)
        self.keys_hint.setVisible(bool(self.rows) and not self._is_plain)
        self.day_ticks.show_days(report.practiced_on)
        self.none_chip.setChecked(report.practiced_on == ())
        self.ease_bar.set_value(report.overall or "")
        self.words_area.setPlainText(report.words)
        self._ask_for_words()
        self._loading = False
        self._count_days()
        self._weigh_not_asked()
        self.rebuilt.emit()

    def _ask_for_words(self) -> None:
        name = first_name(self._by) if self._by else self.tr("The parent")
        about = self.tr("{0} says …").format(name)
        plain = self.tr("Tell us in your own words")
        self.words_area.setPlaceholderText(plain if self._is_plain else about)

    def _planned(self, activity_id: int | None) -> str:
        listed = self._plan.activities if self._plan else ()
        for activity in listed:
            if activity.id == activity_id:
                return self.tr("{0} min, {1} times a week").format(
                    activity.minutes, activity.times_a_week
                )
        return ""

    def _keep(self) -> None:
        report = self._reports.get(self._by) or blank_report(self._by, None, self._plan)
        ease = self.ease_bar.value()
        self._reports[self._by] = replace(
            report,
            activities=tuple(row.told() for row in self.rows),
            practiced_on=self.day_ticks.days(),
            overall=Ease(ease) if ease else None,
            words=self.words_area.toPlainText(),
        )

    def _offer_reporters(self) -> None:
        names = [name for name in self._reports if name]
        self._loading = True
        self.reporter_chips.clear()
        for name in names:
            words = self.tr("{0}’s report").format(first_name(name))
            self.reporter_chips.add(name, words, checked=name == self._by)
        self.reporter_chips.setVisible(len(names) > 1)
        self._loading = False
        self.rebuilt.emit()

    @Slot()
    def _switch(self) -> None:
        chosen = self.reporter_chips.chosen()
        if self._loading or not chosen:
            return
        self._keep()
        self._by = chosen[0]
        self._show_report()

    @Slot()
    def _answered(self) -> None:
        if self._loading:
            return
        self.none_chip.setChecked(self.day_ticks.days() == ())
        self._count_days()
        self._weigh_not_asked()
        self.changed.emit()

    @Slot()
    def _say_no_days(self) -> None:
        self.day_ticks.show_days(() if self.none_chip.isChecked() else None)
        self._answered()

    def _weigh_not_asked(self) -> None:
        """Once a parent has said something, it was asked."""
        self._keep()
        if self.easier.weigh(self._reports.values()):
            self.rebuilt.emit()
        said = any(report.says_anything for report in self._reports.values())
        self.not_asked_chip.setEnabled(not said)
        if said:
            self.not_asked_chip.setChecked(False)

    def _count_days(self) -> None:
        practiced = self.day_ticks.days()
        if practiced is None:
            self.hint.setText(self.tr("Days not known yet"))
            return
        if len(self._days) > A_WEEK:
            words = self.tr("{0} of {1} days since {2}")
            day = short_day(self._days[0])
            self.hint.setText(words.format(len(practiced), len(self._days), day))
            return
        week = self.tr("{0} of {1} this week").format(len(practiced), len(self._days))
        since = [day for day in self._days if self._since and day >= self._since]
        if not since or len(since) == len(self._days):
            self.hint.setText(week)
            return
        done = sum(day in since for day in practiced)
        words = self.tr("{0} of {1} day since {2}")
        if len(since) > 1:
            words = self.tr("{0} of {1} days since {2}")
        asked = words.format(done, len(since), weekday(since[0]))
        self.hint.setText(f"{asked}, {week}")
