"""Which rules keep a child out: each is dropped for the child alone, and the exact search tried."""

from dataclasses import dataclass
from itertools import combinations

from ot_desktop.planning.beside import Beside, Taken
from ot_desktop.planning.child_openings import Openings
from ot_desktop.planning.concessions import Wish, enough, relax_of
from ot_desktop.planning.domain import Child, Instance
from ot_desktop.planning.exact_place import ExactPlace
from ot_desktop.planning.problem import Problem
from ot_desktop.planning.relaxing import relaxed
from ot_desktop.planning.rules import DROPPED, Groups, drop
from ot_desktop.planning.state import Slot

CAPACITY = ("THERAPIST_CAPACITY", "ROOM_CAPACITY", "CAPACITY")  # both only if neither is enough
IN_EMPTY_PROGRAM = (
    *("AUTH_VISITS", "AUTH_DATES", "EXCLUDED", "FAMILY_WINDOW", "THERAPIST_HOURS", "NO_SKILL"),
    *("NO_ROOM_KIND", "CONTINUITY", "WEEK_MAX", "DAY_MAX", *CAPACITY),
)
BESIDE_OTHERS = (
    *(*CAPACITY, "CONTINUITY", "WEEK_MAX", "DAY_MAX", "CAREGIVER", "FAMILY_WINDOW"),
    *("THERAPIST_HOURS", "EXCLUDED", "AUTH_DATES", "NO_ROOM_KIND"),
)
TOGETHER = (1, 2, 3)  # rules that are dropped together


class Program:
    """What is taken in one plan, with and without regular visits and the other children."""

    def __init__(self, problem: Problem, by_request: list[list[Slot]]) -> None:
        self.problem = problem
        self.nothing = Beside.nothing(problem)
        self.empty = Beside.fixed(problem)
        self.full = self.empty.and_sessions(by_request)
        self._dropped: dict[tuple[bool, str], Beside] = {}

    def base(self, *, in_empty: bool) -> Beside:
        """Return what is taken beside the child."""
        return self.empty if in_empty else self.full

    def dropped(self, code: str, *, in_empty: bool) -> Beside:
        """Return what is taken when a rule is dropped; only capacity rules change anything."""
        if code not in CAPACITY:
            return self.base(in_empty=in_empty)
        if (in_empty, code) not in self._dropped:
            base, less = (self.empty, self.nothing) if in_empty else (self.full, self.empty)
            people = base if code == "ROOM_CAPACITY" else less
            rooms = base if code == "THERAPIST_CAPACITY" else less
            taken = Taken(people.therapists, people.contact, rooms.rooms, base.children)
            self._dropped[in_empty, code] = Beside(self.problem, taken)
        return self._dropped[in_empty, code]


@dataclass(frozen=True, slots=True)
class Cause:
    """Rules that, dropped together, let the child in, and the least that has to give way."""

    codes: tuple[str, ...]
    wish: Wish
    beside: Beside  # without what a capacity rule among them holds

    @property
    def capacity(self) -> str | None:
        """Return the rule about other children's or regular visits' time, if there is one."""
        return next((code for code in self.codes if code in CAPACITY), None)


class Causes:
    """Looks for the causes of one child who is left out."""

    def __init__(self, program: Program, child: Child) -> None:
        self.program, self.child = program, child
        self.instance: Instance = program.problem.instance
        self.in_empty = not self.fits((), program.empty)

    def place(self, wish: Wish, beside: Beside) -> ExactPlace:
        """Return the search for a place when the wish is granted."""
        instance = relaxed(self.instance, self.child.id, relax_of(wish))
        return ExactPlace(Openings(beside, instance, self.child.id))

    def fits(self, wish: Wish, beside: Beside) -> bool:
        """Say whether the child fits when the wish is granted."""
        return self.place(wish, beside).fits()

    def found(self) -> list[Cause]:
        """Return every single rule that is to blame, else two together, else three."""
        rules = self._rules()
        for size in TOGETHER:
            causes: list[Cause] = []
            for codes in combinations(rules, size):
                if self._says_something_new(codes, causes) and self._is_true(codes, rules):
                    causes.append(self._cause(codes, rules))
            if causes:
                return causes
        return []

    def _rules(self) -> dict[str, Groups]:
        """Return the rules that could give way, and in what."""
        rules: dict[str, Groups] = {}
        for code in IN_EMPTY_PROGRAM if self.in_empty else BESIDE_OTHERS:
            groups = drop(self.instance, self.child, code) if code in DROPPED else []
            if groups or code in CAPACITY:
                rules[code] = groups
        return rules

    def _says_something_new(self, codes: tuple[str, ...], causes: list[Cause]) -> bool:
        """Say whether the codes hold one capacity rule at most, and no more than is needed."""
        capacity = [code for code in codes if code in CAPACITY]
        if len(codes) > 1 and causes:
            return False  # one way out is enough where several rules have to give way
        return len(capacity) < 2 and not (  # noqa: PLR2004  (one of three)
            "CAPACITY" in capacity and any(cause.capacity for cause in causes)
        )

    def _is_true(self, codes: tuple[str, ...], rules: dict[str, Groups]) -> bool:
        return self.fits(_whole(codes, rules), self._beside(codes))

    def _beside(self, codes: tuple[str, ...]) -> Beside:
        code = next((code for code in codes if code in CAPACITY), codes[0])
        return self.program.dropped(code, in_empty=self.in_empty)

    def _cause(self, codes: tuple[str, ...], rules: dict[str, Groups]) -> Cause:
        """Return the rules with as little of them as is needed."""
        beside, whole = self._beside(codes), _whole(codes, rules)
        if not any(code in CAPACITY for code in codes) and self.fits(whole, self.program.full):
            beside = self.program.full
        groups = rules[codes[0]] if len(codes) == 1 else [whole]

        def fits(wish: Wish) -> bool:
            return self.fits(wish, beside)

        wish = enough(groups, fits, self.instance.grid_min) if whole else ()
        # Longer hours can owe a lunch; should that have led astray, all of it is known to do.
        return Cause(codes, wish if fits(wish) else whole, beside)


def _whole(codes: tuple[str, ...], rules: dict[str, Groups]) -> Wish:
    return tuple(each for code in codes for group in rules[code] for each in group)
