"""What of a child's visits can still be changed: one line for each series that is running."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ot_desktop.caseload.domain import first_name
from ot_desktop.day_words import WEEKDAYS, clock_text, long_day
from ot_desktop.scheduling.domain import ScheduledSession
from ot_desktop.scheduling.rearranging import can_change
from ot_desktop.scheduling.series_changes import progress
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.label import label


class SeriesCard(Card):
    """``change_wanted`` carries the next session of a series, ``papers_wanted`` the series."""

    change_wanted = Signal(int)
    papers_wanted = Signal(int)

    def __init__(self, sessions: Sequence[ScheduledSession]) -> None:
        super().__init__(self.tr("Booked together"), icon="calendar-repeat")
        series: dict[int, list[ScheduledSession]] = {}
        for each in sessions:
            if each.series_id is not None:
                series.setdefault(each.series_id, []).append(each)
        self.buttons: list[Button] = []
        self.paper_buttons: list[Button] = []
        for together in series.values():
            to_come = [each for each in together if can_change(each)]
            if to_come:
                self.add(self._line(together, to_come))

    def _line(self, together: list[ScheduledSession], to_come: list[ScheduledSession]) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 2, 0, 2)
        words = QVBoxLayout()
        words.setSpacing(2)
        title = self._title(to_come)
        words.addWidget(label(title, "body-strong", wrap=True))
        if len(together) > 1:
            words.addWidget(label(self._progress(together), "small", "text-2"))
        row.addLayout(words, 1)
        papers = Button(self.tr("Print"), size="small", icon="printer")
        papers.setAccessibleName(self.tr("Papers for the family: {0}").format(title))
        papers.clicked.connect(partial(self.papers_wanted.emit, to_come[0].series_id))
        self.paper_buttons.append(papers)
        row.addWidget(papers)
        button = Button(self.tr("Change"), size="small")
        button.setAccessibleName(self.tr("Change {0}").format(title))
        button.clicked.connect(partial(self.change_wanted.emit, to_come[0].id))
        self.buttons.append(button)
        row.addWidget(button)
        return line

    def _title(self, to_come: list[ScheduledSession]) -> str:
        first = to_come[0]
        who = first_name(first.therapist_name)
        if len(to_come) == 1:
            when = f"{long_day(first.starts.date())}, {clock_text(first.starts)}"
        else:
            days = sorted({each.starts.weekday() for each in to_come})
            times = sorted({each.starts.time() for each in to_come})
            named = " ".join(WEEKDAYS[day][:3] for day in days)
            when = f"{named}, {', '.join(clock_text(at) for at in times)}"
        return ", ".join(part for part in (when, who, first.room_name or "") if part)

    def _progress(self, together: list[ScheduledSession]) -> str:
        found = progress(together)
        words = self.tr("{0} held · {1} to come").format(found.held, found.to_come)
        return words + (self.tr(" · {0} missed").format(found.missed) if found.missed else "")
