"""The two honest rates of one child's attendance, each with its definition beside it."""

from PySide6.QtWidgets import QGridLayout

from ot_desktop.scheduling.attendance import Policy
from ot_desktop.scheduling.rates import FAMILY_ATTENDANCE, LOST_SLOTS, Attendance, percent
from ui.widgets.card import Card
from ui.widgets.label import label


class AttendanceCard(Card):
    """What is counted stands beside each number, so that nobody has to ask."""

    def __init__(self, counted: Attendance, policy: Policy) -> None:
        super().__init__(self.tr("Attendance"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(2, 1)
        rates = (
            (self.tr("Family attendance"), counted.family, FAMILY_ATTENDANCE),
            (self.tr("Lost slots"), counted.lost_slots, LOST_SLOTS),
        )
        for row, (name, rate, definition) in enumerate(rates):
            number = label(percent(rate), "number")
            number.setAccessibleName(f"{name}: {percent(rate)}")
            grid.addWidget(number, row, 0)
            grid.addWidget(label(name, "body-strong"), row, 1)
            words = definition.format(days=policy.make_up_days)
            grid.addWidget(label(words, "small", "text-2", wrap=True), row, 2)
        self.body.addLayout(grid)
        self.add(label(self._counts(counted), "small", "text-2", wrap=True))

    def _counts(self, counted: Attendance) -> str:
        words = self.tr(
            "{0} visits planned: {1} held, {2} missed by the family ({3} made up), {4} canceled "
            "by the clinic."
        ).format(
            counted.planned,
            counted.attended,
            counted.missed_by_family,
            counted.made_up,
            counted.by_clinic,
        )
        if counted.not_said:
            more = self.tr("Of {0} visits nobody has said yet what became of them.")
            words += " " + more.format(counted.not_said)
        return words
