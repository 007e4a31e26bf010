"""Writes what family and team want for one child; the caller holds the transaction."""

from datetime import date, datetime

from db.queries import caseload as caseload_queries
from db.queries import families
from db.queries import plans as plan_queries
from db.queries import program_children as queries
from ot_desktop.programs.domain import ChildWishes, Wanted
from ot_desktop.programs.typed_times import merged


def write_wishes(program_child_id: int, child_id: int, wishes: ChildWishes) -> None:
    """Replace everything but the wanted services, see ``write_wanted``."""
    queries.change_place(
        program_child_id,
        {
            "priority": wishes.priority,
            "waiting_since": wishes.waiting_since,
            "therapist": wishes.therapist_id,
            "therapist_weight": wishes.therapist_weight.value,
            "most_a_day": wishes.most_a_day,
            "caregivers": wishes.caregivers,
        },
    )
    hours = merged(wishes.can_come)
    queries.replace_hours(
        program_child_id, ((each.weekday, each.starts_min, each.ends_min) for each in hours)
    )
    queries.replace_preferences(
        program_child_id, ((each.start, each.end) for each in sorted(set(wishes.preferred)))
    )
    queries.replace_away(
        program_child_id,
        (
            {"first_day": each.first_day, "last_day": each.last_day, "reason": each.reason.strip()}
            for each in wishes.away
        ),
    )
    queries.replace_excluded(program_child_id, dict.fromkeys(wishes.excluded_therapist_ids))
    queries.replace_goals(program_child_id, dict.fromkeys(wishes.goal_ids))
    _write_travel(child_id, wishes.travel_minutes)


def write_wanted(
    program_child_id: int, before: tuple[Wanted, ...], now: tuple[Wanted, ...], at: datetime
) -> tuple[int, ...]:
    """Add, change and drop services, and return the ids of those that were dropped."""
    kept = {each.id for each in now}
    dropped = tuple(each.id for each in before if each.id is not None and each.id not in kept)
    for wanted_id in dropped:
        queries.drop_wanted(wanted_id, at)
    for wanted in now:
        columns = {
            "kind": wanted.kind_id,
            "sessions": wanted.sessions,
            "least": wanted.least,
            "most_a_week": wanted.most_a_week,
            "most_therapists": wanted.most_therapists,
            "is_spread": wanted.is_spread,
        }
        if wanted.id is None:
            queries.insert_wanted(columns | {"program_child": program_child_id})
        else:
            queries.change_wanted(wanted.id, columns)
    return dropped


def leave(program_child_id: int, day: date, reason: str) -> None:
    """Mark that a child is no longer in the program; what is known stays."""
    queries.change_place(program_child_id, {"left_on": day, "left_reason": reason.strip()})


def take_out_of_plans(wanted_ids: tuple[int, ...], history: frozenset[int]) -> None:
    """Delete planned sessions of services in every plan, but not visits that have happened."""
    if wanted_ids:
        plan_queries.delete_planned(plan_queries.open_planned_of(wanted_ids, history))


def _write_travel(child_id: int, minutes: int | None) -> None:
    household = families.household_of(child_id)
    if household is not None:
        families.change_household(household, {"travel_minutes": minutes})
    elif minutes is not None:
        household = families.insert_household({"travel_minutes": minutes})
        caseload_queries.change_child(child_id, {"household": household})
