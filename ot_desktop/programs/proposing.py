"""Use cases of proposals: a therapist proposes a swap, whoever plans accepts it or says why not."""

import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from datetime import datetime
from enum import Enum
from typing import Any

from db.queries import proposals as queries
from ot_desktop.audit import Action
from ot_desktop.changes import Topic
from ot_desktop.clock import now_utc
from ot_desktop.errors import ClinicError, NotFound, ValidationError
from ot_desktop.permissions import Permission
from ot_desktop.programs.adjusting import Adjusting
from ot_desktop.programs.desk import Desk
from ot_desktop.programs.exchanges import exchanges, first_stop
from ot_desktop.programs.placement import Change, Fix, FixKind, Place, Step
from ot_desktop.programs.situation import Situation
from ot_desktop.work import Entry, Work


class Answer(Enum):
    """What became of a proposal."""

    ACCEPTED = "accepted"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Going:
    """One session of a proposal: which service's, where it is and where it would go."""

    wanted_id: int
    now: Place
    then: Place


@dataclass(frozen=True, slots=True)
class Proposal:
    """What somebody proposes; ``stop`` says why it cannot be done as the plan is now.

    A proposal that was accepted and taken back again is open once more.
    """

    id: int
    program_id: int
    goings: tuple[Going, ...]
    text: str
    why: str
    proposer_id: int
    proposed_by: str
    proposed_at: datetime
    answer: Answer | None = None
    answer_reason: str = ""
    answered_by: str = ""
    stop: str = ""

    @property
    def is_open(self) -> bool:
        """Whether somebody has to decide."""
        return self.answer is None


class Proposing:
    """Keep what therapists propose for the plan in use; accepting it is an ordinary move."""

    def __init__(self, work: Work, desk: Desk, board: Adjusting) -> None:
        self._work = work
        self._desk = desk
        self._board = board

    def options(self, planned_id: int) -> Iterator[Fix | None]:
        """Yield the swaps and other times of its week that fit for a session, likeliest first.

        None comes wherever something was looked at in vain: looking at all takes a moment.
        """
        self._work.require(Permission.PROPOSE_SWAP)
        situation = self._desk.situation(self._desk.plan_of(planned_id))
        placement = situation.placements[planned_id]
        if placement.is_history:
            raise ClinicError("This visit has happened or has a note. It stays where it is.")
        return exchanges(situation, placement)

    def propose(self, plan_id: int, fix: Fix, why: str) -> int:
        """Keep a proposal with who, when and why; raises ``ValidationError`` under ``why``."""
        if not why.strip():
            raise ValidationError({"why": "Say in a few words why. Whoever plans reads it."})
        situation = self._desk.situation(plan_id)
        goings = [_going(situation, each) for each in fix.steps]
        with self._saving(Permission.PROPOSE_SWAP, Action.PROPOSED_SWAP) as entry:
            program_id = situation.facts.program.id
            entry.subject = f"program {program_id}: {fix.text}"
            return queries.insert_proposal(
                {
                    "program": program_id,
                    "moves": _to_json(goings),
                    "text": fix.text,
                    "why": why.strip(),
                    "proposed_by": self._work.user.id,
                    "proposed_at": now_utc(),
                }
            )

    def of(self, program_id: int) -> tuple[Proposal, ...]:
        """Return the proposals for whoever plans; for anybody else the own ones, latest first."""
        self._work.require(Permission.SEE_SCHEDULE)
        found = queries.proposals(program_id, _proposal)
        if not self._work.user.may(Permission.PLAN_PROGRAM):
            found = [each for each in found if each.proposer_id == self._work.user.id]
        plan_id = self._desk.facts(program_id).program.chosen_plan_id
        if plan_id is None or not found:
            return tuple(found)
        situation = self._desk.situation(plan_id)
        return tuple(_as_it_stands(each, situation) for each in found)

    def waiting(self, program_id: int) -> int:
        """Return how many proposals wait for this person's answer; only who plans is asked."""
        if not self._work.user.may(Permission.PLAN_PROGRAM):
            return 0
        return sum(each.is_open for each in self.of(program_id))

    def fix_of(self, proposal: Proposal) -> tuple[int, Fix]:
        """Return the plan in use and what the proposal would do in it.

        Raises ``ClinicError`` when a session is no longer where the proposal found it.
        """
        plan_id = self._desk.facts(proposal.program_id).program.chosen_plan_id
        if plan_id is None:
            raise ClinicError("There is no plan in use. Solve first.")
        steps = _steps(proposal, self._desk.situation(plan_id))
        if steps is None:
            raise ClinicError("The plan has changed since this was proposed. Decline it, or ask.")
        return plan_id, Fix(FixKind.SWAP, proposal.text, steps)

    def accept(self, proposal_id: int) -> Change:
        """Do what is proposed like a move by hand; raises ``ClinicError`` where it does not fit."""
        proposal = self._open(proposal_id)
        plan_id, fix = self.fix_of(proposal)
        with self._saving(Permission.PLAN_PROGRAM, Action.ANSWERED_PROPOSAL) as entry:
            entry.subject = f"proposal {proposal_id}: accepted"
            self._answer(proposal_id, Answer.ACCEPTED)
            return self._board.apply(plan_id, fix)

    def decline(self, proposal_id: int, reason: str) -> None:
        """Say no and why; raises ``ValidationError`` under ``reason``."""
        if not reason.strip():
            raise ValidationError({"reason": "Say in a few words why not. The therapist reads it."})
        self._open(proposal_id)
        with self._saving(Permission.PLAN_PROGRAM, Action.ANSWERED_PROPOSAL) as entry:
            entry.subject = f"proposal {proposal_id}: declined"
            self._answer(proposal_id, Answer.DECLINED, reason.strip())

    def withdraw(self, proposal_id: int) -> None:
        """Take an own proposal back that nobody has answered."""
        proposal = self._open(proposal_id)
        if proposal.proposer_id != self._work.user.id:
            raise ClinicError(f"{proposal.proposed_by} proposed this. Decline it instead.")
        with self._saving(Permission.PROPOSE_SWAP, Action.PROPOSED_SWAP) as entry:
            entry.subject = f"proposal {proposal_id}: withdrawn"
            self._answer(proposal_id, Answer.WITHDRAWN)

    def reopen(self, proposal_id: int) -> None:
        """Take a refusal back: somebody has to decide again."""
        with self._saving(Permission.PLAN_PROGRAM, Action.ANSWERED_PROPOSAL) as entry:
            entry.subject = f"proposal {proposal_id}: open again"
            nobody = dict.fromkeys(("answer", "answered_by", "answered_at"))
            queries.answer_proposal(proposal_id, nobody | {"answer_reason": ""})

    def _open(self, proposal_id: int) -> Proposal:
        found = queries.proposal(proposal_id, _proposal)
        if found is None:
            raise NotFound("This proposal is no longer in the file.")
        [now] = [each for each in self.of(found.program_id) if each.id == proposal_id] or [found]
        if not now.is_open:
            raise ClinicError(f"{now.answered_by} has answered this proposal already.")
        return now

    def _answer(self, proposal_id: int, answer: Answer, reason: str = "") -> None:
        queries.answer_proposal(
            proposal_id,
            {
                "answer": answer.value,
                "answer_reason": reason,
                "answered_by": self._work.user.id,
                "answered_at": now_utc(),
            },
        )

    def _saving(self, permission: Permission, action: Action) -> AbstractContextManager[Entry]:
        return self._work.saving(permission, Topic.PROGRAMS, action)


