"""In which language a program can be printed with nothing mixed."""

from ot_desktop.caseload.domain import ChildPage
from ot_desktop.errors import ClinicError
from ot_desktop.home_programs.domain import HomeProgram
from ot_desktop.paper.people import listed

LANGUAGE_NAMES = {"en": "English", "es": "Spanish"}
_SPOKEN = {"spanish": "es", "español": "es", "espanol": "es", "castellano": "es"}


class NotTranslated(ClinicError):
    """Some words are missing in the family's language; nothing mixed is printed instead."""

    def __init__(self, titles: tuple[str, ...], language: str) -> None:
        self.titles = titles
        verb = "has" if len(titles) == 1 else "have"
        named = listed(tuple(f"“{title}”" for title in titles))
        super().__init__(
            f"{named} {verb} no words in {LANGUAGE_NAMES.get(language, language)} yet. "
            "Print in English, or with blank lines to write on."
        )


def require_words(program: HomeProgram) -> None:
    """Raise ``NotTranslated`` unless all words are there or are to be written by hand."""
    missing = program.untranslated
    if missing and not program.blank_lines:
        titles = tuple(one.changes.title or one.activity.words["en"].title for one in missing)
        raise NotTranslated(titles, program.language)


def language_of(spoken: str) -> str:
    """Return the pages' language for what a family is said to speak; English when not ready."""
    return _SPOKEN.get(spoken.strip().casefold(), "en")


def language_for(child: ChildPage, caregiver_id: int | None) -> str:
    """Return the pages' language for whom they are: the family's, else that caregiver's own."""
    spoken = (one.language for one in child.caregivers if one.id == caregiver_id)
    return language_of(child.language or next(spoken, ""))
