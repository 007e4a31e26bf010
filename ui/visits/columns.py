"""A day of the calendar as columns: by therapist, by room or by child."""

from collections import Counter
from collections.abc import Collection, Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication

from ot_desktop.programs.board import View
from ot_desktop.scheduling.domain import ScheduledSession
from ot_desktop.scheduling.facts import ClinicFacts
from ot_desktop.scheduling.shading import room_shades, therapist_shades
from ui.visits.board_facts import BoardColumn, Shaded

NO_ROOM = 0


def columns_of(
    clinic: ClinicFacts,
    visits: Sequence[ScheduledSession],
    view: View,
    day: date,
    hours: tuple[int, int],
) -> tuple[BoardColumn, ...]:
    """Return the columns of a day; people who left still have one while they have visits."""
    counts = Counter(key_of(visit, view) for visit in visits if visit.status.takes_time)
    if view is View.CHILD:
        names = {visit.child_id: visit.child_name for visit in visits}
        keyed = sorted(names.items(), key=lambda each: each[1])
        return tuple(BoardColumn(key, name, _count_words(counts[key])) for key, name in keyed)
    if view is View.ROOM:
        rooms = {room.id: room.name for room in clinic.rooms.values()}
        rooms |= {v.room_id or NO_ROOM: v.room_name or _tr("No room") for v in visits}
        return tuple(
            BoardColumn(
                key,
                name,
                _count_words(counts[key]),
                shaded=tuple(Shaded(*each) for each in room_shades(clinic, key, day, hours)),
            )
            for key, name in rooms.items()
        )
    people = {each.id: (each.name, each.color_slot) for each in clinic.therapists.values()}
    people |= {v.therapist_id: (v.therapist_name, v.therapist_color) for v in visits}
    return tuple(
        BoardColumn(
            key,
            name,
            _count_words(counts[key]),
            _initials(name),
            slot,
            tuple(Shaded(*each) for each in therapist_shades(clinic, key, day, hours)),
        )
        for key, (name, slot) in people.items()
    )


def key_of(visit: ScheduledSession, view: View) -> int:
    """Return the column a visit belongs to."""
    if view is View.THERAPIST:
        return visit.therapist_id
    return visit.room_id or NO_ROOM if view is View.ROOM else visit.child_id


def shown_columns(
    columns: Sequence[BoardColumn], hidden: Collection[int]
) -> tuple[BoardColumn, ...]:
    """Return the columns whose box is checked."""
    return tuple(each for each in columns if each.key not in hidden)


def beside_of(visit: ScheduledSession, view: View) -> str:
    """Return what stands after the time: the room, or who treats."""
    room, first = visit.room_name or "", visit.therapist_name.split()[0]
    if view is View.THERAPIST:
        return room
    return first if view is View.ROOM else ", ".join(filter(None, (first, room)))


def _count_words(count: int) -> str:
    return _tr("1 visit") if count == 1 else _tr("{0} visits").format(count)


def _initials(name: str) -> str:
    words = name.split()
    return "".join(word[0] for word in (words[:1] + words[1:][-1:])).upper()


def _tr(words: str) -> str:
    return QCoreApplication.translate("columns", words)
