"""The intensives of the demo clinic: set up, who is in them, and the plans of the one ahead."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from itertools import islice
from typing import Any

from db.queries import plans as plan_queries
from db.queries import program_children as child_queries
from db.queries import programs as queries
from db.queries import time_off as time_off_queries
from ot_desktop.caseload import intake
from ot_desktop.caseload.domain import AuthorizationDraft
from ot_desktop.demo.story import DemoChild, Dice, area_of, instant, told
from ot_desktop.demo.visits import DemoVisit
from ot_desktop.demo.wishes import Wisher, first_monday, name_of, service_of
from ot_desktop.planning.domain import Window
from ot_desktop.planning.planner import plan as solve
from ot_desktop.programs import reading
from ot_desktop.programs.domain import USUAL_RULES, Dose
from ot_desktop.programs.facts import ProgramFacts, open_windows
from ot_desktop.programs.instance import InstanceBuilder
from ot_desktop.programs.place_check import PlaceChecker
from ot_desktop.programs.placement import Place, Placement
from ot_desktop.programs.plan_rows import columns_of, copied, placements_of
from ot_desktop.programs.situation import Situation
from ot_desktop.programs.wishes_writing import write_wishes
from ot_desktop.scheduling.facts import ClinicFacts
from ot_desktop.settings.domain import Clinic

DAYS = 27  # from the first to the last
# Too few moves for the best plan, and quick: the screen is where one looks for a better one.
MOVES = {"Plan A": 0, "Plan B": 20}
MOST_MINUTES = 480  # a day with children, of the summers that were booked by hand
LUNCH = Window(11 * 60 + 30, 13 * 60 + 30)


@dataclass(frozen=True, slots=True)
class Team:
    """Who plans, and who of the users each therapist is."""

    desk: int
    users: Mapping[int, int]


@dataclass(frozen=True, slots=True)
class Summer:
    """One intensive; ``wanted`` is the wanted service of each child in it."""

    program_id: int
    first: date
    wanted: Mapping[int, int]


class Intensives:
    """Writes one intensive after the other, so that each is the same for the same dice."""

    def __init__(self, clinic: Clinic, made_on: date, team: Team, dice: Dice) -> None:
        self._clinic = clinic
        self._made_on = made_on
        self._team = team
        self._dice = dice
        self._rooms = {room.name: room.id for room in clinic.rooms}
        self._wisher = Wisher(open_windows(ClinicFacts.of(clinic)), dice)
        self._kinds: dict[tuple[int, str], int] = {}

    def set_up(self, first: date) -> int:
        """Write the set-up of the intensive that begins on ``first``, and return its id."""
        dose, is_ahead = Dose(), first > self._made_on
        program_id = queries.insert_program(
            {
                "name": f"Summer intensive {first.year}",
                "starts_on": first,
                "ends_on": first + timedelta(days=DAYS),
                "sessions": dose.sessions,
                "length_minutes": dose.length_minutes,
                "status": "draft" if is_ahead else "published",
            }
        )
        queries.replace_rules(
            program_id, [(each.rule.value, each.weight.value, each.number) for each in USUAL_RULES]
        )
        most = told("clinic")["intensive"]["most_minutes_a_day"] if is_ahead else {}
        for therapist in self._clinic.therapists:
            queries.put_therapist(
                program_id,
                therapist.id,
                {
                    "most_minutes_a_day": most.get(therapist.name, MOST_MINUTES),
                    "writing_minutes": 0,
                    "lunch_from_min": LUNCH.start,
                    "lunch_until_min": LUNCH.end,
                    "lunch_minutes": 30,
                },
            )
        self._offer(program_id)
        return program_id

    def enlist(self, program_id: int, first: date, children: Iterable[DemoChild]) -> dict[int, int]:
        """Put children in an intensive, and return the wanted service of each by child."""
        return {
            child.id: self._enlist(program_id, first, child)
            for child in children
            if child.therapist_id is not None
        }

    def keep_booked(
        self, program_id: int, wanted: Mapping[int, int], visits: Sequence[DemoVisit]
    ) -> None:
        """Write the plan from which the booked visits of an intensive came."""
        plan_id = self._insert_plan(program_id, "Plan A", is_chosen=True)
        series = {each.child.id: each.series_id for each in visits}
        for child_id, series_id in series.items():
            child_queries.change_wanted(wanted[child_id], {"series": series_id})
        plan_queries.insert_planned(
            plan_id,
            [
                {
                    "wanted": wanted[each.child.id],
                    "starts": each.visit.starts,
                    "therapist": each.visit.therapist_id,
                    "room": each.visit.room_id,
                    "session": each.id,
                }
                for each in visits
            ],
        )

    def plan_ahead(self, program_id: int, first: date) -> None:
        """Make two plans for a draft, and leave in the second what a person would have done."""
        self._train(first)
        now = datetime.combine(self._made_on, time(8))
        facts = reading.facts(program_id, self._clinic, now)
        empty = Situation(0, facts, {})
        instance = InstanceBuilder(empty).build()
        for name, moves in MOVES.items():
            found = solve(instance, iterations=moves, workers=1)
            placements = list(placements_of(empty, found))
            is_last = name == max(MOVES)
            if is_last:
                placements = _by_hand(facts, placements)
            plan_id = self._insert_plan(program_id, name, is_chosen=is_last, score=found.score)
            plan_queries.insert_planned(plan_id, [columns_of(each) for each in placements])

    def _offer(self, program_id: int) -> None:
        therapists = [each.id for each in self._clinic.therapists]
        for name, area, rooms in told("clinic")["intensive"]["kinds"]:
            kind_id = queries.insert_kind(
                {"program": program_id, "name": name, "skill_area": area, "length_minutes": 60}
            )
            queries.replace_of_kind(kind_id, [self._rooms[each] for each in rooms], therapists)
            self._kinds[program_id, area] = kind_id

    def _enlist(self, program_id: int, first: date, child: DemoChild) -> int:
        before = min(self._made_on, first)
        added_at = instant(before - timedelta(days=40), 10)
        agreed_on = before - timedelta(days=self._dice.between(3, 30))
        is_agreed = name_of(child) not in told("clinic")["intensive"]["not_agreed"]
        place_id = child_queries.insert_place(
            {
                "program": program_id,
                "child": child.id,
                "added_at": added_at,
                "agreed_by": self._team.users[child.therapist_id or 0] if is_agreed else None,
                "agreed_at": instant(agreed_on, 15) if is_agreed else None,
            }
        )
        is_ahead = first > self._made_on
        write_wishes(place_id, child.id, self._wisher.wishes(child, first, is_ahead=is_ahead))
        if is_ahead and child.payer:
            self._approve(child, first)
        kind_id = self._kinds[program_id, area_of(child)]
        return child_queries.insert_wanted(
            {"program_child": place_id, "kind": kind_id} | service_of(child, is_ahead=is_ahead)
        )

    def _approve(self, child: DemoChild, first: date) -> None:
        draft = AuthorizationDraft(
            Dose().sessions,
            child.payer,
            f"PA-{self._dice.between(100000, 999999)}",
            starts_on=first - timedelta(days=7),
            ends_on=first + timedelta(days=DAYS + 30),
        )
        intake.write_authorization(child.id, draft)

    def _train(self, first: date) -> None:
        """Take a therapist off on the Thursday of the first whole week."""
        name, reason = told("clinic")["intensive"]["training_day"]
        therapist_id = next(each.id for each in self._clinic.therapists if each.name == name)
        time_off_queries.insert_absence(
            {
                "therapist": therapist_id,
                "day": first_monday(first) + timedelta(days=3),
                "reason": reason,
                "noted_at": instant(self._made_on - timedelta(days=2), 9),
                "noted_by": self._team.desk,
            }
        )

    def _insert_plan(self, program_id: int, name: str, **columns: Any) -> int:
        made_at = instant(self._made_on - timedelta(days=1), 14, 14)
        return plan_queries.insert_plan(
            {"program": program_id, "name": name, "made_by": self._team.desk, "made_at": made_at}
            | columns
        )


def _by_hand(facts: ProgramFacts, placements: Sequence[Placement]) -> list[Placement]:
    """Lock one session, mark two as moved, and put one into a room that is taken."""
    found = {number: replace(each, id=number) for number, each in enumerate(placements, 1)}
    found[1] = replace(found[1], is_locked=True)
    for number in (2, 3):
        found[number] = replace(found[number], is_moved=True)
    for clashing in islice(_into_a_taken_room(Situation(0, facts, found)), 1):
        found[clashing.id] = clashing
    return copied(found.values())


def _into_a_taken_room(situation: Situation) -> Iterator[Placement]:
    """Yield sessions as they would be in another's room at its time, with nothing else wrong."""
    rooms = situation.facts.clinic.rooms
    for one in situation.placements.values():
        checker = PlaceChecker(situation, one.wanted_id, one.id)
        for other in situation.by_day[one.place.day]:
            if other is not one and rooms[other.place.room_id].capacity == 1:
                place = Place(other.starts, one.place.therapist_id, other.place.room_id)
                if [each.word for each in checker.stops(place)] == ["room"]:
                    yield replace(one, place=place, is_moved=True)
