"""The clinic's words for how a child looks in the drawings."""

from PySide6.QtCore import QCoreApplication

from ot_desktop.home_programs.drawing.looks import Aid, Hair
from ot_desktop.home_programs.drawing.own_look import HairColor, OwnLook, Skin


def skin_words(skin: Skin) -> str:
    """Name a skin color."""
    return {
        Skin.LIGHT: _tr("Very light"),
        Skin.BEIGE: _tr("Light"),
        Skin.OLIVE: _tr("Olive"),
        Skin.TAN: _tr("Light brown"),
        Skin.BROWN: _tr("Brown"),
        Skin.DARK: _tr("Dark brown"),
    }[skin]


def hair_words(hair: Hair) -> str:
    """Name a way to wear the hair, or what covers it."""
    return {
        Hair.SHORT: _tr("Short"),
        Hair.SWOOP: _tr("Short, to one side"),
        Hair.CURLS: _tr("Curls"),
        Hair.BOB: _tr("To the chin"),
        Hair.LONG: _tr("Long"),
        Hair.PONYTAIL: _tr("Ponytail"),
        Hair.PUFFS: _tr("Two puffs"),
        Hair.WISP: _tr("A baby’s tuft"),
        Hair.SCARF: _tr("Head scarf"),
    }[hair]


def color_words(color: HairColor) -> str:
    """Name a color of hair."""
    return {
        HairColor.BLACK: _tr("Black"),
        HairColor.DARK_BROWN: _tr("Dark brown"),
        HairColor.BROWN: _tr("Brown"),
        HairColor.RED: _tr("Red"),
        HairColor.BLOND: _tr("Blond"),
    }[color]


def aid_words(aid: Aid | None) -> str:
    """Name what helps the child sit or walk."""
    return {None: _tr("None"), Aid.WHEELCHAIR: _tr("Wheelchair"), Aid.WALKER: _tr("Walker")}[aid]


def look_words(look: OwnLook) -> str:
    """Say the whole look, for those who do not see the picture."""
    worn = [_tr("glasses")] if look.has_glasses else []
    worn += [_tr("hearing aid")] if look.has_hearing_aid else []
    worn += [aid_words(look.aid).lower()] if look.aid else []
    hair = _tr("hair: {0}").format(hair_words(look.hair).lower())
    skin = _tr("Skin: {0}").format(skin_words(look.skin).lower())
    return ", ".join((skin, hair, *worn))


def _tr(words: str) -> str:
    return QCoreApplication.translate("look_words", words)
