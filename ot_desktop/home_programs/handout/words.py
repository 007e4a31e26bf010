"""The fixed words of the pages in each language we print."""

from collections.abc import Sequence

from ot_desktop.errors import ClinicError
from ot_desktop.home_programs.handout.english_words import EnglishWords
from ot_desktop.home_programs.handout.spanish_words import SpanishWords

FixedWords = EnglishWords | SpanishWords
_LANGUAGES: dict[str, FixedWords] = {"en": EnglishWords(), "es": SpanishWords()}


def words_for(language: str) -> FixedWords:
    """Return the fixed words in ``language``; raises when nothing could be printed unmixed."""
    try:
        return _LANGUAGES[language]
    except KeyError:
        raise ClinicError("Pages in this language are not ready. Choose English.") from None


def languages() -> Sequence[str]:
    """Return the languages whose pages are complete."""
    return tuple(_LANGUAGES)
