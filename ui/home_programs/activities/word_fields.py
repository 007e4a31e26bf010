"""The fields of an activity's words in one language, with how hard they are to read."""

from collections.abc import Iterable

from PySide6.QtCore import QObject, QSignalBlocker, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from ot_desktop.home_programs.activities.checking import TARGET_GRADE, Remark
from ot_desktop.home_programs.activities.domain import (
    ENGLISH,
    NO_WORDS,
    SPANISH,
    filled,
    running_text,
)
from ot_desktop.home_programs.domain import ActivityWords
from ot_desktop.home_programs.readability import read
from ot_desktop.home_programs.spanish_readability import read_spanish
from ui.home_programs.activities.reading_marks import ReadingMarks
from ui.home_programs.activities.step_edits import StepEdits
from ui.home_programs.activities.words import field_words, language_words
from ui.home_programs.words import ease_words, tr
from ui.widgets.badge import Badge, BadgeKind
from ui.widgets.field import Field
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.label import label
from ui.widgets.text_area import TextArea

LINES = ("title", "short_title", "when")
ORDER = (
    "title",
    "why",
    "you_need",
    "steps",
    "say",
    "too_hard",
    "too_easy",
    "safety",
    "when",
    "short_title",
    "picture",
)
_MOST_SHOWN = 6


class WordFields(QObject):
    """``changed`` follows every key. ``fields`` stand in the order of ``ORDER``."""

    changed = Signal()

    def __init__(self, language: str, parent: QObject) -> None:
        super().__init__(parent)
        self.language = language
        self.head = _Head(language)
        self._marks: list[ReadingMarks] = []
        self._areas: dict[str, TextArea] = {}
        self._lines: dict[str, QLineEdit] = {}
        self.fields = {name: self._field(name) for name in ORDER}

    def words(self) -> ActivityWords:
        """Return what is typed now."""

        def one_line(name: str) -> str:
            return " ".join(self._areas[name].toPlainText().split())

        safety = self._areas["safety"].toPlainText().splitlines()
        return ActivityWords(
            **{name: edit.text().strip() for name, edit in self._lines.items()},
            why=one_line("why"),
            need=one_line("you_need"),
            steps=self.steps.steps(),
            say=one_line("say"),
            too_hard=one_line("too_hard"),
            too_easy=one_line("too_easy"),
            safety=tuple(line.strip() for line in safety if line.strip()),
            picture=one_line("picture"),
        )

    def show_words(self, words: ActivityWords) -> None:
        """Show these; nothing is told of it."""
        with QSignalBlocker(self):  # the editors themselves tell: they grow with their text
            for name, edit in self._lines.items():
                edit.setText(getattr(words, name))
                edit.setCursorPosition(0)
            for name, area in self._areas.items():
                value = getattr(words, "need" if name == "you_need" else name)
                area.setPlainText(value if isinstance(value, str) else "\n".join(value))
            self.steps.show_steps(words.steps)
        self.measure()

    def measure(self) -> None:
        """Say how hard the words are to read."""
        self.head.show_reading(self.words())

    def show_hints(self, remarks: Iterable[Remark]) -> None:
        """Put amber sentences beside their fields; problems that are shown stay."""
        told = self._own(remarks)
        self.steps.clear_warnings()
        for name, field in self.fields.items():
            if not field.problem:
                field.set_warning(told.get(name))
        for name, sentence in told.items():
            if name.startswith("steps["):
                self.steps.warn(int(name[6:-1]), sentence)

    def show_problems(self, remarks: Iterable[Remark]) -> Field | None:
        """Put red sentences beside their fields; return the first of these."""
        told = self._own(remarks)
        faulty: list[Field] = []
        for name, field in self.fields.items():
            first = [text for each, text in told.items() if each.partition("[")[0] == name]
            field.set_problem(first[0] if first else None)
            faulty += [field] if first else []
        return next(iter(faulty), None)

    def _own(self, remarks: Iterable[Remark]) -> dict[str, str]:
        place = f"words.{self.language}."
        own = (one for one in remarks if one.field.startswith(place))
        return {one.field.removeprefix(place): one.sentence for one in own}

    def _field(self, name: str) -> Field:
        called = field_words(name)
        editor: QWidget
        if name == "steps":
            editor = self.steps = StepEdits(
                f"{language_words(self.language)}, {called}", self._mark
            )
            self.steps.changed.connect(self.changed)
        elif name in LINES:
            editor = self._lines[name] = QLineEdit()
            editor.textChanged.connect(self.changed)
        else:
            lines = 1 if name in {"say", "safety", "picture"} else 2
            area = self._areas[name] = TextArea("", lines=lines, most_lines=8)
            area.textChanged.connect(self.changed)
            if name != "picture":
                self._mark(area)
            editor = area
        if name != "steps":
            editor.setAccessibleName(f"{language_words(self.language)}, {called}")
        return Field(_label(name), editor, hint=self._hint(name))

    def _hint(self, name: str) -> str:
        if name != "why" or self.language != ENGLISH:
            return ""
        return tr("{he}, {him}, {his} and {s} after a verb become the child’s own.")

    def _mark(self, area: TextArea) -> None:
        if self.language == ENGLISH:
            self._marks.append(ReadingMarks(area.document()))


def _label(name: str) -> str:
    return {
        "safety": tr("Safety, one line each"),
        "picture": tr("What the picture shows"),
        "when": tr("When, as the page says it"),
        "short_title": tr("Short name for the chart"),
    }.get(name, field_words(name))


class _Head(QWidget):
    """The language, its reading grade, and the words and sentences that make it hard."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self._language = language
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        holder = QWidget()
        flow = FlowLayout(holder, gap=8)
        flow.addWidget(label(language_words(language), "h3"))
        self.badge = Badge("", "neutral")
        flow.addWidget(self.badge)
        column.addWidget(holder)
        self.told = label("", "small", "text-2", wrap=True)
        column.addWidget(self.told)

    def show_reading(self, words: ActivityWords) -> None:
        """Measure the words as a family reads them."""
        self.badge.setVisible(words != NO_WORDS)
        self.told.setText("")
        plain = filled(words)
        if self._language == SPANISH:
            if words == NO_WORDS:
                self.told.setText(tr("No Spanish yet: families who read Spanish get none."))
            ease = read_spanish(running_text(plain))
            self.badge.show_badge(ease_words(ease), "ok" if ease.is_easy else "warn")
            return
        found = read(running_text(plain))
        grade = max(0.0, found.grade)
        kind: BadgeKind = "ok" if round(grade, 1) <= TARGET_GRADE else "warn"
        self.badge.show_badge(tr("Reading grade {0}").format(f"{grade:.1f}"), kind)
        self.told.setText(_told(found.hard_words, len(found.long_sentences)))


def _told(hard: tuple[str, ...], long: int) -> str:
    parts: list[str] = []
    if hard:
        more = (
            tr(" and {0} more").format(len(hard) - _MOST_SHOWN) if len(hard) > _MOST_SHOWN else ""
        )
        parts.append(tr("Hard words: {0}{1}.").format(", ".join(hard[:_MOST_SHOWN]), more))
    if long:
        words = tr("1 long sentence.") if long == 1 else tr("{0} long sentences.").format(long)
        parts.append(words)
    return " ".join(parts) or tr("No hard words, no long sentences.")
