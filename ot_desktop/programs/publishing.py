"""Use cases of publishing: plans become visits in the calendar, and families are told."""

import json
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from db.queries import plans as queries
from db.queries import program_children as child_queries
from db.queries import programs as program_queries
from db.queries import scheduling as calendar_queries
from ot_desktop.audit import Action
from ot_desktop.changes import Topic
from ot_desktop.clock import now_utc
from ot_desktop.errors import ClinicError, ValidationError
from ot_desktop.permissions import Permission
from ot_desktop.programs.clashes import clashes
from ot_desktop.programs.deeds import Deed, Deeds, deeds
from ot_desktop.programs.desk import Desk
from ot_desktop.programs.domain import ProgramStatus
from ot_desktop.programs.editing import Editing
from ot_desktop.programs.facts import Service
from ot_desktop.programs.families import families
from ot_desktop.programs.family_times import times_after, times_now, to_json
from ot_desktop.programs.missing import not_placed
from ot_desktop.programs.placement import Placement
from ot_desktop.programs.situation import Situation
from ot_desktop.programs.telling import FamilyToTell, How, Published, PublishPreview
from ot_desktop.scheduling.domain import SessionStatus
from ot_desktop.settings.service import SettingsService
from ot_desktop.work import Work

PLANNED, WITHDRAWN = SessionStatus.PLANNED.value, SessionStatus.WITHDRAWN.value


