"""Mealtime at the table: hands that cut, pour, open and set out."""

from dataclasses import replace

from ot_desktop.home_programs.drawing import looks, things, things_mealtime, things_more
from ot_desktop.home_programs.drawing.figure import TEEN, TODDLER, Seated
from ot_desktop.home_programs.drawing.kit import OUTLINE, Picture
from ot_desktop.home_programs.drawing.looks import Look
from ot_desktop.home_programs.drawing.scene import Scene

SAND, LILAC, PINK, TEAL = "#FBF3E4", "#F1ECF7", "#FCEEEA", "#E6F3F1"
DOUGH, CARROT, BEANS, POTATO = "#E88AA0", "#F0A04B", "#A9713B", "#F2D27A"


def lid_off_surprise(child: Look) -> Picture:
    """Show a toddler in a high chair pulls the lid off a tub; a toy looks out."""
    p = Picture(LILAC)
    baby = Seated(p, child, (92, 92), table=152, size=TODDLER.times(1.1))
    things_mealtime.high_chair(p, baby.at, 152)
    baby.body(gaze=(0.8, 0.4), mouth="laugh")
    things_mealtime.high_chair_tray(p, baby.at, 152)
    things_more.teddy(p, (158, 116), 1.05)
    p.path("M128 118 L188 118 L182 152 L134 152 Z", things.BLUE)
    p.box(126, 114, (64, 8), things.SKY, round_by=4)
    with p.turned(28, (192, 78)):
        p.box(160, 74, (64, 9), things.RED, round_by=4)
    baby.left((128, 138), elbow=(84, 152))
    baby.right((162, 66), elbow=(140, 104))
    p.moves(((204, 60), (210, 50)), ((216, 66), (225, 60)), ((190, 54), (192, 43)))
    return p


def dough_dinner(child: Look) -> Picture:
    """Show a child holds a dough roll with a fork and saws it with a butter knife."""
    p = Picture(LILAC)
    cook = Seated(p, child, (120, 82))
    cook.body(gaze=(0, 0.9))
    p.table()
    p.oval(120, 150, (88, 12), things.WHITE)
    p.hull((68, 140), 10, (136, 140), 10, DOUGH)
    for x in (158, 182):
        p.box(x - 8, 134, (17, 19), DOUGH, round_by=6)
        p.oval(x + 9, 143.5, (4, 9.5), "#F2AEBD", line=2)
    with p.turned(186, (94, 108)):
        things.fork(p, (94, 108), 1.55)
    with p.turned(174, (139, 110)):
        things.knife(p, (139, 110), 1.55)
    cook.left((97, 92), elbow=(62, 124))
    cook.right((137, 92), elbow=(180, 122))
    return p


def crack_an_egg(child: Look) -> Picture:
    """Show an older child opens an egg with two thumbs over a bowl."""
    p = Picture(LILAC)
    cook = Seated(p, child, (120, 74), size=TEEN)
    cook.body(gaze=(0, 0.9))
    p.table()
    things.bowl(p, (120, 140), 1.75, things.BLUE, "#FFFFFF")
    p.path(
        "M120 88 C116 98 105 104 105 112 C105 126 135 126 135 112 C135 104 124 98 120 88 Z",
        "#FFFFFF",
        line=2,
    )
    p.circle(120, 112, 8, things.GOLD, line=2)
    things_mealtime.half_egg(p, (98, 92), -1)
    things_mealtime.half_egg(p, (142, 92), 1)
    cook.left((80, 98), elbow=(54, 120))
    cook.right((160, 98), elbow=(186, 120))
    for egg in ((30, 144), (50, 144), (40, 126)):
        p.oval(*egg, (9, 12), things_mealtime.SHELL)
    things.bowl(p, (200, 147), 0.85, things.GREEN, "#FFFFFF")
    p.path("M190 140 l4 -8 l5 5 l4 -6 l5 9 Z", things_mealtime.SHELL, line=2)
    return p


