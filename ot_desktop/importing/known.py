"""Describes the children of the clinic's file the way a row would, to find the same child."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from db.queries import importing as queries
from ot_desktop.importing import about_text
from ot_desktop.importing.domain import (
    ImportedAddress,
    ImportedAlert,
    ImportedAlerts,
    ImportedAuthorization,
    ImportedCaregiver,
    ImportedChild,
    ImportedTherapist,
    KnownChild,
    ReviewState,
    Sex,
    Status,
)
from ot_desktop.importing.drafts import CUSTODY_TITLE
from ot_desktop.importing.names import split_therapist
from ot_desktop.importing.values import read_phones, read_relation, split_codes

_SEX = {"female": Sex.FEMALE, "male": Sex.MALE, "other": Sex.X, None: Sex.UNKNOWN}
# As exports write them, so that the same word is not taken for another.
_PRONOUNS = {"he": "he/him", "she": "she/her", "they": "they/them", "": ""}


@dataclass(slots=True)
class _Around:
    """What hangs on each child, by child id."""

    caregivers: dict[int, list[ImportedCaregiver]] = field(
        default_factory=lambda: defaultdict(list)
    )
    alerts: dict[tuple[int, str], list[ImportedAlert]] = field(
        default_factory=lambda: defaultdict(list)
    )
    custody: dict[int, list[str]] = field(default_factory=lambda: defaultdict(list))
    papers: dict[int, list[ImportedAuthorization]] = field(
        default_factory=lambda: defaultdict(list)
    )
    payers: dict[int, str] = field(default_factory=dict)


def known_children(child_ids: Sequence[int] | None = None) -> list[KnownChild]:
    """Return these children, or everybody; five questions to the file, however many they are."""
    around = _around(child_ids)

    def build(**row: Any) -> KnownChild:
        return KnownChild(row["id"], row["household"], _child(row, around))

    return queries.children(child_ids, build)


def _around(child_ids: Sequence[int] | None) -> _Around:
    around = _Around()
    numbers: defaultdict[int, list[str]] = defaultdict(list)
    for caregiver_id, number in queries.phones(child_ids):
        numbers[caregiver_id].append(number)
    for child_id, caregiver_id, name, relation, email in queries.caregivers(child_ids):
        phones = tuple(phone for typed in numbers[caregiver_id] for phone in read_phones(typed))
        around.caregivers[child_id].append(
            ImportedCaregiver(name, read_relation(relation), relation, phones, email)
        )
    for child_id, kind, title, details, in_force in queries.alerts(child_ids):
        if kind == "pick_up" and title == CUSTODY_TITLE:
            around.custody[child_id].append(details)  # one that was settled is not raised again
        elif in_force:
            around.alerts[child_id, kind].append(ImportedAlert(title, details))
    for child_id, _, payer, number, visits, used, starts_on, ends_on in queries.authorizations(
        child_ids
    ):
        around.papers[child_id].append(
            ImportedAuthorization(number, visits, used, starts_on, ends_on)
        )
        around.payers[child_id] = payer or around.payers.get(child_id, "")
    return around


def _child(row: Mapping[str, Any], around: _Around) -> ImportedChild:
    child_id = row["id"]
    notes, said = about_text.read_back(row["about"])
    return ImportedChild(
        given_name=row["given_name"],
        family_name=row["family_name"],
        preferred_name=row["preferred_name"],
        birth_date=row["born_on"],
        sex=_SEX[row["sex"]],
        pronouns=_PRONOUNS[row["pronouns"]] or said.get(about_text.PRONOUNS, ""),
        status=Status(row["status"]),
        therapist=_therapist(row, said.get(about_text.THERAPIST, "")),
        record_number=row["record_number"] or "",
        caregivers=tuple(around.caregivers[child_id]),
        address=ImportedAddress(
            row["address"] or "", row["city"] or "", row["state"] or "", row["postal_code"] or ""
        ),
        language=row["language"],
        needs_interpreter=row["needs_interpreter"],
        allergies=_alerts(row["allergies"], around.alerts[child_id, "allergy"]),
        precautions=_alerts(row["precautions"], around.alerts[child_id, "precaution"]),
        diagnosis_codes=split_codes(row["diagnosis_codes"]),
        payer=around.payers.get(child_id, "") or said.get(about_text.PAYER, ""),
        authorizations=tuple(around.papers[child_id]),
        availability=row["availability"],
        notes=notes,
        custody_rules=tuple(around.custody[child_id]),
    )


def _therapist(row: Mapping[str, Any], said: str) -> ImportedTherapist | None:
    if row["therapist_name"]:
        return ImportedTherapist(row["therapist_name"], row["therapist_credentials"])
    return split_therapist(said) if said else None


def _alerts(state: str, listed: list[ImportedAlert]) -> ImportedAlerts:
    return ImportedAlerts(ReviewState(state), tuple(listed))
