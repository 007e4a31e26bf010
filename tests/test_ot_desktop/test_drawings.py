"""Every activity has its own drawing, in shapes that paper and screen both understand."""

import re
from io import StringIO
from xml.etree import ElementTree as ET

import pytest
from svglib.svglib import svg2rlg

import resources
from ot_desktop.home_programs import library
from ot_desktop.home_programs.drawing import looks, scenes

DRAWINGS = sorted(resources.path("drawings").glob("*.svg"))
EACH = pytest.mark.parametrize("file", DRAWINGS, ids=lambda file: file.stem)
ALLOWED = {"svg", "g", "path", "circle", "ellipse", "rect", "line", "polygon", "polyline"}
PLAIN = re.compile(r"^(none|#[0-9A-F]{6})$", re.IGNORECASE)


@EACH
def test_a_drawing_is_made_of_plain_shapes(file):
    root = ET.fromstring(file.read_text(encoding="utf-8"))  # noqa: S314  (our own files)
    tags = {shape.tag.rpartition("}")[2] for shape in root.iter()}
    attributes = {name for shape in root.iter() for name in shape.attrib}
    assert tags <= ALLOWED
    assert not attributes & {"class", "style", "clip-path", "mask", "filter", "href"}


@EACH
def test_a_drawing_has_flat_colors_only(file):
    root = ET.fromstring(file.read_text(encoding="utf-8"))  # noqa: S314  (our own files)
    for shape in root.iter():
        for name in ("fill", "stroke"):
            assert PLAIN.match(shape.get(name, "none")), shape.attrib


@EACH
def test_paper_can_draw_every_drawing(file):
    drawn = svg2rlg(StringIO(file.read_text(encoding="utf-8")))
    assert drawn is not None
    assert drawn.width > 0


def test_every_activity_is_drawn_by_code():
    assert set(scenes.SCENES) == {activity.key for activity in library.all_activities()}


@pytest.mark.parametrize("key", scenes.SCENES)
def test_a_scene_file_is_what_its_code_draws(key):
    assert resources.text(f"drawings/{key}.svg") == scenes.draw(key)


@pytest.mark.parametrize("key", scenes.SCENES)
def test_a_scene_can_show_another_child(key):
    assert scenes.draw(key, looks.SALMA) != scenes.draw(key, looks.MATEO)


@pytest.mark.parametrize("activity", library.all_activities(), ids=lambda one: one.key)
def test_an_activity_has_its_own_drawing_on_its_own_tint(activity):
    text = resources.text(f"drawings/{activity.drawing}")
    assert activity.drawing == f"{activity.key}.svg"
    assert f'fill="{activity.tint}"' in text