class Publishing:
    """Put the chosen plan into the calendar, and keep which family was told what."""

    def __init__(self, work: Work, desk: Desk, editing: Editing) -> None:
        self._work = work
        self._desk = desk
        self._editing = editing
        self._settings = SettingsService(work)

    def preview(self, program_id: int) -> PublishPreview:
        """Return what publishing the chosen plan would do; saves nothing."""
        self._work.require(Permission.SEE_SCHEDULE)
        situation = self._chosen(program_id)
        found = deeds(situation)
        return PublishPreview(
            plan_id=situation.plan_id,
            clashes=clashes(situation),
            not_placed=not_placed(situation, {}, looked_into=0),
            warnings=found.warnings,
            new=len(found.new),
            moved=len(found.moved),
            taken_out=len(found.over),
            kept=found.kept,
            kept_history=found.history,
            families=families(situation.facts, times_after(found, situation)),
        )

    def publish(self, program_id: int, reason: str = "") -> Published:
        """Make the chosen plan's sessions ordinary sessions, all of them or none.

        Publishing again changes only what differs and keeps the sessions' ids; what was held,
        noted or has arrived is never touched. ``reason`` says why warnings are overridden; it is
        kept on the sessions they are about. Raises ``ClinicError`` naming the first clash, or who
        is changing the plan, and ``ValidationError`` under ``override_reason``.
        """
        self._editing.refuse_other(program_id)
        with self._work.saving(
            Permission.PLAN_PROGRAM, Topic.SCHEDULE, Action.PUBLISHED_PROGRAM
        ) as entry:
            situation = self._chosen(program_id)
            _refuse_clashes(situation)
            found = deeds(situation)
            if found.warnings and not reason.strip():
                sentence = f"{found.warnings[0]} Say why. It is kept on the visits with your name."
                raise ValidationError({"override_reason": sentence})
            self._write(situation, found, reason.strip())
            program_queries.change_program(program_id, {"status": ProgramStatus.PUBLISHED.value})
            entry.subject = f"program {program_id}, plan {situation.plan_id}"
        return Published(len(found.new), len(found.moved), len(found.over), found.kept)

    def families(self, program_id: int) -> tuple[FamilyToTell, ...]:
        """Return all families of a published program, those who have to be told first."""
        self._work.require(Permission.SEE_SCHEDULE)
        facts = self._desk.facts(program_id)
        return families(facts, times_now(facts))

    def mark_told(
        self, program_id: int, program_child_ids: Sequence[int], how: How
    ) -> tuple[int, ...]:
        """Keep that these families now know the published times, how, when and from whom.

        Returns what ``take_back_told`` takes.
        """
        facts = self._desk.facts(program_id)
        times, now = times_now(facts), now_utc()
        told = []
        with self._saving_told(f"program {program_id}: {how.value}"):
            for program_child_id in program_child_ids:
                told.append(
                    queries.insert_told(
                        {
                            "program_child": program_child_id,
                            "how": how.value,
                            "told_at": now,
                            "told_by": self._work.user.id,
                            "times": to_json(times.get(program_child_id, ())),
                        }
                    )
                )
                self._log_told(program_id, facts.children[program_child_id].child_id, how.value)
        return tuple(told)

    def take_back_told(self, program_id: int, told: Collection[int]) -> None:
        """Say that families were not told after all; they have to be told as before."""
        with self._saving_told(f"program {program_id}: {len(told)} not told after all"):
            queries.take_back_told(told, now_utc())

    @contextmanager
    def _saving_told(self, subject: str) -> Iterator[None]:
        with self._work.saving(
            Permission.PLAN_PROGRAM, Topic.PROGRAMS, Action.TOLD_FAMILY
        ) as entry:
            entry.subject = subject
            yield

    def _log_told(self, program_id: int, child_id: int, how: str) -> None:
        """Keep it in the child's log; the screens hear of all families once, at the end."""
        with self._work.viewing(Permission.PLAN_PROGRAM, Action.TOLD_FAMILY, child_id) as entry:
            entry.subject = f"program {program_id}: {how}"

    def _chosen(self, program_id: int) -> Situation:
        plan_id = self._desk.facts(program_id).program.chosen_plan_id
        if plan_id is None:
            raise ClinicError("There is no plan yet. Solve first, or place sessions by hand.")
        return self._desk.situation(plan_id)

    def _write(self, situation: Situation, found: Deeds, reason: str) -> None:
        """Free every old place first, so that sessions can take one another's."""
        for visit in (*found.over, *(deed.visit for deed in found.moved if deed.visit)):
            queries.change_session(visit.id, {"status": WITHDRAWN})
        series = self._series(situation)
        zone = self._settings.clinic().settings.zone
        new = [
            self._columns(deed, reason, zone) | {"series": series[deed.service.id]}
            for deed in found.new
        ]
        ids = queries.insert_sessions(new)
        visit_of = {deed.placement.id: id_ for deed, id_ in zip(found.new, ids, strict=True)}
        for deed in found.each:
            if deed.visit is not None:
                columns = self._columns(deed, reason, zone)
                if columns:
                    queries.change_session(deed.visit.id, columns)
                visit_of[deed.placement.id] = deed.visit.id
        before = {deed.placement.id: deed.placement.session_id for deed in found.each}
        queries.link_sessions(
            {planned: visit for planned, visit in visit_of.items() if before[planned] != visit}
        )

    def _columns(self, deed: Deed, reason: str, zone: str) -> dict[str, Any]:
        """Return what is to be written; nothing where a visit is as it should be."""
        place, placement, visit = deed.placement.place, deed.placement, deed.visit
        columns: dict[str, Any] = {}
        if visit is None or deed.is_moved:
            columns = {
                "child": placement.child_id,
                "therapist": place.therapist_id,
                "room": place.room_id,
                "starts": placement.starts,
                "ends": placement.ends,
                "zone": zone,
                "status": PLANNED,  # a moved visit has to be confirmed again
                "override_reason": "",
                "override_by": None,
            }
        if visit is None or visit.number != deed.number:
            columns["number"] = deed.number
        if visit is None or visit.authorization_id != deed.authorization_id:
            columns["authorization"] = deed.authorization_id
        if deed.warnings:
            columns |= {"override_reason": reason, "override_by": self._work.user.id}
        return columns

    def _series(self, situation: Situation) -> dict[int, int]:
        """Return the series of each service that has sessions, made or brought up to date."""
        found = {}
        for wanted_id, placed in situation.by_service.items():
            service = situation.facts.services[wanted_id]
            columns = _series_columns(service, placed)
            if service.series_id is None:
                found[wanted_id] = self._new_series(situation, service, columns)
            else:
                queries.change_series(service.series_id, columns)
                found[wanted_id] = service.series_id
        return found

    def _new_series(self, situation: Situation, service: Service, columns: dict[str, Any]) -> int:
        series_id = calendar_queries.insert_series(
            columns
            | {
                "child": service.child.child_id,
                "program": situation.facts.program.id,
                "kind": "intensive",
                "booked_at": now_utc(),
                "booked_by": self._work.user.id,
            }
        )
        child_queries.change_wanted(service.id, {"series": series_id})
        return series_id


def _series_columns(service: Service, placed: Sequence[Placement]) -> dict[str, Any]:
    starts = [each.starts for each in placed]
    most = Counter((each.place.therapist_id, each.place.room_id) for each in placed)
    therapist_id, room_id = most.most_common(1)[0][0]
    usual = Counter(f"{each:%H:%M}" for each in starts).most_common(1)[0][0]
    return {
        "starts_on": min(starts).date(),
        "weekdays": json.dumps(sorted({each.weekday() for each in starts})),
        "times": json.dumps([usual]),
        "length_minutes": service.minutes,
        "planned": len(placed),
        "therapist": therapist_id,
        "room": room_id,
    }


def _refuse_clashes(situation: Situation) -> None:
    found = clashes(situation)
    if not found:
        return
    more = f" {len(found)} clashes are open." if len(found) > 1 else ""
    raise ClinicError(f"{found[0].text} Nothing was published.{more}")
