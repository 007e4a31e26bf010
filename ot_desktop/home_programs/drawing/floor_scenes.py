"""Activities on the floor and by the door: play, dressing, packing."""

from ot_desktop.home_programs.drawing import looks, things_more
from ot_desktop.home_programs.drawing.kit import Picture
from ot_desktop.home_programs.drawing.looks import MOM, Look
from ot_desktop.home_programs.drawing.people import arm, hand, head, leg, trunk
from ot_desktop.home_programs.drawing.scene import Scene

GREEN, LILAC, PINK, SAND = "#EDF5EC", "#F1ECF7", "#FCEEEA", "#FBF3E4"
GRASS, MAT_LILAC, MAT_PINK, MAT_SAND = "#CBE0C8", "#D9CFE8", "#F3CFC6", "#EBD9B4"
GOLD, RED, BLUE = "#F2C14E", "#E8685A", "#5E9BD1"


def zip_and_unzip_race(child: Look) -> Picture:
    """Show a child holds a jacket at the bottom and pulls the zipper up."""
    p = Picture(LILAC)
    p.ground(MAT_LILAC, y=174)
    leg(p, [(108, 138), (106, 168)], child, toe=-9)
    leg(p, [(132, 138), (134, 168)], child, toe=9)
    p.path("M84 146 C82 110 90 90 120 88 C150 90 158 110 156 146 Z", GOLD)
    p.stroke("M120 92 L120 146", line=7)
    p.stroke("M120 116 L120 144", line=3.4, color="#FFFFFF")
    p.path("M120 114 L112 90 L128 90 Z", child.shirt, line=2)
    head(p, (120, 58), 30, child, gaze=(0, 0.8))
    p.stroke("M100 89 C106 96 114 100 120 104 C126 100 134 96 140 89", line=4)
    p.box(115, 108, (10, 13), "#D5DDE3", round_by=3, line=2)
    p.limb([(90, 104), (70, 128), (110, 142)], GOLD, 15)
    hand(p, (112, 142), child)
    p.limb([(150, 104), (172, 122), (132, 116)], GOLD, 15)
    hand(p, (129, 115), child)
    p.arrow((186, 142), (192, 112), (184, 84))
    return p


def pack_the_bag_list(child: Look) -> Picture:
    """Show a child puts a book in a school bag, a ticked list beside."""
    p = Picture(PINK)
    p.ground(MAT_PINK, y=172)
    p.box(16, 34, (56, 76), "#FFFFFF", round_by=4)
    for index, y in enumerate((50, 66, 82, 98)):
        p.stroke(f"M42 {y} L62 {y}", line=2.4)
        if index in (0, 1):
            p.stroke(f"M24 {y} l4 4 l7 -8", line=3, color="#2E8B87")
        else:
            p.box(24, y - 5, (10, 10), "#FFFFFF", round_by=2, line=1.8)
    leg(p, [(100, 138), (98, 166)], child, toe=-8)
    leg(p, [(118, 138), (120, 166)], child, toe=8)
    trunk(p, (108, 104), (109, 134), child.shirt)
    p.path("M152 108 C152 94 206 94 206 108 L210 168 L148 168 Z", "#4A86C5")
    p.path("M168 98 C168 82 190 82 190 98", "none", line=4)
    p.oval(179, 110, (26, 8), "#26435E", line=2.2)
    p.box(160, 132, (38, 26), "#6FA6DC", round_by=6)
    p.box(152, 62, (40, 48), RED, round_by=3)
    p.stroke("M160 66 L160 106", line=2.2)
    p.path("M154 108 C162 120 196 120 204 110 L206 122 L152 122 Z", "#4A86C5", line=0, color=None)
    p.stroke("M153 110 C164 121 196 121 206 110")
    head(p, (106, 64), 27, child, gaze=(0.9, 0.5))
    arm(p, [(122, 104), (136, 112), (154, 84)], child)
    arm(p, [(94, 106), (80, 116), (72, 100)], child)
    p.arrow((212, 62), (224, 76), (218, 94))
    return p


def build_what_i_build(child: Look) -> Picture:
    """Show a child builds the same tower as the one beside it."""
    p = Picture(SAND)
    p.ground(MAT_SAND, y=166)
    for x in (14, 168):
        p.box(x, 138, (58, 22), RED, round_by=4)
        p.box(x + 6, 116, (46, 22), GOLD, round_by=4)
    p.polygon([(20, 116), (43, 92), (66, 116)], BLUE)
    p.polygon([(170, 100), (195, 76), (220, 100)], BLUE)
    trunk(p, (118, 108), (118, 140), child.shirt, wide=(18, 20))
    p.limb([(130, 146), (168, 160), (112, 168)], child.trousers, 16)
    p.limb([(106, 146), (68, 160), (124, 168)], child.trousers, 16)
    p.hull((92, 168), 7, (82, 168), 7, child.shoes)
    p.hull((144, 168), 7, (154, 168), 7, child.shoes)
    head(p, (118, 66), 29, child, gaze=(0.9, 0.3))
    arm(p, [(134, 106), (156, 120), (178, 98)], child)
    arm(p, [(102, 106), (90, 122), (98, 142)], child)
    p.arrow((228, 70), (234, 92), (226, 108))
    return p


