"""Notes of the demo clinic's past visits in the file: signed, to co-sign, drafts, or owed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from db.queries import demo as demo_queries
from db.queries import notes as queries
from ot_desktop.clock import instant_of
from ot_desktop.demo.levels import levels_of
from ot_desktop.demo.story import Dice
from ot_desktop.demo.visits import DemoVisit
from ot_desktop.demo.writing import Since, Writer
from ot_desktop.notes.domain import NoteContent, to_json
from ot_desktop.notes.hashing import content_hash
from ot_desktop.notes.practice_plan import PracticePlan
from ot_desktop.notes.signing import signature_of
from ot_desktop.permissions import Role, SignedIn
from ot_desktop.scheduling.domain import SessionStatus

HELD = (SessionStatus.HELD, SessionStatus.CUT_SHORT)
# Of the last days' visits some notes are still drafts, and some nobody has begun; each therapist's
# last visit is one of these, on any day of the week and after any holiday.
DRAFT_EVERY, OWED_EVERY = 11, 17
RECENT = timedelta(days=3)
Plans = Callable[[int, date], PracticePlan | None]


@dataclass(frozen=True, slots=True)
class Signers:
    """Who writes a therapist's notes, and who signs them: an assistant's go to the supervisor."""

    writes: dict[int, SignedIn]
    signs: dict[int, SignedIn]


class Records:
    """Writes the notes of all held visits, in order of time."""

    def __init__(self, made_on: date, signers: Signers, plans: Plans, dice: Dice) -> None:
        self._made_on = made_on
        self._signers = signers
        self._plans = plans
        self._dice = dice
        self._writer = Writer(dice)
        self._drafts: list[dict[str, Any]] = []
        self._scores: list[dict[str, Any]] = []
        self._signed: list[tuple[int, str, dict[str, Any]]] = []
        self._last: dict[int, date] = {}
        self._owed: set[int] = set()

    def write(self, visits: Sequence[DemoVisit]) -> None:
        """Put every note into the file; ``visits`` are in order of time."""
        held = [each for each in visits if each.status in HELD]
        self._owed = set({each.visit.therapist_id: each.id for each in held}.values())
        for each in held:
            self._note(each, len(self._drafts) + 1)
            self._last[each.child.id] = each.visit.day
        demo_queries.insert_drafts(self._drafts)
        demo_queries.insert_scores(self._scores)
        for note_id, content, signature in self._signed:
            queries.sign(note_id, content, signature)
        demo_queries.insert_scores(levels_of(held, self._scores, self._drafts))
        self._say_what_was_met(held)
        self._add_addenda()

    def _note(self, each: DemoVisit, note_id: int) -> None:
        is_recent = each.visit.day >= self._made_on - RECENT
        if each.id in self._owed or (is_recent and each.id % OWED_EVERY == 0):
            return
        if is_recent and each.id % DRAFT_EVERY == 0:
            self._draft(each, note_id, to_json(self._writer.draft(each)))
            return
        day = each.visit.day
        since = Since(self._last.get(each.child.id), self._plans(each.child.id, day))
        content = self._writer.note(each, since)
        text = to_json(content)
        self._draft(each, note_id, text)
        self._score(note_id, content, day)
        self._sign(each, note_id, text, waits=is_recent and self._waits_for_supervisor(each))

    def _waits_for_supervisor(self, each: DemoVisit) -> bool:
        writer = self._signers.writes[each.visit.therapist_id]
        return writer.role is Role.ASSISTANT and each.id % 2 == 0

    def _draft(self, each: DemoVisit, note_id: int, text: str) -> None:
        started_at = instant_of(each.visit.ends)
        self._drafts.append(
            {
                "id": note_id,
                "session": each.id,
                "child": each.child.id,
                "author": self._signers.writes[each.visit.therapist_id].id,
                "content": text,
                "started_at": started_at,
                "saved_at": started_at + timedelta(minutes=self._dice.between(2, 12)),
            }
        )

    def _score(self, note_id: int, content: NoteContent, day: date) -> None:
        self._scores += [
            {
                "goal": goal.goal_id,
                "note": note_id,
                "scored_on": day,
                "score": goal.score,
                "out_of": goal.out_of,
                "help": goal.help,
            }
            for goal in content.session.goals
            if goal.is_scored
        ]

    def _sign(self, each: DemoVisit, note_id: int, content: str, *, waits: bool) -> None:
        """Let the therapist sign; with ``waits`` the assistant has, and nobody co-signed yet."""
        by = self._signers.writes if waits else self._signers.signs
        signer = by[each.visit.therapist_id]
        signed_at = instant_of(each.visit.ends) + timedelta(minutes=self._dice.between(15, 240))
        signature = {
            "signed_at": signed_at,
            "signed_by": signer.id,
            "signed_as": signature_of(signer),
            "content_hash": content_hash(content),
            "needs_cosign": waits,
        }
        self._signed.append((note_id, content, signature))

    def _say_what_was_met(self, held: Sequence[DemoVisit]) -> None:
        goals = {goal.id: goal for each in held for goal in each.child.goals}
        for goal in goals.values():
            if goal.met_on is not None:
                demo_queries.change_goal(goal.id, met_on=goal.met_on)

    def _add_addenda(self) -> None:
        for note_id, _, signature in self._dice.some(self._signed, 12):
            body = self._writer.addendum()
            queries.insert_addendum(
                {
                    "note": note_id,
                    "author": signature["signed_by"],
                    "body": body,
                    "signed_at": signature["signed_at"] + timedelta(hours=20),
                    "signed_as": signature["signed_as"],
                    "content_hash": content_hash(body),
                }
            )
