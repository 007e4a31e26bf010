"""Describes an intensive and the clinic to the planner (ot-plan-instance/1)."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from ot_desktop.planning import domain as planning
from ot_desktop.planning.domain import Instance, Published, Session, TimeOff, Window
from ot_desktop.programs import planner_words as words
from ot_desktop.programs.domain import GRID_MINUTES, ProgramTherapist, Rule, Weight
from ot_desktop.programs.facts import ProgramFacts, open_windows
from ot_desktop.programs.instance_children import children, families
from ot_desktop.programs.instance_weights import weights
from ot_desktop.programs.place_rules import trip_pause
from ot_desktop.programs.placement import Placement
from ot_desktop.programs.seats import Seat, down, outward, seats_of, up
from ot_desktop.programs.situation import Situation
from ot_desktop.scheduling.domain import Booking


@dataclass(frozen=True)
class InstanceBuilder:
    """Builds one instance; ``kept`` are the sessions of the plan that are handed over with it."""

    situation: Situation
    kept: tuple[Placement, ...] = ()

    @property
    def facts(self) -> ProgramFacts:
        """What the plan is judged by."""
        return self.situation.facts

    def build(self) -> Instance:
        """Return the instance; its children are those whose families named their times."""
        facts = self.facts
        program = facts.program
        return Instance(
            name=program.name,
            grid_min=GRID_MINUTES,
            first_day=program.starts_on,
            last_day=program.ends_on,
            closed_days=frozenset(day for day, _ in program.closed),
            open_hours=_inward(open_windows(facts.clinic)),
            trip_gap_min=trip_pause(facts),
            weights=weights(program),
            rooms=tuple(self._rooms()),
            therapists=tuple(self._therapist(each) for each in program.therapists),
            families=families(self.situation),
            children=children(self.situation, self._staying),
            fixed=(*self._visits(), *self._closures()),
            published=self._published(),
        )

    @cached_property
    def _staying(self) -> tuple[Booking, ...]:
        """Return what nothing moves: the calendar’s visits, and history not handed over."""
        kept = {-each.id for each in self.kept}
        placements = self.situation.placements
        return tuple(
            each
            for day in self.facts.program.days
            for each in self.situation.bookings(day)
            if each.id is not None
            and each.id not in kept
            and (each.id > 0 or placements[-each.id].is_history)
        )

    @cached_property
    def _seats(self) -> dict[int, str]:
        kept = [Seat(-each.id, each.place.room_id, each.starts, each.ends) for each in self.kept]
        staying = [
            Seat(each.id or 0, each.room_id, each.starts, each.ends)
            for each in self._staying
            if each.room_id is not None
        ]
        return seats_of([*staying, *kept], self.facts.clinic.rooms)

    def _rooms(self) -> Iterator[planning.Room]:
        for room in self.facts.clinic.rooms.values():
            for place in range(1, room.capacity + 1):
                yield planning.Room(words.room_word(room.id, place), words.room_kind_word(room.id))

    def _therapist(self, therapist: ProgramTherapist) -> planning.Therapist:
        facts, id_ = self.facts, therapist.therapist_id
        kinds = (each for each in facts.program.kinds if id_ in each.therapist_ids)
        return planning.Therapist(
            id=words.therapist_word(id_),
            name=therapist.name,
            skills=frozenset(words.kind_word(each.id) for each in kinds),
            hours=self._hours(id_),
            lunch=_lunch(facts, therapist),
            max_contact_min_per_day=down(therapist.most_minutes_a_day),
            doc_gap_min=up(therapist.writing_minutes),
            absences=tuple(self._absences(id_)),
        )

    def _hours(self, therapist_id: int) -> planning.Hours:
        found: planning.Hours = {}
        for weekday in range(7):
            spans = self.facts.hours(therapist_id, weekday)
            windows = tuple(Window(up(start), down(end)) for start, end in spans)
            found[weekday] = tuple(each for each in windows if each.start < each.end)
        return {weekday: windows for weekday, windows in found.items() if windows}

    def _absences(self, therapist_id: int) -> Iterator[TimeOff]:
        for (whose, day), time_off in sorted(self.facts.clinic.away.items()):
            if whose == therapist_id:
                for each in time_off:
                    yield TimeOff(day, outward(*each.minutes))

    def _visits(self) -> Iterator[planning.Fixed]:
        known = {each.therapist_id for each in self.facts.program.therapists}
        for each in self._staying:
            has_therapist = each.therapist_id in known
            room = self._seats.get(each.id or 0)
            if has_therapist or room:
                yield planning.Fixed(
                    id=f"visit-{each.id}",
                    day=each.starts.date(),
                    window=outward(*each.minutes),
                    therapist=words.therapist_word(each.therapist_id) if has_therapist else None,
                    room=room,
                    contact=True,
                    label="visit",
                )

    def _closures(self) -> Iterator[planning.Fixed]:
        rooms = self.facts.clinic.rooms
        for (room_id, day), closures in sorted(self.facts.clinic.room_closed.items()):
            for each in closures:
                for place in range(1, rooms[room_id].capacity + 1 if room_id in rooms else 1):
                    yield planning.Fixed(
                        id=f"closed-{each.id}-{place}",
                        day=day,
                        window=outward(*each.minutes),
                        therapist=None,
                        room=words.room_word(room_id, place),
                        contact=False,
                        label="room closed",
                    )

    def _published(self) -> Published | None:
        if not self.kept:
            return None
        sessions = {each.id: self._session(each) for each in self.kept}
        locked = (each for each in self.kept if each.is_locked or each.is_moved)
        return Published(
            self.facts.now.replace(second=0, microsecond=0),
            tuple(sorted(sessions.values())),
            frozenset(sessions[each.id] for each in locked),
        )

    def _session(self, placement: Placement) -> Session:
        return words.session_of(
            placement.wanted_id,
            placement.program_child_id,
            placement.place,
            self._seats[-placement.id],
        )


def keepable(situation: Situation, placements: Iterable[Placement]) -> tuple[Placement, ...]:
    """Return the sessions the planner can be told of: of people and times it knows."""
    facts = situation.facts
    known = {each.therapist_id for each in facts.program.therapists}
    return tuple(
        each
        for each in placements
        if each.place.therapist_id in known
        and each.place.room_id in facts.clinic.rooms
        and not facts.services[each.wanted_id].is_over
        and facts.children[each.program_child_id].wishes.can_come
        and each.starts.minute % GRID_MINUTES == 0
    )


def _lunch(facts: ProgramFacts, therapist: ProgramTherapist) -> planning.Lunch | None:
    """Return the lunch to keep free; a preferred one is kept too, only nobody calls it a clash."""
    if therapist.lunch is None or facts.rule(Rule.LUNCH).weight is Weight.IGNORE:
        return None
    window = Window(up(therapist.lunch.start), down(therapist.lunch.end))
    minutes = up(therapist.lunch_minutes)
    return planning.Lunch(window, minutes) if window.start + minutes <= window.end else None


def _inward(windows: Mapping[int, Window]) -> dict[int, Window]:
    return {weekday: Window(up(each.start), down(each.end)) for weekday, each in windows.items()}
