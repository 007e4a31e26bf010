"""Builds one week of a plan as the screen paints it."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import date, timedelta

from ot_desktop.programs.board import (
    Block,
    BoardDay,
    Dot,
    Lane,
    Off,
    View,
    WeekBoard,
    WeekTab,
)
from ot_desktop.programs.clashes import clash_ids, judge
from ot_desktop.programs.dates import monday_of
from ot_desktop.programs.facts import ProgramFacts, open_windows
from ot_desktop.programs.open_slots import week_days
from ot_desktop.programs.placement import Placement
from ot_desktop.programs.situation import Situation
from ot_desktop.scheduling.domain import MINUTES_A_DAY, Booking
from ot_desktop.scheduling.facts import TimeOff
from ot_desktop.settings.domain import Room

WORKDAYS = 5
JUDGED_AT_ONCE = 60  # sessions besides those of the week; the others are left for later


class Week:
    """One week of a situation, seen as lanes of therapists, rooms or children."""

    def __init__(self, situation: Situation, day: date, view: View) -> None:
        self._situation = situation
        self._facts: ProgramFacts = situation.facts
        self._view = view
        self._days = _columns(self._facts, day)
        judge(situation, (each for day in self._days for each in situation.by_day.get(day, ())))
        judge(situation, situation.placements.values(), JUDGED_AT_ONCE)
        self._clashing = clash_ids(situation)
        self._numbers = _numbers(situation)

    def board(self) -> WeekBoard:
        """Return the whole week."""
        windows = open_windows(self._facts.clinic).values()
        return WeekBoard(
            plan_id=self._situation.plan_id,
            view=self._view,
            weeks=self._weeks(),
            first_day=self._days[0],
            days=tuple(self._column(day) for day in self._days),
            lanes=tuple(self._lanes()),
            opens_min=min((each.start for each in windows), default=8 * 60),
            closes_min=max((each.end for each in windows), default=17 * 60),
        )

    def _lanes(self) -> Iterable[Lane]:
        blocks: defaultdict[int, list[Block]] = defaultdict(list)
        for day in self._days:
            for each in self._blocks(day):
                blocks[self._lane_of(each)].append(each)
        make = {
            View.THERAPIST: self._therapist_lanes,
            View.ROOM: self._room_lanes,
            View.CHILD: self._child_lanes,
        }[self._view]
        return make(blocks)

    def _lane_of(self, block: Block) -> int:
        if self._view is View.THERAPIST:
            return block.therapist_id
        return (block.room_id or 0) if self._view is View.ROOM else block.child_id

    def _therapist_lanes(self, blocks: dict[int, list[Block]]) -> Iterable[Lane]:
        facts = self._facts
        for each in facts.program.therapists:
            id_ = each.therapist_id
            mine = tuple(blocks.get(id_, ()))
            available = sum(
                min(each.most_minutes_a_day, _length(facts.working(id_, day)))
                for day in self._days
                if day in facts.days
            )
            yield Lane(
                id_,
                facts.first_name(id_),
                each.name,
                each.color_slot,
                _minutes(mine),
                available,
                mine,
                tuple(self._therapist_off(id_)),
            )

    def _room_lanes(self, blocks: dict[int, list[Block]]) -> Iterable[Lane]:
        facts = self._facts
        used = {room_id for kind in facts.program.kinds for room_id in kind.room_ids}
        for room in facts.clinic.rooms.values():
            if room.id not in used:
                continue
            mine = tuple(blocks.get(room.id, ()))
            hours = facts.clinic.hours
            open_minutes = sum(
                _length(hours.get(day.weekday(), ())) for day in self._days if day in facts.days
            )
            yield Lane(
                room.id,
                room.name,
                room.name,
                None,
                _minutes(mine),
                open_minutes * room.capacity,
                mine,
                tuple(self._room_off(room)),
            )

    def _child_lanes(self, blocks: dict[int, list[Block]]) -> Iterable[Lane]:
        for child in self._facts.children.values():
            if child.left_on is not None:
                continue
            mine = tuple(each for each in blocks.get(child.child_id, ()))
            yield Lane(
                child.child_id,
                child.short_name,
                child.full_name,
                None,
                _minutes(mine),
                0,
                mine,
                dots=tuple(self._dots(child.id)),
            )

    def _dots(self, program_child_id: int) -> Iterable[Dot]:
        placed = self._situation.by_child.get(program_child_id, ())
        for each in placed:
            if each.is_history:
                yield Dot.HELD
            else:
                yield Dot.CLASH if each.id in self._clashing else Dot.PLACED
        wanted = self._facts.children[program_child_id].sessions_wanted
        yield from [Dot.MISSING] * (wanted - len(placed))

    def _blocks(self, day: date) -> list[Block]:
        placements = self._situation.placements
        found = [
            self._planned(placements[-each.id], each)
            if each.id is not None and each.id < 0
            else self._stays(each)
            for each in self._situation.bookings(day)
        ]
        return sorted(found, key=lambda each: (each.starts, each.child_name))

    def _planned(self, placement: Placement, booking: Booking) -> Block:
        number, of = self._numbers[placement.id]
        return Block(
            planned_id=placement.id,
            session_id=placement.session_id,
            child_id=placement.child_id,
            wanted_id=placement.wanted_id,
            child_name=booking.child_name,
            short_name=self._facts.children[placement.program_child_id].short_name,
            therapist_id=booking.therapist_id,
            therapist_name=booking.therapist_name,
            color_slot=self._color(booking.therapist_id),
            room_id=booking.room_id,
            room_name=booking.room_name,
            starts=booking.starts,
            ends=booking.ends,
            number=number,
            of=of,
            is_locked=placement.is_locked,
            is_moved=placement.is_moved,
            is_clash=placement.id in self._clashing,
            is_history=placement.is_history,
        )

    def _stays(self, booking: Booking) -> Block:
        given, _, family = booking.child_name.rpartition(" ")
        return Block(
            planned_id=None,
            session_id=booking.id,
            child_id=booking.child_id,
            wanted_id=None,
            child_name=booking.child_name,
            short_name=f"{given} {family[:1]}." if given else family,
            therapist_id=booking.therapist_id,
            therapist_name=booking.therapist_name,
            color_slot=self._color(booking.therapist_id),
            room_id=booking.room_id,
            room_name=booking.room_name,
            starts=booking.starts,
            ends=booking.ends,
        )

    def _color(self, therapist_id: int) -> int:
        therapist = self._facts.clinic.therapists.get(therapist_id)
        return therapist.color_slot if therapist else 1

    def _therapist_off(self, therapist_id: int) -> Iterable[Off]:
        facts, name = self._facts, self._facts.first_name(therapist_id)
        for day in self._days:
            if day not in facts.days:
                continue
            time_off = facts.clinic.away.get((therapist_id, day), ())
            yield from (_off(each, f"{name} is off") for each in time_off)
            if not time_off and not facts.working(therapist_id, day):
                yield Off(day, 0, MINUTES_A_DAY, f"{name} is off", is_whole_day=True)

    def _room_off(self, room: Room) -> Iterable[Off]:
        for day in self._days:
            closures = self._facts.clinic.room_closed.get((room.id, day), ())
            yield from (_off(each, f"{room.name} is closed") for each in closures)

    def _column(self, day: date) -> BoardDay:
        return BoardDay(day, day in self._facts.days, self._facts.clinic.closed.get(day))

    def _weeks(self) -> tuple[WeekTab, ...]:
        by_week: dict[date, list[date]] = {}
        for day in self._facts.program.days:
            by_week.setdefault(monday_of(day), []).append(day)
        open_weeks = self._weeks_with_clashes() | set(_weeks_short(self._situation, by_week))
        return tuple(WeekTab(days[0], week in open_weeks) for week, days in by_week.items())

    def _weeks_with_clashes(self) -> set[date]:
        placements = self._situation.placements
        return {monday_of(placements[each].place.day) for each in self._clashing}


def _columns(facts: ProgramFacts, day: date) -> tuple[date, ...]:
    """Return Monday to Friday, and the weekend days the clinic is open on."""
    return tuple(
        each
        for each in week_days(day)
        if each.weekday() < WORKDAYS or each.weekday() in facts.clinic.hours
    )


def _weeks_short(situation: Situation, by_week: dict[date, list[date]]) -> Iterable[date]:
    """Yield weeks in which a child who is missing sessions has fewer than usual."""
    for service in situation.facts.open_services:
        placed = situation.by_service.get(service.id, ())
        if not placed or len(placed) >= service.wanted.sessions:
            continue
        counts = Counter(monday_of(each.place.day) for each in placed)
        usual = max(counts.values())
        yield from (week for week, days in by_week.items() if counts[week] < min(usual, len(days)))


def _numbers(situation: Situation) -> dict[int, tuple[int, int]]:
    """Return which session of how many each is, by id: (5, 12)."""
    services = situation.facts.services
    return {
        each.id: (number, services[wanted_id].wanted.sessions)
        for wanted_id, placed in situation.by_service.items()
        for number, each in enumerate(placed, start=1)
    }


def _off(time_off: TimeOff, what: str) -> Off:
    reason = f"{what} ({time_off.reason})" if time_off.reason else what
    return Off(time_off.day, *time_off.minutes, reason, time_off.window is None)


def _minutes(blocks: Iterable[Block]) -> int:
    return sum((each.ends - each.starts) // timedelta(minutes=1) for each in blocks)


def _length(spans: Iterable[tuple[int, int]]) -> int:
    return sum(end - start for start, end in spans)
