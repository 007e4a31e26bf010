"""Reads plans as lists show them."""

from datetime import datetime
from typing import Any

from ot_desktop.programs.measures import PlanSummary


def summary(*, made_at: str, is_chosen: int, **rest: Any) -> PlanSummary:
    """Build a plan's summary from its row."""
    return PlanSummary(made_at=datetime.fromisoformat(made_at), is_chosen=bool(is_chosen), **rest)
