"""A note's content as JSON and back, exactly; what it does not know it refuses to lose."""

import json
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from datetime import date, time
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

Value = TypeVar("Value")
Builder = Callable[[Any], Any]


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
    asked: Any = kind
    made: Value = _builder(asked)(read)
    return made


@cache
def _builder(kind: Any) -> Builder:
    """Return what builds ``kind``; made once, as a note's screen reads a dozen notes."""
    if get_origin(kind) is UnionType:
        (other,) = (option for option in get_args(kind) if option is not NoneType)
        return _optional(_builder(other))
    if get_origin(kind) is tuple:
        return _row_of(_builder(get_args(kind)[0]))
    if is_dataclass(kind):
        return _dataclass(kind)
    return _leaf(kind)


def _optional(build: Builder) -> Builder:
    return lambda read: None if read is None else build(read)


def _row_of(build: Builder) -> Builder:
    def row(read: Any) -> Any:
        _expect(read, list)
        return tuple([build(element) for element in read])

    return row


def _dataclass(kind: Any) -> Builder:
    builders = {name: _builder(hint) for name, hint in get_type_hints(kind).items()}

    def dataclass(read: Any) -> Any:
        _expect(read, dict)
        if unknown := read.keys() - builders.keys():
            raise UnreadableError(f"{kind.__name__} has no {', '.join(sorted(unknown))}")
        try:
            return kind(**{name: builders[name](value) for name, value in read.items()})
        except TypeError as missing:
            raise UnreadableError(str(missing)) from missing

    return dataclass


def _leaf(kind: Any) -> Builder:
    if issubclass(kind, Enum):
        return _reading(kind, ValueError)
    if issubclass(kind, date | time):

        def moment(read: Any) -> Any:
            _expect(read, str)
            return _reading(kind.fromisoformat, ValueError)(read)

        return moment

    def plain_value(read: Any) -> Any:
        _expect(read, kind)
        return read

    return plain_value


def _reading(read_as: Builder, refusal: type[Exception]) -> Builder:
    def reading(read: Any) -> Any:
        try:
            return read_as(read)
        except refusal as wrong:
            raise UnreadableError(str(wrong)) from wrong

    return reading


def _expect(read: Any, kind: type) -> None:
    # bool is an int to Python, but a score is never True.
    if type(read) is not kind:
        raise UnreadableError(f"{read!r} is not {kind.__name__}")
