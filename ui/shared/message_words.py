"""How ways, directions and outcomes of messages read, wherever they are shown."""

from PySide6.QtCore import QCoreApplication

from ot_desktop.messages.domain import CallOutcome, Direction, Message, Way

ICONS = {
    Way.CALL: "phone",
    Way.TEXT: "message-2",
    Way.EMAIL: "mail",
    Way.IN_PERSON: "users",
    Way.PAPER: "file-text",
}


def _tr(words: str) -> str:
    return QCoreApplication.translate("messages", words)


def way_words(way: Way) -> str:
    """Return ``Call``, ``Text``, ``Email``, ``In person`` or ``Paper``."""
    return {
        Way.CALL: _tr("Call"),
        Way.TEXT: _tr("Text"),
        Way.EMAIL: _tr("Email"),
        Way.IN_PERSON: _tr("In person"),
        Way.PAPER: _tr("Paper"),
    }[way]


def outcome_words(outcome: CallOutcome) -> str:
    """Return what came of a call; nothing for other ways."""
    return {
        CallOutcome.NONE: "",
        CallOutcome.REACHED: _tr("Reached"),
        CallOutcome.LEFT_MESSAGE: _tr("Left a message"),
        CallOutcome.NOT_REACHED: _tr("Not reached"),
    }[outcome]


def how_words(message: Message) -> str:
    """Return ``Call to Lucía Ortega, reached, 3 tries, 6 min``."""
    person = message.caregiver or _tr("the family")
    from_family = message.direction is Direction.FROM_FAMILY
    words = _tr("{0} from {1}") if from_family else _tr("{0} to {1}")
    if message.way is Way.IN_PERSON:
        words = _tr("{0} by {1}") if from_family else _tr("{0} with {1}")
    parts = [words.format(way_words(message.way), person)]
    if message.outcome is not CallOutcome.NONE:
        parts.append(outcome_words(message.outcome).lower())
    if message.tries > 1:
        parts.append(_tr("{0} tries").format(message.tries))
    if message.minutes is not None:
        parts.append(_tr("{0} min").format(message.minutes))
    return ", ".join(parts)
