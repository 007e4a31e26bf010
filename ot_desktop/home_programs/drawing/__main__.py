"""Writes the drawings' files from their code."""

import resources
from ot_desktop.home_programs.drawing.scenes import SCENES, draw

for key in SCENES:
    (resources.path("drawings") / f"{key}.svg").write_text(draw(key), encoding="utf-8")
