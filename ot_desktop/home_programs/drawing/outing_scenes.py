"""Activities in the bath and away from home."""

from ot_desktop.home_programs.drawing import looks
from ot_desktop.home_programs.drawing.kit import Picture
from ot_desktop.home_programs.drawing.looks import DAD, Look
from ot_desktop.home_programs.drawing.people import arm, hand, head, leg, trunk
from ot_desktop.home_programs.drawing.scene import Scene

BLUE, MINT, PINK, GREEN = "#EAF3FB", "#E6F3F1", "#FCEEEA", "#EDF5EC"
FLOOR_MINT, FLOOR_PINK, GRASS = "#C5DFDB", "#F3CFC6", "#CBE0C8"
FOAM, GOLD, RED = "#FFFFFF", "#F2C14E", "#E8685A"
_TILE = "#D3E4F3"


def bubble_pop(child: Look) -> Picture:
    """Show a child in the bath pokes a bubble with one finger."""
    p = _bathroom()
    _bather(p, (86, 64), child, mouth="laugh", gaze=(0.9, -0.2))
    for x, y, r in ((200, 78, 9), (212, 46, 13), (146, 26, 8)):
        p.circle(x, y, r, "#F7FBFF", line=2, color="#6FA6DC")
        p.stroke(f"M{x - r * 0.5:.1f} {y - 2} q1 -4 5 -5", line=1.8, color="#6FA6DC")
    p.circle(176, 56, 16, "#F7FBFF", line=2, color="#6FA6DC")
    p.limb([(112, 104), (130, 98), (146, 80)], child.skin, 13)
    p.stroke("M148 78 L163 65", line=9)
    p.stroke("M148 78 L163 65", line=4.6, color=child.skin)
    hand(p, (147, 79), child)
    p.moves(
        ((170, 32), (168, 24)),
        ((188, 36), (193, 28)),
        ((196, 54), (204, 60)),
        ((184, 78), (188, 86)),
    )
    _tub(p)
    return p


def foam_roads(child: Look) -> Picture:
    """Show a child in the bath drives a toy car along a foam road on the wall."""
    p = _bathroom()
    road = "M114 30 C134 24 138 52 160 52 C186 52 178 26 200 28 C222 30 206 64 222 84"
    p.stroke(road, line=23, color="#7FA3C2")
    p.stroke(road, line=18, color=FOAM)
    p.stroke("M190 34 l3 -4 M203 29 l4 3 M211 44 l0 6 M212 62 l1 6", line=2, color="#7FA3C2")
    _bather(p, (74, 64), child, mouth="smile", gaze=(0.9, -0.2))
    p.box(138, 38, (42, 15), RED, round_by=5)
    p.path("M147 38 C149 27 168 27 172 38 Z", "#BFD9EC", line=2.2)
    for x in (148, 171):
        p.circle(x, 54, 5.5, "#3A4650", line=2)
    p.limb([(98, 106), (128, 104), (148, 62)], child.skin, 13)
    hand(p, (150, 54), child)
    _tub(p)
    return p


def burrito_towel(child: Look) -> Picture:
    """Show a grown-up hugs a child who is wrapped in a big towel."""
    p = Picture(BLUE)
    p.ground("#CFE0EF", y=174)
    p.path("M112 174 C104 120 128 92 160 92 C196 92 210 124 206 174 Z", DAD.shirt)
    head(p, (164, 58), 31, DAD, gaze=(-0.6, 0.7))
    p.path("M64 172 C54 138 62 106 92 100 C124 98 140 126 134 172 Z", "#F6DFA6")
    p.path("M62 108 C58 64 78 44 96 46 C120 46 134 66 128 112 C118 124 74 124 62 108 Z", "#F6DFA6")
    head(p, (95, 82), 27, child, gaze=(0.2, 0.1))
    p.path(
        "M68 112 C84 126 108 126 124 112 C126 140 110 160 84 172 L66 172 C60 150 60 128 68 112 Z",
        "#FBEBC4",
    )
    p.stroke("M70 158 l8 -3 M74 166 l8 -3", line=2.2, color="#C9A24E")
    p.limb([(186, 118), (190, 148), (110, 152)], DAD.skin, 15)
    hand(p, (100, 150), DAD, r=10)
    p.limb([(132, 112), (112, 122), (76, 132)], DAD.skin, 15)
    hand(p, (70, 134), DAD, r=10)
    p.stroke("M40 104 q-8 14 0 28 M28 108 q-6 10 0 20", line=2.4)
    return p


