"""Reading and writing what was said with families."""

from collections.abc import Callable, Collection
from datetime import date, datetime
from typing import Any

from peewee import JOIN, fn

from db.models.access import User
from db.models.caseload import Caregiver, Child
from db.models.messages import Message, Promise
from db.rows import Row, fetch, fetch_in_order, fetch_one, fetch_tuples

Columns = dict[str, Any]


def insert_message(columns: Columns) -> int:
    """Add a message and return its id."""
    return int(Message.insert(**columns).execute())


def insert_promise(columns: Columns) -> int:
    """Add a promise and return its id."""
    return int(Promise.insert(**columns).execute())


def mark_kept(promise_id: int, at: datetime, by: int) -> None:
    """Mark a promise as kept; one that was kept before stays as it is."""
    open_one = (Promise.id == promise_id) & Promise.kept_at.is_null()
    Promise.update(kept_at=at, kept_by=by).where(open_one).execute()


def mark_waiting(promise_ids: Collection[int]) -> None:
    """Let promises wait again."""
    Promise.update(kept_at=None, kept_by=None).where(Promise.id.in_(list(promise_ids))).execute()


def of_child(child_id: int, most: int | None, build: Callable[..., Row]) -> list[Row]:
    """Return what was said about one child, the latest first; ``most`` None for all of it."""
    query = _messages().where(Message.child == child_id)
    return fetch(query.order_by(Message.at.desc(), Message.id.desc()).limit(most), build)


def latest(most: int, build: Callable[..., Row]) -> list[Row]:
    """Return the latest messages of all children."""
    return fetch(_messages().order_by(Message.at.desc(), Message.id.desc()).limit(most), build)


def open_questions(build: Callable[..., Row]) -> list[Row]:
    """Return questions of families without an answer, the oldest first."""
    return fetch(_messages().where(_asks_us()).order_by(Message.at, Message.id), build)


def open_ones(build: Callable[..., Row]) -> list[Row]:
    """Return what families wait for, the oldest first: an answer, or what was promised."""
    promised = Promise.select(Promise.message).where(Promise.kept_at.is_null())
    query = _messages().where(_asks_us() | Message.id.in_(promised))
    return fetch(query.order_by(Message.at, Message.id), build)


def count_open_ones() -> int:
    """Return how many of them there are."""
    promised = Promise.select(Promise.message).where(Promise.kept_at.is_null())
    query = Message.select(fn.COUNT(Message.id)).where(_asks_us() | Message.id.in_(promised))
    return int(fetch_tuples(query)[0][0])


def waiting_for_family(build: Callable[..., Row]) -> list[Row]:
    """Return what the clinic asked or tried to say, and no word came back since; oldest first."""
    later = Message.alias()
    heard = later.select(fn.COUNT(later.id)).where(
        (later.child == Message.child)
        & (later.at > Message.at)
        & ((later.direction == "from_family") | (later.outcome == "reached"))
    )
    query = _messages().where(
        Message.done_at.is_null()
        & (Message.direction == "to_family")
        & ((Message.is_question == 1) | Message.outcome.in_(("left_message", "not_reached")))
        & (heard == 0)
    )
    return fetch(query.order_by(Message.at, Message.id), build)


def message(message_id: int, build: Callable[..., Row]) -> Row | None:
    """Return one message, or None."""
    return fetch_one(_messages().where(Message.id == message_id), build)


def mark_done(message_id: int, at: datetime | None, by: int | None) -> None:
    """Say that nothing more is to be done about a message, or with no moment that there is."""
    Message.update(done_at=at, done_by=by).where(Message.id == message_id).execute()


def open_questions_of(child_id: int) -> list[tuple[int, str]]:
    """Return id and words of the questions one child's family waits with."""
    query = Message.select(Message.id, Message.said).where((Message.child == child_id) & _asks_us())
    return fetch_tuples(query)


def settled_questions_of(child_id: int) -> list[str]:
    """Return the words of one family's questions that were answered or are done."""
    asked = (Message.child == child_id) & Message.is_question
    query = Message.select(Message.said).where(asked & (Message.direction == "from_family"))
    return [said for (said,) in fetch_tuples(query.where(~_asks_us()))]


