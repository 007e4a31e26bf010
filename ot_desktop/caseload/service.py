"""Use cases of the caseload: find, admit and change children and their families."""

import json
from collections.abc import Collection, Sequence
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from db.queries import caseload as queries
from db.queries import caseload_table, families
from db.queries import settings as settings_queries
from ot_desktop.audit import Action
from ot_desktop.caseload import intake, reading
from ot_desktop.caseload.domain import (
    Alert,
    AlertKind,
    Asked,
    AuthorizationDraft,
    CaregiverDraft,
    ChildDraft,
    ChildPage,
    PracticeCapacity,
)
from ot_desktop.caseload.finding import fold, terms
from ot_desktop.caseload.table import CaseloadRow, ChildHit, SavedView, Sort, View
from ot_desktop.changes import Topic
from ot_desktop.clock import now_local, now_utc, today
from ot_desktop.errors import NotFound, ValidationError
from ot_desktop.permissions import Permission
from ot_desktop.work import Entry, Work

NOTES_DUE_WITHIN_DAYS = 90
PROGRAM_DUE_AFTER_DAYS = 21
SEASON_DAYS = 270
NAMES_ALIKE = 82  # of 100; "Mathew" and "Matthew" are 92, "Maya" and "Mia" 57


class CaseloadService:
    """Admit children to the caseload, change what is known of them, and look them up."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def rows(
        self,
        view: View = View.ACTIVE,
        typed: str = "",
        sort: Sort = Sort.NAME,
        window: tuple[int, int] = (0, 200),
        children: Collection[int] = (),
    ) -> list[CaseloadRow]:
        """Return one page of the caseload; ``window`` is (offset, count).

        ``children`` are those of ``View.NEEDS_TALK``, which attendance and messages know.
        """
        self._work.require(Permission.SEE_CASELOAD)
        found = caseload_table.page(
            reading.caseload_row, view, terms(typed), sort, window, **self._moment(children)
        )
        if not self._work.user.may(Permission.SEE_NOTES):
            found = [replace(row, goals=0, goals_met=0) for row in found]
        return reading.with_approved(reading.with_alert_titles(found), today())

    def count(
        self, view: View = View.ACTIVE, typed: str = "", children: Collection[int] = ()
    ) -> int:
        """Return how many children a view holds."""
        self._work.require(Permission.SEE_CASELOAD)
        return caseload_table.count(view, terms(typed), **self._moment(children))

    def saved_views(self) -> tuple[SavedView, ...]:
        """Return the views this person has named, in the order they were."""
        self._work.require(Permission.SEE_CASELOAD)
        kept = json.loads(settings_queries.setting(self._views_name()) or "[]")
        return tuple(
            SavedView(each["name"], View[each["view"]], each["typed"], Sort[each["sort"]])
            for each in kept
            if each["view"] in View.__members__ and each["sort"] in Sort.__members__
        )

    def save_view(self, view: SavedView) -> None:
        """Keep a view under its name; the same name again replaces it."""
        if not view.name.strip():
            raise ValidationError({"name": "Give the view a name."})
        others = [each for each in self.saved_views() if each.name != view.name]
        self._keep_views([*others, view])

    def forget_view(self, name: str) -> None:
        """Take one of this person's views away; no child changes."""
        self._keep_views([each for each in self.saved_views() if each.name != name])

    def search(self, typed: str, limit: int = 20) -> list[ChildHit]:
        """Return children by any part of a name, caregiver, phone or record number."""
        self._work.require(Permission.SEE_CASELOAD)
        wanted = terms(typed)
        if not wanted:
            return []
        return reading.with_alert_titles(queries.find(wanted, limit, reading.child_hit))

    def child(self, child_id: int) -> ChildPage:
        """Return everything about one child; the activity log keeps who opened the page."""
        with self._work.viewing(Permission.SEE_CASELOAD, Action.OPENED_CHILD, child_id):
            return self._seen(reading.child_page(child_id))

    def banner(self, child_id: int) -> ChildPage:
        """Return the child for a screen that shows name and alerts beside other work."""
        self._work.require(Permission.SEE_CASELOAD)
        return self._seen(reading.child_page(child_id))

    def alike(self, given_name: str, family_name: str, born_on: date | None) -> list[ChildHit]:
        """Return children who may be the one being added: same birth date or sounding name."""
        from rapidfuzz import fuzz  # noqa: PLC0415  (needed while adding a child only)

        self._work.require(Permission.SEE_CASELOAD)
        name = fold(f"{given_name} {family_name}")
        if not name:
            return []
        near = queries.alike(born_on, name.split(), reading.alike_hit)
        return [
            hit
            for hit in near
            if fuzz.ratio(name, fold(hit.full_name)) >= NAMES_ALIKE
            or (born_on and hit.born_on == born_on and fold(given_name) == fold(hit.given_name))
        ]

    def admit(self, draft: ChildDraft) -> int:
        """Add a child with family, alerts and authorizations, and return the new id."""
        self._check(draft)
        with self._saving(Action.ADMITTED_CHILD) as entry:
            entry.child_id = intake.write_child(draft, self._work.user.id)
            return entry.child_id

    def change_details(self, child_id: int, draft: ChildDraft) -> None:
        """Replace name, birth date, status and the other plain details of a child."""
        self._check(draft, child_id)
        with self._saving(Action.CHANGED_CHILD, child_id):
            columns = intake.detail_columns(draft)
            household = families.household_of(child_id)
            if draft.address.strip():
                columns |= self._move_house(household, intake.address_columns(draft))
            if not queries.change_child(child_id, columns):
                raise NotFound("This child is no longer in the file.")
            intake.refresh_words(child_id)

    def review_alerts(
        self, child_id: int, kind: AlertKind, asked: Asked, listed: Sequence[Alert] = ()
    ) -> None:
        """Say what the family answered about allergies, precautions or pick-up today."""
        if (asked is Asked.LISTED) != bool(listed):
            raise ValidationError({"alerts": "List what was said, or choose “None known”."})
        with self._work.saving(
            Permission.EDIT_ALERTS, Topic.CASELOAD, Action.CHANGED_ALERTS, child_id
        ) as entry:
            entry.subject = kind.value
            kept = {alert.id for alert in listed if alert.id is not None}
            for alert in queries.alerts([child_id], reading.alert_of_child):
                if alert.kind is kind and alert.id not in kept and alert.id is not None:
                    queries.end_alert(alert.id, now_utc(), self._work.user.id)
            new = tuple(alert for alert in listed if alert.id is None)
            intake.write_alerts(child_id, new, self._work.user.id)
            if kind in (AlertKind.ALLERGY, AlertKind.PRECAUTION):
                columns = intake.review_columns(kind, asked, self._work.user.id)
                queries.change_child(child_id, columns)

    def put_caregiver(self, child_id: int, draft: CaregiverDraft, call_order: int) -> int:
        """Add a caregiver, or change the one ``draft.caregiver_id`` names; return their id."""
        draft.check()
        with self._saving(Action.CHANGED_FAMILY, child_id):
            if draft.caregiver_id is not None:
                families.change_caregiver(draft.caregiver_id, intake.person_columns(draft))
                families.replace_phones(
                    draft.caregiver_id, ((p.number, p.digits, p.kind) for p in draft.phones)
                )
            caregiver_id = intake.write_caregiver(
                child_id, draft, call_order, known_id=draft.caregiver_id
            )
            for each in {child_id, *families.children_of(caregiver_id)}:
                intake.refresh_words(each)
            return caregiver_id

    def call_earlier(self, child_id: int, caregiver_id: int) -> None:
        """Call somebody before the one who was called before them."""
        with self._saving(Action.CHANGED_FAMILY, child_id):
            order = [one.id for one in reading.child_page(child_id).caregivers]
            place = order.index(caregiver_id)
            order.insert(max(0, place - 1), order.pop(place))
            families.put_call_order(child_id, order)

    def take_off_caregiver(self, child_id: int, caregiver_id: int) -> None:
        """Take a caregiver off a child's list; what was recorded of them stays."""
        with self._saving(Action.CHANGED_FAMILY, child_id):
            families.end_guardianship(child_id, caregiver_id, today())
            intake.refresh_words(child_id)

    def set_practice(self, child_id: int, capacity: PracticeCapacity) -> None:
        """Keep how many minutes a day the family says it can practice."""
        if not 1 <= capacity.min_minutes <= capacity.max_minutes <= 60:  # noqa: PLR2004  (an hour)
            raise ValidationError({"practice": "Choose 1 to 60 minutes a day."})
        with self._saving(Action.CHANGED_FAMILY, child_id):
            queries.change_child(
                child_id,
                {
                    "practice_min_minutes": capacity.min_minutes,
                    "practice_max_minutes": capacity.max_minutes,
                    "practice_days": capacity.days,
                    "practice_said_by": capacity.said_by.strip(),
                    "practice_said_on": capacity.said_on,
                },
            )

    def authorize(self, child_id: int, draft: AuthorizationDraft) -> int:
        """Add visits a payer approved."""
        intake.check_authorization(draft)
        with self._saving(Action.CHANGED_CHILD, child_id):
            return intake.write_authorization(child_id, draft)

    def _seen(self, page: ChildPage) -> ChildPage:
        """Leave the goals out for those who may not read clinical notes."""
        return page if self._work.user.may(Permission.SEE_NOTES) else replace(page, goals=())

    def _move_house(self, household: int | None, address: dict[str, str]) -> dict[str, int]:
        if household is None:
            return {"household": families.insert_household(address)}
        families.change_household(household, address)
        return {}

    def _views_name(self) -> str:
        return f"caseload views of user {self._work.user.id}"

    def _keep_views(self, views: Sequence[SavedView]) -> None:
        kept = [
            {"name": each.name, "view": each.view.name, "typed": each.typed, "sort": each.sort.name}
            for each in views
        ]
        with self._work.saving(Permission.SEE_CASELOAD, Topic.SETTINGS, Action.CHANGED_VIEWS):
            settings_queries.put_setting(self._views_name(), json.dumps(kept))

    def _saving(self, action: Action, child_id: int | None = None) -> AbstractContextManager[Entry]:
        return self._work.saving(Permission.EDIT_CHILD, Topic.CASELOAD, action, child_id)

    def _check(self, draft: ChildDraft, child_id: int | None = None) -> None:
        draft.check(today())
        number = draft.record_number
        if number and queries.record_number_is_taken(number, child_id):
            sentence = "Another child has this record number. Choose another number."
            raise ValidationError({"record_number": sentence})

    def _moment(self, children: Collection[int]) -> dict[str, Any]:
        day = today()
        return {
            "children": json.dumps(sorted(children)),
            "today": day.isoformat(),
            "now": now_local().isoformat(timespec="minutes"),
            "notes_since": (day - timedelta(days=NOTES_DUE_WITHIN_DAYS)).isoformat(),
            "program_since": (day - timedelta(days=PROGRAM_DUE_AFTER_DAYS)).isoformat(),
            "season": (day - timedelta(days=SEASON_DAYS)).isoformat(),
            "therapist_id": self._work.user.therapist_id,
        }
