"""Shows a change of a running series as the same rows a new series is looked at with."""

from dataclasses import replace

from ot_desktop.scheduling.domain import SeriesRequest, Visit
from ot_desktop.scheduling.preview import Choice, Choices, PreviewRow, RowState, SeriesPreview
from ot_desktop.scheduling.rearranging import Rearrangement, Step, StepRow, visit_of


def as_preview(found: Rearrangement, choices: Choices) -> SeriesPreview:
    """Return the rows of a change; each is named by when the session starts now."""
    first = found.rows[0].session
    return SeriesPreview(
        request=_request(found),
        choices=choices,
        child_name=first.child_name,
        rows=tuple(_row(each, choices) for each in found.rows),
    )


def with_choices(found: Rearrangement, choices: Choices) -> list[Step]:
    """Return the steps with what was chosen for single sessions; one left out stays put."""
    return [_chosen(row, choices.get(row.session.starts)) for row in found.rows]


def _chosen(row: StepRow, choice: Choice | None) -> Step:
    return (
        row.step if choice is None else replace(row.step, to=choice.visit or visit_of(row.session))
    )


def _row(row: StepRow, choices: Choices) -> PreviewRow:
    visit = row.step.to or visit_of(row.session)
    return PreviewRow(
        day=visit.day,
        state=_state(row),
        number=row.session.number,
        asked=row.session.starts,
        visit=visit,
        therapist_name=row.therapist_name,
        room_name=row.room_name,
        findings=row.findings,
        alternatives=row.alternatives,
        is_chosen=row.session.starts in choices,
    )


def _state(row: StepRow) -> RowState:
    if row.is_conflict:
        return RowState.CONFLICT
    return RowState.WARNING if row.needs_reason else RowState.FREE


def _request(found: Rearrangement) -> SeriesRequest:
    """Return what the rows have in common, for whoever looks at a request."""
    visits: list[Visit] = [row.step.to or visit_of(row.session) for row in found.rows]
    first = visits[0]
    return SeriesRequest(
        child_id=first.child_id,
        starts_on=min(visit.day for visit in visits),
        weekdays=frozenset(visit.starts.weekday() for visit in visits),
        times=tuple(sorted({visit.starts.time() for visit in visits})),
        length_minutes=first.minutes[1] - first.minutes[0],
        therapist_id=first.therapist_id,
        room_id=first.room_id,
        count=len(visits),
    )
