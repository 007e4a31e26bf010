"""Who of a family was shown what, and how much help each of them needed the last time."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from ot_desktop.notes.parent_part import ParentHelp, ParentPart, ShownHow


@dataclass(frozen=True, slots=True)
class Training:
    """One caregiver and one strategy; ``level`` None says that they only heard or saw it."""

    caregiver: str
    strategy: str
    level: ParentHelp | None
    how: tuple[ShownHow, ...]
    last_shown: date
    times: int = 1

    @property
    def is_trained(self) -> bool:
        """They do it without help."""
        return self.level is ParentHelp.ALONE


def training(notes: Iterable[tuple[date, ParentPart]]) -> tuple[Training, ...]:
    """Return each caregiver with each strategy, from notes the latest first.

    The last note in which they did it decides the level: being told of it again later does not
    undo what they could do. Ordered by caregiver and strategy.
    """
    found: dict[tuple[str, str], Training] = {}
    for day, parent in notes:
        here = tuple(person.name for person in parent.who.caregivers)
        for strategy in parent.shown.strategies:
            for name in (strategy.to,) if strategy.to else here:
                key = (name, strategy.title)
                now = Training(name, strategy.title, strategy.parent_help, strategy.how, day)
                found[key] = _with_earlier(found[key], now) if key in found else now
    return tuple(found[key] for key in sorted(found, key=_folded))


def _with_earlier(later: Training, earlier: Training) -> Training:
    level = later.level if later.level is not None else earlier.level
    how = tuple(step for step in ShownHow if step in {*later.how, *earlier.how})
    return Training(later.caregiver, later.strategy, level, how, later.last_shown, later.times + 1)


def _folded(key: tuple[str, str]) -> tuple[str, str]:
    return key[0].casefold(), key[1].casefold()