def heavy_bag_helper(child: Look) -> Picture:
    """Show a child carries a full bag with two hands along a store's shelves."""
    p = Picture(MINT)
    _shelf(p, 14, 36, 212)
    _shelf(p, 14, 84, 212)
    p.ground(FLOOR_MINT, y=170)
    leg(p, [(110, 138), (100, 152), (94, 164)], child, toe=12)
    leg(p, [(124, 138), (136, 150), (140, 164)], child, toe=13)
    trunk(p, (112, 104), (118, 134), child.shirt)
    head(p, (108, 64), 28, child, gaze=(0.8, 0.2))
    p.box(150, 92, (14, 26), "#F6DFA6", round_by=3)
    p.circle(176, 106, 11, RED)
    p.path("M142 112 L192 112 L198 160 L136 160 Z", "#8A5BA6")
    p.stroke("M154 112 C152 96 164 94 166 112 M170 112 C170 94 184 96 182 112", line=3.4)
    arm(p, [(104, 106), (120, 130), (148, 142)], child, is_far=False)
    arm(p, [(124, 102), (142, 116), (158, 116)], child)
    p.moves(((76, 122), (64, 122)), ((80, 136), (66, 136)), ((78, 150), (68, 150)))
    return p


def wall_push_game(child: Look) -> Picture:
    """Show a child leans and pushes a brick wall with flat hands."""
    p = Picture(MINT)
    p.ground(FLOOR_MINT, y=172)
    p.box(178, 10, (46, 164), "#D98E73")
    for row in range(9):
        y = 10 + row * 18.2
        p.stroke(f"M178 {y:.1f} L224 {y:.1f}", line=2)
        for x in (194, 212) if row % 2 else (202,):
            p.stroke(f"M{x} {y:.1f} L{x} {y + 18:.1f}", line=2)
    leg(p, [(84, 132), (64, 148), (42, 160)], child, toe=10)
    leg(p, [(90, 134), (92, 150), (82, 164)], child, toe=12)
    p.limb([(124, 92), (146, 92), (168, 84)], child.shade, 13)
    p.hull((168, 78), 6.5, (169, 88), 6.5, child.shade)
    trunk(p, (118, 96), (88, 128), child.shirt)
    head(p, (126, 58), 27, child, gaze=(0.9, 0.2))
    p.limb([(116, 98), (142, 108), (168, 102)], child.skin, 14)
    p.hull((169, 94), 7, (170, 106), 7, child.skin)
    p.moves(((162, 66), (170, 60)), ((156, 122), (164, 128)), ((154, 56), (160, 48)))
    return p


def list_hunt(child: Look) -> Picture:
    """Show a child in a wheelchair reads a list and reaches for a box on a shelf."""
    p = Picture(PINK)
    p.ground(FLOOR_PINK, y=174)
    p.box(158, 14, (70, 152), "#E9D3B4")
    for y in (62, 112):
        p.box(158, y, (70, 7), "#C79A6B", line=2)
    p.box(200, 30, (18, 32), "#6FB38A", round_by=3, line=2)
    p.box(166, 34, (24, 28), RED, round_by=3, line=2)
    p.circle(178, 101, 10, "#F0A04B", line=2)
    p.circle(201, 101, 10, "#F0A04B", line=2)
    p.box(168, 134, (46, 30), "#8CC3EF", round_by=3, line=2)
    p.limb([(88, 134), (124, 132), (126, 158)], child.trousers, 16)
    p.hull((126, 161), 7.5, (138, 164), 6.5, child.shoes)
    p.box(118, 168, (28, 5), "#55606B", round_by=2, line=2)
    p.stroke("M58 96 L58 140 L112 144 L122 168 M58 98 L46 94", line=5, color="#55606B")
    trunk(p, (86, 104), (84, 128), child.shirt)
    p.circle(80, 146, 26, "none", line=7.5)
    p.circle(80, 146, 26, "none", line=3, color="#8A97A0")
    p.circle(80, 146, 5, "#8A97A0", line=2)
    head(p, (88, 64), 27, child, gaze=(0.8, -0.2))
    p.box(30, 96, (26, 34), "#FFFFFF", round_by=2, line=2.2)
    for y in (105, 113, 121):
        p.stroke(f"M36 {y} L50 {y}", line=2)
    arm(p, [(72, 106), (60, 124), (50, 118)], child)
    arm(p, [(100, 104), (128, 92), (158, 54)], child)
    hand(p, (163, 50), child)
    return p


