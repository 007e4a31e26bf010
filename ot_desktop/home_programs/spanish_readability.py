"""How easy a Spanish text is to read (INFLESZ); a hint like the English school grade."""

import re
from enum import StrEnum

from ot_desktop.home_programs.readability import sentences_and_words

# A y before a vowel is a consonant; every other y sounds like i.
_CONSONANT_Y = re.compile(r"y(?=[aeiouáéíóúü])")
_STRONG = "aeoáéóíú"
_SYLLABLE = re.compile(rf"[{_STRONG}]|(?<![{_STRONG}iuüy])[iuüy]+(?![{_STRONG}iuüy])")
_VERY_EASY_ABOVE = 80


class Ease(StrEnum):
    """The five steps of the INFLESZ scale."""

    VERY_EASY = "very easy"
    FAIRLY_EASY = "fairly easy"
    NORMAL = "normal"
    SOMEWHAT_HARD = "somewhat hard"
    VERY_HARD = "very hard"

    @property
    def is_easy(self) -> bool:
        """Tell whether families read it without effort: fairly easy or easier."""
        return self in {Ease.VERY_EASY, Ease.FAIRLY_EASY}


_LEAST = ((65, Ease.FAIRLY_EASY), (55, Ease.NORMAL), (40, Ease.SOMEWHAT_HARD))


def perspicuity(words: int, sentences: int, syllables: int) -> float:
    """Return the points of a Spanish text, easier when more.

    The formula is F. Szigriszt Pazos's: Sistemas predictivos de legibilidad del mensaje escrito:
    fórmula de perspicuidad, doctoral thesis, Universidad Complutense de Madrid, 1993.
    8 words in 2 sentences with 13 syllables give 101.60.
    """
    return 206.835 - 62.3 * syllables / words - words / sentences


def ease(points: float) -> Ease:
    """Name the points on the INFLESZ scale.

    I. M. Barrio-Cantalejo and others: Validación de la Escala INFLESZ para evaluar la
    legibilidad de los textos dirigidos a pacientes, An Sist Sanit Navar 2008; 31(2): 135-152.
    """
    if points > _VERY_EASY_ABOVE:
        return Ease.VERY_EASY
    return next((step for least, step in _LEAST if points >= least), Ease.VERY_HARD)


def read_spanish(text: str) -> Ease:
    """Measure a Spanish text; a line break ends a sentence. Text without words is very easy."""
    sentences, words = sentences_and_words(text)
    if not words:
        return Ease.VERY_EASY
    return ease(perspicuity(len(words), len(sentences), sum(map(syllables, words))))


def syllables(word: str) -> int:
    """Count a word's syllables by Spanish spelling, which says how a word sounds.

    pyphen's Spanish patterns are for printers: they leave "día", "leer" and "tarea" unbroken.
    Each of a, e, o and a stressed í, ú is a syllable; i and u beside one belong to it.
    """
    return max(1, len(_SYLLABLE.findall(_CONSONANT_Y.sub("-", word.lower()))))