def promise(promise_id: int, build: Callable[..., Row]) -> Row | None:
    """Return one promise, or None."""
    return fetch_one(_promises().where(Promise.id == promise_id), build)


def promises_of(message_ids: Collection[int], build: Callable[..., Row]) -> list[Row]:
    """Return the promises made in some messages."""
    query = _promises().where(Promise.message.in_(list(message_ids)))
    return fetch(query.order_by(Promise.due_on, Promise.id), build)


def open_promises(who_id: int | None, build: Callable[..., Row]) -> list[Row]:
    """Return promises that wait, the earliest due first."""
    query = _promises().where(Promise.kept_at.is_null())
    if who_id is not None:
        query = query.where(Promise.who == who_id)
    return fetch(query.order_by(Promise.due_on, Promise.id), build)


def planned_calls(build: Callable[..., Row]) -> list[Row]:
    """Return promises to call, made in a note, that wait; the earliest due first."""
    is_planned = (Message.way == "call") & (Message.outcome == "")
    query = _promises().where(Promise.kept_at.is_null() & is_planned)
    return fetch(query.order_by(Promise.due_on, Promise.id), build)


def not_in_touch(since: date) -> list[int]:
    """Return children seen since a day whose parents were neither in the room nor reached."""
    sql = """
        WITH seen AS MATERIALIZED (
            SELECT DISTINCT session.child_id FROM session
            JOIN child ON child.id = session.child_id AND child.status = 'active'
                AND child.removed_at IS NULL
            WHERE session.starts >= :since AND session.status IN ('held', 'cut_short'))
        SELECT seen.child_id FROM seen
        WHERE NOT EXISTS (
                SELECT 1 FROM message WHERE message.child_id = seen.child_id
                    AND message.at >= :since AND (message.outcome = 'reached'
                        OR message.way = 'in_person' OR message.direction = 'from_family'))
            AND NOT EXISTS (
                SELECT 1 FROM session AS visit JOIN note ON note.session_id = visit.id
                JOIN json_each(note.content, '$.parent.who.people') AS person
                WHERE visit.child_id = seen.child_id AND visit.starts >= :since
                    AND visit.status IN ('held', 'cut_short', 'arrived')
                    AND json_extract(person.value, '$.how') IN ('in_room', 'joined', 'by_phone'))
    """
    return fetch_in_order(sql, {"since": since.isoformat()}, int)


def _answers() -> Any:
    answer = Message.alias()
    return answer.select(fn.COUNT(answer.id)).where(answer.answers == Message.id)


def _asks_us() -> Any:
    """Return the condition of a family's question that nobody has answered."""
    return (
        (Message.is_question == 1)
        & (Message.direction == "from_family")
        & Message.done_at.is_null()
        & (_answers() == 0)
    )


def _messages() -> Any:
    return (
        Message.select(
            Message.id,
            Message.child.alias("child_id"),
            _name().alias("child_name"),
            fn.COALESCE(Caregiver.full_name, "").alias("caregiver"),
            Message.way,
            Message.direction,
            Message.said,
            Message.outcome,
            Message.tries,
            Message.minutes,
            Message.is_question,
            _answers().alias("is_answered"),
            Message.at,
            fn.COALESCE(User.name, "").alias("logged_by"),
            Message.done_at,
            Message.session.alias("session_id"),
            Message.caregiver.alias("caregiver_id"),
            Child.therapist.alias("therapist_id"),
        )
        .join(Child)
        .switch(Message)
        .join(Caregiver, JOIN.LEFT_OUTER)
        .switch(Message)
        .join(User, JOIN.LEFT_OUTER, on=Message.logged_by == User.id)
    )


def _promises() -> Any:
    return (
        Promise.select(
            Promise.id,
            Promise.message.alias("message_id"),
            Message.child.alias("child_id"),
            _name().alias("child_name"),
            Promise.what,
            Promise.due_on,
            Promise.who.alias("who_id"),
            User.name.alias("who"),
            Promise.kept_at,
        )
        .join(Message)
        .join(Child)
        .switch(Promise)
        .join(User, on=Promise.who == User.id)
    )


def _name() -> Any:
    return fn.TRIM(Child.given_name.concat(" ").concat(Child.family_name))