def _going(situation: Situation, step: Step) -> Going:
    if step.planned_id is None or step.place is None:
        raise ValueError("a proposal moves sessions there are")
    return Going(step.wanted_id, situation.placements[step.planned_id].place, step.place)


def _steps(proposal: Proposal, situation: Situation) -> tuple[Step, ...] | None:
    """Return the moves with the sessions of this plan, or None when one is not there any more."""
    at = {(each.wanted_id, each.place): each for each in situation.placements.values()}
    steps = []
    for going in proposal.goings:
        placement = at.get((going.wanted_id, going.now))
        if placement is None:
            return None
        steps.append(Step(going.wanted_id, going.then, placement.id))
    return tuple(steps)


def _as_it_stands(proposal: Proposal, situation: Situation) -> Proposal:
    """Return it with what stops it now; one that was accepted and taken back is open again."""
    steps = _steps(proposal, situation)
    if proposal.answer is Answer.ACCEPTED and steps is not None:
        proposal = replace(proposal, answer=None, answered_by="")
    if not proposal.is_open:
        return proposal
    if steps is None:
        return replace(proposal, stop="The plan has changed since.")
    return replace(proposal, stop=first_stop(situation, steps))


def _to_json(goings: Iterable[Going]) -> str:
    def place(each: Place) -> list[object]:
        return [each.starts.isoformat(timespec="minutes"), each.therapist_id, each.room_id]

    return json.dumps([[each.wanted_id, place(each.now), place(each.then)] for each in goings])


def _from_json(text: str) -> Iterator[Going]:
    def place(parts: Sequence[Any]) -> Place:
        return Place(datetime.fromisoformat(parts[0]), parts[1], parts[2])

    for wanted_id, now, then in json.loads(text):
        yield Going(wanted_id, place(now), place(then))


def _proposal(*, moves: str, answer: str | None, answered_at: str | None, **row: Any) -> Proposal:
    del answered_at
    row["proposed_at"] = datetime.fromisoformat(row["proposed_at"])
    return Proposal(
        goings=tuple(_from_json(moves)), answer=Answer(answer) if answer else None, **row
    )
