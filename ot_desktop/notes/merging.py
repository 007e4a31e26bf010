"""Puts two texts of one note together: nothing of either is lost, and every choice is told."""

from collections.abc import Callable, Iterator
from dataclasses import Field, dataclass, fields, is_dataclass, replace
from enum import Enum
from typing import Any

from ot_desktop.notes.domain import NoteContent
from ot_desktop.notes.parent_part import (
    ActivityReport,
    CueWords,
    HomeReport,
    PersonHere,
    Question,
    StrategyShown,
)
from ot_desktop.notes.session_part import DoneActivity, GoalToday

# How one row of a list is found again in the other text.
_KEYS: dict[type, Callable[[Any], object]] = {
    GoalToday: lambda goal: goal.goal_id,
    DoneActivity: lambda activity: activity.title,
    PersonHere: lambda person: person.name,
    HomeReport: lambda report: report.by,
    ActivityReport: lambda activity: activity.title,
    StrategyShown: lambda strategy: (strategy.title, strategy.to),
    Question: lambda question: question.asked,
    CueWords: lambda cue: cue.words,
}


@dataclass(frozen=True, slots=True)
class Difference:
    """An answer both texts give, and differently: the note's own was kept."""

    about: str
    kept: str
    other: str

    def sentence(self) -> str:
        """Return what a person decides about."""
        return f"{self.about}: “{self.kept}” was kept, the other text says “{self.other}”."


@dataclass(frozen=True, slots=True)
class Merged:
    """Both texts in one, and what they disagree about."""

    content: NoteContent
    differences: tuple[Difference, ...]


def merged(mine: NoteContent, other: NoteContent) -> Merged:
    """Return ``mine`` with everything ``other`` says beside it.

    Words of both are kept, one under the other; an empty answer takes the other's; of two answers
    that cannot both stand, mine stays and the difference is told.
    """
    told: list[Difference] = []
    content: NoteContent = _values(mine, other, "Note", told)
    return Merged(content, tuple(told))


def new_words(content: NoteContent) -> str:
    """Return every word somebody typed in a text, a line each, to add under a signed note."""
    return "\n".join(dict.fromkeys(_all_words(content)))


def _all_words(value: Any) -> Iterator[str]:
    if isinstance(value, str) and not isinstance(value, Enum):
        if value.strip():
            yield value.strip()
    elif isinstance(value, tuple):
        for each in value:
            yield from _all_words(each)
    elif is_dataclass(value):
        for each_field in fields(value):
            yield from _all_words(getattr(value, each_field.name))


def _values(mine: Any, other: Any, about: str, told: list[Difference]) -> Any:
    if mine == other or _is_empty(other):
        return mine
    if _is_empty(mine):
        return other
    if isinstance(mine, str) and not isinstance(mine, Enum):
        return _words(mine, other)
    if isinstance(mine, tuple):
        return _rows(mine, other, about, told)
    if is_dataclass(mine):
        return _fields(mine, other, about, told)
    told.append(Difference(about, _said(mine), _said(other)))
    return mine


def _fields(mine: Any, other: Any, about: str, told: list[Difference]) -> Any:
    where = _name(mine, about)
    together = {
        each.name: _values(
            getattr(mine, each.name), getattr(other, each.name), f"{where}, {_spoken(each)}", told
        )
        for each in fields(mine)
    }
    if isinstance(mine, GoalToday):  # the words of the level that is kept, not of both
        together["level_text"] = (mine if mine.level is not None else other).level_text
    return replace(mine, **together)


def _rows(
    mine: tuple[Any, ...], other: tuple[Any, ...], about: str, told: list[Difference]
) -> tuple[Any, ...]:
    key: Callable[[Any], object] = _KEYS.get(type(mine[0]), _itself)
    known = {key(row): row for row in other}
    together = [_values(row, known.pop(key(row), row), about, told) for row in mine]
    return (*together, *known.values())


def _itself(row: Any) -> object:
    return row


def _words(mine: str, other: str) -> str:
    if other.strip() in mine:
        return mine
    if mine.strip() in other:
        return other
    return f"{mine.rstrip()}\n{other.strip()}"


def _is_empty(value: Any) -> bool:
    return value is None or (isinstance(value, str) and not value.strip()) or value == ()


def _name(row: Any, about: str) -> str:
    for name in ("statement", "title", "by", "name"):
        if said := getattr(row, name, ""):
            return f"“{said}”"
    return about if about == "Note" else about.removeprefix("Note, ")


def _spoken(each: Field[Any]) -> str:
    return each.name.replace("_", " ")


def _said(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value.value if isinstance(value, Enum) else value).replace("_", " ")
