"""Programs to begin from: those that come with the program, and the clinic's own.

A template holds no child: their name gives way to ``{name}``, and what they earn is not kept.
"""

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from functools import lru_cache
from typing import Any

import resources
from db.queries import program_templates as queries
from ot_desktop.audit import Action
from ot_desktop.changes import Topic
from ot_desktop.clock import now_utc
from ot_desktop.errors import NotFound, ValidationError
from ot_desktop.home_programs.codec import program_of, program_text
from ot_desktop.home_programs.domain import (
    Activity,
    Changes,
    ChildOnPaper,
    PlannedActivity,
)
from ot_desktop.home_programs.draft import ProgramDraft
from ot_desktop.home_programs.suggesting import Offer
from ot_desktop.permissions import Permission
from ot_desktop.work import Work

MOST_OFFERED = 4
_NO_CHILD = 0
_NO_DAY = date(1970, 1, 1)


@dataclass(frozen=True, slots=True)
class ProgramTemplate:
    """What a program can begin with; ``id`` only for the clinic's own."""

    name: str
    activities: tuple[PlannedActivity, ...]
    id: int | None = None

    @property
    def keys(self) -> tuple[str, ...]:
        """The library's keys of its activities."""
        return tuple(planned.activity.key for planned in self.activities)


class TemplateService:
    """Keep and list templates."""

    def __init__(self, work: Work, library: Callable[[], tuple[Activity, ...]]) -> None:
        self._work = work
        self._library = library

    def listed(self) -> tuple[ProgramTemplate, ...]:
        """Return the clinic's own templates, then those that come with the program."""
        self._work.require(Permission.SEE_HOME_PROGRAMS)
        newest = {activity.key: activity for activity in self._library()}

        def own(*, id: int, name: str, content: str) -> ProgramTemplate:  # noqa: A002  (a column)
            return ProgramTemplate(name, program_of(content, newest)["activities"], id)

        return (*queries.listed(own), *_starters(newest))

    def save(self, name: str, draft: ProgramDraft, child: ChildOnPaper) -> int:
        """Keep a program as a template; one of the same name gives way to it."""
        if not name.strip():
            raise ValidationError({"name": "Give the template a name."})
        if not draft.activities:
            raise ValidationError({"activities": "Add an activity first."})
        with self._work.saving(
            Permission.EDIT_HOME_PROGRAM, Topic.HOME_PROGRAMS, Action.SAVED_TEMPLATE
        ) as entry:
            entry.subject = name.strip()
            return queries.put(
                {
                    "name": name.strip(),
                    "content": program_text(_without_child(draft, child)),
                    "made_by": self._work.user.id,
                    "made_at": now_utc(),
                }
            )

    def remove(self, template_id: int, *, put_back: bool = False) -> None:
        """Take one of the clinic's templates off the list, or put it back."""
        with self._work.saving(
            Permission.EDIT_HOME_PROGRAM, Topic.HOME_PROGRAMS, Action.SAVED_TEMPLATE
        ) as entry:
            entry.subject = f"template {template_id} {'put back' if put_back else 'removed'}"
            if not queries.remove(template_id, None if put_back else now_utc()):
                raise NotFound("This template is no longer in the file.")


def fitting(
    templates: Iterable[ProgramTemplate], offers: Sequence[Offer], most: int = MOST_OFFERED
) -> tuple[ProgramTemplate, ...]:
    """Return the templates that fit a child best: nothing in them clashes or is for another age."""
    known = {offer.activity.key: offer for offer in offers}
    ranked = []
    for template in templates:
        found = [known[key] for key in template.keys if key in known]
        if found and all(offer.fits for offer in found):
            points = sum(offer.points for offer in found) / len(found)
            ranked.append((-points, template.id is None, template))
    ranked.sort(key=lambda one: one[:2])
    return tuple(template for *_, template in ranked[:most])


@lru_cache(maxsize=1)
def _told() -> tuple[tuple[str, tuple[str, ...]], ...]:
    text = resources.path("program_templates.json").read_text(encoding="utf-8")
    return tuple((each["name"], tuple(each["activities"])) for each in json.loads(text))


def _starters(library: dict[str, Activity]) -> Iterable[ProgramTemplate]:
    for name, keys in _told():
        known = [library[key] for key in keys if key in library]
        if len(known) == len(keys):
            yield ProgramTemplate(name, tuple(map(PlannedActivity.from_library, known)))


def _without_child(draft: ProgramDraft, child: ChildOnPaper) -> ProgramDraft:
    kept = tuple(
        replace(planned, changes=_nameless(planned.changes, child.first_name), photo=None)
        for planned in draft.activities
    )
    empty = ProgramDraft(_NO_CHILD, _NO_DAY, _NO_DAY, _NO_DAY)
    return replace(empty, activities=kept, name=draft.name)


def _nameless(changes: Changes, name: str) -> Changes:
    def without(text: str) -> str:
        return text.replace(name, "{name}") if name else text

    own: dict[str, Any] = {}
    for field in fields(changes):
        value = getattr(changes, field.name)
        if isinstance(value, str):
            own[field.name] = without(value)
        elif value is not None:
            own[field.name] = tuple(map(without, value))
    return Changes(**own)
