"""A note's content as JSON and back, exactly; what it does not know it refuses to lose."""

import json
from dataclasses import fields, is_dataclass
from datetime import date, time
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

Value = TypeVar("Value")


class UnreadableError(ValueError):
    """The JSON does not describe the asked-for value."""


def plain(value: Any) -> Any:
    """Return ``value`` (dataclass, enum, day, time, tuple) as what JSON knows."""
    if is_dataclass(value) and not isinstance(value, type):
        return {part.name: plain(getattr(value, part.name)) for part in fields(value)}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, tuple):
        return [plain(element) for element in value]
    return value


def canonical(value: Any) -> str:
    """Return the one JSON text of ``value``: keys sorted, no spaces, letters as they are."""
    return json.dumps(plain(value), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def built(kind: type[Value], read: Any) -> Value:
    """Build ``kind`` from read JSON.

    A missing field takes its default, so older notes stay readable. An unknown field is refused:
    reading a newer note without it and saving it again would silently drop what somebody wrote.
    """
    made: Value = _of_kind(kind, read)
    return made


def _of_kind(kind: Any, read: Any) -> Any:
    if get_origin(kind) is UnionType:
        return None if read is None else _of_kind(_optional(kind), read)
    if get_origin(kind) is tuple:
        _expect(read, list)
        return tuple(_of_kind(get_args(kind)[0], element) for element in read)
    if is_dataclass(kind):
        return _dataclass(kind, read)
    return _leaf(kind, read)


def _optional(kind: Any) -> Any:
    (other,) = (option for option in get_args(kind) if option is not NoneType)
    return other


def _dataclass(kind: Any, read: Any) -> Any:
    _expect(read, dict)
    hints = _hints(kind)
    if unknown := read.keys() - hints.keys():
        raise UnreadableError(f"{kind.__name__} has no {', '.join(sorted(unknown))}")
    try:
        return kind(**{name: _of_kind(hints[name], value) for name, value in read.items()})
    except TypeError as missing:
        raise UnreadableError(str(missing)) from missing


@cache
def _hints(kind: Any) -> dict[str, Any]:
    return get_type_hints(kind)


def _leaf(kind: Any, read: Any) -> Any:
    if issubclass(kind, Enum):
        try:
            return kind(read)
        except ValueError as unknown:
            raise UnreadableError(str(unknown)) from unknown
    if issubclass(kind, date | time):
        _expect(read, str)
        try:
            return kind.fromisoformat(read)
        except ValueError as wrong:
            raise UnreadableError(str(wrong)) from wrong
    _expect(read, kind)
    return read


def _expect(read: Any, kind: type) -> None:
    # bool is an int to Python, but a score is never True.
    if type(read) is not kind:
        raise UnreadableError(f"{read!r} is not {kind.__name__}")
