"""Turns an imported child into what the caseload saves; nothing the file said is dropped."""

from collections.abc import Mapping
from dataclasses import dataclass

from ot_desktop.caseload.domain import (
    Alert,
    AlertKind,
    Asked,
    AuthorizationDraft,
    CaregiverDraft,
    ChildDraft,
    Phone,
    Status,
)
from ot_desktop.importing import about_text
from ot_desktop.importing.domain import (
    ImportedAddress,
    ImportedAlerts,
    ImportedAuthorization,
    ImportedCaregiver,
    ImportedChild,
    Sex,
)
from ot_desktop.importing.names import fold

CUSTODY_TITLE = "Check custody rule from import"

_SEX = {Sex.FEMALE: "female", Sex.MALE: "male", Sex.X: "other", Sex.UNKNOWN: None}
_PRONOUNS = ("he", "she", "they")


@dataclass(frozen=True, slots=True)
class Places:
    """What the clinic's file has to say about a child before it can be saved."""

    therapists: Mapping[str, int]  # by folded name
    takes_number: bool = True  # False when another child has the record number
    takes_address: bool = True  # False when the family lives elsewhere, as the file knows


def draft_of(child: ImportedChild, places: Places) -> ChildDraft:
    """Return the draft; what has no field, or no place in the clinic, is kept in ``about``."""
    number = child.record_number if places.takes_number else ""
    return ChildDraft(
        given_name=child.given_name,
        family_name=child.family_name,
        born_on=child.birth_date,
        preferred_name=child.preferred_name,
        pronouns=pronouns_of(child.pronouns),
        sex=_SEX[child.sex],
        status=Status(child.status.value),
        record_number=number or None,
        therapist_id=_therapist_id(child, places),
        language=child.language,
        needs_interpreter=child.needs_interpreter,
        diagnosis_codes=", ".join(child.diagnosis_codes),
        availability=child.availability,
        about=about_text.with_lines(child.notes, _lines(child, places)),
        allergies=Asked(child.allergies.state.value),
        precautions=Asked(child.precautions.state.value),
        alerts=alerts_of(child),
        caregivers=tuple(map(caregiver_of, child.caregivers)),
        authorizations=tuple(
            authorization_of(child, paper)
            for paper in child.authorizations
            if paper.visits is not None
        ),
    )


def alerts_of(child: ImportedChild) -> tuple[Alert, ...]:
    """Return allergies, precautions, and custody rules as alerts, so that every screen shows them.

    Who may collect is never guessed from a sentence: a person has to read it.
    """
    return (
        *_alerts(AlertKind.ALLERGY, child.allergies),
        *_alerts(AlertKind.PRECAUTION, child.precautions),
        *(Alert(AlertKind.PICK_UP, CUSTODY_TITLE, rule) for rule in child.custody_rules),
    )


def caregiver_of(person: ImportedCaregiver) -> CaregiverDraft:
    """Return the caregiver with what was typed; nobody has asked who may collect."""
    return CaregiverDraft(
        full_name=person.name,
        relation=relation_of(person),
        phones=tuple(Phone(phone.typed) for phone in person.phones),
        email=person.email,
    )


def relation_of(person: ImportedCaregiver) -> str:
    """Return the relation as typed, or the word for it."""
    if person.relation_typed or person.relation.value == "unknown":
        return person.relation_typed
    return person.relation.value


def authorization_of(child: ImportedChild, paper: ImportedAuthorization) -> AuthorizationDraft:
    """Return the authorization; ``used`` visits happened before this file knew of them."""
    return AuthorizationDraft(
        visits=paper.visits or 0,
        payer=child.payer,
        number=paper.number,
        used_before=paper.used or 0,
        starts_on=paper.starts_on,
        ends_on=paper.ends_on,
    )


def address_text(address: ImportedAddress) -> str:
    """Return the address on one line."""
    end = f"{address.state} {address.zip_code}".strip()
    return ", ".join(filter(None, [address.street, address.city, end]))


def pronouns_of(typed: str) -> str:
    """Return he, she or they for ``she/her`` and the like; other pronouns stay in the notes."""
    words = typed.casefold().replace("/", " ").split()
    first = words[0] if words else ""
    mixed = {word for word in words if word in _PRONOUNS}
    return first if mixed == {first} else ""


def _therapist_id(child: ImportedChild, places: Places) -> int | None:
    return places.therapists.get(fold(child.therapist.name)) if child.therapist else None


def _alerts(kind: AlertKind, said: ImportedAlerts) -> list[Alert]:
    return [Alert(kind, alert.title, alert.details) for alert in said.alerts]


def _lines(child: ImportedChild, places: Places) -> list[str]:
    lines: list[str] = []
    if child.pronouns and not pronouns_of(child.pronouns):
        lines.append(f"{about_text.PRONOUNS}{child.pronouns}")
    if child.therapist and _therapist_id(child, places) is None:
        lines.append(f"{about_text.THERAPIST}{child.therapist.typed or child.therapist.name}")
    if child.payer and all(paper.visits is None for paper in child.authorizations):
        lines.append(f"{about_text.PAYER}{child.payer}")
    if child.record_number and not places.takes_number:
        lines.append(f"{about_text.RECORD_NUMBER}{child.record_number}")
    if not places.takes_address and address_text(child.address):
        lines.append(f"{about_text.ADDRESS}{address_text(child.address)}")
    lines += [
        f"{about_text.AUTHORIZATION}{_paper_words(paper)}"
        for paper in child.authorizations
        if paper.visits is None
    ]
    return lines


def _paper_words(paper: ImportedAuthorization) -> str:
    said = [
        paper.number,
        f"used {paper.used}" if paper.used is not None else "",
        f"starts {paper.starts_on.isoformat()}" if paper.starts_on else "",
        f"ends {paper.ends_on.isoformat()}" if paper.ends_on else "",
    ]
    return ", ".join(filter(None, said))
