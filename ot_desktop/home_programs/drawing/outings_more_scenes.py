"""On the way with children of school age: the walk, the street, the car, the wait."""

from dataclasses import replace

from ot_desktop.home_programs.drawing import looks, poses, settings, things
from ot_desktop.home_programs.drawing.figure import ADULT, CHILD, Figure
from ot_desktop.home_programs.drawing.kit import Picture
from ot_desktop.home_programs.drawing.looks import DAD, MOM, Aid, Look
from ot_desktop.home_programs.drawing.scene import Scene
from ot_desktop.home_programs.drawing.things_outings import bird, bus_sign, dog, notes

BESIDE = ADULT.times(0.88)


def listening_walk(child: Look) -> Picture:
    """Show a child with a hand behind the ear; a bird sings in a tree."""
    p = settings.room("green")
    settings.tree(p, (184, 168), 1.35)
    bird(p, (160, 60), 1.1)
    notes(p, (128, 40), 0.9)
    one = Figure(p, child, poses.STANDING, (72, 174))
    one.body(gaze=(0.7, -0.7))
    one.rest(-1)
    one.right((one.head_at[0] + 30, one.head_at[1] + 6))
    p.stroke("M116 66 q8 10 0 22 M126 60 q12 16 0 34", line=2.4)
    return p


def stop_look_go(child: Look) -> Picture:
    """Show a child and a father hand in hand at a crossing; the child looks left and right."""
    p = settings.room("blue", None)
    settings.road(p, 152, 36)
    settings.crossing(p, 84, 152, 34)
    settings.traffic_light(p, (206, 150), 0.95, green=False)
    dad = Figure(p, DAD, poses.STANDING, (152, 150), size=BESIDE.times(0.9))
    dad.body(gaze=(-0.8, 0.3))
    dad.rest(1)
    one = Figure(p, child, poses.STANDING, (78, 150), size=CHILD.times(0.94))
    one.body(gaze=(-1, 0))
    dad.left((115, 108))
    one.right((115, 108))
    one.left((40, 88))
    p.arrow((46, 28), (32, 20), (20, 36))
    p.arrow((104, 20), (120, 12), (128, 30))
    return p


def click_my_belt(child: Look) -> Picture:
    """Show a child in a car seat pushes the belt into its buckle."""
    p = settings.room("lilac", None)
    p.box(16, 34, (58, 66), "#BFD9EC", round_by=10)
    p.box(166, 34, (58, 66), "#BFD9EC", round_by=10)
    p.box(72, 60, (96, 122), "#55606B", round_by=22)
    p.box(84, 12, (72, 66), "#55606B", round_by=20)
    p.box(62, 138, (116, 44), "#6B7681", round_by=16)
    one = Figure(p, child.out_of_chair, poses.ON_CHAIR_FRONT, (120, 146))
    one.body(gaze=(0.5, 0.8))
    for width, color in ((11, "#26343A"), (6.5, "#8A97A0")):
        p.stroke("M96 84 L150 138 M92 142 L150 140", line=width, color=color)
    p.box(158, 126, (16, 26), things.RED, round_by=4)
    p.box(144, 133, (16, 12), things.STEEL, round_by=2, line=2)
    one.left((140, 146), elbow=(92, 150))
    one.right((166, 146), elbow=(164, 118))
    p.moves(((184, 124), (194, 116)), ((188, 138), (200, 138)), ((184, 152), (194, 160)))
    return p


def jump_the_cracks(child: Look) -> Picture:
    """Show a child jumps with both feet over a line on the path."""
    p = settings.room("mint", None)
    settings.tree(p, (34, 138), 0.9)
    p.polygon([(4, 136), (236, 136), (236, 180), (4, 180)], "#D5DDE3", line=0)
    for x in (40, 120, 200):
        p.stroke(f"M{x} 137 L{x - 14} 180", line=4, color="#6B7681")
    one = Figure(p, child, poses.JUMPING, (128, 162))
    one.body(mouth="laugh")
    one.left((84, 66))
    one.right((170, 66))
    p.arrow((72, 164), (72, 138), (94, 130))
    p.moves(((120, 158), (118, 166)), ((134, 158), (134, 166)), ((148, 158), (150, 166)))
    return p


def flamingo_stop(child: Look) -> Picture:
    """Show a child on one leg at a bus stop, one hand in a mother's."""
    p = settings.room("pink")
    bus_sign(p, (36, 170))
    mom = Figure(p, MOM, poses.STANDING, (190, 174), size=BESIDE)
    mom.body(gaze=(-0.8, 0.5))
    mom.rest(1)
    one = Figure(p, child, poses.ONE_LEG, (106, 174))
    one.body(gaze=(0, 0))
    mom.left((152, 108))
    one.right((152, 108))
    one.left((64, 84))
    return p


def waiting_hug(child: Look) -> Picture:
    """Show a child on a chair in a waiting room hugs the own shoulders, eyes calm."""
    p = settings.room("lilac")
    p.circle(46, 46, 22, things.WHITE)
    p.stroke("M46 46 L46 32 M46 46 L56 52", line=3)
    p.box(182, 26, (40, 48), things.WHITE, round_by=3)
    p.circle(202, 46, 9, things.GOLD, line=2)
    p.stroke("M190 64 L214 64", line=2.4)
    settings.chair_front(p, (196, 142), 32)
    one = Figure(p, child, poses.ON_CHAIR_FRONT, (110, 142))
    if not one.rolls:
        settings.chair_front(p, (110, 142), 32)
    one.body(mouth="smile")
    one.left((128, 90), elbow=(78, 128))
    one.right((92, 90), elbow=(142, 128))
    return p


def walk_the_dog(child: Look) -> Picture:
    """Show a child and a father walk a dog; both hold the leash, the father nearer the dog."""
    p = settings.room("sand")
    dad = Figure(p, DAD, poses.WALKING, (130, 172), size=BESIDE)
    dad.left((112, 120), is_far=True)
    dad.body(gaze=(0.8, 0.4))
    one = Figure(p, child, poses.WALKING, (56, 174))
    one.body(gaze=(0.8, 0.2))
    dog(p, (194, 174), 0.8)
    p.stroke("M96 118 Q148 104 208 146", line=5)
    p.stroke("M96 118 Q148 104 208 146", line=2.2, color=things.RED)
    dad.right((152, 117))
    one.left((88, 124))
    one.right((102, 116))
    return p


SCENES = {
    "listening-walk": Scene(listening_walk, looks.HEARING_FINN),
    "stop-look-go": Scene(stop_look_go, looks.KENJI),
    "click-my-belt": Scene(click_my_belt, looks.NIA),
    "jump-the-cracks": Scene(jump_the_cracks, looks.RUBY),
    "flamingo-stop": Scene(flamingo_stop, looks.AMA),
    "waiting-hug": Scene(waiting_hug, looks.SALMA),
    "walk-the-dog": Scene(walk_the_dog, replace(looks.FINN, aid=Aid.WHEELCHAIR)),
}
