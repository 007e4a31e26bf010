"""The alerts under a child's name: the same words, in the same order, on every screen."""

from collections.abc import Iterator
from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ot_desktop.caseload.domain import (
    Alert,
    AlertKind,
    AlertReview,
    Alerts,
    Asked,
    Caregiver,
    ChildPage,
)
from ot_desktop.day_words import dated
from ui.widgets.banner import AlertBanner, BannerKind
from ui.widgets.leaving import take_away

_LOOK: dict[AlertKind, tuple[BannerKind, str]] = {
    AlertKind.ALLERGY: ("danger", "alert-triangle"),
    AlertKind.PRECAUTION: ("warn", "hand-stop"),
    AlertKind.PICK_UP: ("info", "users"),
    AlertKind.OTHER: ("warn", "info-circle"),
}


class AlertStrip(QWidget):
    """Cannot be closed or scrolled away; says so when nobody has asked yet."""

    def __init__(self, *, stacked: bool = False) -> None:
        super().__init__()
        self._row = QVBoxLayout(self) if stacked else QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(8)
        self.banners: list[AlertBanner] = []

    def show_alerts(self, child: ChildPage, today: date) -> None:
        """Show what is listed and what has not been asked."""
        for banner in self.banners:
            take_away(banner, self._row)
        self.banners = list(self._made(child, today))
        for banner in self.banners:
            self._row.addWidget(banner)
        self.setVisible(bool(self.banners))

    def _made(self, child: ChildPage, today: date) -> Iterator[AlertBanner]:
        for kind in (AlertKind.ALLERGY, AlertKind.PRECAUTION):
            yield from self._of_kind(child, kind, today)
        pick_up = [*map(_words, child.alerts.of(AlertKind.PICK_UP)), *_custody(child.caregivers)]
        if pick_up:
            yield AlertBanner("info", self.tr("Pick-up:"), " ".join(pick_up), "users")
        for alert in child.alerts.of(AlertKind.OTHER):
            yield AlertBanner("warn", f"{alert.title}.", alert.details, "info-circle")
        yield from self._none_known(child.alerts, today)

    def _of_kind(self, child: ChildPage, kind: AlertKind, today: date) -> Iterator[AlertBanner]:
        is_allergy = kind is AlertKind.ALLERGY
        review = child.alerts.allergies if is_allergy else child.alerts.precautions
        look, icon = _LOOK[kind]
        listed = child.alerts.of(kind)
        if listed:
            lead = self.tr("Allergy:") if is_allergy else self.tr("Precaution:")
            words = " ".join(_words(alert) for alert in listed)
            again = self._ask_again(review, today)
            yield AlertBanner(look, lead, f"{words} {again}".strip(), icon)
        elif review.asked is Asked.NOT_ASKED:
            what = self.tr("Allergies") if is_allergy else self.tr("Precautions")
            ask = self.tr("not asked yet. Ask the family.")
            yield AlertBanner("warn", what, ask, "help")
        elif review.is_due(today):
            what = self.tr("Allergies") if is_allergy else self.tr("Precautions")
            ask = self.tr("none known, asked over a year ago. Ask again.")
            if review.reviewed_on is None:
                ask = self.tr("none known, but not when this was asked. Ask again.")
            yield AlertBanner("warn", what, ask, "help")

    def _none_known(self, alerts: Alerts, today: date) -> Iterator[AlertBanner]:
        """Say what was asked and not found, so that no banner never means nobody asked."""
        asked = [
            (words, review)
            for words, review in (
                (self.tr("allergies"), alerts.allergies),
                (self.tr("precautions"), alerts.precautions),
            )
            if review.asked is Asked.NONE_KNOWN and not review.is_due(today)
        ]
        if not asked:
            return
        lead = self.tr("No known {0}.").format(self.tr(" or ").join(words for words, _ in asked))
        when = min(review.reviewed_on for _, review in asked if review.reviewed_on)
        words = self.tr("Asked {0}.").format(dated(when))
        who = {review.reviewed_by for _, review in asked}
        if len(who) == 1 and "" not in who:
            words = self.tr("Asked {0} by {1}.").format(dated(when), *who)
        yield AlertBanner("ok", lead, words)

    def _ask_again(self, review: AlertReview, today: date) -> str:
        if review.reviewed_on is None:
            return self.tr("Not known when this was asked; ask again.")
        return self.tr("Asked over a year ago; ask again.") if review.is_due(today) else ""


def _words(alert: Alert) -> str:
    details = f": {alert.details}" if alert.details else ""
    text = f"{alert.title}{details}"
    return text if text.endswith((".", "!", "?")) else f"{text}."


def _custody(caregivers: tuple[Caregiver, ...]) -> Iterator[str]:
    for caregiver in caregivers:
        if caregiver.custody_note:
            yield caregiver.custody_note.rstrip(".") + "."