def food_explorer(child: Look) -> Picture:
    """Show a child smells a round of carrot on a fork."""
    p = Picture(TEAL)
    taster = Seated(p, child, (84, 86))
    taster.body(gaze=(0.8, 0.5))
    p.table()
    things.plate(p, (190, 149), 1.05)
    things.bread(p, (190, 136), 0.9)
    p.oval(128, 150, (30, 7.5), things.SKY)
    for x in (114, 142, 128):
        p.oval(x, 144, (11, 6.5), CARROT, line=2)
        p.oval(x, 144, (4, 2.2), "#F9D3A0", color=None)
    with p.turned(-42, (164, 96)):
        things.fork(p, (164, 96), 1.3)
    p.circle(147, 76, 12, CARROT)
    p.circle(147, 76, 5, "#F9D3A0", color=None)
    taster.right((172, 105), elbow=(150, 144))
    taster.left((66, 148), elbow=(38, 138))
    for y in (64, 74, 84):
        p.stroke(f"M131 {y} q-3 -5 -6 0 q-3 5 -6 0", line=2.2)
    return p


def pour_my_own_drink(child: Look) -> Picture:
    """Show a child pours water from a small jug into a cup on a tray."""
    p = Picture(SAND)
    host = Seated(p, child, (146, 82))
    host.body(gaze=(-0.8, 0.8))
    p.table()
    p.box(34, 150, (112, 8), things.RED, round_by=4)
    things.glass(p, (76, 132), 1.3)
    p.stroke("M65 124 L87 124", line=3.4, color=things.RED)
    for line, color in ((11, OUTLINE), (6.5, "#8CC3EF")):
        p.stroke("M82 96 C78 104 76 112 76 130", line=line, color=color)
    with p.turned(-55, (106, 92)):
        things.jug(p, (106, 92), 1.0)
    host.right((120, 76), elbow=(190, 116))
    host.left((106, 112), elbow=(100, 138))
    return p


def table_map(child: Look) -> Picture:
    """Show a child sets a spoon on its shape on a paper, a plate and a cup on theirs."""
    p = Picture(PINK)
    setter = Seated(p, child, (116, 68), table=118)
    setter.body(gaze=(0.5, 0.9))
    p.polygon([(30, 112), (210, 112), (224, 178), (16, 178)], things.WOOD)
    p.polygon([(56, 120), (184, 120), (198, 171), (42, 171)], things.WHITE)
    p.oval(114, 150, (33, 16), things.SKY)
    p.oval(114, 149, (21, 9), "#BFDDF5", line=1.8)
    with p.turned(8, (62, 150)):
        things_mealtime.traced_fork(p, (62, 148), 0.9)
    with p.turned(-8, (166, 152)):
        things_mealtime.traced_spoon(p, (166, 150), 0.9)
    things.cup(p, (142, 124), 0.8, things.GREEN)
    with p.turned(24, (196, 126)):
        things.spoon(p, (196, 126), 1.3)
    setter.right((190, 140), elbow=(184, 100))
    setter.left((76, 122), elbow=(56, 108))
    p.arrow((214, 150), (206, 168), (184, 164))
    return p


def recipe_boss(child: Look) -> Picture:
    """Show a teenager mashes beans in a bowl beside a list with check marks."""
    p = Picture(PINK)
    cook = Seated(p, child, (92, 78), size=TEEN)
    cook.body(gaze=(0.7, 0.6))
    p.table()
    p.box(172, 138, (50, 18), things.DARK_WOOD, round_by=3)
    things_mealtime.can(p, (34, 138))
    with p.turned(196, (116, 100)):
        things.fork(p, (116, 100), 1.5)
    things.bowl(p, (104, 138), 1.75, things.GOLD, BEANS)
    for x, y in ((88, 123), (100, 126), (112, 122), (122, 125), (97, 121)):
        p.oval(x, y, (5, 3), "#C98B5E", line=1.4)
    cook.right((119, 92), elbow=(150, 126))
    cook.left((74, 136), elbow=(52, 126))
    things_more.checklist(p, (196, 104), 1.15, ticked=2)
    p.arrow((146, 78), (156, 90), (152, 106))
    return p


def lunch_box_open_up(child: Look) -> Picture:
    """Show a child lifts the lid of a lunch box by its corner."""
    p = Picture(SAND)
    eater = Seated(p, child, (104, 80))
    eater.body(gaze=(0.6, 0.8))
    p.table()
    p.path(
        "M70 126 L88 92 C90 89 92 88 96 88 L176 78 C181 78 183 82 181 86 L168 126 Z", things.ORANGE
    )
    eater.right((176, 88), elbow=(168, 124))
    things.bread(p, (98, 120), 1.15)
    things.apple(p, (138, 120), 1.0)
    p.box(66, 124, (106, 33), things.GREEN, round_by=7)
    p.stroke("M76 134 L162 134", line=2)
    eater.left((76, 142), elbow=(48, 130))
    p.arrow((196, 122), (206, 104), (196, 80))
    things.bottle(p, (206, 138), 0.85, things.SKY)
    return p


