"""How hard an activity's words are to read: the grade, and hard words with simpler ones."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ot_desktop.home_programs.domain import ActivityWords
from ot_desktop.home_programs.readability import marks, read
from ot_desktop.home_programs.spanish_readability import read_spanish
from ui.home_programs.words import ease_words, mark_words
from ui.widgets.label import label, set_tone

GOOD_GRADE = 6


class ReadingLine(QWidget):
    """Hidden in a language without a measure."""

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        self.grade_label = label("", "small", "text-2", wrap=True)
        column.addWidget(self.grade_label)

    def show_words(self, words: ActivityWords, language: str = "en") -> None:
        """Measure what the family reads of one activity, in a language that has a measure."""
        texts = (words.why, words.need, *words.steps, words.say, words.too_hard, words.too_easy)
        text = "\n".join(texts)
        self.setVisible(language in {"en", "es"})
        if language == "es":
            ease = read_spanish(text)
            self.grade_label.setText(ease_words(ease))
            set_tone(self.grade_label, "text-2" if ease.is_easy else "warn-text")
            return
        grade = read(text).grade
        found = mark_words(marks(text))
        level = self.tr("Below grade 1 reading level.")
        if round(grade) >= 1:
            level = self.tr("Grade {0} reading level.").format(round(grade))
        self.grade_label.setText(f"{level} {found}".strip())
        set_tone(self.grade_label, "warn-text" if round(grade) > GOOD_GRADE else "text-2")
