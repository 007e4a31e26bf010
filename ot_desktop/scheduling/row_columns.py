"""Turns a row that was looked at into the columns of the session it becomes."""

from typing import Any

from ot_desktop.scheduling.domain import SeriesKind, Visit
from ot_desktop.scheduling.preview import PreviewRow, SeriesPreview


def number_of(preview: SeriesPreview, row: PreviewRow, before: int) -> int | None:
    """Return which session of the series it is; a single visit is the first of nothing."""
    is_single = preview.request.kind is SeriesKind.VISIT
    return None if is_single else before + (row.number or 0)


def columns_of(row: PreviewRow, visit: Visit) -> dict[str, Any]:
    """Return the columns of a session that say who, where and when."""
    return {
        "child": visit.child_id,
        "therapist": visit.therapist_id,
        "room": visit.room_id,
        "authorization": row.authorization_id,
        "starts": visit.starts,
        "ends": visit.ends,
        "interpreter": visit.interpreter_id,
    }
