"""What the family answered about allergies, precautions or pick-up: listed, none, or not asked."""

from PySide6.QtCore import QCoreApplication, Slot
from PySide6.QtWidgets import QWidget

from ot_desktop.caseload.domain import Alert, AlertKind, Asked, ChildPage
from ot_desktop.caseload.service import CaseloadService
from ui.shared.form_dialog import FormDialog
from ui.widgets.field import Field
from ui.widgets.segmented import SegmentedControl
from ui.widgets.text_area import TextArea


def _tr(words: str) -> str:
    return QCoreApplication.translate("AlertsDialog", words)


class AlertsDialog(FormDialog):
    """One alert a line: what it is, a colon, what to do. An unchanged line keeps its history."""

    def __init__(
        self,
        caseload: CaseloadService,
        child: ChildPage,
        kind: AlertKind,
        parent: QWidget | None = None,
    ) -> None:
        questions = {
            AlertKind.ALLERGY: _tr("Allergies of {0}"),
            AlertKind.PRECAUTION: _tr("Precautions for {0}"),
            AlertKind.PICK_UP: _tr("Pick-up rules for {0}"),
            AlertKind.OTHER: _tr("Other alerts for {0}"),
        }
        super().__init__(questions[kind].format(child.first_name), _tr("Save"), parent)
        self._caseload = caseload
        self._child = child
        self._kind = kind
        self._build()

    def _build(self) -> None:
        self.asked_control = SegmentedControl(self.tr("What the family said"))
        for key, words in (
            ("not_asked", self.tr("Not asked yet")),
            ("none_known", self.tr("None known")),
            ("listed", self.tr("Listed")),
        ):
            self.asked_control.add(key, words)
        listed = self._child.alerts.of(self._kind)
        self.lines_edit = TextArea(self.tr("One a line"))
        self.lines_edit.setPlaceholderText(self.tr("Peanut: EpiPen in blue bag, call 911 if used"))
        self.lines_edit.setPlainText("\n".join(_line(alert) for alert in listed))
        fields = {}
        if self._kind in {AlertKind.ALLERGY, AlertKind.PRECAUTION}:
            fields["asked"] = Field(self.tr("What the family said today"), self.asked_control)
        hint = self.tr("Write what it is, a colon, and what to do.")
        fields["alerts"] = Field(self.tr("One a line"), self.lines_edit, hint=hint)
        self.show_fields(fields)
        is_allergy = self._kind is AlertKind.ALLERGY
        review = self._child.alerts.allergies if is_allergy else self._child.alerts.precautions
        self.asked_control.choose(Asked.LISTED.value if listed else review.asked.value)
        self.lines_edit.textChanged.connect(self._listed)

    @Slot()
    def _listed(self) -> None:
        if self.lines_edit.toPlainText().strip():
            self.asked_control.choose(Asked.LISTED.value)

    def save(self) -> None:
        """Keep the answer with today's date and the person's name."""
        known = {_line(alert): alert for alert in self._child.alerts.of(self._kind)}
        typed = [line.strip() for line in self.lines_edit.toPlainText().splitlines()]
        alerts = [known.get(line) or self._alert(line) for line in typed if line]
        asked = Asked(self.asked_control.chosen())
        if self._kind in {AlertKind.PICK_UP, AlertKind.OTHER}:
            asked = Asked.LISTED if alerts else Asked.NONE_KNOWN
        elif asked is not Asked.LISTED:
            alerts = []
        self._caseload.review_alerts(self._child.id, self._kind, asked, alerts)

    def _alert(self, line: str) -> Alert:
        title, _, details = line.partition(":")
        return Alert(self._kind, title.strip(), details.strip())


def _line(alert: Alert) -> str:
    return f"{alert.title}: {alert.details}" if alert.details else alert.title
