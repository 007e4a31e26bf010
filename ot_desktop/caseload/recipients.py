"""Who may be given a child's papers, and the sentence for who may not."""

from dataclasses import dataclass

from ot_desktop.caseload.domain import AlertKind, Caregiver, ChildPage
from ot_desktop.day_words import full_day
from ot_desktop.errors import ValidationError


@dataclass(frozen=True, slots=True)
class Recipient:
    """A caregiver as the print form lists them; ``refusal`` says why they get no papers."""

    caregiver_id: int
    name: str
    relation: str
    refusal: str = ""

    @property
    def may_receive(self) -> bool:
        """Papers may be handed to this person."""
        return not self.refusal


def recipients(child: ChildPage) -> tuple[Recipient, ...]:
    """Return everybody of the family, in call order, each with what custody means for them."""
    orders = tuple(alert.title for alert in child.alerts.of(AlertKind.PICK_UP))
    return tuple(
        Recipient(one.id, one.full_name, one.relation, _refusal(one, orders))
        for one in child.caregivers
    )


def require_may_receive(child: ChildPage, caregiver_id: int | None) -> None:
    """Raise ``ValidationError`` when papers may not go to this person; None is nobody named."""
    if caregiver_id is None:
        return
    known = {one.caregiver_id: one for one in recipients(child)}
    chosen = known.get(caregiver_id)
    if chosen is None:
        raise ValidationError({"recipient": "This person is not in the child’s family list."})
    if not chosen.may_receive:
        raise ValidationError({"recipient": chosen.refusal})


def _refusal(one: Caregiver, orders: tuple[str, ...]) -> str:
    note = one.custody_note.strip()
    # Nobody has asked, and a custody note stands there: ask before anything is handed over.
    if one.may_receive_papers is False or (one.may_receive_papers is None and note):
        on = one.court_order_on
        scanned = f"Court order of {full_day(on)}" if on else ""
        said = [words.strip().rstrip(".") for words in (*orders, note, scanned) if words.strip()]
        why = ". ".join(dict.fromkeys(said)) or "The family list says so"
        return f"{one.full_name} may not receive papers. {why}."
    return ""
