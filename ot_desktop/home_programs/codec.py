"""Activities and programs as the JSON documents the clinic's file keeps."""

import json
from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from typing import Any

from ot_desktop.home_programs import library, minutes
from ot_desktop.home_programs.domain import (
    Activity,
    ActivityWords,
    Changes,
    PlannedActivity,
    Reward,
    RewardKind,
    Routine,
)
from ot_desktop.home_programs.draft import PaperChoice, ProgramDraft
from ot_desktop.home_programs.kept_photos import kept_photo
from ot_desktop.home_programs.minutes import FamilyLimit
from ot_desktop.paper.page import PageSize


def activity_text(activity: Activity) -> str:
    """Return an activity as a library file has it."""
    return _text(activity_values(activity))


def activity_of(text: str) -> Activity:
    """Read an activity back."""
    return _activity(json.loads(text))


def program_text(draft: ProgramDraft) -> str:
    """Return a program with every text it was made of, whatever the library says later."""
    limit = asdict(draft.limit)
    limit["said_on"] = _iso(draft.limit.said_on)
    return _text(
        {
            "version": 1,
            "minutes_a_day": minutes.shown(draft.budget.minutes_a_day),
            "name": draft.name,
            "chart_until": draft.chart_until.isoformat(),
            "limit": limit,
            "reward": asdict(draft.reward),
            "papers": asdict(draft.choice),
            "activities": [_planned_values(planned) for planned in draft.activities],
        }
    )


def program_of(text: str, library_now: Mapping[str, Activity] | None = None) -> dict[str, Any]:
    """Read the fields of a ``ProgramDraft`` back; a draft takes the library's words of now."""
    kept = json.loads(text)
    newest = library_now or {}
    limit = kept["limit"] | {"said_on": _day(kept["limit"]["said_on"])}
    papers = kept["papers"] | {"size": PageSize(kept["papers"]["size"])}
    reward = kept["reward"] | {"kind": RewardKind(kept["reward"]["kind"])}
    return {
        "name": kept["name"],
        "chart_until": date.fromisoformat(kept["chart_until"]),
        "limit": FamilyLimit(**limit),
        "reward": Reward(**reward),
        "choice": PaperChoice(**papers),
        "activities": tuple(_planned(values, newest) for values in kept["activities"]),
    }


def _planned_values(planned: PlannedActivity) -> dict[str, Any]:
    changes = asdict(planned.changes)
    return {
        "activity": activity_values(planned.activity),
        "minutes": planned.minutes,
        "times_per_week": planned.times_per_week,
        "when": planned.when,
        "routine": planned.routine.value,
        "changes": {name: value for name, value in changes.items() if value is not None},
        "photo": planned.photo.name if planned.photo is not None else None,
        "worded_in": planned.worded_in,
    }


def _planned(values: dict[str, Any], newest: Mapping[str, Activity]) -> PlannedActivity:
    activity = _activity(values["activity"])
    changes = dict(values["changes"])
    if "steps" in changes:
        changes["steps"] = tuple(changes["steps"])
    planned = PlannedActivity(
        activity=newest.get(activity.key, activity),
        minutes=values["minutes"],
        times_per_week=values["times_per_week"],
        when=values["when"],
        routine=Routine(values["routine"]),
        changes=Changes(**changes),
        worded_in=values.get("worded_in", "en"),
    )
    own = values.get("photo")
    photo = kept_photo({"name": own, "license": "", "credit": ""}) if own else None
    return planned.with_photo(photo, planned.activity) if photo is not None else planned


def _activity(values: dict[str, Any]) -> Activity:
    return library.parse(values, kept_photo(values.get("photo")))


def activity_values(activity: Activity) -> dict[str, Any]:
    """Return an activity as a library file has it; a photo is named, its bytes are elsewhere."""
    values = _text_values(activity)
    if activity.photo is not None:
        photo = activity.photo
        values["photo"] = {"name": photo.name, "license": photo.license, "credit": photo.credit}
    return values


def _text_values(activity: Activity) -> dict[str, Any]:
    return {
        "key": activity.key,
        "skills": [skill.value for skill in activity.skills],
        "routines": [routine.value for routine in activity.routines],
        "ages": [activity.age_from, activity.age_to],
        "minutes": activity.minutes,
        "times_per_week": activity.times_per_week,
        "embedded": activity.is_embedded,
        "hazards": sorted(hazard.value for hazard in activity.hazards),
        "drawing": activity.drawing,
        "tint": activity.tint,
        "words": {language: _word_values(words) for language, words in activity.words.items()},
    }


def _word_values(words: ActivityWords) -> dict[str, Any]:
    values = asdict(words)
    values["you_need"] = values.pop("need")
    return values


def _text(values: dict[str, Any]) -> str:
    return json.dumps(values, ensure_ascii=False, sort_keys=True)


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
