"""Getting dressed, the youngest children's activities."""

from dataclasses import replace

from ot_desktop.home_programs.drawing import looks, poses, things, things_dressing, things_more
from ot_desktop.home_programs.drawing.figure import ADULT, CHILD, TODDLER, Figure
from ot_desktop.home_programs.drawing.kit import Picture
from ot_desktop.home_programs.drawing.looks import Look
from ot_desktop.home_programs.drawing.people import head
from ot_desktop.home_programs.drawing.poses import Leg
from ot_desktop.home_programs.drawing.scene import Scene
from ot_desktop.home_programs.drawing.settings import room


def hat_on_hat_off(child: Look) -> Picture:
    """Show a toddler in front of a mirror, both hands on the hat."""
    p = room("sand")
    p.box(142, 20, (84, 122), "#C79A6B", round_by=14)
    p.box(149, 27, (70, 108), "#DCEAF2", round_by=9)
    p.path("M152 134 C154 116 168 108 184 108 C200 108 214 116 216 134 Z", child.shirt, line=2)
    head(p, (184, 88), 21, child, mouth="laugh")
    things_more.hat(p, (184, 69), 1.27)
    p.stroke("M156 50 L168 38 M156 62 L174 44", color="#FFFFFF")
    toddler = Figure(p, child, poses.FEET_APART, (76, 166), size=TODDLER.times(1.15))
    toddler.body(gaze=(0.7, -0.1), mouth="laugh")
    x, y = toddler.head_at
    things_more.hat(p, (x, y - 26), 1.85)
    toddler.left((x - 31, y - 15), elbow=(34, 110))
    toddler.right((x + 31, y - 15), elbow=(118, 110))
    return p


def feet_wake_up(child: Look) -> Picture:
    """Show a parent rubs a small child's bare foot with both hands."""
    p = room("pink")
    bare = replace(child, shoes=child.skin)
    pose = replace(
        poses.LONG_SITTING,
        lean=-22,
        legs=(Leg((1.0, 1.5), (1.35, 0.02), (0.9, 0.1)), Leg((1.0, 1.3), (1.7, 1.1), (0.2, 1))),
    )
    with p.turned(-14, (40, 138)):
        things.cushion(p, (44, 138), 1.4, things.VIOLET)
    small = Figure(p, bare, pose, (82, 168), size=CHILD)
    parent = Figure(p, looks.DAD, poses.ON_HEELS, (192, 172), size=ADULT.times(0.92), facing=-1)
    parent.body(gaze=(-0.8, 0.7))
    small.body(gaze=(0.8, 0.1), mouth="laugh")
    small.left((52, 158), elbow=(46, 134))
    small.right((94, 148), elbow=(94, 140))
    parent.right((154, 132), elbow=(184, 142), is_far=True)
    p.hull((140, 132), 10, (145, 106), 13, child.skin)
    things_dressing.toes(p, (146, 93), child, 1.25)
    parent.left((147, 120), elbow=(168, 136))
    p.moves(((120, 92), (127, 99)), ((116, 106), (125, 109)), ((166, 92), (160, 99)))
    return p


def foot_train_pants(child: Look) -> Picture:
    """Show a small child pulls pants up, both feet out of the leg holes."""
    p = room("lilac")
    small = Figure(p, child, poses.LONG_SITTING, (66, 166), size=TODDLER.times(1.25))
    for knee, ankle in (((112, 120), (166, 142)), ((104, 146), (176, 158))):
        p.limb([(72, 150), knee, ankle], child.skin, 16)
        p.hull((ankle[0] + 6, ankle[1] + 2), 9, (ankle[0] + 11, ankle[1] - 14), 9, child.skin)
        things_dressing.toes(p, (ankle[0] + 12, ankle[1] - 24), child, 0.9)
        p.limb(
            [(128, ankle[1] - 9), (146, ankle[1] - 7), (ankle[0] - 6, ankle[1] + 1)],
            child.trousers,
            23,
        )
    p.hull((126, 134), 15, (127, 152), 15, child.trousers)
    p.oval(120, 143, (8, 24), "#2E3B5E")
    small.trunk()
    small.face(gaze=(0.8, 0.4), mouth="laugh")
    small.left((118, 124), is_far=True)
    small.right((118, 156), elbow=(84, 148))
    p.arrow((158, 108), (132, 84), (106, 98))
    return p


def laundry_truck(child: Look) -> Picture:
    """Show a small child pushes a full basket to the washer."""
    p = room("mint")
    things_dressing.washer(p, (204, 134), 0.92)
    things_dressing.heap(p, (144, 112), 1.25)
    things.basket(p, (144, 140), 1.3)
    pose = replace(poses.PUSHING, lean=32)
    small = Figure(p, child, pose, (80, 170), size=replace(CHILD, head=25))
    small.body(gaze=(0.9, 0.3))
    small.left((110, 116), elbow=(92, 126), is_far=True)
    small.right((112, 122), elbow=(88, 132))
    p.moves(((10, 96), (24, 96)), ((6, 112), (22, 112)), ((10, 128), (20, 128)))
    return p


def sock_sleeves(child: Look) -> Picture:
    """Show a small child pulls a long striped sock up one arm."""
    p = room("green")
    small = Figure(p, child, poses.FEET_APART, (100, 166), size=TODDLER.times(1.25))
    small.body(gaze=(0.8, 0.1), mouth="laugh")
    things_dressing.fingers(p, (194, 56), child, 1.15, turn=24)
    small.right((188, 70), elbow=(156, 126))
    things_dressing.striped(p, [(150, 112), (170, 104), (188, 68)])
    small.left((148, 122), elbow=(84, 148))
    things_more.sock(p, (206, 152), 1.1)
    p.arrow((210, 88), (202, 112), (178, 124))
    return p


def dress_the_bear(child: Look) -> Picture:
    """Show a child pulls a shirt over a bear's head."""
    p = room("sand")
    things_more.teddy(p, (162, 128), 2)
    things_dressing.pulled_on(p, (162, 122), 1.5, things.WHITE)
    small = Figure(p, child, poses.ON_HEELS, (68, 170), size=CHILD.times(1.1))
    small.body(gaze=(0.9, 0.4))
    small.left((126, 128), elbow=(84, 132), is_far=True)
    small.right((122, 116), elbow=(104, 130))
    things_more.trousers(p, (219, 158), 0.65, things.VIOLET)
    return p


SCENES = {
    "hat-on-hat-off": Scene(hat_on_hat_off, looks.BABY_ZURI),
    "feet-wake-up": Scene(feet_wake_up, looks.FINN),
    "foot-train-pants": Scene(foot_train_pants, looks.BABY_LI),
    "laundry-truck": Scene(laundry_truck, looks.BABY_JO),
    "sock-sleeves": Scene(sock_sleeves, looks.NIA),
    "dress-the-bear": Scene(dress_the_bear, looks.KENJI),
}
