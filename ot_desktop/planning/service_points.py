"""The points of one service: care minus what its therapists, times and days cost, without trips."""

from ot_desktop.planning import words
from ot_desktop.planning.tables import Tables

Slot = tuple[int, int, int, int]  # day, start, therapist, room


class ServicePoints:
    """Counts the points of a service's sessions."""

    def __init__(self, tables: Tables, therapists: int) -> None:
        self.tables = tables
        self._row = words.row(max(tables.slots, therapists) + 1)
        self._seen = words.view(self._row)

    def of(self, number: int, sessions: list[Slot]) -> int:
        """Return the points of the sessions, which must be in order."""
        if not sessions:
            return 0
        tables, seen = self.tables, self._seen
        points = len(sessions) * tables.care[number] + tables.extra_therapist
        before = -2
        for session in sessions:
            day, start, therapist, _ = session
            if not seen[therapist]:
                points -= tables.extra_therapist
                seen[therapist] = 1
            points -= self._stranger(number, therapist)
            if not tables.preferred[number] >> start & 1:
                points -= tables.not_preferred
            if tables.spread[number] and day == before + 1 and tables.follows[day]:
                points -= tables.adjacent_days
            before = day
        for session in sessions:
            seen[session[2]] = 0
        return points - self._off_time(sessions)

    def _stranger(self, number: int, therapist: int) -> int:
        """Return the points for not being the child's primary therapist."""
        tables = self.tables
        for able in range(tables.first_able[number], tables.first_able[number + 1]):
            if tables.therapist[able] == therapist:
                return tables.stranger[able]
        return 0

    def _off_time(self, sessions: list[Slot]) -> int:
        """Return the least cost over usual starts; the best one is always a start that occurs."""
        cost, seen = self.tables.off_time, self._seen
        occurring, before = 0, -1
        for session in sessions:
            day, start = session[0], session[1]
            if day != before:
                seen[start] += 1
                occurring |= words.one(start)
            before = day
        least = words.NO_START
        usual_left = occurring
        while usual_left:
            usual = words.lowest(usual_left)
            usual_left &= usual_left - 1
            points, left = 0, occurring
            while left:
                start = words.lowest(left)
                left &= left - 1
                points += seen[start] * cost[start - usual if start > usual else usual - start]
            least = min(least, points)
        while occurring:
            seen[words.lowest(occurring)] = 0
            occurring &= occurring - 1
        return least
