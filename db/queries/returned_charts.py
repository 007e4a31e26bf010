"""Reading and writing the days of practice charts that came back."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from db.models.access import User
from db.models.home_programs import HomeProgram, ReturnedChart
from db.rows import Row, fetch


def of_child(child_id: int, build: Callable[..., Row]) -> list[Row]:
    """Return the charts of all programs of a child, the oldest first."""
    query = (
        ReturnedChart.select(
            ReturnedChart.id,
            ReturnedChart.home_program.alias("home_program_id"),
            ReturnedChart.first_day,
            ReturnedChart.last_day,
            ReturnedChart.practiced,
            ReturnedChart.words,
            ReturnedChart.entered_at,
            User.name.alias("entered_by"),
        )
        .join(User)
        .switch(ReturnedChart)
        .join(HomeProgram)
        .where(HomeProgram.child == child_id, ReturnedChart.withdrawn_at.is_null())
        .order_by(ReturnedChart.first_day, ReturnedChart.id)
    )
    return fetch(query, build)


def enter(columns: dict[str, Any]) -> int:
    """Add a chart and return its id; what was entered of the same days before is withdrawn."""
    ReturnedChart.update(withdrawn_at=columns["entered_at"]).where(
        ReturnedChart.home_program == columns["home_program"],
        ReturnedChart.first_day == columns["first_day"],
        ReturnedChart.withdrawn_at.is_null(),
    ).execute()
    return int(ReturnedChart.insert(**columns).execute())


def withdraw(chart_id: int, at: datetime) -> bool:
    """Withdraw what was entered; say whether there was something."""
    query = ReturnedChart.update(withdrawn_at=at).where(
        ReturnedChart.id == chart_id, ReturnedChart.withdrawn_at.is_null()
    )
    return bool(query.execute() == 1)
