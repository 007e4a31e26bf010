"""How people in the pictures look: skin, hair, clothes, glasses, hearing aids, wheelchairs."""

from dataclasses import dataclass, replace
from enum import StrEnum


class Hair(StrEnum):
    """Ways to wear it."""

    SHORT = "short"
    CURLS = "curls"
    BOB = "bob"
    PONYTAIL = "ponytail"
    PUFFS = "puffs"
    WISP = "wisp"
    SWOOP = "swoop"
    LONG = "long"
    SCARF = "scarf"


class Aid(StrEnum):
    """What helps a child sit or walk."""

    WHEELCHAIR = "wheelchair"
    WALKER = "walker"


@dataclass(frozen=True, slots=True)
class Look:
    """The colors of a person, and what they wear on the head."""

    skin: str
    shade: str
    cheek: str
    hair: str
    style: Hair
    shirt: str = "#2E8B87"
    trousers: str = "#4A5B8C"
    shoes: str = "#E8833A"
    has_glasses: bool = False
    has_hearing_aid: bool = False
    aid: Aid | None = None

    @property
    def out_of_chair(self) -> "Look":
        """The same person without wheelchair or walker: in a car's seat, in bed, on a toilet."""
        return replace(self, aid=None)


_TAN = ("#C98B5E", "#B67A4F", "#E39A77", "#3A2A22")
_LIGHT = ("#F3CDAA", "#E0B48D", "#EFA08A", "#B5652E")
_DARK = ("#80502F", "#6A3F23", "#B06A45", "#211A18")
_OLIVE = ("#E2B083", "#CC976A", "#E8927A", "#2A2523")
_BROWN = ("#9C653D", "#865431", "#C27A52", "#2B201C")

MATEO = Look(*_TAN, Hair.SHORT)
RUBY = Look(*_LIGHT, Hair.PONYTAIL, shirt="#8A5BA6", trousers="#3E5B73")
AMA = Look(*_DARK, Hair.PUFFS, shirt="#F2C14E", trousers="#B5485A", shoes="#4A86C5")
KENJI = Look(*_OLIVE, Hair.BOB, shirt="#D9605A", trousers="#4A5B8C", shoes="#3F7F63")
NIA = Look(*_BROWN, Hair.CURLS, shirt="#5E9BD1", trousers="#6B5B4A", shoes="#D9605A")
FINN = Look(
    "#F5D3B3", "#E2BB95", "#F0A58C", "#DFA94A", Hair.SWOOP, shirt="#3F7F63", trousers="#55606B"
)
HEARING_FINN = replace(FINN, shirt="#D9605A", has_hearing_aid=True)
NIA_GLASSES = replace(NIA, shirt="#3F7F63", has_glasses=True)
SWOOP_TEEN = Look(*_BROWN, Hair.SWOOP, shirt="#3E5B73", has_glasses=True)
SALMA = Look(*_OLIVE, Hair.SCARF, shirt="#4A86C5", trousers="#3E4D78")
BABY_JO = Look(
    "#F3CDAA", "#E0B48D", "#EFA08A", "#C98A45", Hair.WISP, shirt="#F0A04B", trousers="#5E9BD1"
)
BABY_ZURI = Look(*_DARK, Hair.PUFFS, shirt="#E88AA0", trousers="#8A5BA6")
BABY_LI = Look(*_OLIVE, Hair.WISP, shirt="#6FB38A", trousers="#3E5B73")
MOM = Look(*_DARK, Hair.LONG, shirt="#5E9BD1")
DAD = Look(*_TAN, Hair.SHORT, shirt="#6FB38A")
GRANDMA = Look(
    *_LIGHT[:3], "#C9CED2", Hair.BOB, shirt="#B5485A", trousers="#55606B", has_glasses=True
)
