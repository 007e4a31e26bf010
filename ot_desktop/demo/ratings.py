"""What some families of the demo clinic find hard, in their words, rated at two talks."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from db.queries import goals as queries
from ot_desktop.demo.story import DemoChild, instant
from ot_desktop.goals.copm import Rater

_WEEKS_BETWEEN = (10, 1)
AFTERNOON = 16


def tell_ratings(children: Sequence[DemoChild], made_on: date, written_by: int) -> None:
    """Put the problems and both talks into the file."""
    for child in children:
        if problems := child.told.get("problems"):
            _rate(child, problems, made_on, written_by)


def _rate(
    child: DemoChild, problems: Sequence[dict[str, Any]], made_on: date, written_by: int
) -> None:
    days = [made_on - timedelta(weeks=weeks) for weeks in _WEEKS_BETWEEN]
    ids = [
        queries.insert_problem({"child": child.id, "words": each["words"], "named_on": days[0]})
        for each in problems
    ]
    for place, day in enumerate(days):
        talk = {
            "child": child.id,
            "rated_on": day,
            "rated_by": Rater.PARENT,
            "said_by": child.carers[0].name,
            "written_at": instant(day, AFTERNOON),
            "written_by": written_by,
        }
        rated = [
            {"problem": problem_id, "performance": numbers[0], "satisfaction": numbers[1]}
            for problem_id, numbers in zip(
                ids, (each["ratings"][place] for each in problems), strict=True
            )
        ]
        queries.insert_assessment(talk, rated)
