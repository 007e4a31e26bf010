"""Who of the family is trained in what: each strategy, the help needed, when it was last shown."""

from collections.abc import Sequence
from itertools import groupby

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ot_desktop.clock import today
from ot_desktop.day_words import day_text
from ot_desktop.notes.parent_part import ParentHelp
from ot_desktop.notes.training import Training
from ot_desktop.notes.wording import PARENT_HELP, SHOWN
from ui.widgets.badge import Badge, BadgeKind
from ui.widgets.card import Card
from ui.widgets.label import label
from ui.widgets.leaving import empty


class TrainingCard(Card):
    """One block for each caregiver, the strategies by name."""

    def __init__(self) -> None:
        super().__init__(_tr("Who is trained in what"), icon="school")
        self._rows = QVBoxLayout()
        self._rows.setSpacing(6)
        self.body.addLayout(self._rows)

    def show_training(self, training: Sequence[Training]) -> None:
        """Show who was shown what."""
        empty(self._rows)
        for name, each in groupby(training, key=lambda one: one.caregiver):
            self._rows.addWidget(label(name, "body-strong", wrap=True))
            for one in each:
                self._rows.addWidget(_row(one))
        if not training:
            words = _tr("Nothing was shown yet. The session note keeps who was shown what.")
            self._rows.addWidget(label(words, "body", "text-2", wrap=True))


def _row(one: Training) -> QWidget:
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    words = QVBoxLayout()
    words.setSpacing(0)
    words.addWidget(label(one.strategy, "body", wrap=True))
    how = ", ".join(_tr(SHOWN[step]).lower() for step in one.how)
    when = _tr("{0}, last {1}").format(how.capitalize(), day_text(one.last_shown, today()))
    words.addWidget(label(when, "small", "text-2", wrap=True))
    row.addLayout(words, 1)
    kind: BadgeKind = "ok" if one.is_trained else "info"
    if one.level is None:
        badge = Badge(_tr("Not tried yet"), "neutral")
    else:
        icon = "check" if one.level is ParentHelp.ALONE else ""
        badge = Badge(_tr(PARENT_HELP[one.level]), kind, icon)
    row.addWidget(badge, alignment=Qt.AlignmentFlag.AlignTop)
    return made


def _tr(words: str) -> str:
    return QCoreApplication.translate("training", words)