def which_cup(child: Look) -> Picture:
    """Show a toddler lifts one of two cups; a rolled sock lies under it."""
    p = Picture(PINK)
    baby = Seated(p, child, (104, 90), size=TODDLER.times(1.1))
    baby.body(gaze=(0.6, 0.7), mouth="laugh")
    p.table()
    things_mealtime.cup_upside_down(p, (56, 136), things.BLUE)
    things_more.teddy(p, (172, 140), 0.75)
    with p.turned(24, (176, 98)):
        things_mealtime.cup_upside_down(p, (176, 98), things.RED)
    baby.right((160, 96), elbow=(142, 138))
    baby.left((88, 150), elbow=(70, 146))
    p.moves(((194, 136), (204, 131)), ((198, 148), (209, 148)))
    return p


def cut_my_own_dinner(child: Look) -> Picture:
    """Show a child holds food with a fork and cuts it with a knife on a plate."""
    p = Picture(SAND)
    eater = Seated(p, child, (120, 72), table=122)
    eater.body(gaze=(0, 0.9))
    p.polygon([(26, 118), (214, 118), (226, 178), (14, 178)], things.WOOD)
    p.oval(120, 150, (66, 24), things.WHITE)
    p.oval(120, 149, (50, 16), things.WHITE, line=1.8)
    p.path("M84 150 C84 136 104 134 126 136 L126 162 C104 162 84 162 84 150 Z", POTATO)
    p.path("M134 138 C152 138 158 144 156 152 C154 160 146 162 134 161 Z", POTATO)
    with p.turned(150, (98, 126)):
        things.fork(p, (98, 126), 1.4)
    with p.turned(206, (146, 126)):
        things.knife(p, (146, 126), 1.5)
    eater.left((87, 108), elbow=(62, 122))
    eater.right((156, 106), elbow=(180, 120))
    things.cup(p, (204, 122), 0.9, things.GREEN)
    return p


def lunch_week_plan(child: Look) -> Picture:
    """Show a teenager draws foods into a plan with five boxes, a lunch box beside."""
    p = Picture(PINK)
    planner = Seated(p, child, (62, 76), size=TEEN)
    planner.body(gaze=(0.8, 0.6))
    p.table()
    p.box(104, 22, (124, 78), things.WHITE, round_by=4)
    for index in range(5):
        p.box(110 + index * 23, 40, (20, 52), "#E6F3F1", round_by=3, line=2)
        p.stroke(f"M{115 + index * 23} 32 l10 0", line=2.6, color="#2E8B87")
    things.bread(p, (120, 54), 0.45)
    things.bowl(p, (143, 56), 0.38)
    things.apple(p, (120, 78), 0.6)
    things.banana(p, (143, 78), 0.5)
    things.bread(p, (166, 54), 0.45)
    with p.turned(140, (177, 88)):
        things_more.pencil(p, (177, 88), 0.8)
    planner.right((186, 99), elbow=(126, 140))
    planner.left((56, 150), elbow=(26, 140))
    p.stroke("M166 132 C166 118 198 118 198 132", line=4)
    p.box(150, 130, (64, 27), things.GREEN, round_by=6)
    p.stroke("M150 142 L214 142", line=2)
    return p


SCENES = {
    "cut-my-own-dinner": Scene(
        cut_my_own_dinner, replace(looks.FINN, has_glasses=True, aid=looks.Aid.WHEELCHAIR)
    ),
    "lunch-week-plan": Scene(lunch_week_plan, replace(looks.RUBY, shirt="#3F7F63")),
    "lid-off-surprise": Scene(lid_off_surprise, looks.BABY_ZURI),
    "dough-dinner": Scene(dough_dinner, replace(looks.NIA, has_hearing_aid=True)),
    "crack-an-egg": Scene(crack_an_egg, looks.SALMA),
    "food-explorer": Scene(food_explorer, looks.NIA_GLASSES),
    "pour-my-own-drink": Scene(pour_my_own_drink, replace(looks.MATEO, has_glasses=True)),
    "table-map": Scene(table_map, looks.AMA),
    "recipe-boss": Scene(recipe_boss, looks.SWOOP_TEEN),
    "lunch-box-open-up": Scene(lunch_box_open_up, looks.HEARING_FINN),
    "which-cup": Scene(which_cup, looks.BABY_LI),
}
