"""What a row says about a child, as pairs of a name and words."""

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import QCoreApplication

from ot_desktop.day_words import dated
from ot_desktop.importing.domain import (
    ImportedAddress,
    ImportedAlerts,
    ImportedAuthorization,
    ImportedCaregiver,
    ImportedChild,
    ReviewState,
    Sex,
)

Facts = list[tuple[str, str]]


def _tr(words: str) -> str:
    return QCoreApplication.translate("importing", words)


def child_facts(child: ImportedChild) -> Facts:
    """Return everything known of a child; what is not known is left out, alerts never are."""
    facts = [
        (_tr("Born"), day_words(child.birth_date) or _tr("not known")),
        (_tr("Called"), child.preferred_name),
        (_tr("Status"), child.status.value.replace("_", " ")),
        (_tr("Record number"), child.record_number),
        (_tr("Therapist"), child.therapist.name if child.therapist else ""),
        (_tr("Allergies"), _alerts(child.allergies)),
        (_tr("Precautions"), _alerts(child.precautions)),
        (_tr("Custody"), "\n".join(child.custody_rules)),
        (_tr("Family"), "\n".join(map(_caregiver, child.caregivers))),
        (_tr("Address"), _address(child.address)),
        (_tr("Language"), _language(child)),
        (_tr("Sex"), "" if child.sex is Sex.UNKNOWN else child.sex.value),
        (_tr("Pronouns"), child.pronouns),
        (_tr("Diagnosis codes"), ", ".join(child.diagnosis_codes)),
        (_tr("Payer"), child.payer),
        (_tr("Authorization"), "\n".join(map(_paper, child.authorizations))),
        (_tr("Availability"), child.availability),
        (_tr("Notes"), child.notes),
    ]
    return [(name, words) for name, words in facts if words]


def side_by_side(one: ImportedChild, other: ImportedChild) -> list[tuple[str, str, str]]:
    """Return name, what the one says, what the other says, for what either of them says."""
    left, right = dict(child_facts(one)), dict(child_facts(other))
    names = [name for name, _ in child_facts(one)]
    names += [name for name in right if name not in left]
    return [(name, left.get(name, "–"), right.get(name, "–")) for name in names]


def day_words(day: date | None) -> str:
    """Return ``Mar 4, 2020``, or nothing."""
    return dated(day) if day else ""


def _alerts(said: ImportedAlerts) -> str:
    if said.state is ReviewState.LISTED:
        return "\n".join(": ".join(filter(None, [a.title, a.details])) for a in said.alerts)
    return _tr("none known") if said.state is ReviewState.NONE_KNOWN else _tr("not asked")


def _caregiver(person: ImportedCaregiver) -> str:
    words = [person.name, person.relation_typed, *(phone.typed for phone in person.phones)]
    return "\n".join(filter(None, [", ".join(filter(None, words)), person.email]))


def _address(address: ImportedAddress) -> str:
    end = f"{address.state} {address.zip_code}".strip()
    return _joined([address.street, address.city, end])


def _language(child: ImportedChild) -> str:
    interpreter = {True: _tr("interpreter needed"), False: _tr("no interpreter"), None: ""}
    return _joined([child.language, interpreter[child.needs_interpreter]])


def _paper(paper: ImportedAuthorization) -> str:
    visits = _tr("{0} visits").format(paper.visits) if paper.visits is not None else ""
    used = _tr("{0} used").format(paper.used) if paper.used is not None else ""
    days = " – ".join(filter(None, [day_words(paper.starts_on), day_words(paper.ends_on)]))
    return _joined([paper.number, visits, used, days])


def _joined(parts: Iterable[str]) -> str:
    return ", ".join(filter(None, parts))
