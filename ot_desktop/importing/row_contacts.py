"""Read the people around the child, and what a payer allowed, from one row."""

from dataclasses import replace

from ot_desktop.importing.domain import (
    ImportedAddress,
    ImportedAuthorization,
    ImportedCaregiver,
    ImportedPhone,
    NoticeKind,
    Relation,
)
from ot_desktop.importing.fields import CAREGIVER_FIELDS, Field
from ot_desktop.importing.names import fold
from ot_desktop.importing.row_cells import RowCells
from ot_desktop.importing.values import (
    is_whole_phone,
    is_whole_zip,
    read_count,
    read_phones,
    read_relation,
    relation_in_heading,
    says_nothing,
)

_FAR_AHEAD_YEARS = 20


def read_caregivers(cells: RowCells) -> tuple[ImportedCaregiver, ...]:
    """Return one or two caregivers; one person named in both places comes once."""
    found = [person for number in CAREGIVER_FIELDS if (person := _caregiver(cells, number))]
    if len(found) == len(CAREGIVER_FIELDS) and (one := _same_person(*found)):
        column = cells.column(Field.CAREGIVER_2_NAME)
        cells.notice(
            column,
            NoticeKind.CHECK_VALUE,
            f"{one.name} stands here twice; the person is kept once.",
        )
        return (one,)
    return tuple(found)


def read_address(cells: RowCells) -> ImportedAddress:
    """Return the address; a zip code that lost its leading zero is pointed at, not changed."""
    zip_code = cells.known_text(Field.ZIP_CODE)
    if zip_code and not is_whole_zip(zip_code):
        cells.notice(
            cells.column(Field.ZIP_CODE),
            NoticeKind.CHECK_VALUE,
            f"“{zip_code[:20]}” is not a whole zip code; a leading zero may be missing.",
        )
    return ImportedAddress(
        cells.known_text(Field.ADDRESS),
        cells.known_text(Field.CITY),
        cells.known_text(Field.STATE),
        zip_code,
    )


def read_authorization(cells: RowCells) -> tuple[ImportedAuthorization, ...]:
    """Return the authorization of the row, if it has any part of one."""
    latest = cells.rules.today.year + _FAR_AHEAD_YEARS
    authorization = ImportedAuthorization(
        cells.known_text(Field.AUTHORIZATION_NUMBER),
        _count(cells, Field.AUTHORIZATION_VISITS),
        _count(cells, Field.AUTHORIZATION_USED),
        cells.day(Field.AUTHORIZATION_START, latest_year=latest),
        cells.day(Field.AUTHORIZATION_END, latest_year=latest),
    )
    _check(cells, authorization)
    return () if authorization == ImportedAuthorization() else (authorization,)


def _check(cells: RowCells, authorization: ImportedAuthorization) -> None:
    starts_on, ends_on = authorization.starts_on, authorization.ends_on
    if starts_on and ends_on and ends_on < starts_on:
        cells.refuse(
            cells.column(Field.AUTHORIZATION_END),
            "The authorization ends before it starts; correct one date.",
        )
    visits, used = authorization.visits, authorization.used
    if visits is not None and used is not None and used > visits:
        cells.notice(
            cells.column(Field.AUTHORIZATION_USED),
            NoticeKind.CHECK_VALUE,
            f"{used} visits are used of {visits} authorized.",
        )


def _count(cells: RowCells, field: Field) -> int | None:
    text = cells.known_text(field)
    if not text:
        return None
    count = read_count(text)
    if count is None:
        cells.refuse(
            cells.column(field), f"“{text[:40]}” is not a number; type it in digits, such as 20."
        )
    return count


def _caregiver(cells: RowCells, number: int) -> ImportedCaregiver | None:
    fields = CAREGIVER_FIELDS[number]
    parts = [cells.known_text(fields[part]) for part in ("given", "family")]
    name = cells.known_text(fields["name"]) or " ".join(part for part in parts if part)
    relation = _relation_typed(cells, number, has_name=bool(name))
    phones, email = _phones(cells, fields["phone"]), _email(cells, fields["email"])
    if not name and not phones and not email:
        if relation:
            cells.keep(fields["relation"], "A relation without a person cannot be placed.")
        return None
    if not name:
        name = f"Caregiver {number} (no name in the file)"
        first = (*cells.columns(fields["phone"]), *cells.columns(fields["email"]))[0]
        cells.notice(
            first, NoticeKind.CHECK_VALUE, "A phone or email stands here without a person's name."
        )
    return ImportedCaregiver(name, read_relation(relation), relation, phones, email)


def _relation_typed(cells: RowCells, number: int, *, has_name: bool) -> str:
    """Return what the relation column says, or what the heading of the name (Mother) says."""
    fields = CAREGIVER_FIELDS[number]
    typed = cells.known_text(fields["relation"])
    if typed or not has_name:
        return typed
    columns = [cells.column(fields[part]) for part in ("name", "given")]
    headings = (cells.rules.sheet.heading(column) for column in columns if column is not None)
    return next(filter(None, map(relation_in_heading, headings)), "")


def _phones(cells: RowCells, field: Field) -> tuple[ImportedPhone, ...]:
    phones: dict[str, ImportedPhone] = {}
    for column, text in cells.lines(field):
        if says_nothing(text):
            continue
        for phone in read_phones(text):
            phones.setdefault(phone.digits + phone.extension or phone.typed, phone)
            if not is_whole_phone(phone):
                cells.notice(
                    column,
                    NoticeKind.CHECK_VALUE,
                    f"“{phone.typed[:40]}” is too short to call; kept as typed.",
                )
    return tuple(phones.values())


def _email(cells: RowCells, field: Field) -> str:
    email = cells.known_text(field)
    if email and "@" not in email:
        cells.keep(field, "This is not an email address.")
        return ""
    return email


def _same_person(one: ImportedCaregiver, other: ImportedCaregiver) -> ImportedCaregiver | None:
    """Put two mentions of one name together unless they say different things."""
    emails = {email.casefold() for email in (one.email, other.email) if email}
    relations = {r for r in (one.relation, other.relation) if r is not Relation.UNKNOWN}
    if fold(one.name) != fold(other.name) or len(emails) > 1 or len(relations) > 1:
        return None
    first = one if one.relation is not Relation.UNKNOWN else other
    phones = {phone.digits or phone.typed: phone for phone in (*other.phones, *one.phones)}
    return replace(
        one,
        relation=first.relation,
        relation_typed=first.relation_typed,
        phones=(*one.phones, *(p for p in phones.values() if p not in one.phones)),
        email=one.email or other.email,
    )
