"""School grade a text needs (Flesch-Kincaid); a hint for English texts, never a gate."""

import json
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import resources

if TYPE_CHECKING:
    from pyphen import Pyphen

LONG_SENTENCE_WORDS = 15
HARD_WORD_SYLLABLES = 3
# Long words that every family knows; the grade counts them all the same.
_KNOWN_TO_ALL = (
    "together another family everyone anything everything remember animal banana yesterday"
    " tomorrow grandmother grandfather favorite opening different library holiday potato tomato"
)
_FAMILIAR = frozenset(_KNOWN_TO_ALL.split())
_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*")
_SILENT_ENDING = re.compile(r"(?:[^laeiouy]es|[^td]ed|[^laeiouy]e)$|^y")
_VOWELS = re.compile(r"[aeiouy]{1,2}")
_SENTENCE_END = re.compile(r"[.!?…]+[”\"’)]*(?=\s|$)|\n+")


@dataclass(frozen=True, slots=True)
class Reading:
    """What the formula counted, and the words and sentences worth a second look."""

    grade: float
    words: int
    sentences: int
    syllables: int
    hard_words: tuple[str, ...]
    long_sentences: tuple[str, ...]


def flesch_kincaid(words: int, sentences: int, syllables: int) -> float:
    """Return the US school grade; 13 words in 1 sentence with 26 syllables give 13.08."""
    return 0.39 * words / sentences + 11.8 * syllables / words - 15.59


def read(text: str) -> Reading:
    """Measure an English text; a line break ends a sentence. Text without words is grade 0."""
    sentences, words = sentences_and_words(text)
    if not words:
        return Reading(0.0, 0, 0, 0, (), ())
    counts = {word: syllables(word.lower()) for word in words}
    total = sum(counts[word] for word in words)
    return Reading(
        grade=flesch_kincaid(len(words), len(sentences), total),
        words=len(words),
        sentences=len(sentences),
        syllables=total,
        hard_words=tuple(word for word, n in counts.items() if n >= HARD_WORD_SYLLABLES),
        long_sentences=tuple(s for s in sentences if len(_WORD.findall(s)) > LONG_SENTENCE_WORDS),
    )


@dataclass(frozen=True, slots=True)
class Mark:
    """A place in a text worth a second look: a hard word with a simpler one, or a long sentence."""

    start: int
    length: int
    words: str
    is_word: bool
    simpler: str = ""


def marks(text: str) -> tuple[Mark, ...]:
    """Return the hard words and the long sentences of an English text, in their places."""
    plain = plain_words()
    found = []
    for match in _WORD.finditer(text):
        word = match[0]
        simpler = plain.get(word.casefold(), "")
        is_long = syllables(word.lower()) >= HARD_WORD_SYLLABLES and word not in _FAMILIAR
        if simpler or is_long:
            found.append(Mark(match.start(), len(word), word, is_word=True, simpler=simpler))
    begin = 0
    for sentence in sentences_and_words(text)[0]:
        start = text.index(sentence, begin)
        begin = start + len(sentence)
        if len(_WORD.findall(sentence)) > LONG_SENTENCE_WORDS:
            found.append(Mark(start, len(sentence), sentence, is_word=False))
    return tuple(found)


@lru_cache(maxsize=1)
def plain_words() -> dict[str, str]:
    """Return simpler words for hard ones."""
    text = resources.path("plain_words.json").read_text(encoding="utf-8")
    found: dict[str, str] = json.loads(text)
    return found


def sentences_and_words(text: str) -> tuple[list[str], list[str]]:
    """Take a text in any language apart; a line break ends a sentence."""
    sentences = [part.strip() for part in _SENTENCE_END.split(text) if _WORD.search(part)]
    return sentences, [word for sentence in sentences for word in _WORD.findall(sentence)]


@lru_cache(maxsize=20_000)
def syllables(word: str) -> int:
    """Count a word's syllables by where pyphen would break it in US English.

    Printers never break "open" or "body", so the sounded vowel groups are the least.
    """
    return max(len(_hyphenation().positions(word)) + 1, _vowel_groups(word))


def _vowel_groups(word: str) -> int:
    sounded = _SILENT_ENDING.sub("", word.replace("qu", "q"))
    return len(_VOWELS.findall(sounded))


@lru_cache(maxsize=1)
def _hyphenation() -> "Pyphen":
    from pyphen import Pyphen  # noqa: PLC0415  (a dictionary is read: only when a text is measured)

    return Pyphen(lang="en_US")
