"""Reads how an intensive is set up: dates, dose, rules, kinds of session, therapists."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from db.queries import programs as queries
from ot_desktop.errors import NotFound
from ot_desktop.planning.domain import Window
from ot_desktop.programs.domain import (
    Dose,
    Program,
    ProgramStatus,
    ProgramTherapist,
    Rule,
    RuleChoice,
    SessionKind,
    Weight,
)
from ot_desktop.programs.facts import open_days
from ot_desktop.scheduling.facts import ClinicFacts

Row = dict[str, Any]
Kinds = dict[int, SessionKind]


@dataclass(frozen=True, slots=True)
class SetUp:
    """A program with the kinds it once had too."""

    program: Program
    kinds: Mapping[int, SessionKind]


def programs(clinic: ClinicFacts) -> tuple[Program, ...]:
    """Return all programs with their set-up, the latest first."""
    return tuple(set_up(each, clinic).program for each in queries.programs(row))


def program(program_id: int, clinic: ClinicFacts) -> SetUp:
    """Return one program with its set-up; raises ``NotFound``."""
    rows = queries.programs(row, program_id)
    if not rows:
        raise NotFound("This intensive is no longer in the file.")
    return set_up(rows[0], clinic)


def set_up(columns: Row, clinic: ClinicFacts) -> SetUp:
    """Build a program from its row, and read what belongs to it."""
    starts_on = date.fromisoformat(columns["starts_on"])
    ends_on = date.fromisoformat(columns["ends_on"])
    days = open_days(clinic)
    kinds, dropped = _kinds(columns["id"])
    built = Program(
        id=columns["id"],
        name=columns["name"],
        status=ProgramStatus(columns["status"]),
        starts_on=starts_on,
        ends_on=ends_on,
        dose=Dose(
            columns["sessions"],
            columns["length_minutes"],
            columns["most_a_day"],
            columns["least_a_week"],
            columns["most_a_week"],
            columns["longest_gap_days"],
        ),
        rules=_rules(columns["id"]),
        kinds=tuple(kinds.values()),
        therapists=tuple(queries.therapists(columns["id"], _therapist)),
        days=days.between(starts_on, ends_on),
        closed=days.closed_between(starts_on, ends_on),
        date_hints=days.hints(starts_on, ends_on),
        children=columns["children"],
        chosen_plan_id=columns["chosen_plan_id"],
    )
    return SetUp(built, kinds | dropped)


def _rules(program_id: int) -> tuple[RuleChoice, ...]:
    return tuple(
        RuleChoice(Rule(rule), Weight(weight), number)
        for rule, weight, number in queries.rules(program_id)
    )


def _kinds(program_id: int) -> tuple[Kinds, Kinds]:
    """Return the kinds on offer and those that were dropped."""
    rooms = by_owner(queries.rooms_of_kinds(program_id))
    therapists = by_owner(queries.therapists_of_kinds(program_id))
    on_offer: Kinds = {}
    dropped: Kinds = {}
    for id_, name, area, minutes, is_dropped in queries.kinds(program_id):
        room_ids = tuple(room for (room,) in rooms[id_])
        therapist_ids = tuple(each for (each,) in therapists[id_])
        kind = SessionKind(id_, name, area, minutes, room_ids, therapist_ids)
        (dropped if is_dropped else on_offer)[id_] = kind
    return on_offer, dropped


def _therapist(
    *, lunch_from_min: int | None, lunch_until_min: int | None, **rest: Any
) -> ProgramTherapist:
    lunch = None
    if lunch_from_min is not None and lunch_until_min is not None:
        lunch = Window(lunch_from_min, lunch_until_min)
    return ProgramTherapist(lunch=lunch, **rest)


def by_owner(rows: Iterable[tuple[Any, ...]]) -> defaultdict[int, list[tuple[Any, ...]]]:
    """Return the rest of each row under its first column."""
    found: defaultdict[int, list[tuple[Any, ...]]] = defaultdict(list)
    for whose, *rest in rows:
        found[whose].append(tuple(rest))
    return found


def row(**columns: Any) -> Row:
    """Return a row by its column names."""
    return columns
