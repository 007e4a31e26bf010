"""Put two descriptions of one child together: blanks are filled, nothing known is overwritten."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

from ot_desktop.importing.domain import (
    ImportedAddress,
    ImportedAlerts,
    ImportedAuthorization,
    ImportedCaregiver,
    ImportedChild,
    ImportedTherapist,
    Relation,
    ReviewState,
    Sex,
)
from ot_desktop.importing.names import fold

_Thing = TypeVar("_Thing")
_BLANK = (None, "", Sex.UNKNOWN, Relation.UNKNOWN)
_PLAIN_FIELDS = {
    "given_name": "First name", "family_name": "Last name", "preferred_name": "Preferred name",
    "birth_date": "Date of birth", "sex": "Sex", "pronouns": "Pronouns", "status": "Status",
    "record_number": "Record number", "language": "Language",
    "needs_interpreter": "Interpreter needed", "payer": "Payer", "availability": "Availability",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two different values for one thing; ``kept`` stays, ``other`` goes among the notes."""

    name: str
    kept: str
    other: str


@dataclass(frozen=True, slots=True)
class Merge:
    """The child after a merge, what was filled in, and what was not taken over."""

    child: ImportedChild
    fills: tuple[str, ...]
    conflicts: tuple[Conflict, ...]


@dataclass(slots=True)
class _Ledger:
    """What changed, while two children are being put together."""

    fills: list[str] = field(default_factory=list)
    conflicts: list[Conflict] = field(default_factory=list)

    def choose(self, name: str, kept: _Thing, other: _Thing) -> _Thing:
        if other in _BLANK or _same(kept, other):
            return kept
        if kept in _BLANK:
            self.fills.append(name)
            return other
        self.conflicts.append(Conflict(name, _shown(kept), _shown(other)))
        return kept


def merge(known: ImportedChild, more: ImportedChild, row: int) -> Merge:
    """Add what ``more`` (from this row) tells; values not taken over are kept in the notes."""
    ledger = _Ledger()
    plain = {
        name: ledger.choose(label, getattr(known, name), getattr(more, name))
        for name, label in _PLAIN_FIELDS.items()
    }
    child = replace(
        known,
        **plain,
        therapist=_therapist(known.therapist, more.therapist, ledger),
        address=_address(known.address, more.address, ledger),
        caregivers=_caregivers(known.caregivers, more.caregivers, ledger),
        allergies=_alerts("Allergies", known.allergies, more.allergies, ledger),
        precautions=_alerts("Precautions", known.precautions, more.precautions, ledger),
        diagnosis_codes=_united(
            "Diagnosis codes", known.diagnosis_codes, more.diagnosis_codes, ledger
        ),
        authorizations=_authorizations(known.authorizations, more.authorizations, ledger),
        custody_rules=_united("Custody rule", known.custody_rules, more.custody_rules, ledger),
    )
    notes = _notes(known.notes, more.notes, ledger)
    unused = [f"Imported row {row}, not taken over: {c.name} {c.other}" for c in ledger.conflicts]
    notes = "\n".join(filter(None, [notes, *(line for line in unused if line not in notes)]))
    return Merge(replace(child, notes=notes), tuple(ledger.fills), tuple(ledger.conflicts))


def _therapist(
    known: ImportedTherapist | None, more: ImportedTherapist | None, ledger: _Ledger
) -> ImportedTherapist | None:
    if known and more and fold(known.name) == fold(more.name):
        return known
    return ledger.choose("Therapist", known, more)


def _address(known: ImportedAddress, more: ImportedAddress, ledger: _Ledger) -> ImportedAddress:
    """Take an address whole: streets and zip codes of two addresses must not mix."""
    if known == ImportedAddress() and more != known:
        ledger.fills.append("Address")
        return more
    pairs = [(getattr(known, n), getattr(more, n)) for n in ("street", "city", "state", "zip_code")]
    if any(ours and theirs and not _same(ours, theirs) for ours, theirs in pairs):
        ledger.conflicts.append(Conflict("Address", _shown(known), _shown(more)))
        return known
    if any(theirs and not ours for ours, theirs in pairs):
        ledger.fills.append("Address")
    return ImportedAddress(*(ours or theirs for ours, theirs in pairs))


