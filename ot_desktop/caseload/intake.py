"""Writes a new child with family, alerts and authorizations; the caller holds the transaction."""

from db.queries import caseload as queries
from db.queries import families
from ot_desktop.caseload.domain import (
    Alert,
    AlertKind,
    Asked,
    AuthorizationDraft,
    CaregiverDraft,
    ChildDraft,
)
from ot_desktop.caseload.finding import search_words, words_of
from ot_desktop.caseload.units import Rounding
from ot_desktop.clock import now_utc, today
from ot_desktop.errors import ValidationError

_CHILD_COLUMNS = (
    "record_number", "preferred_name", "pronouns", "born_on", "sex", "language",
    "needs_interpreter", "diagnosis_codes", "availability", "about",
)  # fmt: skip


def write_child(
    draft: ChildDraft,
    by_user: int,
    *,
    household_id: int | None = None,
    batch_id: int | None = None,
    known_caregivers: dict[int, int] | None = None,
) -> int:
    """Save a checked draft and return the child's id.

    ``known_caregivers`` maps a caregiver's place in the draft to somebody already in the file,
    so that siblings share a parent.
    """
    if household_id is None and draft.address.strip():
        household_id = families.insert_household(address_columns(draft))
    columns = detail_columns(draft) | {
        "household": household_id,
        "import_batch": batch_id,
        "created_at": now_utc(),
        **_review("allergies", draft.allergies, by_user),
        **_review("precautions", draft.precautions, by_user),
    }
    child_id = queries.insert_child(columns, search_words(draft))
    for place, caregiver in enumerate(draft.caregivers):
        known = (known_caregivers or {}).get(place, caregiver.caregiver_id)
        write_caregiver(child_id, caregiver, place + 1, known_id=known, batch_id=batch_id)
    write_alerts(child_id, draft.alerts, by_user)
    for authorization in draft.authorizations:
        write_authorization(child_id, authorization)
    return child_id


def detail_columns(draft: ChildDraft) -> dict[str, object]:
    """Return the plain details of a child: names, birth date, status, languages, notes."""
    columns = {name: getattr(draft, name) for name in _CHILD_COLUMNS}
    return columns | {
        "given_name": draft.given_name.strip(),
        "family_name": draft.family_name.strip(),
        "status": draft.status.value,
        "therapist": draft.therapist_id,
    }


def address_columns(draft: ChildDraft) -> dict[str, str]:
    """Return the household columns of a draft."""
    return {
        "address": draft.address.strip(),
        "city": draft.city.strip(),
        "state": draft.state.strip(),
        "postal_code": draft.postal_code.strip(),
    }


def write_caregiver(
    child_id: int,
    draft: CaregiverDraft,
    call_order: int,
    *,
    known_id: int | None = None,
    batch_id: int | None = None,
) -> int:
    """Add a caregiver to a child, or somebody the file already knows, and return their id."""
    if known_id is None:
        known_id = families.insert_caregiver({**person_columns(draft), "import_batch": batch_id})
        families.replace_phones(
            known_id, ((phone.number, phone.digits, phone.kind) for phone in draft.phones)
        )
    families.put_guardianship(child_id, known_id, rights_columns(draft, call_order))
    return known_id


def person_columns(draft: CaregiverDraft) -> dict[str, object]:
    """Return what belongs to the caregiver, whichever child they care for."""
    return {
        "full_name": draft.full_name.strip(),
        "email": draft.email.strip(),
        "language": draft.language.strip(),
        "needs_interpreter": draft.needs_interpreter,
        "is_adult": draft.is_adult,
        "contact_note": draft.contact_note.strip(),
        "address": draft.address.strip(),
    }


def rights_columns(draft: CaregiverDraft, call_order: int) -> dict[str, object]:
    """Return what the caregiver is to this one child, and may do."""
    return {
        "call_order": call_order,
        "relation": draft.relation.strip(),
        "may_collect": draft.may_collect,
        "may_collect_until": draft.may_collect_until,
        "may_receive_papers": draft.may_receive_papers,
        "may_be_told": draft.may_be_told,
        "custody_note": draft.custody_note.strip(),
        "lives_with": draft.lives_with,
        "signs_consent": draft.signs_consent,
        "id_seen_on": draft.id_seen_on,
        "ended_on": None,
    }


def write_alerts(child_id: int, alerts: tuple[Alert, ...], by_user: int) -> None:
    """Add alerts to a child."""
    for alert in alerts:
        queries.insert_alert(alert_columns(child_id, alert, by_user))


def alert_columns(child_id: int, alert: Alert, by_user: int) -> dict[str, object]:
    """Return the columns of one alert, noted now."""
    return {
        "child": child_id,
        "kind": alert.kind.value,
        "title": alert.title.strip(),
        "details": alert.details.strip(),
        "noted_at": now_utc(),
        "noted_by": by_user,
    }


def check_authorization(draft: AuthorizationDraft) -> None:
    """Raise ``ValidationError`` naming every field that cannot be saved."""
    problems = {}
    if draft.visits < 1:
        problems["visits"] = "Enter how many visits were approved."
    if draft.starts_on and draft.ends_on and draft.ends_on < draft.starts_on:
        problems["ends_on"] = "The last day comes before the first. Swap them."
    if problems:
        raise ValidationError(problems)


def write_authorization(child_id: int, draft: AuthorizationDraft) -> int:
    """Add an authorization to a child."""
    return queries.insert_authorization(authorization_columns(child_id, draft))


def authorization_columns(child_id: int, draft: AuthorizationDraft) -> dict[str, object]:
    """Return the columns of one authorization."""
    return {
        "child": child_id,
        "payer": draft.payer.strip(),
        "number": draft.number.strip(),
        "visits": draft.visits,
        "used_before": draft.used_before,
        "starts_on": draft.starts_on,
        "ends_on": draft.ends_on,
        "measure": "visits" if draft.rounding is None else "units",
        "rounding": (draft.rounding or Rounding.EIGHT_MINUTES).value,
        "counts_no_shows": draft.counts_no_shows,
    }


def refresh_words(child_id: int) -> None:
    """Find the child by its present names, caregivers, phones and record number."""
    names, record_number = families.names_of(child_id)
    digits = [digits for _, digits in families.phone_digits(child_id)]
    queries.set_words(child_id, words_of(names, digits, record_number))


def review_columns(kind: AlertKind, asked: Asked, by_user: int) -> dict[str, object]:
    """Return the child's columns that say who asked about ``kind`` today."""
    return _review("allergies" if kind is AlertKind.ALLERGY else "precautions", asked, by_user)


def _review(name: str, asked: Asked, by_user: int) -> dict[str, object]:
    known = asked is not Asked.NOT_ASKED
    return {
        name: asked.value,
        f"{name}_reviewed_on": today() if known else None,
        f"{name}_reviewed_by": by_user if known else None,
    }
