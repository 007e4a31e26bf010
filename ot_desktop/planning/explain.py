"""Why a child has no place, and what would give it one: every claim is tried before it is made.

A reason is true when dropping that one rule for the child, all else as it is, makes room for the
least number of sessions of every service. Rules that keep the child out of an empty program, in
which only regular visits stay, come first. Codes are those of the format's description, and
``CAREGIVER`` (the only caregiver is with a sibling then), ``DOSE`` (only fewer sessions would
help) and ``FITS`` (there is a place). A fix (``relax``, see ``relaxing``) that holds several
things needs all of them; ``instead_of`` names who would have to stay out.
"""

from collections.abc import Callable

from ot_desktop.errors import ClinicError
from ot_desktop.planning.beside import Beside
from ot_desktop.planning.causes import Cause, Causes, Program
from ot_desktop.planning.concessions import Wish, relax_of
from ot_desktop.planning.domain import Child, Instance, Plan, Reason
from ot_desktop.planning.in_the_way import InTheWay
from ot_desktop.planning.problem import Problem
from ot_desktop.planning.reason_text import Words
from ot_desktop.planning.start import state_of
from ot_desktop.planning.state import State

WORTH_OFFERING = 2  # fewer sessions are offered where one in so many of the least number fit


def explain(instance: Instance, plan: Plan, child: str) -> list[Reason]:
    """Return why the child is left out of the plan, best reason first; nothing if it is not."""
    problem = Problem(instance)
    if child not in problem.child_number:
        raise ClinicError(f"No child of this file has the id {child}.")
    return Explainer(state_of(problem, plan)).reasons(child)


class Explainer:
    """Explains the children who are left out of one plan."""

    def __init__(self, state: State) -> None:
        self.state = state
        self.program = Program(state)

    def left_out(self, cancel: Callable[[], bool] | None = None) -> dict[str, tuple[Reason, ...]]:
        """Return the reasons for every child without a place; none for the rest when canceled."""
        found: dict[str, tuple[Reason, ...]] = {}
        for number, child in enumerate(self.state.problem.instance.children):
            if not self.state.is_in(number):
                stopped = cancel is not None and cancel()
                found[child.id] = () if stopped else tuple(self.reasons(child.id))
        return found

    def reasons(self, child: str) -> list[Reason]:
        """Return the reasons for one child; none if it has a place."""
        number = self.state.problem.child_number[child]
        if self.state.is_in(number):
            return []
        return Case(self, self.state.problem.instance.children[number]).reasons()


class Case:
    """One child who is left out."""

    def __init__(self, explainer: Explainer, child: Child) -> None:
        self.state, self.program = explainer.state, explainer.program
        self.causes = Causes(self.program, child)
        self.words = Words(self.causes.instance, child)
        self.place = self.causes.place((), self.program.full)

    def reasons(self) -> list[Reason]:
        """Return the reasons, best first."""
        if self.place.fits():
            found = self.words.counts(self.place.counts(self.place.full))
            return [Reason("FITS", f"There is a place: {found}.", {})]
        tell = self._in_empty_program if self.causes.in_empty else self._beside_others
        reasons = [tell(cause) for cause in self.causes.found()]
        return reasons + self._with_fewer(reasons)

    def _in_empty_program(self, cause: Cause) -> Reason:
        """Return a reason that would be one without any other child."""
        facts, gifts = self.words.said(cause.wish)
        told = self._told(gifts, cause.wish, cause.beside)
        if cause.capacity is not None:  # regular visits are not moved: nothing to click
            facts.insert(0, self.words.regular_visits(cause.capacity))
            return Reason(cause.codes[0], " ".join([*facts, told]))
        relax = relax_of(cause.wish)
        if not self.causes.fits(cause.wish, self.program.full):
            way = self._in_the_way(cause)
            relax["instead_of"] = way.ids()
            told = f"{told} {way.text()} would have to stay out too."
        return Reason(cause.codes[0], " ".join([*facts, told]), relax)

    def _beside_others(self, cause: Cause) -> Reason:
        """Return a reason why there is no place beside the other children."""
        facts, gifts = self.words.said(cause.wish)
        relax, beside = relax_of(cause.wish), cause.beside
        if cause.capacity is not None:
            facts.insert(0, self.words.taken(cause.capacity, self.place.openings.able))
            way = self._in_the_way(cause)
            relax["instead_of"] = way.ids()
            gifts, beside = [*gifts, f"without {way.text()}"], way.beside()
        told = self._told(gifts, cause.wish, beside)
        return Reason(cause.codes[0], " ".join([*facts, told]), relax)

    def _in_the_way(self, cause: Cause) -> InTheWay:
        alone = self.causes.place(cause.wish, self.program.empty)
        return InTheWay(self.state, self.program.full, alone.openings)

    def _told(self, gifts: list[str], wish: Wish, beside: Beside) -> str:
        """Return how many sessions fit, and how many would with the gifts."""
        now = self.place
        if self.causes.in_empty:
            now = self.causes.place((), self.program.empty)
        fit = self.words.counts(now.counts(now.least))
        if self.causes.in_empty:
            fit = f"Even without other children {fit}"
        if not gifts:
            return f"{fit}."
        then = self.causes.place(wish, beside)
        would = self.words.numbers(then.counts(then.full))
        return f"{fit}; {' and '.join(gifts)} it would be {would}."

    def _with_fewer(self, reasons: list[Reason]) -> list[Reason]:
        """Return the offer to do with as many sessions as fit now, if that is worth while."""
        counts, least = self.place.counts(self.place.least), self.place.least
        too_few = WORTH_OFFERING * sum(counts) < sum(least) or not all(counts)
        if too_few and reasons:
            return []
        services = self.place.openings.services
        fewer = {
            service.id: count
            for service, count in zip(services, counts, strict=True)
            if count < service.min_sessions
        }
        relax = {"min_sessions": fewer} if all(counts) else None
        code = reasons[0].code if reasons else "DOSE"
        return [Reason(code, f"As it is, {self.words.counts(counts)}.", relax)]
