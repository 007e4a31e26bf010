"""What a role is called on screen."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from ot_desktop.permissions import Role

_WORDS = {
    Role.OWNER: QT_TRANSLATE_NOOP("Role", "Owner"),
    Role.THERAPIST: QT_TRANSLATE_NOOP("Role", "Therapist"),
    Role.ASSISTANT: QT_TRANSLATE_NOOP("Role", "Assistant"),
    Role.FRONT_DESK: QT_TRANSLATE_NOOP("Role", "Front desk"),
    Role.READ_ONLY: QT_TRANSLATE_NOOP("Role", "Read only"),
}


def role_words(role: Role) -> str:
    """Return the role in the screen's language."""
    return QCoreApplication.translate("Role", str(_WORDS[role]))
