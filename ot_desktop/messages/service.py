"""Use cases of messages: log, answer, promise, keep a promise, see what is open."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any

from db.queries import access as access_queries
from db.queries import messages as queries
from ot_desktop.audit import Action
from ot_desktop.caseload.reading import child_page
from ot_desktop.caseload.recipients import require_may_receive
from ot_desktop.changes import Topic
from ot_desktop.clock import now_utc, today
from ot_desktop.errors import NotFound, ValidationError
from ot_desktop.messages.domain import (
    CallOutcome,
    Direction,
    Message,
    MessageDraft,
    Promise,
    Way,
)
from ot_desktop.messages.letter import Letter
from ot_desktop.paper.people import ClinicOnPaper
from ot_desktop.permissions import Permission
from ot_desktop.settings.service import SettingsService
from ot_desktop.work import Work

NOT_SEEN_DAYS = 30
"""A parent neither in the room nor reached by phone for so long is flagged."""


@dataclass(frozen=True, slots=True)
class Colleague:
    """Somebody who may promise something."""

    id: int
    name: str


@dataclass(frozen=True, slots=True)
class Settled:
    """What ``settle`` changed, for taking it back."""

    message_id: int
    child_id: int
    promise_ids: tuple[int, ...]
    was_done: bool


class MessageService:
    """Remember what was said with families; nothing is sent and nothing is deleted."""

    def __init__(self, work: Work) -> None:
        self._work = work
        self._settings = SettingsService(work)

    def log(self, draft: MessageDraft) -> int:
        """Keep a message with its promise, and return its id. Raises ``ValidationError``."""
        draft.check(today())
        with self._work.saving(
            Permission.LOG_MESSAGE, Topic.MESSAGES, Action.LOGGED_MESSAGE, draft.child_id
        ) as entry:
            message_id = queries.insert_message(self._columns(draft))
            if draft.promise is not None:
                queries.insert_promise(
                    {
                        "message": message_id,
                        "what": draft.promise.what.strip(),
                        "due_on": draft.promise.due_on,
                        "who": draft.promise.who_id,
                    }
                )
            entry.subject = f"message {message_id}"
            return message_id

    @property
    def me(self) -> int:
        """Who is signed in, and promises unless somebody else is named."""
        return self._work.user.id

    def colleagues(self) -> tuple[Colleague, ...]:
        """Return everybody who may promise something, by name."""
        self._work.require(Permission.SEE_MESSAGES)
        return tuple(access_queries.users(_colleague, is_active=True))

    def keep_promise(self, promise_id: int) -> None:
        """Say that a promise was kept; somebody else may say so too."""
        promise = queries.promise(promise_id, Promise)
        if promise is None:
            raise NotFound("This promise is no longer in the file.")
        with self._work.saving(
            Permission.LOG_MESSAGE, Topic.MESSAGES, Action.LOGGED_MESSAGE, promise.child_id
        ) as entry:
            queries.mark_kept(promise_id, now_utc(), self._work.user.id)
            entry.subject = f"promise {promise_id} kept"

    def letter(self, child_id: int, caregiver_id: int | None, said: str) -> Letter:
        """Return a letter to one of the family; raises ``ValidationError`` for who gets none."""
        self._work.require(Permission.LOG_MESSAGE)
        child = child_page(child_id)
        require_may_receive(child, caregiver_id)
        if not said.strip():
            raise ValidationError({"said": "Write what the letter says."})
        named = (one.full_name for one in child.caregivers if one.id == caregiver_id)
        settings, user = self._settings.clinic().settings, self._work.user
        initial = f" {child.family_name[:1]}." if child.family_name else ""
        return Letter(
            clinic=ClinicOnPaper(
                settings.name, settings.phone, settings.address, settings.phone_hours
            ),
            to=next(named, f"To the family of {child.given_name}"),
            about=f"{child.given_name}{initial}",
            said=said.strip(),
            signed_by=f"{user.name}, {user.credentials}" if user.credentials else user.name,
            written_on=today(),
        )

    def letter_printed(self, child_id: int, caregiver_id: int | None, said: str) -> int:
        """Keep that a letter was given to the family, with its words."""
        draft = MessageDraft(child_id, said, Way.PAPER, caregiver_id=caregiver_id)
        return self.log(draft)

    def of_child(self, child_id: int, most: int | None = None) -> tuple[Message, ...]:
        """Return what was said about one child, the latest first; all of it without ``most``."""
        self._work.require(Permission.SEE_MESSAGES)
        return _with_promises(queries.of_child(child_id, most, _message))

    def open_questions(self) -> tuple[Message, ...]:
        """Return questions nobody has answered, the oldest first."""
        self._work.require(Permission.SEE_MESSAGES)
        return _with_promises(queries.open_questions(_message))

    def open_ones(self) -> tuple[Message, ...]:
        """Return what families wait for, the oldest first: an answer, or what was promised."""
        self._work.require(Permission.SEE_MESSAGES)
        return _with_promises(queries.open_ones(_message))

    def count_open(self) -> int:
        """Return how many messages families wait with."""
        self._work.require(Permission.SEE_MESSAGES)
        return queries.count_open_ones()

    def waiting_for_family(self) -> tuple[Message, ...]:
        """Return what was asked or could not be said, and no word came back; oldest first."""
        self._work.require(Permission.SEE_MESSAGES)
        return _with_promises(queries.waiting_for_family(_message))

    def settle(self, message_id: int) -> Settled:
        """Say that nothing more is to be done: questions are closed, promises are kept."""
        found = queries.message(message_id, _message)
        if found is None:
            raise NotFound("This message is not in the file.")
        [message] = _with_promises([found])
        with self._work.saving(
            Permission.LOG_MESSAGE, Topic.MESSAGES, Action.LOGGED_MESSAGE, message.child_id
        ) as entry:
            kept = tuple(each.id for each in message.open_promises)
            for promise_id in kept:
                queries.mark_kept(promise_id, now_utc(), self._work.user.id)
            queries.mark_done(message_id, now_utc(), self._work.user.id)
            entry.subject = f"message {message_id} done"
            return Settled(message_id, message.child_id, kept, was_done=found.done_at is not None)

    def unsettle(self, settled: Settled) -> None:
        """Take ``settle`` back."""
        with self._work.saving(
            Permission.LOG_MESSAGE, Topic.MESSAGES, Action.LOGGED_MESSAGE, settled.child_id
        ) as entry:
            queries.mark_waiting(settled.promise_ids)
            if not settled.was_done:
                queries.mark_done(settled.message_id, None, None)
            entry.subject = f"message {settled.message_id} open again"

    def latest(self, most: int = 200) -> tuple[Message, ...]:
        """Return the latest messages of all families."""
        self._work.require(Permission.SEE_MESSAGES)
        return _with_promises(queries.latest(most, _message))

    def promises(self, who_id: int | None = None) -> tuple[Promise, ...]:
        """Return promises that wait, the earliest due first; of one person or everybody."""
        self._work.require(Permission.SEE_MESSAGES)
        return tuple(queries.open_promises(who_id, Promise))

    def overdue(self) -> tuple[Promise, ...]:
        """Return promises whose day is over."""
        return tuple(each for each in self.promises() if each.is_overdue(today()))

    def planned_calls(self) -> tuple[Promise, ...]:
        """Return the calls that notes promised and nobody has made, the earliest due first."""
        self._work.require(Permission.SEE_MESSAGES)
        return tuple(queries.planned_calls(Promise))

    def not_in_touch(self) -> frozenset[int]:
        """Return active children whose parent was not in the room or on the phone for 30 days.

        Only children with a visit held in that time count; nobody is flagged for not coming.
        """
        self._work.require(Permission.SEE_MESSAGES)
        since = today() - timedelta(days=NOT_SEEN_DAYS)
        return frozenset(queries.not_in_touch(since))

    def _columns(self, draft: MessageDraft) -> dict[str, Any]:
        return {
            "child": draft.child_id,
            "caregiver": draft.caregiver_id,
            "session": draft.session_id,
            "way": draft.way.value,
            "direction": draft.direction.value,
            "said": draft.said.strip(),
            "outcome": draft.outcome.value,
            "tries": draft.tries,
            "minutes": draft.minutes,
            "is_question": draft.is_question,
            "answers": draft.answers_id,
            "at": now_utc(),
            "logged_by": self._work.user.id,
        }


def _colleague(*, id: int, name: str, **_columns: Any) -> Colleague:  # noqa: A002  (a column)
    return Colleague(id, name)


def _with_promises(messages: list[Message]) -> tuple[Message, ...]:
    promises: dict[int, tuple[Promise, ...]] = {}
    for each in queries.promises_of([message.id for message in messages], Promise):
        promises[each.message_id] = (*promises.get(each.message_id, ()), each)
    return tuple(replace(each, promises=promises.get(each.id, ())) for each in messages)


def _message(
    *, way: str, direction: str, outcome: str, at: datetime, is_answered: int, **columns: Any
) -> Message:
    return Message(
        way=Way(way),
        direction=Direction(direction),
        outcome=CallOutcome(outcome),
        at=at,
        is_answered=bool(is_answered),
        **columns,
    )


def due_words(promise: Promise, day: date) -> str:
    """Say how long a promise is overdue, or when it is due."""
    late = (day - promise.due_on).days
    if late > 0:
        return f"{late} day{'' if late == 1 else 's'} overdue"
    return "due today" if late == 0 else f"due in {-late} day{'' if late == -1 else 's'}"
