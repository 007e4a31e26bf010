"""Reads and writes plan files (ot-plan-solution/1)."""

import json
from pathlib import Path
from typing import Any

from ot_desktop.errors import ClinicError
from ot_desktop.planning.domain import Instance, Plan, Reason, Session, clock_text
from ot_desktop.planning.format import check_sessions, read_json, session_from
from ot_desktop.planning.json_reader import Part

PLAN_FORMAT = "ot-plan-solution/1"


def read_plan(path: Path, instance: Instance) -> Plan:
    """Read a plan file of this instance."""
    return plan_from(read_json(path), instance)


def plan_from(data: Any, instance: Instance) -> Plan:
    """Build the plan from parsed JSON; its times need not be on the grid, the check says so."""
    whole = Part(data)
    if whole["format"].text() != PLAN_FORMAT:
        whole["format"].fail(f"not {PLAN_FORMAT}")
    parts = whole["sessions"].parts()
    sessions = tuple(session_from(part) for part in parts)
    check_sessions(parts, instance)
    unplaced = whole.optional("unplaced")
    score = whole.optional("score")
    return Plan(
        instance=whole["instance"].text(),
        sessions=sessions,
        unplaced=dict(_unplaced(part) for part in unplaced.parts()) if unplaced else {},
        score=None if score is None or score.value is None else score.number(-(10**9), 10**9),
    )


def _unplaced(part: Part) -> tuple[str, tuple[Reason, ...]]:
    return part["child"].word(), part["reasons"].each(_reason)


def _reason(part: Part) -> Reason:
    relax = part.optional("relax")
    return Reason(
        part["code"].word(),
        part["text"].text(),
        None if relax is None or relax.value is None else relax.fields(),
    )


def write_plan(plan: Plan, path: Path) -> None:
    """Write a plan file; raise ClinicError where that is not possible."""
    text = json.dumps(plan_facts(plan), ensure_ascii=False, indent=1)
    try:
        path.write_text(text + "\n", encoding="utf-8")
    except OSError as trouble:
        raise ClinicError(f"{path}: the plan cannot be written ({trouble.strerror}).") from trouble


def plan_facts(plan: Plan) -> dict[str, Any]:
    """Return the plan as JSON holds it; what is not known is left out."""
    claims = {name: getattr(plan, name) for name in ("score", "bound", "seconds", "seed", "solver")}
    return {
        "format": PLAN_FORMAT,
        "instance": plan.instance,
        "sessions": [session_facts(session) for session in plan.sessions],
        "unplaced": [
            {"child": child, "reasons": [reason_facts(reason) for reason in reasons]}
            for child, reasons in plan.unplaced.items()
        ],
        **{name: value for name, value in claims.items() if value is not None},
    }


def session_facts(session: Session) -> dict[str, str]:
    """Return one session as JSON holds it."""
    return {
        "child": session.child,
        "service": session.service,
        "day": session.day.isoformat(),
        "start": clock_text(session.start),
        "therapist": session.therapist,
        "room": session.room,
    }


def reason_facts(reason: Reason) -> dict[str, Any]:
    """Return one reason as JSON holds it."""
    facts = {"code": reason.code, "text": reason.text}
    return facts if reason.relax is None else {**facts, "relax": reason.relax}
