"""Puts rows of the file together into what the caseload screens show."""

import json
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any, TypeVar

from db.queries import approvals, families
from db.queries import caseload as queries
from ot_desktop.caseload.domain import (
    Alert,
    AlertKind,
    AlertReview,
    Alerts,
    Asked,
    Caregiver,
    ChildPage,
    Phone,
    PracticeCapacity,
    Sibling,
    Status,
    full_name,
)
from ot_desktop.caseload.goals import Goal, Setting, coast_of
from ot_desktop.caseload.table import ApprovedLeft, CaseloadRow, ChildHit
from ot_desktop.errors import NotFound

Titled = TypeVar("Titled", CaseloadRow, ChildHit)
Titles = defaultdict[int, list[str]]
KINDS = list(AlertKind)


@dataclass(frozen=True, slots=True)
class _AlertRow:
    child_id: int
    alert: Alert


def caseload_row(**columns: Any) -> CaseloadRow:
    """Build one row of the caseload table."""
    columns["status"] = Status(columns["status"])
    columns["allergies"] = Asked(columns["allergies"])
    columns["precautions"] = Asked(columns["precautions"])
    columns["born_on"] = _day(columns["born_on"])
    for moment in ("next_starts", "next_ends", "last_note"):
        columns[moment] = datetime.fromisoformat(columns[moment]) if columns[moment] else None
    columns["note_is_due"] = bool(columns["note_is_due"])
    return CaseloadRow(**columns)


def child_hit(**columns: Any) -> ChildHit:
    """Build one found child."""
    return ChildHit(**columns | {"status": Status(columns["status"])})


def alike_hit(**columns: Any) -> ChildHit:
    """Build one child who may be the one being added."""
    return ChildHit(**columns, preferred_name="", status=Status.ACTIVE, therapist_name=None)


def alert_of_child(**columns: Any) -> Alert:
    """Build one alert when the child is known."""
    return _alert(**columns).alert


def with_alert_titles(rows: Sequence[Titled]) -> list[Titled]:
    """Return the rows with the words of their alerts, read in one question."""
    allergies: Titles = defaultdict(list)
    others: Titles = defaultdict(list)
    for row in queries.alerts([each.id for each in rows], _alert):
        titles = allergies if row.alert.kind is AlertKind.ALLERGY else others
        titles[row.child_id].append(row.alert.title)
    return [replace(each, **_titles(each, allergies, others)) for each in rows]


def _titles(each: Titled, allergies: Titles, others: Titles) -> dict[str, Any]:
    titles = {"allergy_titles": tuple(allergies[each.id])}
    if isinstance(each, CaseloadRow):
        titles["precaution_titles"] = tuple(others[each.id])
    return titles


def with_approved(rows: Sequence[CaseloadRow], day: date) -> list[CaseloadRow]:
    """Return the rows with what is left of each child's authorizations, read in one question."""
    found: defaultdict[int, list[tuple[int, date | None]]] = defaultdict(list)

    def add(*, child_id: int, ends_on: str | None, left: int) -> None:
        found[child_id].append((left, _day(ends_on)))

    approvals.left_of([each.id for each in rows], day, add)
    return [replace(each, approved=_approved(found[each.id], day)) for each in rows]


def _approved(each: Sequence[tuple[int, date | None]], day: date) -> ApprovedLeft | None:
    """Add up what holds; where nothing does any more, tell what ended last."""
    if not each:
        return None
    holding = [(left, ends_on) for left, ends_on in each if (ends_on or date.max) >= day]
    if not holding:
        return ApprovedLeft(0, max(ends_on for _, ends_on in each if ends_on))
    visits = sum(left for left, _ in holding)
    latest = max(ends_on or date.max for left, ends_on in holding if left or not visits)
    return ApprovedLeft(visits, None if latest == date.max else latest)


