"""Which scene shows which activity, and the child each was drawn with."""

from collections.abc import Callable
from dataclasses import dataclass

from ot_desktop.home_programs.drawing import floor_scenes as floor
from ot_desktop.home_programs.drawing import looks
from ot_desktop.home_programs.drawing import outing_scenes as outing
from ot_desktop.home_programs.drawing import table_scenes as table
from ot_desktop.home_programs.drawing.kit import Picture
from ot_desktop.home_programs.drawing.looks import Look


@dataclass(frozen=True, slots=True)
class Scene:
    """How to draw an activity, and with whom unless the child's own look is given."""

    paint: Callable[[Look], Picture]
    child: Look


SCENES = {
    "stir-and-scoop": Scene(table.stir_and_scoop, looks.BABY_LI),
    "zip-and-unzip-race": Scene(floor.zip_and_unzip_race, looks.KENJI),
    "pack-the-bag-list": Scene(floor.pack_the_bag_list, looks.NIA),
    "heavy-bag-helper": Scene(outing.heavy_bag_helper, looks.FINN),
    "build-what-i-build": Scene(floor.build_what_i_build, looks.AMA),
    "rainbow-name": Scene(table.rainbow_name, looks.RUBY),
    "wall-push-game": Scene(outing.wall_push_game, looks.MATEO),
    "peekaboo-scarf": Scene(floor.peekaboo_scarf, looks.BABY_ZURI),
    "drop-it-in": Scene(floor.drop_it_in, looks.BABY_JO),
    "cushion-mountain": Scene(floor.cushion_mountain, looks.BABY_LI),
    "sock-pull": Scene(floor.sock_pull, looks.BABY_ZURI),
    "bubble-pop": Scene(outing.bubble_pop, looks.RUBY),
    "foam-roads": Scene(outing.foam_roads, looks.AMA),
    "make-my-own-wrap": Scene(table.make_my_own_wrap, looks.SALMA),
    "three-box-plan": Scene(table.three_box_plan, looks.SWOOP_TEEN),
    "chair-push-ups": Scene(floor.chair_push_ups, looks.KENJI),
    "list-hunt": Scene(outing.list_hunt, looks.NIA_GLASSES),
    "deal-and-flip": Scene(table.deal_and_flip, looks.HEARING_FINN),
    "two-loop-laces": Scene(table.two_loop_laces, looks.AMA),
    "burrito-towel": Scene(outing.burrito_towel, looks.MATEO),
    "balloon-keep-up": Scene(floor.balloon_keep_up, looks.NIA),
    "peanut-butter-tongue-walk": Scene(table.peanut_butter_tongue_walk, looks.FINN),
    "swing-and-toss": Scene(outing.swing_and_toss, looks.RUBY),
}


def draw(key: str, child: Look | None = None) -> str:
    """Return the SVG of an activity, with this child in it or the scene's own."""
    scene = SCENES[key]
    return scene.paint(child or scene.child).svg()
