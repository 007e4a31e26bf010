"""No family goes home with nothing: a note without a parent leaves a call to make (story 19)."""

from datetime import datetime

from db.queries import messages as queries
from ot_desktop.day_words import dated
from ot_desktop.notes.domain import NoteContent
from ot_desktop.notes.note_page import Visit


def keep_as_call(visit: Visit, content: NoteContent, signed_at: datetime, signed_by: int) -> None:
    """Keep the planned contact as a call somebody promised; inside the signing transaction."""
    missed, who = content.missed, content.parent.who
    day = dated(visit.starts)
    if missed is not None:
        plan, due_on = missed.contact_plan, missed.contact_on
        about = f"The visit of {day} was missed: {missed.why.strip()}"
    elif who.nobody_took_part:
        plan, due_on = who.contact_plan, who.contact_on
        about = f"No parent took part in the visit of {day}."
    else:
        return
    if due_on is None:
        return
    message_id = queries.insert_message(
        {
            "child": visit.child_id,
            "session": visit.id,
            "way": "call",
            "direction": "to_family",
            "said": about,
            "at": signed_at,
            "logged_by": signed_by,
        }
    )
    queries.insert_promise(
        {"message": message_id, "what": plan.strip(), "due_on": due_on, "who": signed_by}
    )
