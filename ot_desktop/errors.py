"""Failures a person can act on; anything else is a bug and may crash loudly."""

from collections.abc import Mapping


class ClinicError(Exception):
    """Something the user asked for cannot be done, said in one sentence in the user's words."""


class ValidationError(ClinicError):
    """Input was refused; ``fields`` maps a field name to what is wrong with it and what to do."""

    def __init__(self, fields: Mapping[str, str]) -> None:
        super().__init__(" ".join(fields.values()))
        self.fields = dict(fields)


class NotAllowed(ClinicError):
    """The signed-in user's role does not permit this use case."""


class NotFound(ClinicError):
    """What was asked for is not (or no longer) in the clinic's file."""
