"""How the child of a family looks in the drawings of their papers."""

from dataclasses import dataclass, replace
from enum import StrEnum

from ot_desktop.home_programs.drawing.looks import Aid, Hair, Look


class Skin(StrEnum):
    """Skin colors, from light to dark."""

    LIGHT = "light"
    BEIGE = "beige"
    OLIVE = "olive"
    TAN = "tan"
    BROWN = "brown"
    DARK = "dark"


class HairColor(StrEnum):
    """Colors of hair, from dark to light."""

    BLACK = "black"
    DARK_BROWN = "dark_brown"
    BROWN = "brown"
    RED = "red"
    BLOND = "blond"


# What is in the light, in the shade, and the cheeks.
SKINS = {
    Skin.LIGHT: ("#F5D3B3", "#E2BB95", "#F0A58C"),
    Skin.BEIGE: ("#F3CDAA", "#E0B48D", "#EFA08A"),
    Skin.OLIVE: ("#E2B083", "#CC976A", "#E8927A"),
    Skin.TAN: ("#C98B5E", "#B67A4F", "#E39A77"),
    Skin.BROWN: ("#9C653D", "#865431", "#C27A52"),
    Skin.DARK: ("#80502F", "#6A3F23", "#B06A45"),
}
HAIR_COLORS = {
    HairColor.BLACK: "#2A2523",
    HairColor.DARK_BROWN: "#3A2A22",
    HairColor.BROWN: "#6B4A33",
    HairColor.RED: "#B5652E",
    HairColor.BLOND: "#DFA94A",
}


@dataclass(frozen=True, slots=True)
class OwnLook:
    """One child's look; clothes stay each drawing's own, so that what they hold stands out."""

    skin: Skin = Skin.OLIVE
    hair: Hair = Hair.SHORT
    hair_color: HairColor = HairColor.DARK_BROWN
    has_glasses: bool = False
    has_hearing_aid: bool = False
    aid: Aid | None = None

    def in_clothes_of(self, drawn: Look) -> Look:
        """Return this child dressed as the one a scene was drawn with."""
        skin, shade, cheek = SKINS[self.skin]
        return replace(
            drawn,
            skin=skin,
            shade=shade,
            cheek=cheek,
            hair=HAIR_COLORS[self.hair_color],
            style=self.hair,
            has_glasses=self.has_glasses,
            has_hearing_aid=self.has_hearing_aid,
            aid=self.aid,
        )
