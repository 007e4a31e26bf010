"""The live check of one place: the calendar's rules, then the intensive's, in plain words."""

from dataclasses import replace
from functools import cached_property

from ot_desktop.day_words import clock_text, long_day
from ot_desktop.programs.candidate import Candidate, PlaceRule
from ot_desktop.programs.place_rules import PLACE_RULES, WARNING_RULES
from ot_desktop.programs.placement import Level, Place, PlaceCheck, Remark
from ot_desktop.programs.situation import Situation
from ot_desktop.scheduling.authorizations import Ledger
from ot_desktop.scheduling.domain import Visit
from ot_desktop.scheduling.facts import Facts
from ot_desktop.scheduling.rules import AUTHORIZATION, Finding, Kind, check, check_approval
from ot_desktop.scheduling.wording import sentence

APPROVAL, HELD = "approval", "held"
"""The words of warnings that need a reason before families are given the visit."""

WORDS = {
    Kind.CHILD_TAKEN: "child",
    Kind.THERAPIST_TAKEN: "busy",
    Kind.INTERPRETER_TAKEN: "interpreter",
    Kind.ROOM_FULL: "room",
    Kind.ROOM_CLEAN_UP: "clean-up",
    Kind.ROOM_CLOSED: "room",
    Kind.CLOSED_DAY: "closed",
    Kind.FAMILY_NOT_HERE: "away",
    Kind.FAMILY_CANNOT_COME: "family",
    Kind.THERAPIST_AWAY: "off",
    Kind.THERAPIST_OFF: "off",
    Kind.OUTSIDE_THERAPIST_HOURS: "hours",
    Kind.OUTSIDE_CLINIC_HOURS: "hours",
    Kind.HELD_FOR_FAMILY: HELD,
    Kind.NO_BREAK: "break",
    Kind.VISITS_EXCEEDED: APPROVAL,
    Kind.NOT_AUTHORIZED: APPROVAL,
}
# An approval may still come. Breaks are the set-up's to decide: lunch, writing, most minutes a day.
# A held time may be free again in minutes.
WARNINGS = AUTHORIZATION | {Kind.HELD_FOR_FAMILY, Kind.NO_BREAK}
# The program knows how many adults bring the children, and has a rule of its own for them.
OWN_RULE = frozenset({Kind.SIBLING_ELSEWHERE, Kind.OTHER_ROOM})


class PlaceChecker:
    """Checks many places for one session; what is the same for all of them is worked out once."""

    def __init__(self, situation: Situation, wanted_id: int, planned_id: int | None = None) -> None:
        self.candidate = Candidate(situation, situation.facts.services[wanted_id], planned_id)

    def check(self, place: Place) -> PlaceCheck:
        """Return everything there is to say about a place, stops first."""
        remarks = self.remarks(place)
        if not any(each.level is Level.STOP for each in remarks):
            remarks = [Remark(Level.FITS, "", self._free(place)), *remarks]
        return PlaceCheck(place, self._title(place), tuple(remarks))

    def remarks(self, place: Place) -> list[Remark]:
        """Return what stops, warns and informs, in this order."""
        found = self._found(place, self._ledger, (*PLACE_RULES, *WARNING_RULES))
        return sorted(found, key=lambda remark: _ORDER[remark.level])

    def stops(self, place: Place) -> list[Remark]:
        """Return what stops only, without a look at what can but warn: approvals, rest, drives."""
        found = self._found(place, None, PLACE_RULES)
        return [each for each in found if each.level is Level.STOP]

    def own_stops(self, place: Place) -> list[Remark]:
        """Return what the intensive's own rules stop; the calendar's are taken to allow it."""
        found = (each for rule in PLACE_RULES for each in rule(self.candidate, place))
        return [each for each in found if each.level is Level.STOP]

    def fits(self, place: Place) -> bool:
        """Say whether nothing stops the session there."""
        return not self.stops(place)

    def calendar(self, place: Place, ledger: Ledger | None) -> list[Remark]:
        """Return what the calendar's own rules say; of approvals only when given what is left."""
        found = check(self._visit(place), self._facts(place, ledger))
        return [_remark(each) for each in found if each.kind not in OWN_RULE]

    def held(self, place: Place) -> list[Remark]:
        """Return for which waiting families a place is held."""
        return [each for each in self.calendar(place, None) if each.word == HELD]

    def approval(self, place: Place, ledger: Ledger) -> list[Remark]:
        """Return what the calendar says of approvals alone, whatever else is beside the place."""
        facts, child_id = self.candidate.facts, self.candidate.service.child.child_id
        child = replace(facts.child_facts[child_id], ledger=ledger)
        found = check_approval(self._visit(place), Facts(facts.clinic, {child_id: child}, {}))
        return [_remark(each) for each in found]

    def _found(
        self, place: Place, ledger: Ledger | None, rules: tuple[PlaceRule, ...]
    ) -> list[Remark]:
        found = self.calendar(place, ledger)
        for rule in rules:
            found.extend(rule(self.candidate, place))
        return found

    def _visit(self, place: Place) -> Visit:
        child_id = self.candidate.service.child.child_id
        ends = self.candidate.ends(place)
        who = (child_id, place.therapist_id, place.room_id)
        return Visit(*who, place.starts, ends, interpreter_id=self._interpreter_id)

    def _facts(self, place: Place, ledger: Ledger | None) -> Facts:
        """Return what the calendar has to know: what is beside the place, the mover left out."""
        facts, child_id = self.candidate.facts, self.candidate.service.child.child_id
        moving = -(self.candidate.planned_id or 0)
        beside = self.candidate.situation.beside(place, child_id, self._interpreter_id)
        others = tuple(each for each in beside if each.id != moving)
        child = facts.child_facts[child_id]
        if ledger is not None:
            child = replace(child, ledger=ledger)
        return Facts(facts.clinic, {child_id: child}, {place.day: others})

    @cached_property
    def _interpreter_id(self) -> int | None:
        return self.candidate.situation.interpreter_of(self.candidate.planned_id)

    @cached_property
    def _ledger(self) -> Ledger:
        """What is approved and left once every other session of the child has its visit."""
        return self.candidate.situation.ledger_without(
            self.candidate.service, self.candidate.planned_id
        )

    def _title(self, place: Place) -> str:
        name = self.candidate.facts.first_name(place.therapist_id)
        return f"{long_day(place.day)}, {clock_text(place.starts)} with {name}"

    def _free(self, place: Place) -> str:
        facts = self.candidate.facts
        room = facts.clinic.room_name(place.room_id)
        return f"{facts.first_name(place.therapist_id)}, {room} and family are free"


_ORDER = {Level.FITS: 0, Level.STOP: 1, Level.WARN: 2, Level.INFO: 3}


def _remark(finding: Finding) -> Remark:
    ids = finding.session_ids
    return Remark(
        Level.WARN if finding.kind in WARNINGS else Level.STOP,
        WORDS[finding.kind],
        sentence(finding),
        planned_ids=tuple(-each for each in ids if each < 0),
        session_ids=tuple(each for each in ids if each > 0),
    )
