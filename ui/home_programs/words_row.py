"""One text of an activity for this child: its name, the words, and the library's where changed."""

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from ui.home_programs.marked_edit import MarkedEdit
from ui.home_programs.words import tr
from ui.widgets.button import IconButton
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.label import label


class WordsRow(QObject):
    """``typed`` after every letter; ``taken_back`` when the library's words are wanted again."""

    typed = Signal()
    taken_back = Signal()

    def __init__(self, name: str, parent: QObject) -> None:
        super().__init__(parent)
        self._library = ""
        self.name_label = label(name, "small", "text-2")
        self.edit = MarkedEdit(name)
        self.before_label = ElidedLabel("caption", "text-2")
        self.back_button = IconButton(
            "arrow-back-up", tr("Library’s words, {0}").format(name), size="small"
        )
        self._holder = QWidget()
        column = QVBoxLayout(self._holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        column.addWidget(self.edit)
        self._before = QWidget()
        row = QHBoxLayout(self._before)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.before_label, 1)
        row.addWidget(self.back_button)
        column.addWidget(self._before)
        self.edit.textEdited.connect(self._tell)
        self.back_button.clicked.connect(self._take_back)

    def put_into(self, grid: QGridLayout, row: int) -> None:
        """Take a row of the form."""
        top = Qt.AlignmentFlag.AlignTop
        self.name_label.setContentsMargins(0, 6, 0, 0)
        grid.addWidget(self.name_label, row, 0, top)
        grid.addWidget(self._holder, row, 1)

    def show_words(self, words: str, library: str | None, *, typing: bool) -> None:
        """Show the words, and the library's below them where they differ; None: a new line."""
        self._library = library or ""
        if not typing:
            self.edit.put(words)
        self._show_before(words, library)

    def set_visible(self, *, visible: bool) -> None:
        """Show or hide the whole row."""
        self.name_label.setVisible(visible)
        self._holder.setVisible(visible)

    @property
    def is_changed(self) -> bool:
        """The library says it otherwise."""
        return not self._before.isHidden()

    def _show_before(self, words: str, library: str | None) -> None:
        if library is None:
            before = tr("Added for this child")
        elif words != library:
            before = tr("Library: {0}").format(library)
        else:
            before = ""
        self.before_label.show_text(before)
        self.back_button.setVisible(library is not None)
        self._before.setVisible(bool(before))

    @Slot()
    def _tell(self) -> None:
        self.typed.emit()

    @Slot()
    def _take_back(self) -> None:
        self.edit.put(self._library)
        self.taken_back.emit()
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)
