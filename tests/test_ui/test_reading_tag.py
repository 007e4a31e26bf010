"""The word above the preview that says how easy the pages are to read."""

import pytest

from ot_desktop.home_programs.previewing import Preview
from ot_desktop.home_programs.spanish_readability import Ease
from ui.home_programs.preview_panel import PreviewPanel


@pytest.fixture
def panel(qtbot):
    made = PreviewPanel()
    qtbot.addWidget(made)
    return made


@pytest.mark.parametrize(
    ("level", "words"),
    [
        (0.4, "Below grade 1 reading level"),
        (7.0, "Grade 7 reading level"),
        (Ease.FAIRLY_EASY, "Fairly easy to read in Spanish"),
        (Ease.VERY_HARD, "Very hard to read in Spanish"),
    ],
)
def test_the_reading_level_is_named_in_the_scale_of_its_language(panel, level, words):
    panel.show_preview(Preview(problem="No pages.", reading_level=level))
    assert panel.reading_tag.text() == words
    assert not panel.reading_tag.isHidden()


def test_no_reading_level_is_shown_for_a_language_without_a_formula(panel):
    panel.show_preview(Preview(problem="No pages.", reading_level=None))
    assert panel.reading_tag.isHidden()
