"""Every scene of the library, by its activity's key: all ``SCENES`` of the modules beside."""

from importlib import import_module
from pkgutil import iter_modules

from ot_desktop.home_programs import drawing
from ot_desktop.home_programs.drawing.looks import Look
from ot_desktop.home_programs.drawing.own_look import OwnLook
from ot_desktop.home_programs.drawing.scene import Scene


def _gathered() -> dict[str, Scene]:
    """Read each module that is named after its scenes; nothing else has to list them."""
    found: dict[str, Scene] = {}
    for module in iter_modules(drawing.__path__, f"{drawing.__name__}."):
        if module.name.endswith("_scenes"):
            scenes = import_module(module.name).SCENES
            if twice := found.keys() & scenes.keys():
                raise ValueError(f"drawn in two modules: {', '.join(sorted(twice))}")
            found |= scenes
    return found


SCENES = _gathered()


def draw(key: str, child: Look | None = None) -> str:
    """Return the SVG of an activity, with this child in it or the scene's own."""
    scene = SCENES[key]
    return scene.paint(child or scene.child).svg()


def draw_own(key: str, own: OwnLook) -> str:
    """Return the SVG of an activity with one family's child in it."""
    return draw(key, own.in_clothes_of(SCENES[key].child))