def child_page(child_id: int) -> ChildPage:
    """Return everything about one child; raise ``NotFound`` when there is none."""
    page = queries.child(child_id, _page)
    if page is None:
        raise NotFound("This child is no longer in the file.")
    listed = [row.alert for row in queries.alerts([child_id], _alert)]
    listed.sort(key=lambda alert: KINDS.index(alert.kind))
    return replace(
        page,
        alerts=replace(page.alerts, listed=tuple(listed)),
        caregivers=_caregivers(child_id),
        siblings=tuple(families.siblings(child_id, _sibling)),
        goals=_goals(child_id),
    )


def _page(**row: Any) -> ChildPage:
    own = ("id", "given_name", "family_name", "preferred_name", "pronouns", "sex",
           "record_number", "language", "diagnosis_codes", "availability", "about",
           "therapist_id", "therapist_name")  # fmt: skip
    place = [row["address"], row["city"], f"{row['state'] or ''} {row['postal_code'] or ''}"]
    return ChildPage(
        **{name: row[name] for name in own},
        born_on=_day(row["born_on"]),
        needs_interpreter=_fact(row["needs_interpreter"]),
        status=Status(row["status"]),
        address=", ".join(part.strip() for part in place if part and part.strip()),
        alerts=Alerts(_review("allergies", row), _review("precautions", row)),
        practice=_practice(row),
    )


def _review(name: str, row: dict[str, Any]) -> AlertReview:
    reviewed_on = _day(row[f"{name}_reviewed_on"])
    return AlertReview(Asked(row[name]), reviewed_on, row[f"{name}_asked_by"] or "")


def _practice(row: dict[str, Any]) -> PracticeCapacity | None:
    said_on = _day(row["practice_said_on"])
    if row["practice_max_minutes"] is None or said_on is None:
        return None
    return PracticeCapacity(
        row["practice_min_minutes"],
        row["practice_max_minutes"],
        row["practice_days"],
        row["practice_said_by"],
        said_on,
    )


def _alert(**row: Any) -> _AlertRow:
    alert = Alert(AlertKind(row["kind"]), row["title"], row["details"], row["id"])
    return _AlertRow(row["child_id"], alert)


_ANSWERS = (
    *("needs_interpreter", "may_collect", "may_receive_papers", "is_adult", "may_be_told"),
    *("lives_with", "signs_consent"),
)


def _caregivers(child_id: int) -> tuple[Caregiver, ...]:
    phones: dict[int, list[Phone]] = defaultdict(list)

    def add(caregiver_id: int, number: str, kind: str) -> None:
        phones[caregiver_id].append(Phone(number, kind))

    def build(**row: Any) -> Caregiver:
        for day in ("may_collect_until", "id_seen_on", "court_order_on"):
            row[day] = _day(row[day])
        for fact in _ANSWERS:
            row[fact] = _fact(row[fact])
        return Caregiver(**row, phones=tuple(phones[row["id"]]))

    families.phones(child_id, add)
    return tuple(families.caregivers(child_id, build))


def _goals(child_id: int) -> tuple[Goal, ...]:
    scores: dict[int, list[tuple[date, int]]] = defaultdict(list)

    def add(goal_id: int, scored_on: str, score: int) -> None:
        scores[goal_id].append((date.fromisoformat(scored_on), score))

    def build(**row: Any) -> Goal:
        return goal_of(**row, scores=tuple(scores[row["id"]]))

    queries.goal_scores(child_id, add)
    return tuple(queries.goals(child_id, build))


def goal_of(**row: Any) -> Goal:
    """Build one goal of the columns the file keeps of it."""
    for day in ("starts_on", "target_on", "met_on"):
        row[day] = _day(row[day])
    for listed in ("cue_words", "level_texts"):
        row[listed] = tuple(json.loads(row[listed]))
    row["coast"] = coast_of(json.loads(row["coast"]))
    row["setting"] = Setting(row["setting"]) if row["setting"] else None
    return Goal(**row)


def _sibling(**row: Any) -> Sibling:
    return Sibling(row["id"], full_name(row["given_name"], row["family_name"]))


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _fact(stored: int | None) -> bool | None:
    """Return yes, no, or that nobody has asked."""
    return None if stored is None else bool(stored)
