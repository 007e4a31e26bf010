"""Marks, while one writes, the long sentences and hard words of an English text."""

import re

from PySide6.QtCore import Slot
from PySide6.QtGui import QSyntaxHighlighter, QTextCharFormat, QTextDocument

from ot_desktop.home_programs.readability import read
from ui.theme import theme


class ReadingMarks(QSyntaxHighlighter):
    """Hard words are underlined, long sentences stand on amber; neither is forbidden."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._formats()
        theme().changed.connect(self._restyle)

    def highlightBlock(self, text: str) -> None:  # noqa: N802 -- Qt's name
        """Mark one paragraph."""
        found = read(text)
        for sentence in found.long_sentences:
            at = text.find(sentence)
            if at >= 0:
                self.setFormat(at, len(sentence), self._long)
        for word in found.hard_words:
            for hit in re.finditer(rf"\b{re.escape(word)}\b", text):
                hard = QTextCharFormat(self.format(hit.start()))
                hard.merge(self._hard)
                self.setFormat(hit.start(), len(word), hard)

    def _formats(self) -> None:
        self._long = QTextCharFormat()
        self._long.setBackground(theme().color("warn-soft"))
        self._hard = QTextCharFormat()
        self._hard.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        self._hard.setUnderlineColor(theme().color("warn-text"))

    @Slot()
    def _restyle(self) -> None:
        self._formats()
        self.rehighlight()
