"""Saved phrases: typed with ``;``, mine and the clinic's, with fields to fill in."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from db.queries import phrases as queries
from ot_desktop.audit import Action
from ot_desktop.changes import Topic
from ot_desktop.clock import now_utc
from ot_desktop.errors import NotFound, ValidationError
from ot_desktop.notes.blanks import BLANK
from ot_desktop.permissions import Permission
from ot_desktop.work import Work

CHILD = "{child}"
_TO_FILL_IN = "{__}"
LONGEST_NAME = 24
_NAME = re.compile(r"^[\w-]+$")


@dataclass(frozen=True, slots=True)
class Phrase:
    """``name`` is what is typed after the semicolon."""

    id: int
    name: str
    words: str
    is_clinics: bool

    def filled(self, child: str) -> str:
        """Return the words for this child; what a person fills in stands as ``__``.

        >>> Phrase(1, "cues", "{child} needed {__} cues.", is_clinics=True).filled("Mateo")
        'Mateo needed __ cues.'
        """
        return self.words.replace(CHILD, child).replace(_TO_FILL_IN, BLANK)


def fitting(phrases: Iterable[Phrase], typed: str) -> tuple[Phrase, ...]:
    """Return the phrases whose name begins with what was typed, then those that hold it."""
    asked = typed.casefold()
    begins, holds = [], []
    for phrase in phrases:
        if phrase.name.casefold().startswith(asked):
            begins.append(phrase)
        elif asked in f"{phrase.name} {phrase.words}".casefold():
            holds.append(phrase)
    return (*begins, *holds)


class Phrases:
    """Use cases of saved phrases; everybody keeps their own, the owner keeps the clinic's."""

    def __init__(self, work: Work) -> None:
        self._work = work

    @property
    def may_edit_clinics(self) -> bool:
        """Whether the person at the keyboard keeps the clinic's phrases."""
        return self._work.user.may(Permission.EDIT_CLINIC)

    def offered(self) -> tuple[Phrase, ...]:
        """Return my phrases, then the clinic's; each by name."""
        self._work.require(Permission.WRITE_NOTE)
        found = queries.phrases_of(self._work.user.id, _phrase)
        return tuple(sorted(found, key=lambda phrase: phrase.is_clinics))

    def put(self, name: str, words: str, *, for_clinic: bool = False) -> int:
        """Keep new words, or other words under a name that is there; return the id."""
        name, words = name.strip().removeprefix(";"), words.strip()
        _check(name, words)
        same = [
            each
            for each in self.offered()
            if each.is_clinics == for_clinic and each.name.casefold() == name.casefold()
        ]
        with self._work.saving(
            self._needed(for_clinic=for_clinic), Topic.SETTINGS, Action.CHANGED_PHRASES
        ):
            if same:
                queries.change_phrase(same[0].id, {"name": name, "words": words})
                return same[0].id
            owner = None if for_clinic else self._work.user.id
            return queries.insert_phrase({"user": owner, "name": name, "words": words})

    def remove(self, phrase_id: int) -> None:
        """Offer a phrase no longer; notes that hold its words keep them."""
        found = [each for each in self.offered() if each.id == phrase_id]
        if not found:
            raise NotFound("This phrase is not there any more.")
        needed = self._needed(for_clinic=found[0].is_clinics)
        with self._work.saving(needed, Topic.SETTINGS, Action.CHANGED_PHRASES):
            queries.remove_phrase(phrase_id, now_utc())

    def _needed(self, *, for_clinic: bool) -> Permission:
        return Permission.EDIT_CLINIC if for_clinic else Permission.WRITE_NOTE


def _check(name: str, words: str) -> None:
    problems = {}
    if not _NAME.match(name) or len(name) > LONGEST_NAME:
        problems["name"] = "Use one short word, for example buttons."
    if not words:
        problems["words"] = "Write the words of the phrase."
    if problems:
        raise ValidationError(problems)


def _phrase(*, id: int, user_id: int | None, name: str, words: str) -> Phrase:  # noqa: A002  (a column)
    return Phrase(id, name, words, is_clinics=user_id is None)