def _caregivers(
    known: tuple[ImportedCaregiver, ...], more: tuple[ImportedCaregiver, ...], ledger: _Ledger
) -> tuple[ImportedCaregiver, ...]:
    people = list(known)
    for person in more:
        at = next((i for i, one in enumerate(people) if fold(one.name) == fold(person.name)), None)
        if at is None:
            people.append(person)
            ledger.fills.append(f"Caregiver {person.name}")
        else:
            people[at] = _caregiver(people[at], person, ledger)
    return tuple(people)


def _caregiver(
    known: ImportedCaregiver, more: ImportedCaregiver, ledger: _Ledger
) -> ImportedCaregiver:
    relation = ledger.choose(f"Relation of {known.name}", known.relation, more.relation)
    numbers = {phone.digits or phone.typed for phone in known.phones}
    phones = tuple(p for p in more.phones if (p.digits or p.typed) not in numbers)
    if phones:
        ledger.fills.append(f"Phone of {known.name}")
    return replace(
        known,
        relation=relation,
        relation_typed=known.relation_typed
        or (more.relation_typed if relation is more.relation else ""),
        phones=known.phones + phones,
        email=ledger.choose(f"Email of {known.name}", known.email, more.email),
    )


def _alerts(
    name: str, known: ImportedAlerts, more: ImportedAlerts, ledger: _Ledger
) -> ImportedAlerts:
    """Let listed alerts win over *none known*, whichever side they come from."""
    if ReviewState.NOT_ASKED in (known.state, more.state) or known.state is more.state:
        winner = known if more.state is ReviewState.NOT_ASKED else more
    else:
        ledger.conflicts.append(Conflict(name, _shown_alerts(known), _shown_alerts(more)))
        winner = known if known.state is ReviewState.LISTED else more
    titles = {(fold(alert.title), fold(alert.details)) for alert in known.alerts}
    added = tuple(a for a in more.alerts if (fold(a.title), fold(a.details)) not in titles)
    result = ImportedAlerts(winner.state, known.alerts + added)
    if result != known:
        ledger.fills.append(name)
    return result


def _authorizations(
    known: tuple[ImportedAuthorization, ...],
    more: tuple[ImportedAuthorization, ...],
    ledger: _Ledger,
) -> tuple[ImportedAuthorization, ...]:
    result = list(known)
    for new in more:
        at = next((i for i, old in enumerate(result) if _is_same_paper(old, new)), None)
        if at is None:
            result.append(new)
            ledger.fills.append(f"Authorization {new.number}".strip())
            continue
        result[at] = ImportedAuthorization(
            result[at].number,
            *(
                ledger.choose(
                    f"{label} of authorization {new.number}",
                    getattr(result[at], name),
                    getattr(new, name),
                )
                for name, label in _PAPER_PARTS.items()
            ),
        )
    return tuple(result)


_PAPER_PARTS = {"visits": "Visits", "used": "Used visits", "starts_on": "Start", "ends_on": "End"}


def _is_same_paper(old: ImportedAuthorization, new: ImportedAuthorization) -> bool:
    return old == new or (bool(old.number) and fold(old.number) == fold(new.number))


def _united(
    name: str, known: tuple[str, ...], more: tuple[str, ...], ledger: _Ledger
) -> tuple[str, ...]:
    seen = {fold(text) for text in known}
    added = tuple(text for text in more if fold(text) not in seen)
    if added:
        ledger.fills.append(name)
    return known + added


def _notes(known: str, more: str, ledger: _Ledger) -> str:
    """Add the lines of the other notes that are not there yet."""
    there = set(known.split("\n"))
    added = [line for line in more.split("\n") if line and line not in there]
    if added:
        ledger.fills.append("Notes")
    return "\n".join(filter(None, [known, *added]))


def _same(one: object, other: object) -> bool:
    if isinstance(one, str) and isinstance(other, str):
        return one == other or (bool(fold(one)) and fold(one) == fold(other))
    return one == other


def _shown_alerts(alerts: ImportedAlerts) -> str:
    return ", ".join(alert.title for alert in alerts.alerts) or alerts.state.value.replace("_", " ")


def _shown(value: Any) -> str:
    show: Callable[[Any], str] | None = _SHOWN.get(type(value))
    return show(value) if show else str(value)


_SHOWN: dict[type, Callable[[Any], str]] = {
    bool: lambda value: "yes" if value else "no",
    ImportedAddress: lambda a: ", ".join(filter(None, [a.street, a.city, a.state, a.zip_code])),
    ImportedTherapist: lambda therapist: therapist.typed or therapist.name,
}
