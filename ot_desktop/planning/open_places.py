"""The places open for one more child beside a plan: different homes, best first."""

from functools import partial
from random import Random

from ot_desktop.errors import ClinicError
from ot_desktop.planning.child_places import ChildPlaces, Joint
from ot_desktop.planning.domain import Instance, Option, Plan
from ot_desktop.planning.drawbacks import drawbacks
from ot_desktop.planning.offers import AVOIDING
from ot_desktop.planning.option_text import option_text
from ot_desktop.planning.planner import sessions_of
from ot_desktop.planning.problem import Problem
from ot_desktop.planning.program_days import history
from ot_desktop.planning.response import Response
from ot_desktop.planning.start import Beginning, slots_of, started
from ot_desktop.planning.state import Slot
from ot_desktop.planning.thorough import insert_thoroughly

Home = tuple[tuple[int, tuple[int, ...]], ...]
TRIES = 2  # searches for each place asked for
SAME_HOME_MIN = 45  # starts as near as this to a home shown before are no other home


def find_place(instance: Instance, current: Plan, child: str, count: int = 5) -> list[Option]:
    """Return up to ``count`` different places for a child beside everybody else's, best first.

    In a repair sessions that began stay, and nothing new is put before now.
    """
    return OpenPlaces(instance, current).of(child, count)


class OpenPlaces:
    """The places beside one plan; what every search needs is built once for all children."""

    def __init__(self, instance: Instance, current: Plan) -> None:
        self.instance = instance
        self.problem = Problem(instance)
        held = slots_of(self.problem, history(instance))
        self.state = started(
            self.problem, Beginning(slots_of(self.problem, current.sessions), held)
        )
        response = Response(self.state, Random(1))  # noqa: S311  (a search, no secret)
        self.places = ChildPlaces(self.state, response)

    def of(self, child: str, count: int = 5) -> list[Option]:
        """Return the child's places, as if it had none in the plan; ClinicError where unknown."""
        if child not in self.problem.child_number:
            raise ClinicError(f"No child of this file has the id {child}.")
        before = self.state.snapshot()
        try:
            return self._search(self.problem.child_number[child], count)
        finally:
            self.places.response.offers.avoiding = AVOIDING
            self.places.response.offers.avoided.clear()
            self.state.restore(before)

    def _search(self, child: int, count: int) -> list[Option]:
        state, places, instance = self.state, self.places, self.instance
        state.take_out(child)
        requests, before = self.problem.kids[child].requests, state.score
        options: dict[Home, Option] = {}
        for attempt in range(TRIES * count):
            # The best place is as good as can be found; the others only have to differ.
            insert = places.insert if attempt else partial(insert_thoroughly, places)
            if len(options) == count or not insert(child):
                break
            home = tuple(_home(state.sessions[each]) for each in requests)
            if home in options:
                places.response.offers.avoiding *= 2
            else:
                mine = [each if at in requests else [] for at, each in enumerate(state.sessions)]
                sessions = sessions_of(self.problem, mine)
                text = option_text(instance, instance.children[child].id, sessions)
                lacking = drawbacks(instance, instance.children[child], sessions)
                options[home] = Option(state.score - before, sessions, text, lacking)
            places.joint = Joint.IN_NEED
            for each in requests:
                self._avoid_home(each, _home(state.sessions[each]))
            state.take_out(child)
        return sorted(options.values(), key=lambda option: -option.points)

    def _avoid_home(self, number: int, home: tuple[int, tuple[int, ...]]) -> None:
        """Make the times around this home dear, so that the next place is another one."""
        usual, therapists = home
        near = SAME_HOME_MIN // self.instance.grid_min
        for therapist in therapists:
            self.places.response.offers.avoid(number, therapist, usual - near, usual + near)


def _home(sessions: list[Slot]) -> tuple[int, tuple[int, ...]]:
    """Return the usual start and the therapists: what makes two places different."""
    starts = sorted(session[1] for session in sessions)
    usual = max(set(starts), key=lambda start: (starts.count(start), -start))
    return usual, tuple(sorted({session[2] for session in sessions}))
