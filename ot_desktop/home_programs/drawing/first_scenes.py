"""The bear walk, the coin bank and the sponge: the pictures the style began with."""

from ot_desktop.home_programs.drawing import looks, settings, things, things_more
from ot_desktop.home_programs.drawing.figure import Seated
from ot_desktop.home_programs.drawing.kit import Picture
from ot_desktop.home_programs.drawing.looks import Look
from ot_desktop.home_programs.drawing.people import head
from ot_desktop.home_programs.drawing.scene import Scene

_PAW = "#8FB58A"


def bear_walk(child: Look) -> Picture:
    """Show a child walks on hands and feet, hips high; paw prints lead on."""
    p = settings.room("green", 168)
    p.limb([(92, 94), (92, 124), (84, 160)], child.shade, 13)
    p.limb([(164, 78), (180, 116), (184, 158)], child.trousers, 17)
    p.limb([(158, 80), (196, 118), (204, 156)], child.trousers, 18)
    for x in (184, 206):
        p.hull((x, 159), 9, (x - 12, 162), 7, child.shoes)
    p.path(
        "M70 100 C74 78 104 66 136 58 C160 52 180 62 178 82 C176 98 160 104 140 104 "
        "C118 106 102 114 88 120 C76 122 68 112 70 100 Z",
        child.shirt,
    )
    p.path(
        "M150 56 C170 54 180 68 177 84 C174 98 160 104 142 104 C150 92 154 72 150 56 Z",
        child.trousers,
    )
    p.limb([(84, 110), (78, 136), (62, 160)], child.skin, 14)
    p.hull((64, 161), 8, (56, 163), 6.5, child.skin)
    p.hull((86, 161), 7, (80, 163), 6, child.shade)
    head(p, (62, 84), 27, child)
    p.moves(((214, 112), (226, 112)), ((218, 128), (232, 128)), ((218, 144), (228, 144)))
    for x, y in ((22, 150), (34, 134)):
        p.oval(x, y, (5, 4), _PAW, color=None)
        for toe in (-5, 0, 5):
            p.circle(x + toe, y - 6, 1.9, _PAW, color=None)
    return p


def coin_bank_then_buttons(child: Look) -> Picture:
    """Show a child in a shirt with buttons lets a coin fall into a box's slot."""
    p = settings.room("sand", None)
    one = Seated(p, child, (84, 98), table=158)
    one.body(gaze=(0.4, 0.4))
    for y in (118, 131, 144):
        p.circle(84, y, 3.6, "#FFFFFF", line=1.6)
    p.path("M140 108 L146 156 L206 156 L212 108 Z", things.GLASS)
    for x, y in ((160, 146), (174, 149), (190, 146), (183, 139), (168, 138)):
        p.circle(x, y, 6, things.GOLD, line=1.8)
    p.box(133, 97, (86, 14), "#2E8B87", round_by=6)
    p.box(160, 101, (32, 5), "#26343A", round_by=2.5)
    things_more.coin(p, (176, 78), 1.35)
    one.right((162, 72))
    p.table()
    one.left((78, 152))
    p.arrow((204, 62), (212, 76), (202, 90))
    return p


def sponge_squeeze(child: Look) -> Picture:
    """Show a child in the bath squeezes a sponge over a cup."""
    p = settings.room("blue", None)
    settings.tiles(p)
    p.path("M44 122 C44 100 62 90 86 90 C110 90 126 100 126 122 Z", child.skin)
    head(p, (86, 62), 29, child, gaze=(0.6, 0.2))
    p.limb([(112, 104), (130, 102), (148, 80)], child.skin, 13)
    things.sponge(p, (170, 78), 1.15)
    p.circle(152, 80, 9, child.skin)
    things.drops(p, (170, 100))
    settings.tub(p)
    p.path("M150 116 L155 146 L185 146 L190 116 Z", "#F4A9A0")
    p.oval(170, 116, (20, 4.5), "#8CC3EF", line=2)
    p.moves(((194, 66), (202, 62)), ((196, 78), (205, 78)), ((150, 60), (146, 53)))
    return p


SCENES = {
    "bear-walk": Scene(bear_walk, looks.MATEO),
    "coin-bank-then-buttons": Scene(coin_bank_then_buttons, looks.MATEO),
    "sponge-squeeze": Scene(sponge_squeeze, looks.MATEO),
}
