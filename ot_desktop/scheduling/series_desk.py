"""One change of a running series while it is being thought about, and saving it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial

from ot_desktop.scheduling.changing import SeriesChanges
from ot_desktop.scheduling.preview import Choice, Choices, SeriesPreview
from ot_desktop.scheduling.rearranging import Rearrangement, Rearranging, Step
from ot_desktop.scheduling.series_changes import Scope, SeriesChange
from ot_desktop.scheduling.series_preview import as_preview, with_choices
from ot_desktop.scheduling.service import SchedulingService


@dataclass(frozen=True, slots=True)
class Looked:
    """What was looked at: rows to show, and what saving them needs."""

    preview: SeriesPreview
    found: Rearrangement | None = None
    into: int | None = None


class SeriesDesk:
    """Every kind of change, each looked at as rows first and taken back as a whole."""

    def __init__(
        self, scheduling: SchedulingService, rearranging: Rearranging, changes: SeriesChanges
    ) -> None:
        self._scheduling = scheduling
        self._rearranging = rearranging
        self.changes = changes

    def move(self, session_id: int, scope: Scope, change: SeriesChange, choices: Choices) -> Looked:
        """Look at other weekdays, time, length, therapist or room."""
        return self._looked(self.changes.preview(session_id, scope, change), choices)

    def pause(self, series_id: int, first: date, last: date, choices: Choices) -> Looked:
        """Look at the sessions of a pause put after the end."""
        return self._looked(self.changes.preview_pause(series_id, first, last), choices)

    def extend(self, series_id: int, count: int, choices: Choices) -> Looked:
        """Look at more sessions at the end."""
        request = self.changes.extension(series_id, count)
        return Looked(self._scheduling.preview(request, choices), into=series_id)

    def first_alternatives(self, looked: Looked) -> Choices:
        """Return the choices with the first alternative taken in every conflict that has one."""
        if looked.found is None:
            return self._scheduling.first_alternatives(looked.preview).choices
        chosen, found, tried = dict(looked.preview.choices), looked.found, set[int]()
        while stuck := [
            row for row in found.conflicts if row.alternatives and row.session.id not in tried
        ]:
            row = stuck[0]
            tried.add(row.session.id)
            chosen[row.session.starts] = Choice(row.alternatives[0].visit)
            found = self._rearranging.preview(with_choices(found, chosen))
        return chosen

    def save(self, looked: Looked, reason: str) -> Callable[[], object]:
        """Save what was looked at, and return what takes it back. Raises as the services do."""
        if looked.found is None:
            if looked.into is None:
                raise ValueError("an extension names its series")
            return self._extended(looked.into, looked.preview, reason)
        back = self._rearranging.save(looked.found, reason)
        return partial(self._go_back, back)

    def _go_back(self, back: tuple[Step, ...]) -> None:
        """Undo; what stood in the way before the change needs no new reason."""
        self._rearranging.save(self._rearranging.preview(back), "Taken back.")

    def shorten(self, series_id: int, count: int) -> Callable[[], object]:
        """Take the last sessions off, and return what brings them back."""
        return partial(self._go_back, self.changes.shorten(series_id, count))

    def _extended(
        self, series_id: int, preview: SeriesPreview, reason: str
    ) -> Callable[[], object]:
        before = {each.id for each in self.changes.series(series_id).sessions}
        self._scheduling.book(preview, reason, series_id)
        after = {each.id for each in self.changes.series(series_id).sessions}
        return partial(self.changes.take_off, series_id, after - before)

    def _looked(self, found: Rearrangement, choices: Choices) -> Looked:
        if choices:
            found = self._rearranging.preview(with_choices(found, choices))
        return Looked(as_preview(found, choices), found)
