"""Mends a plan families have: who would have to move, and what could only be made up."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from ot_desktop.day_words import clock_text, long_day
from ot_desktop.planning.changes import Change, ChangeKind
from ot_desktop.planning.domain import Instance, Plan
from ot_desktop.planning.watch import PlanProgress
from ot_desktop.programs import planner_words as words
from ot_desktop.programs.families import by_family
from ot_desktop.programs.instance import keepable
from ot_desktop.programs.placement import Place, Placement
from ot_desktop.programs.situation import Situation

if TYPE_CHECKING:
    from ot_desktop.planning.make_up import MakeUp  # heavy; only to mend

SECONDS = 5
_TOLD = {ChangeKind.MOVED, ChangeKind.THERAPIST}


@dataclass(frozen=True, slots=True)
class Mended:
    """A mended plan, what became of every session, and where the lost ones could be made up."""

    plan: Plan
    changes: tuple[Change, ...]
    make_up: tuple["MakeUp", ...]
    may_move: int = 0


@dataclass(frozen=True, slots=True)
class Mending:
    """What to mend: what was locked, moved by hand or held stays, and so does what still can.

    ``may_move`` other families may be moved where that saves a session of somebody else.
    """

    instance: Instance
    may_move: int = 0
    seconds: float = SECONDS

    def run(self, _progress: Callable[[PlanProgress], None], _cancel: Callable[[], bool]) -> Mended:
        """Return the mended plan; slow, at most ``seconds`` where others may be moved."""
        from ot_desktop.planning.make_up import make_up_list  # noqa: PLC0415  (heavy)
        from ot_desktop.planning.repair import repair  # noqa: PLC0415

        before = self.instance.published
        if before is None:
            raise ValueError("there is nothing to mend")
        plan, changes = repair(
            self.instance,
            Plan(self.instance.name, before.sessions),
            before.now,
            seconds=self.seconds,
            keep=before.locked,
            may_move=self.may_move,
        )
        owed = make_up_list(self.instance, plan, before.now, changes)
        return Mended(plan, tuple(changes), tuple(owed), self.may_move)


@dataclass(frozen=True, slots=True)
class FamilyMoved:
    """One family and what it would be told; ``makes_room`` when it could have stayed."""

    names: str
    lines: tuple[str, ...]
    makes_room: bool


@dataclass(frozen=True, slots=True)
class Owed:
    """A session that has no place any more; ``places`` are where it could be made up."""

    names: str
    when: str
    places: tuple[str, ...]
    why: str = ""


@dataclass(frozen=True, slots=True)
class Price:
    """What taking a mended plan costs; ``rooms`` are sessions that only change the room."""

    moved: tuple[FamilyMoved, ...]
    owed: tuple[Owed, ...]
    kept: int
    new: int
    rooms: int

    @property
    def is_nothing(self) -> bool:
        """Whether everything stays as it is."""
        return not (self.moved or self.owed or self.new or self.rooms)


def price_of(situation: Situation, mended: Mended) -> Price:
    """Say what a mended plan costs, in the words the front desk uses on the phone."""
    return _Pricing(situation, mended).price()


class _Pricing:
    def __init__(self, situation: Situation, mended: Mended) -> None:
        self.situation = situation
        self.facts = situation.facts
        self.mended = mended

    def price(self) -> Price:
        kinds = [each.kind for each in self.mended.changes]
        unknown = self._unknown()
        return Price(
            moved=tuple(self._moved()),
            owed=(*self._owed(), *map(self._dropped, unknown)),
            kept=kinds.count(ChangeKind.KEPT),
            new=kinds.count(ChangeKind.NEW),
            rooms=kinds.count(ChangeKind.ROOM),
        )

    def _moved(self) -> Iterator[FamilyMoved]:
        """Yield the families, those who would make room for somebody else first."""
        lines: defaultdict[int, list[Change]] = defaultdict(list)
        for change in self.mended.changes:
            if change.kind in _TOLD and change.before is not None:
                lines[words.number_in(change.before.child)].append(change)
        found = []
        for family in by_family(self.facts.children.values()):
            changes = [(child, each) for child in family for each in lines.get(child.id, ())]
            if not changes:
                continue
            several = len({child.id for child, _ in changes}) > 1
            told = [
                f"{child.given_name}: {self._line(each)}" if several else self._line(each)
                for child, each in changes
            ]
            names = " and ".join(dict.fromkeys(child.full_name for child, _ in changes))
            found.append(FamilyMoved(names, tuple(told), any(each.asked for _, each in changes)))
        yield from sorted(found, key=lambda each: (not each.makes_room, each.names))

    def _line(self, change: Change) -> str:
        """Return like ``Tue, Jun 8, 9:00 to Wed, Jun 9, 10:15, with Ben instead of Ana``."""
        if change.before is None or change.after is None:
            raise AssertionError("only a move has two ends")
        _, before = words.wanted_and_place(change.before)
        _, after = words.wanted_and_place(change.after)
        text = _when(before.starts)
        if before.starts != after.starts:
            same_day = before.day == after.day
            text += f" to {clock_text(after.starts) if same_day else _when(after.starts)}"
        if before.therapist_id != after.therapist_id:
            now, was = map(self.facts.first_name, (after.therapist_id, before.therapist_id))
            text += f", with {now} instead of {was}"
        return text

    def _owed(self) -> Iterator[Owed]:
        for each in self.mended.make_up:
            wanted_id, place = words.wanted_and_place(each.lost)
            places = tuple(self._place(words.wanted_and_place(one)[1]) for one in each.places)
            name = self.facts.services[wanted_id].child.full_name
            yield Owed(name, _when(place.starts), places, each.why)

    def _place(self, place: Place) -> str:
        room = self.facts.clinic.room_name(place.room_id)
        return f"{_when(place.starts)} with {self.facts.first_name(place.therapist_id)}, {room}"

    def _unknown(self) -> Sequence[Placement]:
        """Return sessions the planner could not be told of: of people or rooms that are gone."""
        placed = [
            each
            for each in self.situation.placements.values()
            if not each.is_history and not self.facts.services[each.wanted_id].is_over
        ]
        known = {each.id for each in keepable(self.situation, placed)}
        return [each for each in placed if each.id not in known]

    def _dropped(self, placement: Placement) -> Owed:
        name = self.facts.children[placement.program_child_id].full_name
        why = "its therapist or room takes no part any more"
        return Owed(name, _when(placement.starts), (), why)


def _when(at: datetime) -> str:
    return f"{long_day(at.date())}, {clock_text(at)}"