def swing_and_toss(child: Look) -> Picture:
    """Show a child on a low swing tosses a bean bag into a bucket."""
    p = Picture(GREEN)
    p.ground(GRASS, y=172)
    p.stroke("M14 18 L148 18", line=8)
    p.stroke("M14 18 L148 18", line=4, color="#C79A6B")
    p.stroke("M38 20 L66 128 M96 20 L108 124", line=4)
    p.stroke("M38 20 L66 128 M96 20 L108 124", line=1.6, color="#E9D3B4")
    p.limb([(92, 118), (122, 124), (134, 148)], child.trousers, 16)
    p.hull((136, 152), 8, (147, 152), 6.5, child.shoes)
    p.polygon([(58, 130), (114, 124), (115, 132), (59, 138)], "#8A5BA6")
    trunk(p, (82, 88), (86, 112), child.shirt)
    p.limb([(72, 90), (60, 102), (58, 88)], child.skin, 13)
    hand(p, (57, 88), child)
    head(p, (82, 56), 25, child, gaze=(0.9, 0), mouth="laugh")
    arm(p, [(96, 88), (116, 94), (132, 76)], child)
    p.path("M160 40 l16 -4 l6 12 l-15 7 Z", RED)
    p.arrow((186, 50), (206, 68), (202, 104))
    p.moves(((150, 54), (143, 60)), ((154, 62), (149, 70)))
    p.path("M174 126 L180 168 L218 168 L224 126 Z", "#5E9BD1")
    p.oval(199, 126, (25, 6.5), "#2F6197")
    return p


def _bathroom() -> Picture:
    p = Picture(BLUE)
    for x in (24, 62, 100, 138, 176, 214):
        p.stroke(f"M{x} 10 L{x} 96", line=2, color=_TILE)
    p.stroke("M8 52 L232 52", line=2, color=_TILE)
    return p


def _bather(
    p: Picture, at: tuple[float, float], child: Look, *, mouth: str, gaze: tuple[float, float]
) -> None:
    x = at[0]
    p.path(
        f"M{x - 42} 122 C{x - 42} 100 {x - 24} 90 {x} 90 C{x + 24} 90 {x + 40} 100 {x + 40} 122 Z",
        child.skin,
    )
    head(p, at, 29, child, gaze=gaze, mouth=mouth)


def _tub(p: Picture) -> None:
    p.path(
        "M20 120 L30 160 C34 174 46 178 60 178 L180 178 C194 178 206 174 210 160 L220 120 Z",
        "#FFFFFF",
    )
    p.box(12, 112, (216, 13), "#FFFFFF", round_by=6.5)
    for x, y, r in ((34, 108, 8), (48, 110, 6), (150, 109, 7), (204, 106, 10), (217, 110, 7)):
        p.circle(x, y, r, FOAM, line=2, color="#8FB6D6")


def _shelf(p: Picture, x: float, y: float, width: float) -> None:
    left = x + 6
    for index, color in enumerate(("#F0A04B", "#6FB38A", "#D9605A", "#8CC3EF") * 3):
        size = (13, 20 + index % 3 * 4)
        p.box(left, y - size[1], size, color, round_by=3, line=1.8)
        left += 17.5
    p.box(x, y, (width, 6), "#C79A6B", line=2)


SCENES = {
    "heavy-bag-helper": Scene(heavy_bag_helper, looks.FINN),
    "wall-push-game": Scene(wall_push_game, looks.MATEO),
    "bubble-pop": Scene(bubble_pop, looks.RUBY),
    "foam-roads": Scene(foam_roads, looks.AMA),
    "list-hunt": Scene(list_hunt, looks.NIA_GLASSES),
    "burrito-towel": Scene(burrito_towel, looks.MATEO),
    "swing-and-toss": Scene(swing_and_toss, looks.RUBY),
}
