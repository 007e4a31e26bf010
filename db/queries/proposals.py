"""Reading and writing what therapists propose, and who is changing a plan."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from db.models.programs import PlanEditor, SwapProposal
from db.rows import Row, fetch_sql

Columns = dict[str, Any]

_PROPOSAL = """
    SELECT proposal.id, proposal.program_id, proposal.moves, proposal.text, proposal.why,
        proposal.proposed_by AS proposer_id, proposer.name AS proposed_by, proposal.proposed_at,
        proposal.answer, proposal.answer_reason, coalesce(answerer.name, '') AS answered_by,
        proposal.answered_at
    FROM swap_proposal AS proposal
    JOIN user AS proposer ON proposer.id = proposal.proposed_by
    LEFT JOIN user AS answerer ON answerer.id = proposal.answered_by
"""


def proposals(program_id: int, build: Callable[..., Row]) -> list[Row]:
    """Return everything proposed for a program, the latest first; instants as text."""
    sql = f"{_PROPOSAL} WHERE proposal.program_id = :program_id ORDER BY proposal.id DESC"
    return fetch_sql(sql, {"program_id": program_id}, build)


def proposal(proposal_id: int, build: Callable[..., Row]) -> Row | None:
    """Return one, or None."""
    found = fetch_sql(f"{_PROPOSAL} WHERE proposal.id = :id", {"id": proposal_id}, build)
    return found[0] if found else None


def insert_proposal(columns: Columns) -> int:
    """Add a proposal and return its id."""
    return int(SwapProposal.insert(**columns).execute())


def answer_proposal(proposal_id: int, columns: Columns) -> None:
    """Keep what became of a proposal."""
    SwapProposal.update(**columns).where(SwapProposal.id == proposal_id).execute()


def editor(program_id: int, build: Callable[..., Row]) -> Row | None:
    """Return who has a program's plan open, live or not; instants as text."""
    sql = """SELECT user_id, user.name, since, seen_at FROM plan_editor
        JOIN user ON user.id = user_id WHERE program_id = :program_id"""
    found = fetch_sql(sql, {"program_id": program_id}, build)
    return found[0] if found else None


def put_editor(program_id: int, user_id: int, since: datetime, seen_at: datetime) -> None:
    """Let somebody have the plan, instead of whoever had it."""
    columns = {"program": program_id, "user": user_id, "since": since, "seen_at": seen_at}
    PlanEditor.insert(**columns).on_conflict_replace().execute()


def remove_editor(program_id: int, user_id: int) -> None:
    """Let others have the plan, if it is this person who has it."""
    PlanEditor.delete().where(
        PlanEditor.program == program_id, PlanEditor.user == user_id
    ).execute()
