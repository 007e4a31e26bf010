"""What parents asked in a signed note waits among the messages until somebody answers."""

from datetime import datetime

from db.queries import messages as queries
from ot_desktop.notes.note_page import Visit
from ot_desktop.notes.parent_part import Question


def keep_with_messages(
    visit: Visit, questions: tuple[Question, ...], signed_at: datetime, signed_by: int
) -> None:
    """Log each question a note leaves open, and the answer to each one it closes."""
    waiting = {said: message_id for message_id, said in queries.open_questions_of(visit.child_id)}
    spoken = {
        "child": visit.child_id,
        "session": visit.id,
        "way": "in_person",
        "at": signed_at,
        "logged_by": signed_by,
    }
    for question in questions:
        asked = question.asked.strip()
        if question.is_open and asked not in waiting:
            columns = {"direction": "from_family", "said": asked, "is_question": True}
            queries.insert_message(spoken | columns)
        elif asked in waiting and not question.is_open:
            columns = {"direction": "to_family", "said": question.answer.strip()}
            queries.insert_message(spoken | columns | {"answers": waiting[asked]})


def settled_questions(child_id: int) -> frozenset[str]:
    """Return what a family asked and has been told since, outside of a visit."""
    waiting = {said for _, said in queries.open_questions_of(child_id)}
    return frozenset(queries.settled_questions_of(child_id)) - waiting