def peekaboo_scarf(child: Look) -> Picture:
    """Show a toddler pulls a scarf off a grown-up's head."""
    p = Picture(PINK)
    p.ground(MAT_PINK, y=172)
    p.path("M124 172 C124 128 142 108 170 108 C198 108 216 128 216 172 Z", MOM.shirt)
    head(p, (168, 74), 35, MOM, gaze=(-0.5, 0.4), mouth="laugh")
    p.path(
        "M136 92 C130 44 152 30 172 32 C200 34 208 60 204 100 C192 94 186 84 178 80 "
        "C160 84 146 74 128 98 C118 104 108 108 100 106 C112 98 122 92 136 92 Z",
        "#F5C65A",
    )
    p.stroke(
        "M150 48 C152 60 150 70 146 80 M186 44 C192 58 192 70 188 82", line=1.8, color="#B98A1E"
    )
    p.limb([(60, 146), (84, 166), (104, 162)], child.trousers, 15)
    p.limb([(52, 148), (34, 168), (64, 168)], child.trousers, 15)
    trunk(p, (56, 118), (56, 144), child.shirt, wide=(17, 20))
    head(p, (56, 76), 32, child, gaze=(0.9, 0), mouth="laugh")
    arm(p, [(70, 114), (86, 124), (100, 106)], child, width=12)
    arm(p, [(44, 116), (26, 124), (24, 142)], child, width=12)
    p.moves(((112, 76), (106, 68)), ((120, 64), (117, 54)))
    return p


def drop_it_in(child: Look) -> Picture:
    """Show a toddler lets a ball fall into a bucket between the legs."""
    p = Picture(GREEN)
    p.ground(GRASS)
    trunk(p, (84, 112), (82, 142), child.shirt, wide=(18, 22))
    p.limb([(76, 152), (96, 170), (140, 166)], child.trousers, 17)
    p.limb([(90, 146), (130, 130), (178, 152)], child.trousers, 17)
    p.hull((180, 150), 9, (186, 142), 7, child.shoes)
    p.path("M112 118 L120 166 L166 166 L174 118 Z", BLUE)
    p.oval(143, 118, (31, 7.5), "#2F6197")
    p.path("M112 118 C112 92 174 92 174 118", "none", line=2.2, color="#8A97A0")
    p.limb([(76, 154), (96, 172), (130, 168)], child.trousers, 17)
    p.hull((134, 166), 9, (142, 162), 7, child.shoes)
    head(p, (80, 70), 33, child, gaze=(0.8, 0.6), mouth="smile")
    p.circle(144, 84, 13, RED)
    p.stroke("M134 78 C142 84 148 84 156 80", line=2, color="#FFFFFF")
    arm(p, [(98, 112), (122, 104), (136, 70)], child)
    arm(p, [(68, 114), (52, 128), (60, 144)], child)
    p.arrow((188, 72), (196, 92), (186, 110))
    p.circle(204, 158, 11, GOLD)
    return p


def cushion_mountain(child: Look) -> Picture:
    """Show a toddler crawls over a hill of cushions to a toy."""
    p = Picture(GREEN)
    p.ground(GRASS)
    p.hull((66, 156), 14, (164, 156), 14, "#8A5BA6")
    p.hull((92, 134), 12, (158, 134), 12, GOLD)
    p.stroke("M66 150 C90 154 140 154 164 150", line=1.8, color="#5F3B78")
    p.limb([(78, 102), (54, 126), (40, 154)], child.trousers, 17)
    p.hull((38, 156), 8, (30, 162), 6, child.shoes)
    p.limb([(84, 104), (78, 126), (92, 126)], child.trousers, 17)
    p.hull((80, 98), 20, (126, 88), 17, child.shirt)
    head(p, (146, 66), 29, child, gaze=(0.9, 0.5), mouth="laugh")
    arm(p, [(122, 100), (136, 116), (166, 130)], child)
    things_more.teddy(p, (208, 150), 0.95)
    p.arrow((186, 62), (206, 80), (204, 116))
    return p


