"""What publishing does to each calendar visit: put in, move, keep or take out."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from ot_desktop.programs.facts import OwnSession, Service
from ot_desktop.programs.place_check import PlaceChecker
from ot_desktop.programs.placement import Place, Placement
from ot_desktop.programs.situation import Situation
from ot_desktop.scheduling.authorizations import Ledger


@dataclass(frozen=True, slots=True)
class Deed:
    """One session of the plan and the visit it is or becomes; ``warnings`` need a reason.

    ``number`` counts the service's sessions in order, ``authorization_id`` is what pays for it.
    """

    placement: Placement
    service: Service
    visit: OwnSession | None
    number: int
    authorization_id: int | None
    warnings: tuple[str, ...] = ()

    @property
    def is_new(self) -> bool:
        """Whether families do not have it yet."""
        return self.visit is None

    @property
    def is_moved(self) -> bool:
        """Whether the visit is to be elsewhere or longer."""
        visit = self.visit
        return visit is not None and not (
            _place_of(visit) == self.placement.place and visit.ends == self.placement.ends
        )


@dataclass(frozen=True, slots=True)
class Deeds:
    """Everything publishing would do; ``over`` are visits the plan has no more."""

    each: tuple[Deed, ...]
    over: tuple[OwnSession, ...]
    history: int

    @property
    def new(self) -> tuple[Deed, ...]:
        """What is put in."""
        return tuple(deed for deed in self.each if deed.is_new)

    @property
    def moved(self) -> tuple[Deed, ...]:
        """What is put elsewhere."""
        return tuple(deed for deed in self.each if deed.is_moved)

    @property
    def kept(self) -> int:
        """How many stay as they are, those that have happened not counted."""
        return len(self.each) - len(self.new) - len(self.moved)

    @property
    def warnings(self) -> tuple[str, ...]:
        """Sentences that need a reason, each once; those that have one already are left out."""
        return tuple(dict.fromkeys(text for deed in self.each for text in deed.warnings))


def deeds(situation: Situation) -> Deeds:
    """Match the plan's sessions with the calendar's visits and say what becomes of each."""
    facts = situation.facts
    open_visits = {id_: each for id_, each in facts.own.items() if not each.is_history(facts.now)}
    visit_of = dict(_matched(situation, open_visits))
    found = [
        deed
        for placed in situation.by_child.values()
        for deed in _deeds(situation, placed, visit_of)
    ]
    linked = {each.id for each in visit_of.values()}
    over = tuple(each for id_, each in open_visits.items() if id_ not in linked)
    return Deeds(tuple(found), over, len(facts.own) - len(open_visits))


def _deeds(
    situation: Situation, placed: tuple[Placement, ...], visit_of: dict[int, OwnSession]
) -> Iterator[Deed]:
    """Go through one child's sessions in order of time: each takes what the ones before left."""
    facts = situation.facts
    ledger = facts.ledgers.get(placed[0].child_id, Ledger())
    numbers: Counter[int] = Counter()
    for placement in placed:
        numbers[placement.wanted_id] += 1
        if placement.is_history:
            if _uses_visit(facts.own.get(placement.session_id or 0)):
                ledger = ledger.after_visit(placement.place.day, placement.length_minutes)
            continue
        visit = visit_of.get(placement.id)
        day, minutes = placement.place.day, placement.length_minutes
        yield Deed(
            placement,
            facts.services[placement.wanted_id],
            visit,
            numbers[placement.wanted_id],
            ledger.coverage(day, minutes).approval_id,
            _warnings(situation, placement, visit, ledger),
        )
        ledger = ledger.after_visit(day, minutes)


def _uses_visit(visit: OwnSession | None) -> bool:
    return visit is not None and visit.status.uses_visit


def _matched(
    situation: Situation, visits: dict[int, OwnSession]
) -> Iterator[tuple[int, OwnSession]]:
    """Pair each session with its visit: the linked one, else one at its place, time, or any.

    A plan that was never published has no links; the visits of the plan families have are used
    for it, so that as few as possible change and every visit keeps its id.
    """
    for wanted_id, placed in situation.by_service.items():
        series_id = situation.facts.services[wanted_id].series_id
        left = [each for each in visits.values() if each.series_id == series_id]
        waiting = [each for each in placed if not each.is_history]
        for same in (_is_linked, _is_at_place, _is_at_time, _is_any):
            for placement in tuple(waiting):
                visit = next((each for each in left if same(placement, each)), None)
                if visit is not None:
                    yield placement.id, visit
                    left.remove(visit)
                    waiting.remove(placement)


def _is_linked(placement: Placement, visit: OwnSession) -> bool:
    return placement.session_id == visit.id


def _is_at_place(placement: Placement, visit: OwnSession) -> bool:
    return placement.place == _place_of(visit)


def _is_at_time(placement: Placement, visit: OwnSession) -> bool:
    return placement.starts == visit.starts


def _is_any(_placement: Placement, _visit: OwnSession) -> bool:
    return True


def _place_of(visit: OwnSession) -> Place:
    return Place(visit.starts, visit.therapist_id, visit.room_id or 0)


def _warnings(
    situation: Situation, placement: Placement, visit: OwnSession | None, ledger: Ledger
) -> tuple[str, ...]:
    """Return what nobody has given a reason for yet."""
    if visit is not None and visit.override_reason and _is_at_place(placement, visit):
        return ()
    checker = PlaceChecker(situation, placement.wanted_id, placement.id)
    name = situation.facts.children[placement.program_child_id].full_name
    remarks = checker.approval(placement.place, ledger)
    if situation.facts.clinic.held:
        remarks += checker.held(placement.place)
    return tuple(f"{name}: {each.text}" for each in remarks)
