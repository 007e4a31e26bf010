"""What is in a library file, before any of it is taken in."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ot_desktop.home_programs.activities.checking import hints
from ot_desktop.home_programs.activities.package import Package
from ot_desktop.home_programs.activities.service import ActivityLibrary
from ot_desktop.home_programs.domain import Activity
from ui.home_programs.words import tr
from ui.widgets.badge import Badge, BadgeKind
from ui.widgets.choice import CheckBox
from ui.widgets.dialog import Dialog
from ui.widgets.fitted_scroller import FittedScroller
from ui.widgets.label import label

_LOOKS: dict[str, BadgeKind] = {"new": "ok", "changed": "warn", "same": "neutral"}


class TakeInDialog(Dialog):
    """Each activity with a box to tick; what could not be read is named by file and field."""

    def __init__(self, library: ActivityLibrary, package: Package, parent: QWidget | None) -> None:
        super().__init__(
            tr("Take in these activities?"),
            tr("They come in as drafts: families get what you approve. Nothing is overwritten."),
            parent,
        )
        self._how = library.compared(package.activities)
        drafts = {one.key for one in library.entries() if one.draft is not None}
        self.boxes: dict[str, CheckBox] = {}
        self._activities = {one.key: one for one in package.activities}
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(2, 0, 8, 0)
        self._column.setSpacing(6)
        for fault in package.faults:
            self._column.addWidget(label(str(fault), "small", "danger-text", wrap=True))
        for activity in package.activities:
            self._column.addWidget(self._row(activity, has_draft=activity.key in drafts))
        self.body.addWidget(FittedScroller(inside))
        self.add_choice("no", tr("Cancel"), safe=True)
        self.take_button = self.add_choice("yes", "", "primary")
        self._count()

    def wanted(self) -> list[Activity]:
        """Return what is ticked."""
        return [self._activities[key] for key, box in self.boxes.items() if box.isChecked()]

    def _row(self, activity: Activity, *, has_draft: bool) -> QWidget:
        how = self._how[activity.key]
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        box = CheckBox(activity.words["en"].title, checked=how != "same" and not has_draft)
        box.setEnabled(how != "same" and not has_draft)
        box.toggled.connect(self._count)
        self.boxes[activity.key] = box
        row.addWidget(box)
        row.addWidget(Badge(_how_words(how), _LOOKS[how]))
        told = _told(activity)
        if has_draft:
            told = tr("You have a draft of it: approve it or put it aside first.")
        row.addWidget(label(told, "small", "text-2", wrap=True), 1)
        return holder

    @Slot()
    def _count(self) -> None:
        count = len(self.wanted())
        words = tr("Take in 1 as a draft") if count == 1 else tr("Take in {0} as drafts")
        self.take_button.setText(words.format(count))
        self.take_button.setEnabled(count > 0)
        self.take_button.updateGeometry()


def _how_words(how: str) -> str:
    return {"new": tr("New"), "changed": tr("Changed"), "same": tr("The same as yours")}[how]


def _told(activity: Activity) -> str:
    """Return what is worth a second look, and whose the picture is."""
    found = len(hints(activity))
    parts = [tr("1 hint") if found == 1 else tr("{0} hints").format(found)] if found else []
    if activity.photo is not None:
        parts.append(activity.photo.credit_line or tr("photo without credit"))
    return ", ".join(parts)