def sock_pull(child: Look) -> Picture:
    """Show a toddler sits and pulls a sock off by its toe; the other foot is bare."""
    p = Picture(LILAC)
    p.ground(MAT_LILAC)
    trunk(p, (72, 112), (72, 144), child.shirt, wide=(18, 22))
    p.limb([(70, 154), (110, 170), (152, 164)], child.trousers, 18)
    p.hull((160, 162), 9, (168, 148), 8, child.skin)
    for x, y in ((161, 141), (167, 139), (173, 142)):
        p.circle(x, y, 3.2, child.skin, line=1.8)
    p.limb([(80, 146), (112, 120), (134, 134)], child.trousers, 18)
    p.limb([(138, 134), (150, 132), (156, 122)], child.skin, 13)
    p.path(
        "M148 104 L172 100 C176 112 182 112 194 102 C206 90 214 76 222 82 C230 90 222 106 208 "
        "120 C192 134 168 140 160 130 C154 122 150 112 148 104 Z",
        RED,
    )
    p.path("M148 104 L172 100 L174 108 L150 112 Z", "#FFFFFF", line=2.2)
    p.path(
        "M212 86 C216 78 224 80 224 88 C226 94 222 102 218 106 C216 100 212 92 212 86 Z",
        "#FFFFFF",
        line=2.2,
    )
    head(p, (72, 70), 33, child, gaze=(0.9, 0.4), mouth="smile")
    arm(p, [(86, 108), (146, 66), (200, 100)], child)
    p.moves(((226, 72), (232, 64)), ((214, 70), (216, 60)), ((204, 76), (200, 68)))
    return p


def balloon_keep_up(child: Look) -> Picture:
    """Show a child taps a balloon up with both hands."""
    p = Picture(GREEN)
    p.ground(GRASS, y=172)
    leg(p, [(110, 150), (102, 158), (98, 168)], child, toe=-9)
    leg(p, [(130, 150), (138, 158), (142, 168)], child, toe=9)
    trunk(p, (120, 122), (120, 146), child.shirt, wide=(18, 18))
    p.limb([(106, 116), (76, 106), (78, 70)], child.skin, 12)
    p.limb([(134, 116), (164, 106), (162, 70)], child.skin, 12)
    head(p, (120, 91), 25, child, gaze=(0, -1), mouth="laugh")
    p.path(
        "M120 8 C144 8 152 24 146 36 C140 46 128 50 120 50 C112 50 100 46 94 36 "
        "C88 24 96 8 120 8 Z",
        RED,
    )
    p.polygon([(116, 55), (120, 49), (124, 55)], RED, line=2)
    p.stroke("M104 24 C104 18 110 15 115 15", line=2.8, color="#FFFFFF")
    for x in (79, 161):
        hand(p, (x, 66), child, r=10)
    p.moves(
        ((82, 16), (76, 8)), ((158, 16), (164, 8)), ((82, 34), (73, 34)), ((158, 34), (167, 34))
    )
    return p


def chair_push_ups(child: Look) -> Picture:
    """Show a child lifts the hips off a chair's seat on straight arms."""
    p = Picture("#E6F3F1")
    p.ground("#C5DFDB", y=174)
    p.box(78, 66, (84, 12), "#C79A6B", round_by=5)
    p.box(78, 86, (84, 10), "#C79A6B", round_by=5)
    for x in (80, 152):
        p.box(x, 62, (8, 76), "#A97B4E", round_by=3)
    for x in (72, 156):
        p.box(x, 138, (10, 36), "#A97B4E", round_by=3)
    p.box(66, 132, (108, 12), "#C79A6B", round_by=5)
    for side in (-1, 1):
        x = 120 + side * 12
        p.limb([(x, 116), (x + side * 5, 134), (x, 160)], child.trousers, 16)
        p.hull((x, 165), 8, (x + side * 8, 167), 6.5, child.shoes)
    trunk(p, (120, 82), (120, 106), child.shirt, wide=(20, 18))
    arm(p, [(98, 78), (82, 104), (78, 130)], child)
    arm(p, [(142, 78), (158, 104), (162, 130)], child)
    head(p, (120, 46), 26, child, mouth="smile")
    p.arrow((198, 136), (203, 112), (198, 88))
    p.arrow((42, 136), (37, 112), (42, 88))
    return p


SCENES = {
    "zip-and-unzip-race": Scene(zip_and_unzip_race, looks.KENJI),
    "pack-the-bag-list": Scene(pack_the_bag_list, looks.NIA),
    "build-what-i-build": Scene(build_what_i_build, looks.AMA),
    "peekaboo-scarf": Scene(peekaboo_scarf, looks.BABY_ZURI),
    "drop-it-in": Scene(drop_it_in, looks.BABY_JO),
    "cushion-mountain": Scene(cushion_mountain, looks.BABY_LI),
    "sock-pull": Scene(sock_pull, looks.BABY_ZURI),
    "chair-push-ups": Scene(chair_push_ups, looks.KENJI),
    "balloon-keep-up": Scene(balloon_keep_up, looks.NIA),
}
