"""The foot of the Book panel: the dates of a series, the reason for a warning, the button."""

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ot_desktop.scheduling.preview import SeriesPreview
from ui.widgets.button import Button
from ui.widgets.field import Field
from ui.widgets.notice import Notice


class BookFoot(QWidget):
    """Stays in sight while the form above it scrolls."""

    def __init__(self) -> None:
        super().__init__()
        self.first_button = Button(self.tr("Use first alternative for all"), size="small")
        self.dates_button = Button(self.tr("Every date"), "link", size="small")
        self.reason_edit = QLineEdit()
        self.reason_edit.setPlaceholderText(self.tr("For example: agreed with Ben by phone"))
        self.reason_field = Field(
            self.tr("Why book it all the same?"),
            self.reason_edit,
            hint=self.tr("Kept on the visit with your name."),
        )
        self.error_notice = Notice("danger", "alert-circle")
        self.book_button = Button(
            self.tr("Book"), "primary", icon="calendar-plus", keys=self.tr("Ctrl Enter")
        )
        row = QHBoxLayout()
        row.addWidget(self.first_button)
        row.addWidget(self.dates_button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 12)
        column.setSpacing(8)
        column.addLayout(row)
        column.addWidget(self.reason_field)
        column.addWidget(self.error_notice)
        column.addWidget(self.book_button)
        for widget in (self.first_button, self.dates_button, self.reason_field):
            widget.hide()

    def show_preview(
        self, preview: SeriesPreview | None, second: SeriesPreview | None = None
    ) -> None:
        """Offer what can be done with a booking as it stands, a sibling's beside it."""
        shown = [each for each in (preview, second) if each is not None]
        many = preview is not None and len(preview.rows) > 1
        stuck = preview.conflicts if preview is not None else ()
        self.reason_field.setVisible(any(each.needs_reason for each in shown))
        self.dates_button.setVisible(many)
        self.first_button.setVisible(many and any(row.alternatives for row in stuck))
        count = sum(len(each.booked) for each in shown)
        words = self.tr("Book {0} visits").format(count) if count > 1 else self.tr("Book")
        self.book_button.setText(words)
        self.book_button.setEnabled(all(each.can_book for each in shown))

    def clear(self) -> None:
        """Forget the reason of the last booking."""
        self.reason_edit.clear()
        self.reason_field.set_problem(None)
        self.error_notice.say("")
