"""Taking back and putting back changes: drafts are values, so each step is the draft before."""

from dataclasses import replace

from ot_desktop.home_programs.draft import ProgramDraft

MOST_STEPS = 200


class DraftHistory:
    """Remembers drafts; typing in one field is one step, not one for each letter."""

    def __init__(self) -> None:
        self._before: list[ProgramDraft] = []
        self._after: list[ProgramDraft] = []
        self._last_kind = ""

    @property
    def can_go_back(self) -> bool:
        """Something can be taken back."""
        return bool(self._before)

    @property
    def can_go_forward(self) -> bool:
        """Something can be put back."""
        return bool(self._after)

    def remember(self, draft: ProgramDraft, kind: str = "") -> None:
        """Keep the draft a change is about to replace; steps of one ``kind`` in a row are one."""
        self._after.clear()
        if kind and kind == self._last_kind:
            return
        self._last_kind = kind
        self._before.append(draft)
        del self._before[:-MOST_STEPS]

    def back(self, now: ProgramDraft) -> ProgramDraft | None:
        """Return the draft before the last change, or None."""
        return self._step(self._before, self._after, now)

    def forward(self, now: ProgramDraft) -> ProgramDraft | None:
        """Return the draft that ``back`` left, or None."""
        return self._step(self._after, self._before, now)

    def forget(self) -> None:
        """Start anew: what was given to a family is not taken back."""
        self._before.clear()
        self._after.clear()
        self._last_kind = ""

    def _step(
        self, source: list[ProgramDraft], target: list[ProgramDraft], now: ProgramDraft
    ) -> ProgramDraft | None:
        if not source:
            return None
        target.append(now)
        self._last_kind = ""
        # Where the file keeps it is not something to take back.
        return replace(source.pop(), id=now.id, replaces_id=now.replaces_id)
