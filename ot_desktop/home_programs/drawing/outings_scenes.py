"""Out and about with the youngest: steps, leaves, sand, the store."""

from dataclasses import replace

from ot_desktop.home_programs.drawing import looks, poses, settings, things, things_more
from ot_desktop.home_programs.drawing.figure import ADULT, CHILD, TODDLER, Figure
from ot_desktop.home_programs.drawing.kit import Picture
from ot_desktop.home_programs.drawing.looks import DAD, GRANDMA, MOM, Look
from ot_desktop.home_programs.drawing.scene import Scene
from ot_desktop.home_programs.drawing.things_outings import stroller

SMALL = TODDLER.times(0.86)
BESIDE = ADULT.times(0.9)


def curb_steps(child: Look) -> Picture:
    """Show a toddler steps up on a low step, one hand in a grown-up's."""
    p = settings.room("mint")
    settings.door(p, (206, 150), (48, 120))
    p.box(118, 150, (118, 22), "#D5DDE3")
    p.stroke("M118 158 L236 158", line=1.8, color="#8A97A0")
    big = Figure(p, MOM, poses.STANDING_SIDE, (46, 174), size=BESIDE)
    big.body(gaze=(0.8, 0.8))
    big.rest(-1)
    small = Figure(p, child, poses.STEPPING_UP, (108, 174), size=TODDLER)
    small.body(gaze=(0.6, 0.2), mouth="laugh")
    small.right((148, 112))
    big.right((80, 114))
    small.left((80, 114))
    p.arrow((160, 134), (174, 124), (172, 104))
    return p


def wave_bye_bye(child: Look) -> Picture:
    """Show a toddler on a father's arm waves to a grandmother at the door."""
    p = settings.room("sand")
    settings.door(p, (196, 172), (62, 146), "#E9D3B4")
    old = Figure(p, GRANDMA, poses.STANDING, (192, 174), size=BESIDE)
    old.body(gaze=(-0.8, 0))
    old.rest(1)
    old.left((158, 60))
    dad = Figure(p, DAD, poses.STANDING, (58, 174), size=BESIDE)
    dad.body(gaze=(0.7, 0))
    dad.left((92, 118))
    small = Figure(p, child, poses.FEET_APART, (98, 122), size=SMALL.times(0.86))
    small.body(gaze=(0.8, 0), mouth="laugh")
    small.left((78, 92))
    small.right((130, 62))
    dad.right((110, 122))
    p.moves(((142, 48), (148, 42)), ((124, 46), (122, 38)), ((134, 45), (136, 36)))
    return p


def leaf_bucket(child: Look) -> Picture:
    """Show a toddler squats and drops a leaf into a bucket."""
    p = settings.room("green")
    settings.tree(p, (40, 160), 1.15)
    for x, y, turn in ((20, 170, 60), (52, 176, -70), (206, 172, 80), (222, 162, -40)):
        with p.turned(turn, (x, y)):
            things_more.leaf(p, (x, y), 0.7, "#F0A04B")
    one = Figure(p, child, poses.SQUATTING, (96, 174), size=CHILD)
    one.body(gaze=(0.9, 0.5))
    things.bucket(p, (172, 148), 1.05)
    with p.turned(20, (172, 84)):
        things_more.leaf(p, (172, 84), 1.3, "#F0A04B")
    one.left((122, 138))
    one.right((160, 94))
    p.arrow((196, 84), (206, 98), (196, 114))
    return p


def push_the_stroller(child: Look) -> Picture:
    """Show a small child pushes a stroller that has a bag in it."""
    p = settings.room("blue")
    one = Figure(p, child, poses.WALKING, (88, 174), size=TODDLER.times(1.08))
    one.right((126, 104), is_far=True)
    one.body(gaze=(0.9, 0))
    stroller(p, (174, 174), 1.1)
    things.bag(p, (181, 120), 0.55, things.GOLD)
    one.left((122, 104), elbow=(98, 126))
    p.moves(((42, 126), (28, 126)), ((44, 140), (26, 140)), ((42, 154), (30, 154)))
    return p


def fill_the_cart(child: Look) -> Picture:
    """Show a child in a store drops a paper roll into the cart, a mother beside."""
    p = settings.room("pink")
    settings.shelf(p, 14, 44, 212)
    settings.shelf(p, 14, 92, 90, first=2)
    one = Figure(p, child, poses.STANDING, (76, 174), size=TODDLER.times(1.08))
    one.body(gaze=(0.9, 0.2))
    settings.cart(p, (168, 128), 1.2, facing=1)
    p.box(140, 68, (24, 26), things.WHITE, round_by=3)
    p.oval(152, 68, (12, 5), things.WHITE)
    p.oval(152, 68, (4, 1.8), "#D9A05F", line=1.8)
    p.box(168, 96, (22, 20), things.GREEN, round_by=3, line=2)
    one.left((126, 100))
    one.right((136, 86))
    p.arrow((176, 70), (192, 68), (198, 88))
    return p


def sandbox_bakery(child: Look) -> Picture:
    """Show a child in the sand lifts a cup off a sand cake."""
    p = settings.room("sand")
    p.oval(120, 168, (110, 17), "#E7C987")
    p.stroke("M12 172 C40 188 200 188 228 172", line=7, color=things.DARK_WOOD)
    one = Figure(p, child, poses.CROSS_LEGGED, (80, 172), size=CHILD)
    one.body(gaze=(0.8, 0.6), mouth="laugh")
    for x, y in ((148, 164), (214, 166)):
        p.path(f"M{x - 12} {y - 20} L{x + 12} {y - 20} L{x + 16} {y} L{x - 16} {y} Z", "#D9B26A")
    p.path("M164 162 L190 162 L186 128 L168 128 Z", "#E7C987", line=0, color=None)
    p.path("M162 112 L196 112 L200 146 L158 146 Z", things.RED)
    p.path("M164 164 L168 148 L190 148 L194 164 Z", "#D9B26A")
    one.left((104, 158))
    one.right((160, 118))
    p.arrow((210, 136), (218, 118), (210, 98))
    return p


SCENES = {
    "curb-steps": Scene(curb_steps, looks.BABY_ZURI),
    "wave-bye-bye": Scene(wave_bye_bye, replace(looks.BABY_LI, skin="#C98B5E", shade="#B67A4F")),
    "leaf-bucket": Scene(leaf_bucket, looks.BABY_JO),
    "push-the-stroller": Scene(push_the_stroller, looks.BABY_ZURI),
    "fill-the-cart": Scene(fill_the_cart, looks.RUBY),
    "sandbox-bakery": Scene(sandbox_bakery, looks.AMA),
}
