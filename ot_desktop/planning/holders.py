"""Which service holds a therapist or a room when: to find who is in the way of somebody else."""

from ot_desktop.planning import masks, words
from ot_desktop.planning.tables import Tables
from ot_desktop.planning.words import Row

NOBODY = -1


class Holders:
    """Keeps for every therapist or room, day and start the service that begins there, plus one."""

    def __init__(self, tables: Tables, therapist_days: int, room_days: int) -> None:
        self.tables = tables
        self.days = tables.days
        self.therapists = words.row(therapist_days * tables.slots)
        self.rooms = words.row(room_days * tables.slots)
        self._therapist = words.view(self.therapists)
        self._room = words.view(self.rooms)

    def note(self, therapist_day: int, room_day: int, start: int, number: int) -> None:
        """Note who begins there from now on."""
        self._therapist[therapist_day * self.tables.slots + start] = number + 1
        self._room[room_day * self.tables.slots + start] = number + 1

    def with_therapist(self, therapist: int, day: int, taken: int) -> list[int]:
        """Return the services that hold any of these slots with the therapist, notes included."""
        first = (therapist * self.days + day) * self.tables.slots
        return self._holding(self._therapist, first, taken, self.tables.note_slots[therapist])

    def in_room(self, room: int, day: int, taken: int) -> list[int]:
        """Return the services that hold any of these slots in the room."""
        first = (room * self.days + day) * self.tables.slots
        return self._holding(self._room, first, taken, 0)

    def _holding(self, holder: Row, first: int, taken: int, notes: int) -> list[int]:
        found: list[int] = []
        for start in range(words.highest(taken) + 1 if taken else 0):
            number = holder[first + start] - 1
            if number >= 0 and number not in found:
                length = self.tables.length[number] + notes
                if masks.span(start, length) & taken:
                    found.append(number)
        return found

    def dear_slots(self, therapist: int, day: int, limit: int) -> int:
        """Return the therapist's slots, notes included, whose care is over so many points each."""
        tables, slots = self.tables, 0
        first = (therapist * self.days + day) * tables.slots
        for start in range(tables.slots):
            number = self._therapist[first + start] - 1
            if number >= 0 and tables.care[number] > limit * tables.length[number]:
                length = tables.length[number] + tables.note_slots[therapist]
                slots |= masks.span(start, length)
        return slots

    def rivals(self, number: int, position: int) -> set[int]:
        """Return the children with a therapist of the service when it could be with them."""
        tables, found = self.tables, set()
        able = tables.first_able[number] + position
        therapist, length = tables.therapist[able], tables.length[number]
        for day in range(self.days):
            wanted = tables.starts[able * self.days + day]
            first = (therapist * self.days + day) * tables.slots
            for start in range(tables.slots if wanted else 0):
                other = self._therapist[first + start] - 1
                if other >= 0:
                    taken = masks.span(start, tables.length[other] + tables.note_slots[therapist])
                    if masks.hits(taken, length) & wanted:
                        found.add(tables.child[other])
        return found
