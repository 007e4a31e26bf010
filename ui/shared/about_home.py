"""About home: what a family told, by topic, each line with its day and who said it."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ot_desktop.caseload.about_home import AboutHomeService, HomeLine, HomeLineDraft, HomeTopic
from ot_desktop.caseload.domain import Caregiver
from ot_desktop.clock import today
from ot_desktop.day_words import day_text
from ot_desktop.errors import ClinicError, ValidationError
from ui.widgets.button import Button, IconButton
from ui.widgets.choice import ComboBox
from ui.widgets.field import line_edit
from ui.widgets.label import label
from ui.widgets.leaving import empty
from ui.widgets.notice import Notice
from ui.widgets.text_area import TextArea


def topic_words(topic: HomeTopic) -> str:
    """Return the name of a topic."""
    return {
        HomeTopic.MOTIVATORS: _tr("What motivates"),
        HomeTopic.HOME_AND_CLINIC: _tr("Home and clinic compared"),
        HomeTopic.HARD_ROUTINES: _tr("Hard routines"),
        HomeTopic.WHAT_FITS: _tr("What fits the family"),
        HomeTopic.SPACE_AND_EQUIPMENT: _tr("Space and equipment"),
        HomeTopic.SIBLINGS: _tr("Siblings"),
    }[topic]


class HomeLines(QWidget):
    """The lines under their topics; ``take_off_wanted`` carries a line."""

    take_off_wanted = Signal(object)

    def __init__(self, *, may_edit: bool) -> None:
        super().__init__()
        self._may_edit = may_edit
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(3)

    def show_lines(self, lines: Sequence[HomeLine]) -> None:
        """Show what was told; a topic nobody was asked about says so."""
        empty(self._column)
        for topic in HomeTopic:
            told = [line for line in lines if line.topic is topic]
            head = label(topic_words(topic), "label", "text")
            head.setContentsMargins(0, 5, 0, 0)
            self._column.addWidget(head)
            for line in told:
                self._column.addWidget(self._line(line))
            if not told:
                self._column.addWidget(label(self.tr("Not asked yet."), "small", "text-3"))

    def _line(self, line: HomeLine) -> QWidget:
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(label(line.words, "body", wrap=True))
        when = day_text(line.said_on, today())
        said = self.tr("{0}, {1}").format(line.said_by, when) if line.said_by else when
        words.addWidget(label(said, "small", "text-2", wrap=True))
        row.addLayout(words, 1)
        if self._may_edit:
            off = IconButton("x", self.tr("Take off: {0}").format(line.words), size="small")
            off.clicked.connect(partial(self.take_off_wanted.emit, line))
            row.addWidget(off, alignment=Qt.AlignmentFlag.AlignTop)
        return made


class AboutHome(QWidget):
    """Shows and asks; a line taken off can be put back in place."""

    def __init__(self, about_home: AboutHomeService, *, may_edit: bool) -> None:
        super().__init__()
        self._service = about_home
        self._child_id: int | None = None
        self._taken_off: int | None = None
        self.lines = HomeLines(may_edit=may_edit)
        self.topic_combo = ComboBox(self.tr("What it is about"))
        for topic in HomeTopic:
            self.topic_combo.addItem(topic_words(topic), topic.value)
        self.words_area = TextArea(
            self.tr("What the family told"), self.tr("What the family told"), lines=1
        )
        self.who_edit = line_edit(self.tr("Who said so"), self.tr("Who said so"))
        self.add_button = Button(self.tr("Add"), icon="plus", size="small")
        self.problem = label("", "small", "danger-text", wrap=True)
        self.problem.hide()
        self.notice = Notice("info", "arrow-back-up", action=self.tr("Put back"))
        self._form = QWidget()
        self._build(may_edit=may_edit)
        self.lines.take_off_wanted.connect(self._take_off)
        self.add_button.clicked.connect(self._add)
        if self.notice.button is not None:
            self.notice.button.clicked.connect(self._put_back)

    def show_child(self, child_id: int, people: Sequence[Caregiver]) -> None:
        """Show one child's lines; what is typed and not added yet stays with the child."""
        if child_id != self._child_id:
            self._child_id = child_id
            self.notice.say("")
            self.words_area.clear()
            first = people[0] if people else None
            relation = f" ({first.relation})" if first and first.relation else ""
            self.who_edit.setText(f"{first.full_name}{relation}" if first else "")
        self.reload()

    @Slot()
    def reload(self) -> None:
        """Show what is saved now."""
        if self._child_id is not None:
            self.lines.show_lines(self._service.of_child(self._child_id))

    def _build(self, *, may_edit: bool) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.lines)
        column.addWidget(self.notice)
        form = QVBoxLayout(self._form)
        form.setContentsMargins(0, 4, 0, 0)
        form.setSpacing(6)
        form.addWidget(self.topic_combo)
        form.addWidget(self.words_area)
        last = QHBoxLayout()
        last.setSpacing(6)
        last.addWidget(self.who_edit, 1)
        last.addWidget(self.add_button)
        form.addLayout(last)
        form.addWidget(self.problem)
        column.addWidget(self._form)
        self._form.setVisible(may_edit)

    @Slot()
    def _add(self) -> None:
        if self._child_id is None:
            return
        topic = HomeTopic(self.topic_combo.currentData())
        draft = HomeLineDraft(topic, self.words_area.toPlainText(), self.who_edit.text())
        try:
            self._service.tell(self._child_id, draft)
        except ValidationError as error:
            self._say(" ".join(error.fields.values()))
            self.words_area.setFocus()
        except ClinicError as error:
            self._say(str(error))
        else:
            self._say("")
            self.words_area.clear()
            self.reload()
            self.words_area.setFocus()

    @Slot(object)
    def _take_off(self, line: HomeLine) -> None:
        if self._changed(self._service.take_off, line.id):
            self._taken_off = line.id
            self.notice.say(self.tr("Taken off: {0}").format(line.words))

    @Slot()
    def _put_back(self) -> None:
        if self._taken_off is not None and self._changed(self._service.put_back, self._taken_off):
            self._taken_off = None
            self.notice.say("")

    def _changed(self, change: Callable[[int, int], None], line_id: int) -> bool:
        if self._child_id is None:
            return False
        try:
            change(self._child_id, line_id)
        except ClinicError as error:
            self._say(str(error))
            return False
        self.reload()
        return True

    def _say(self, sentence: str) -> None:
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))


def _tr(words: str) -> str:
    return QCoreApplication.translate("about_home", words)
