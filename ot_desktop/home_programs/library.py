"""The activity library: readable files in ``resources/activities``, one for each activity."""

import json
from functools import lru_cache
from typing import Any

import resources
from ot_desktop.errors import NotFound
from ot_desktop.home_programs.domain import (
    Activity,
    ActivityWords,
    Hazard,
    Photo,
    Routine,
    Skill,
)


@lru_cache(maxsize=1)
def all_activities() -> tuple[Activity, ...]:
    """Return the finished activities in the order of their English titles."""
    files = sorted(resources.path("activities").glob("*.json"))
    found = [parse(json.loads(file.read_text(encoding="utf-8"))) for file in files]
    return tuple(sorted(found, key=lambda one: one.words["en"].title))


def activity(key: str) -> Activity:
    """Return the activity called ``key`` or raise ``NotFound``."""
    for one in all_activities():
        if one.key == key:
            return one
    raise NotFound(f"The activity “{key}” is not in the library.")


def parse(values: dict[str, Any], photo: Photo | None = None) -> Activity:
    """Read one activity file; raises ``KeyError`` or ``ValueError`` on a file that is not one."""
    age_from, age_to = values["ages"]
    return Activity(
        key=values["key"],
        skills=tuple(map(Skill, values["skills"])),
        routines=tuple(map(Routine, values["routines"])),
        age_from=age_from,
        age_to=age_to,
        minutes=values["minutes"],
        times_per_week=values["times_per_week"],
        is_embedded=values["embedded"],
        hazards=frozenset(map(Hazard, values["hazards"])),
        drawing=values["drawing"],
        tint=values["tint"],
        words={language: _words(texts) for language, texts in values["words"].items()},
        photo=photo,
    )


def _words(texts: dict[str, Any]) -> ActivityWords:
    return ActivityWords(
        title=texts["title"],
        short_title=texts["short_title"],
        when=texts["when"],
        why=texts["why"],
        need=texts["you_need"],
        steps=tuple(texts["steps"]),
        say=texts["say"],
        too_hard=texts["too_hard"],
        too_easy=texts["too_easy"],
        safety=tuple(texts["safety"]),
        picture=texts["picture"],
    )
