"""The picture of the activity that is written: one of our drawings, or a photo dropped on it."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from ot_desktop.errors import ClinicError
from ot_desktop.home_programs.activities.domain import TINTS, Entry
from ot_desktop.home_programs.activities.pictures import MOST_CREDIT, photo_of
from ot_desktop.home_programs.domain import Activity
from ui.asking import Asker
from ui.home_programs.activities.drawing_dialog import choose_drawing
from ui.home_programs.activities.picture import PictureView
from ui.home_programs.words import tr
from ui.widgets.button import Button
from ui.widgets.field import Field
from ui.widgets.file_drops import FileDrops
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.label import label

_MOST_BYTES = 20_000_000


class PictureBox(QWidget):
    """``changed`` tells that another picture, license or credit is wanted."""

    changed = Signal()

    def __init__(self, asker: Asker) -> None:
        super().__init__()
        self._asker = asker
        self._activity: Activity | None = None
        self._entries: tuple[Entry, ...] = ()
        self._build()
        self._drops = FileDrops(self)
        self._drops.dropped.connect(self._take_dropped)

    def show_activity(self, activity: Activity, entries: tuple[Entry, ...]) -> None:
        """Show the picture of an activity; drawings of all ``entries`` can be chosen."""
        self._activity, self._entries = activity, entries
        self._show()

    def put_on(self, activity: Activity) -> Activity:
        """Return ``activity`` with the picture that is shown."""
        if self._activity is None:
            return activity
        photo = self._activity.photo
        if photo is not None:
            license_, credit = self.license_edit.text(), self.credit_edit.text()
            photo = replace(photo, license=license_.strip(), credit=credit.strip())
        shown = self._activity
        return replace(activity, drawing=shown.drawing, tint=shown.tint, photo=photo)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.picture = PictureView(260)
        column.addWidget(self.picture)
        self.drop_label = label(
            tr("Drop a photo here, or choose one."), "small", "text-2", wrap=True
        )
        column.addWidget(self.drop_label)
        holder = QWidget()
        flow = FlowLayout(holder, gap=6)
        self.photo_button = Button(tr("Photo"), icon="photo", size="small")
        self.drawing_button = Button(tr("Drawing"), icon="pencil", size="small")
        self.none_button = Button(tr("None"), "link", size="small")
        for button in (self.photo_button, self.drawing_button, self.none_button):
            flow.addWidget(button)
        self.none_button.setAccessibleName(tr("No picture"))
        column.addWidget(holder)
        self._add_credits(column)
        self.photo_button.clicked.connect(self._ask_photo)
        self.drawing_button.clicked.connect(self._ask_drawing)
        self.none_button.clicked.connect(self._take_none)

    def _add_credits(self, column: QVBoxLayout) -> None:
        self.problem = label("", "small", "danger-text", wrap=True)
        self.problem.hide()
        column.addWidget(self.problem)
        self._credits = QWidget()
        inside = QVBoxLayout(self._credits)
        inside.setContentsMargins(0, 0, 0, 0)
        self.credit_edit, self.license_edit = QLineEdit(), QLineEdit()
        hint = tr("Only for a picture from elsewhere. It is printed under the picture.")
        inside.addWidget(Field(tr("Who made it"), self.credit_edit, optional=True))
        inside.addWidget(Field(tr("License"), self.license_edit, optional=True, hint=hint))
        column.addWidget(self._credits)
        for edit in (self.credit_edit, self.license_edit):
            edit.setMaxLength(MOST_CREDIT)
            edit.textChanged.connect(self.changed)

    def _show(self) -> None:
        if self._activity is None:
            return
        self.picture.show_picture(self._activity)
        photo = self._activity.photo
        self._credits.setVisible(photo is not None)
        self.drop_label.setVisible(photo is None and self._activity.drawing is None)
        self.none_button.setVisible(photo is not None or self._activity.drawing is not None)
        for edit, text in (
            (self.credit_edit, photo.credit if photo else ""),
            (self.license_edit, photo.license if photo else ""),
        ):
            with QSignalBlocker(edit):
                edit.setText(text)

    def _change(self, activity: Activity) -> None:
        self._activity = activity
        self.problem.hide()
        self._show()
        self.changed.emit()

    @Slot()
    def _ask_photo(self) -> None:
        path = self._asker.file_to_open(tr("Choose a photo"), tr("Pictures (*.jpg *.jpeg *.png)"))
        if path is not None:
            self._take(path)

    @Slot(list)
    def _take_dropped(self, paths: list[Path]) -> None:
        self._take(paths[0])

    def _take(self, path: Path) -> None:
        if self._activity is None:
            return
        try:
            photo = photo_of(path.name, _bytes(path))
        except ClinicError as refusal:
            self.problem.setText(str(refusal))
            self.problem.show()
            return
        self._change(replace(self._activity, photo=photo))

    @Slot()
    def _ask_drawing(self) -> None:
        chosen = choose_drawing(self._entries, self._asker.window)
        if chosen is not None and self._activity is not None:
            drawing, tint = chosen
            self._change(replace(self._activity, drawing=drawing, tint=tint, photo=None))

    @Slot()
    def _take_none(self) -> None:
        if self._activity is not None:
            first = next(iter(self._activity.skills), None)
            tint = TINTS[first] if first else self._activity.tint
            self._change(replace(self._activity, drawing=None, photo=None, tint=tint))


def _bytes(path: Path) -> bytes:
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise ClinicError("This picture is too large. Save it smaller first.")
        return path.read_bytes()
    except OSError as error:
        raise ClinicError(f"{path.name} cannot be read. Check that you may open it.") from error
