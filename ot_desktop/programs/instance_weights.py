"""From weight words to the planner's points; ``scheduling-format`` has what they were tuned to."""

from ot_desktop.planning.domain import Weights
from ot_desktop.programs.domain import Program, Rule, Weight

CARE_PER_SLOT = {1: 40, 2: 20, 3: 10}
# How many times the usual points: what must be weighs as much as the search can bear.
TIMES = {Weight.MUST: 4, Weight.PREFER: 1, Weight.IGNORE: 0}


def weights(program: Program) -> Weights:
    """Return the points for one program: the usual ones times how much each rule matters.

    What can be said as a limit (one therapist, a most of therapists, first-choice times only) is
    said as a limit, see ``instance_children``; its points then only choose among what is left.
    """
    same = TIMES[program.rule(Rule.SAME_THERAPIST).weight]
    trips = max(
        TIMES[program.rule(rule).weight] for rule in (Rule.TRAVEL_BUFFER, Rule.SIBLINGS_TOGETHER)
    )
    return Weights(
        care_per_slot=CARE_PER_SLOT,
        wait_bonus_weeks_per_point=3,
        wait_bonus_max=9,
        extra_therapist=12 * same,
        not_primary=2 * same,
        off_time_base=2,
        off_time_per_slot=1,
        off_time_cap_slots=6,
        not_preferred=2 * min(1, TIMES[program.rule(Rule.FIRST_CHOICE_TIME).weight]),
        adjacent_days=2 * TIMES[program.rule(Rule.EVEN_SPREAD).weight],
        trip_per_10_min=trips,
        wait_per_slot=min(1, trips),
        change_therapist=4,
        change_move=12,
        change_drop=12,
        change_child=5,
    )
