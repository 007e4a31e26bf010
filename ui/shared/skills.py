"""Skill areas and routines: the same icon and word everywhere."""

from PySide6.QtCore import QCoreApplication

SKILL_ICONS = {
    "fine-motor": "hand-finger",
    "gross-motor": "run",
    "sensory": "ear",
    "self-care": "shirt",
    "play": "lego",
    "cognitive": "bulb",
}


def skill_name(skill_area: str) -> str:
    """Return the skill area as it is read out."""
    names = {
        "fine-motor": QCoreApplication.translate("skills", "Fine motor"),
        "gross-motor": QCoreApplication.translate("skills", "Gross motor"),
        "sensory": QCoreApplication.translate("skills", "Sensory processing"),
        "self-care": QCoreApplication.translate("skills", "Self-care"),
        "play": QCoreApplication.translate("skills", "Play"),
        "cognitive": QCoreApplication.translate("skills", "Cognitive"),
    }
    return names[skill_area]
