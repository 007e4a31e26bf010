"""Times a family can come, as people type them: mon-thu am, tue 14-17, mornings, after 3."""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import time

from ot_desktop.day_words import WEEKDAYS, clock_text
from ot_desktop.planning.domain import Window
from ot_desktop.settings.domain import Hours
from ot_desktop.typed_dates import parse_time

OpenHours = Mapping[int, Window]
"""From the first minute to the last the clinic is open, by weekday; Monday is 0."""

NOON = 12 * 60
HALF_DAY = 12 * 60
_PAIR = 2
_NAMES = tuple(name.lower() for name in WEEKDAYS)
_LETTERS = {"m": 0, "w": 2, "f": 4}
_ALL_DAYS = {"daily", "weekdays", "weekday", "everyday"}
_ALL_DAY = {"any", "anytime", "allday", "open", "all"}
_MORNING = {"am", "morning", "mornings"}
_AFTERNOON = {"pm", "afternoon", "afternoons"}
_FROM = {"after", "from", "since"}
_UNTIL = {"before", "until", "till", "by"}
_FILLER = {"and", "at", "on", "every"}


def parse_times(text: str, hours: OpenHours) -> tuple[Hours, ...] | None:
    """Return the meant stretches of the week in order, or None when the text means none.

    Days without times are whole days, times without days are all days the clinic is open;
    a half day begins or ends at noon. Stretches that touch become one.
    """
    found: list[Hours] = []
    for part in re.split(r"[;\n]", text.lower()):
        for days, windows in _groups(_words(part), hours):
            if days is None:
                return None
            for day in days or sorted(hours):
                whole = hours.get(day)
                spans = windows or ([whole] if whole else [])
                found += [Hours(day, *_bounds(span, whole)) for span in spans]
    found = [each for each in found if each.starts_min < each.ends_min]
    return merged(found) or None


def parse_windows(text: str, hours: OpenHours) -> tuple[Window, ...] | None:
    """Return times of day without days, like a family's first choice: mornings, 9-11."""
    found = parse_times(text, hours)
    if found is None:
        return None
    return tuple(
        Window(each.starts_min, each.ends_min)
        for each in merged(Hours(0, each.starts_min, each.ends_min) for each in found)
    )


def times_text(can_come: Iterable[Hours], hours: OpenHours) -> str:
    """Write stretches the way they may be typed: ``Mon-Thu am; Fri 9:00-1:30``."""
    by_day: dict[int, list[str]] = {}
    for each in merged(can_come):
        by_day.setdefault(each.weekday, []).append(_span_text(each, hours.get(each.weekday)))
    parts: dict[str, list[int]] = {}
    for day, spans in by_day.items():
        parts.setdefault(" ".join(spans), []).append(day)
    return "; ".join(f"{_days_text(days)} {spans}".strip() for spans, days in parts.items())


def windows_text(windows: Iterable[Window]) -> str:
    """Write times of day: ``8:00-12:00, 1:00-3:00``."""
    return ", ".join(_stretch(each.start, each.end) for each in windows)


def merged(hours: Iterable[Hours]) -> tuple[Hours, ...]:
    """Return stretches in order, those that touch or overlap as one."""
    found: list[Hours] = []
    for each in sorted(hours, key=lambda one: (one.weekday, one.starts_min)):
        last = found[-1] if found else None
        if last and last.weekday == each.weekday and last.ends_min >= each.starts_min:
            ends = max(last.ends_min, each.ends_min)
            found[-1] = Hours(last.weekday, last.starts_min, ends)
        else:
            found.append(each)
    return tuple(found)


def _words(text: str) -> list[str]:
    text = re.sub(r"\ball day\b", "allday", text)
    text = re.sub(r"\bevery day\b", "everyday", text)
    text = re.sub(r"[–—]|\s(to|through|thru)\s", "-", text)
    text = re.sub(r"\s*-\s*", "-", text)
    text = re.sub(r"(\d)\s+([ap]\.?m\b\.?)", r"\1\2", text)
    return [word for word in re.split(r"[\s,/&]+", text) if word and word not in _FILLER]


