"""Makes a place for one session by asking the family or the team for a little more."""

from collections.abc import Iterator
from dataclasses import replace

from ot_desktop.day_words import WEEKDAYS
from ot_desktop.planning.domain import Window
from ot_desktop.programs.domain import ChildWishes, Wanted, Weight
from ot_desktop.programs.facts import Service, open_windows
from ot_desktop.programs.open_slots import OpenSlots
from ot_desktop.programs.placement import Fix, FixKind, Place, Step
from ot_desktop.programs.situation import Situation
from ot_desktop.programs.typed_times import NOON, merged
from ot_desktop.scheduling.domain import minute_of
from ot_desktop.settings.domain import Hours


def relaxations(situation: Situation, service: Service) -> Iterator[Fix]:
    """Yield a fix for each wish whose easing makes a place: times, number, therapist."""
    for fix in (
        _more_a_week(situation, service),
        _more_times(situation, service),
        _more_therapists(situation, service),
        _other_therapist(situation, service),
    ):
        if fix is not None:
            yield fix


def _more_times(situation: Situation, service: Service) -> Fix | None:
    facts, wishes = situation.facts, service.child.wishes
    windows = open_windows(facts.clinic)
    whole = tuple(Hours(day, each.start, each.end) for day, each in windows.items())
    place = _first_place(situation, service, replace(wishes, can_come=whole))
    if place is None:
        return None
    day = place.day.weekday()
    start = minute_of(place.starts)
    half, name = _half(Window(start, start + service.minutes), windows[day])
    more = merged([*wishes.can_come, Hours(day, half.start, half.end)])
    text = f"Allow {WEEKDAYS[day]} {name}"
    return _fix(text, service, replace(wishes, can_come=more), place)


def _more_a_week(situation: Situation, service: Service) -> Fix | None:
    most = service.wanted.most_a_week + 1
    more = _with_service(service, replace(service.wanted, most_a_week=most))
    place = _first_place(situation, service, more)
    return _fix(f"Allow {most} a week", service, more, place) if place is not None else None


def _more_therapists(situation: Situation, service: Service) -> Fix | None:
    most = service.wanted.most_therapists + 1
    more = _with_service(service, replace(service.wanted, most_therapists=most))
    place = _first_place(situation, service, more)
    if place is None:
        return None
    name = situation.facts.first_name(place.therapist_id)
    return _fix(f"{name} may see {service.child.given_name} too", service, more, place)


def _other_therapist(situation: Situation, service: Service) -> Fix | None:
    wishes = service.child.wishes
    if wishes.therapist_id is None or wishes.therapist_weight is not Weight.MUST:
        return None
    easier = replace(wishes, therapist_weight=Weight.PREFER)
    place = _first_place(situation, service, easier)
    if place is None:
        return None
    names = (place.therapist_id, wishes.therapist_id)
    new, own = (situation.facts.first_name(each) for each in names)
    return _fix(f"{new} instead of {own}", service, easier, place)


def _with_service(service: Service, wanted: Wanted) -> ChildWishes:
    wishes = service.child.wishes
    services = (wanted if each.id == wanted.id else each for each in wishes.wanted)
    return replace(wishes, wanted=tuple(services))


def _fix(text: str, service: Service, wishes: ChildWishes, place: Place) -> Fix:
    return Fix(FixKind.RELAX, text, (Step(service.id, place),), service.child.id, wishes)


def _first_place(situation: Situation, service: Service, wishes: ChildWishes) -> Place | None:
    eased = with_wishes(situation, service, wishes)
    slots = OpenSlots(eased, service.id)
    proposed = (place for day in eased.facts.program.days for place in slots.proposed(day))
    return next((place for place in proposed if slots.fits(place)), None)


def with_wishes(situation: Situation, service: Service, wishes: ChildWishes) -> Situation:
    """Return the situation in which one child's wishes are others."""
    facts = situation.facts
    child = replace(service.child, wishes=wishes)
    by_id = {each.id: each for each in wishes.wanted}
    services = {
        id_: replace(each, child=child, wanted=by_id.get(id_, each.wanted))
        if each.child.id == child.id
        else each
        for id_, each in facts.services.items()
    }
    children = {**facts.children, child.id: child}
    eased = replace(facts, children=children, services=services)
    return Situation(situation.plan_id, eased, situation.placements)


def _half(session: Window, whole: Window) -> tuple[Window, str]:
    if session.end <= NOON:
        return Window(whole.start, NOON), "mornings"
    if session.start >= NOON:
        return Window(NOON, whole.end), "afternoons"
    return whole, "all day"
