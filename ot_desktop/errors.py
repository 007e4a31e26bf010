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


def places(error: BaseException) -> str:
    """Return the error's kind and where it passed; its text may hold data and is left out."""
    import traceback  # noqa: PLC0415  (a start that goes well does not need it)
    from pathlib import Path  # noqa: PLC0415

    steps = traceback.extract_tb(error.__traceback__)
    lines = [f"{Path(step.filename).name}:{step.lineno} in {step.name}" for step in steps]
    return "\n".join([type(error).__name__, *lines])
