"""How an intensive stands: what is done, where it waits, what the status bar says."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from ot_desktop.programs.domain import Program, ProgramStatus
from ot_desktop.programs.telling import FamilyToTell
from ui.programs.step_rail import Step
from ui.programs.words import families_words


def _tr(words: str) -> str:
    return QCoreApplication.translate("programs", words)


def waiting_step(program: Program) -> Step:
    """Return the step at which an intensive waits for somebody."""
    if program.status is ProgramStatus.PUBLISHED:
        return Step.PUBLISH
    if program.chosen_plan_id is not None:
        return Step.SOLVE
    return Step.CHILDREN if program.children else Step.SET_UP


def done_steps(program: Program) -> frozenset[Step]:
    """Return the steps that have what the next ones need."""
    done = set()
    if program.kinds and program.therapists:
        done.add(Step.SET_UP)
    if program.children:
        done.add(Step.CHILDREN)
    if program.chosen_plan_id is not None:
        done.add(Step.SOLVE)
    if program.status is ProgramStatus.PUBLISHED:
        done |= {Step.ADJUST, Step.PUBLISH}
    return frozenset(done)


def closed_steps(program: Program) -> frozenset[Step]:
    """Return the steps that need a plan, while there is none."""
    has_plan = program.chosen_plan_id is not None
    return frozenset() if has_plan else frozenset({Step.ADJUST, Step.PUBLISH})


def draft_words(saved_at: str) -> str:
    """Return ``Draft saved 2:14 PM.``, and that families do not see it."""
    words = _tr("Families do not see it until you publish.")
    if not saved_at:
        return _tr("Draft. {0}").format(words)
    return _tr("Draft saved {0}. {1}").format(saved_at, words)


def published_words(families: Sequence[FamilyToTell]) -> str:
    """Return how many changes families were not told of yet."""
    waiting = [each for each in families if each.has_to_be_told]
    if not waiting:
        return _tr("Published. Every family was told.")
    changes = sum(len(each.changes) for each in waiting)
    if not changes:
        return _tr("Published. {0} not told yet.").format(families_words(len(waiting)))
    told = _tr("1 change") if changes == 1 else _tr("{0} changes").format(changes)
    return _tr("Published. {0} not told to families yet.").format(told)
