"""What an import does, as sentences with an icon each."""

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication

from ot_desktop.importing.domain import Status
from ot_desktop.importing.outcome import ImportDone
from ot_desktop.importing.summary import ImportSummary

Line = tuple[str, str, str]
"""Icon, its token, the sentence."""

_STATUS = {
    Status.ACTIVE: "{0} active",
    Status.WAITING: "{0} waiting",
    Status.ON_HOLD: "{0} on hold",
    Status.DISCHARGED: "{0} discharged",
}


def _tr(words: str) -> str:
    return QCoreApplication.translate("importing", words)


def counted(count: int, one: str, many: str) -> str:
    """Return the sentence for one, or for the number put in place of ``{0}``."""
    return _tr(one) if count == 1 else _tr(many).format(count)


def summary_lines(summary: ImportSummary) -> Iterator[Line]:
    """Say what would be saved, before anything is."""
    if summary.is_empty:
        yield "info-circle", "info-text", _tr("Nothing in this file is new to the clinic.")
    if summary.new:
        words = counted(summary.new, "1 child is added", "{0} children are added")
        states = [_tr(_STATUS[s]).format(n) for s in Status if (n := summary.by_status.get(s))]
        yield "user-plus", "ok-text", f"{words}: {', '.join(states)}."
    if summary.siblings:
        one = "1 child joins a household with a brother or sister."
        many = "{0} children share a household with a brother or sister."
        yield "home", "text-2", counted(summary.siblings, one, many)
    yield from _known_lines(summary)
    if summary.listed:
        one = "1 row is not brought in. It stays in your file."
        many = "{0} rows are not brought in. They stay in your file."
        yield "alert-circle", "warn-text", counted(summary.listed, one, many)
    if summary.notices:
        one = "1 row is worth a look; it comes in."
        many = "{0} rows are worth a look; they come in."
        yield "eye", "text-2", counted(summary.notices, one, many)
    for words in summary.date_orders:
        yield "calendar", "text-2", words


def saved_lines(done: ImportDone) -> Iterator[Line]:
    """Say what was saved."""
    one, many = "1 child is now on the caseload.", "{0} children are now on the caseload."
    if done.new:
        yield "user-plus", "ok-text", counted(done.new, one, many)
    if done.filled:
        one = "1 child who was there before learned something new."
        many = "{0} children who were there before learned something new."
        yield "users", "text-2", counted(done.filled, one, many)
    if done.therapists:
        one, many = "1 therapist was added.", "{0} therapists were added."
        yield "stethoscope", "text-2", counted(done.therapists, one, many)
    if done.listed:
        one = "1 row was not brought in. Save it to correct it later."
        many = "{0} rows were not brought in. Save them to correct them later."
        yield "alert-circle", "warn-text", counted(done.listed, one, many)
    yield "history", "text-2", _tr("You can take the whole import back for 7 days.")


def _known_lines(summary: ImportSummary) -> Iterator[Line]:
    if not summary.merged:
        return
    one = "1 row is a child already known."
    many = "{0} rows are children already known."
    words = counted(summary.merged, one, many)
    if summary.filled:
        one = "1 of the caseload gets blanks filled; nothing is replaced."
        many = "{0} of the caseload get blanks filled; nothing is replaced."
        words = f"{words} {counted(summary.filled, one, many)}"
    yield "users", "info-text", words
