"""Programs that families have now and that an alert has come to forbid since."""

import json
from dataclasses import dataclass
from datetime import date
from typing import Any

from db.queries import home_programs as queries
from ot_desktop.home_programs.domain import Hazard
from ot_desktop.home_programs.safety import Clash, clashes_of, reward_clashes

_BETWEEN = "\x1f"


@dataclass(frozen=True, slots=True)
class ClashingProgram:
    """A program a family has now, and what in it clashes with the child's alerts."""

    child_id: int
    child_name: str
    program_id: int
    starts_on: date
    clashes: tuple[Clash, ...]
    therapist_id: int | None = None

    @property
    def sentences(self) -> tuple[str, ...]:
        """Say each clash once."""
        said = (f"{clash.what} clashes with {clash.because}." for clash in self.clashes)
        return tuple(dict.fromkeys(said))

    @property
    def reasons(self) -> str:
        """Name the alerts, each once."""
        return ", ".join(dict.fromkeys(clash.because for clash in self.clashes))


def clashing_programs(day: date, child_id: int | None = None) -> tuple[ClashingProgram, ...]:
    """Return the current programs that clash, of all children or of one, by the child's name."""
    found = queries.programs_with_alerts(day, child_id, _program)
    return tuple(program for program in found if program.clashes)


def _program(
    *, starts_on: str, alerts: str, planned: str, prize: str, **columns: Any
) -> ClashingProgram:
    words = [alert for alert in alerts.split(_BETWEEN) if alert.strip()]
    found = [
        clash
        for title, hazards in json.loads(planned)
        for clash in clashes_of(title, frozenset(map(Hazard, hazards)), words)
    ]
    clashes = (*found, *reward_clashes(prize, words))
    return ClashingProgram(starts_on=date.fromisoformat(starts_on), clashes=clashes, **columns)
