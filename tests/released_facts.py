"""What a clinic's file says, in facts that must be the same whatever release reads it."""

import hashlib
from typing import Any

from db.models.access import Audit
from ot_desktop.caseload.domain import ChildPage
from ot_desktop.home_programs.program_page import GivenProgram
from ot_desktop.services import Services

Facts = dict[str, Any]


def facts_of(services: Services) -> Facts:
    """Return what the file says now, through the services the screens use."""
    clinic = services.settings.clinic()
    children = [services.caseload.banner(row.id) for row in services.caseload.rows()]
    return {
        "clinic": clinic.settings.name,
        "rooms": {room.name: room.capacity for room in clinic.rooms},
        "therapists": sorted(each.signs_as for each in clinic.therapists),
        "children": {child.full_name: _child(services, child) for child in children},
        "found by parent": [hit.full_name for hit in services.caseload.search("lucia")],
        "audit": sorted({row.action for row in Audit.select(Audit.action)}),
    }


def _child(services: Services, child: ChildPage) -> Facts:
    sessions = services.scheduling.sessions_of(child.id)
    return {
        "born": str(child.born_on),
        "status": child.status.value,
        "allergies": child.alerts.allergies.asked.value,
        "alerts": sorted(f"{alert.kind.value}: {alert.title}" for alert in child.alerts.listed),
        "caregivers": {
            each.full_name: {
                "phones": [phone.number for phone in each.phones],
                "may collect": each.may_collect,
                "may receive papers": each.may_receive_papers,
            }
            for each in child.caregivers
        },
        "goals": [goal.statement for goal in child.goals],
        "sessions": [
            f"{each.starts.isoformat()} to {each.ends.isoformat()}, {each.therapist_name},"
            f" {each.room_name}, {each.number} of {each.planned}, {each.status.value}"
            for each in sessions
        ],
        "notes": {
            each.starts.date().isoformat(): _note(services, each.id)
            for each in sessions
            if each.note_id is not None
        },
        "home programs": [
            _program(services, each) for each in services.home_programs.of_child(child.id)
        ],
    }


def _note(services: Services, session_id: int) -> Facts:
    page = services.notes.open_note(session_id)
    session, parent, signature = page.content.session, page.content.parent, page.signature
    return {
        "goals": [[each.statement, each.score, each.out_of] for each in session.goals],
        "did": session.did.text,
        "plan": list(session.plan),
        "who": [each.name for each in parent.who.people],
        "shown": [each.title for each in parent.shown.strategies],
        "teach-back": parent.teach_back.did,
        "signed as": signature.as_text if signature else None,
        "signed at": str(signature.at) if signature else None,
    }


def _given(services: Services, child_id: int) -> list[GivenProgram]:
    return services.home_programs.of_child(child_id)


def _program(services: Services, program: GivenProgram) -> Facts:
    papers = [services.home_programs.reprint(paper.id) for paper in program.papers]
    return {
        "dates": f"{program.starts_on} to {program.ends_on}",
        "activities": [f"{each.title}, {each.minutes} min" for each in program.activities],
        "papers": [hashlib.sha256(paper.pdf).hexdigest() for paper in papers],
        "pages": [paper.pages for paper in papers],
    }
