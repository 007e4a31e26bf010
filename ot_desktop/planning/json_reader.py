"""Reads values out of JSON strictly; whatever is wrong is said with its path."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, NoReturn, TypeVar

from ot_desktop.errors import ClinicError
from ot_desktop.planning.domain import WEEKDAYS, WHOLE_DAY, Hours, TimeOff, Window

T = TypeVar("T")
LARGEST = 1_000_000  # a number beyond it is a typing error, and points stay far inside 64 bits
CLOCK_LENGTH = 5


@dataclass(frozen=True, slots=True)
class Part:
    """One value of a file and the path that leads to it."""

    value: Any
    path: str = ""
    grid: int = 1

    def fail(self, problem: str) -> NoReturn:
        """Refuse the file, naming this place."""
        raise ClinicError(f"{self.path}: {problem}" if self.path else f"The file is {problem}")

    def __getitem__(self, key: str) -> "Part":
        fields = self.fields()
        path = f"{self.path}.{key}" if self.path else key
        if key not in fields:
            Part(None, path).fail("missing")
        return Part(fields[key], path, self.grid)

    def optional(self, key: str) -> "Part | None":
        """Return the part, or None where the key is missing."""
        return self[key] if key in self.fields() else None

    def fields(self) -> dict[str, Any]:
        """Return the object's keys and values."""
        if not isinstance(self.value, dict):
            self.fail("not an object")
        return self.value

    def parts(self) -> list["Part"]:
        """Return the list's values, each with its path."""
        if not isinstance(self.value, list):
            self.fail("not a list")
        return [
            Part(value, f"{self.path}[{index}]", self.grid)
            for index, value in enumerate(self.value)
        ]

    def each(self, read: Callable[["Part"], T]) -> tuple[T, ...]:
        """Read every value of the list."""
        return tuple(read(part) for part in self.parts())

    def text(self) -> str:
        """Return any string a file can hold."""
        if not isinstance(self.value, str):
            self.fail("not a string")
        if any("\ud800" <= letter <= "\udfff" for letter in self.value):
            self.fail("not text that can be written to a file")
        return self.value

    def word(self) -> str:
        """Return a string with at least one letter."""
        if not self.text():
            self.fail("empty")
        return self.text()

    def flag(self) -> bool:
        """Return true or false."""
        if not isinstance(self.value, bool):
            self.fail("not true or false")
        return self.value

    def number(self, least: int = 0, most: int = LARGEST) -> int:
        """Return a whole number within the limits."""
        if not isinstance(self.value, int) or isinstance(self.value, bool):
            self.fail("not a whole number")
        if not least <= self.value <= most:
            self.fail(f"not between {least} and {most}")
        return self.value

    def minutes(self, least: int = 0) -> int:
        """Return a length on the grid."""
        length = self.number(least)
        if length % self.grid:
            self.fail("not a multiple of grid_min")
        return length

    def day(self) -> date:
        """Return a day written YYYY-MM-DD."""
        text = self.text()
        try:
            found = date.fromisoformat(text)
        except ValueError:
            self.fail("not a day like 2026-06-05")
        if found.isoformat() != text:
            self.fail("not a day like 2026-06-05")
        return found

    def moment(self) -> datetime:
        """Return a clinic wall-clock moment written YYYY-MM-DDTHH:MM."""
        text = self.text()
        try:
            found = datetime.strptime(text, "%Y-%m-%dT%H:%M")  # noqa: DTZ007  (clinic wall clock)
        except ValueError:
            self.fail("not a moment like 2026-06-05T09:30")
        return found

    def clock(self) -> int:
        """Return a time of day on the grid as minutes after midnight; 24:00 ends a day."""
        text = self.text()
        hour, colon, minute = text.partition(":")
        digits = (hour + minute).isascii() and (hour + minute).isdigit()
        if not (digits and colon and len(text) == CLOCK_LENGTH and len(hour) == len(minute)):
            self.fail("not a time like 09:30")
        found = int(hour) * 60 + int(minute)
        if found > WHOLE_DAY.end or int(minute) >= 60:  # noqa: PLR2004  (minutes of an hour)
            self.fail("not a time like 09:30")
        if found % self.grid:
            self.fail("not a multiple of grid_min")
        return found

    def window(self) -> Window:
        """Return a pair of times, the first before the second."""
        ends = self.parts()
        if len(ends) != 2:  # noqa: PLR2004  (a start and an end)
            self.fail("not a pair of times")
        return self.between(ends[0], ends[1])

    def between(self, start: "Part", end: "Part") -> Window:
        """Return the stretch between two times, the first before the second."""
        window = Window(start.clock(), end.clock())
        if window.start >= window.end:
            end.fail("not after the start")
        return window

    def windows(self) -> tuple[Window, ...]:
        """Return the windows of a day, in their order in time."""
        return tuple(sorted(self.each(Part.window)))

    def weekdays(self) -> dict[int, "Part"]:
        """Return the values by weekday; a word that is none is refused."""
        for name in self.fields():
            if name not in WEEKDAYS:
                self[name].fail("not a weekday (mon tue wed thu fri sat sun)")
        found = self.fields()
        return {number: self[name] for number, name in enumerate(WEEKDAYS) if name in found}

    def hours(self) -> Hours:
        """Return windows by weekday."""
        return {weekday: part.windows() for weekday, part in self.weekdays().items()}

    def time_off(self) -> TimeOff:
        """Return when somebody is away; without times the whole day."""
        start, end = self.optional("start"), self.optional("end")
        if start is None and end is None:
            return TimeOff(self["day"].day())
        return TimeOff(self["day"].day(), self.between(self["start"], self["end"]))