def _groups(words: list[str], hours: OpenHours) -> Iterator[tuple[set[int] | None, list[Window]]]:
    """Yield (days, windows); the days are None when a word means nothing."""
    days: set[int] = set()
    windows: list[Window] = []
    place = 0
    while place < len(words):
        named = _named_days(words[place], hours)
        if named is not None:
            if windows:
                yield days, windows
                days, windows = set(), []
            days |= named
            place += 1
            continue
        window, taken = _window(words[place : place + 2])
        if window is None:
            yield None, []
            return
        windows.append(window)
        place += taken
    if days or windows:
        yield days, windows


def _named_days(word: str, hours: OpenHours) -> set[int] | None:
    if word in _ALL_DAYS:
        return set(hours)
    first, dash, last = word.rstrip(".:").partition("-")
    start, end = _weekday(first), _weekday(last)
    if start is None or (dash and end is None):
        return None
    if not dash or end is None:
        return {start}
    return {(start + offset) % 7 for offset in range((end - start) % 7 + 1)}


def _weekday(name: str) -> int | None:
    if name in _LETTERS:
        return _LETTERS[name]
    name = name.rstrip(".")
    name = name.removesuffix("s") if len(name) > len("tues") else name
    found = [day for day, full in enumerate(_NAMES) if len(name) > 1 and full.startswith(name)]
    return found[0] if len(found) == 1 else None


# A half day and a whole one reach as far as the clinic is open; -1 stands for that end.
_OPEN_END = -1
_WHOLE = Window(_OPEN_END, _OPEN_END)


def _window(words: list[str]) -> tuple[Window | None, int]:
    word = words[0]
    if word in _MORNING:
        return Window(_OPEN_END, NOON), 1
    if word in _AFTERNOON:
        return Window(NOON, _OPEN_END), 1
    if word in _ALL_DAY:
        return _WHOLE, 1
    if word in _FROM | _UNTIL:
        minute = _minute(words[1]) if len(words) > 1 else None
        if minute is None:
            return None, 1
        return (Window(minute, _OPEN_END) if word in _FROM else Window(_OPEN_END, minute)), 2
    return _range(word), 1


def _range(word: str) -> Window | None:
    first, dash, last = word.partition("-")
    start, end = _minute(first), _minute(last)
    if not dash or start is None or end is None:
        return None
    if "p" in last and not re.search(r"[ap]", first):
        later = _minute(f"{first}pm")  # 7-8pm is one hour, 9-5pm a day
        start = later if later is not None and later < end else start
    if end <= start and end + HALF_DAY < 2 * HALF_DAY:
        end += HALF_DAY
    return Window(start, end) if start < end else None


def _minute(text: str) -> int | None:
    if text == "24:00":
        return 2 * HALF_DAY
    at = parse_time(text)
    return None if at is None else at.hour * 60 + at.minute


def _bounds(window: Window, whole: Window | None) -> tuple[int, int]:
    opens, closes = (whole.start, whole.end) if whole else (0, 2 * HALF_DAY)
    start = opens if window.start == _OPEN_END else window.start
    return start, closes if window.end == _OPEN_END else window.end


def _span_text(each: Hours, whole: Window | None) -> str:
    if whole == Window(each.starts_min, each.ends_min):
        return ""
    if whole and each.starts_min == whole.start and each.ends_min == NOON:
        return "am"
    if whole and each.starts_min == NOON and each.ends_min == whole.end:
        return "pm"
    return _stretch(each.starts_min, each.ends_min)


def _days_text(days: list[int]) -> str:
    names = [WEEKDAYS[day][:3] for day in days]
    in_a_row = len(days) > _PAIR and days[-1] - days[0] == len(days) - 1
    return f"{names[0]}-{names[-1]}" if in_a_row else " ".join(names)


def _stretch(start: int, end: int) -> str:
    """Return ``9:00-1:30``, with am and pm where the digits alone would be read another way."""
    plain = f"{_clock(start)}-{_clock(end)}"
    if _range(plain) == Window(start, end):
        return plain
    return f"{_clock(start)}{_half(start)}-{_clock(end)}{_half(end)}"


def _clock(minute: int) -> str:
    return "24:00" if minute == 2 * HALF_DAY else clock_text(time(*divmod(minute, 60)))


def _half(minute: int) -> str:
    if minute == 2 * HALF_DAY:
        return ""
    return "am" if minute < NOON else "pm"
