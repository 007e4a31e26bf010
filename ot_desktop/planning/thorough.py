"""Places one child with more care than the search can afford: what a person is then shown."""

from ot_desktop.planning.child_places import ChildPlaces, Joint
from ot_desktop.planning.state import Slot

NOISY_TRIES = 24


def insert_thoroughly(places: ChildPlaces, child: int) -> bool:
    """Give a child who is out the best place found; say whether there is one.

    One service is exact, and so are two at one session a day. Two services that may share days
    are placed in turn; there the first can leave the second nothing, so some tries overlook days.
    """
    state, kid = places.state, places.problem.kids[child]
    before = best_score = state.score
    best: dict[int, list[Slot]] = {}
    places.joint = Joint.ALWAYS
    tries = 1 if len(kid.requests) == 1 or kid.per_day == 1 else 1 + NOISY_TRIES
    for number in range(tries):
        places.response.offers.blink = number > 0
        if places.insert(child):
            places.response.offers.blink = False
            for each in kid.requests:
                places.improve(each, places.visits_left(each))
            if state.score > best_score:
                best_score = state.score
                best = {each: state.sessions[each] for each in kid.requests}
        state.take_out(child)
    places.response.offers.blink = False
    for each, sessions in best.items():
        state.place(each, sessions)
    return state.score > before
