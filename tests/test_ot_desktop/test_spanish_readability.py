"""How easy a Spanish text is: syllables as spoken, the published formula, the published steps."""

import pytest

from ot_desktop.home_programs.spanish_readability import (
    Ease,
    ease,
    perspicuity,
    read_spanish,
    syllables,
)


@pytest.mark.parametrize(
    ("broken", "count"),
    [
        ("sol", 1),
        ("y", 1),
        ("muy", 1),
        ("dí-a", 2),
        ("le-er", 2),
        ("pa-ís", 2),
        ("rei-ne", 2),
        ("jue-go", 2),
        ("a-gua", 2),
        ("cui-da", 2),
        ("ciu-dad", 2),
        ("que-so", 2),
        ("o-ye", 2),
        ("a-yu-de", 3),
        ("ta-re-a", 3),
        ("pin-güi-no", 3),
        ("a-é-re-o", 4),
        ("te-ra-peu-ta", 4),
        ("o-cu-pa-cio-nal", 5),
    ],
)
def test_spanish_syllables_are_counted_as_spoken(broken, count):
    assert syllables(broken.replace("-", "")) == count


def test_the_spanish_formula_gives_the_value_worked_out_by_hand():
    """206.835 - 62.3 x 13 / 8 - 8 / 2 = 206.835 - 101.2375 - 4."""
    assert perspicuity(words=8, sentences=2, syllables=13) == pytest.approx(101.5975)


@pytest.mark.parametrize(
    ("points", "step"),
    [
        (80.1, Ease.VERY_EASY),
        (80, Ease.FAIRLY_EASY),
        (65, Ease.FAIRLY_EASY),
        (64.9, Ease.NORMAL),
        (55, Ease.NORMAL),
        (54.9, Ease.SOMEWHAT_HARD),
        (40, Ease.SOMEWHAT_HARD),
        (39.9, Ease.VERY_HARD),
    ],
)
def test_points_are_named_as_the_inflesz_scale_names_them(points, step):
    assert ease(points) is step


def test_a_short_spanish_text_for_parents_is_very_easy():
    assert read_spanish("Lea la lista. Ponga el libro en la mochila.") is Ease.VERY_EASY


def test_a_clinical_spanish_sentence_is_very_hard():
    text = (
        "Las actividades propioceptivas facilitan la autorregulación cuando se administran"
        " frecuentemente con intensidad suficiente durante las rutinas domiciliarias."
    )
    assert read_spanish(text) is Ease.VERY_HARD


def test_a_spanish_text_without_words_is_not_called_hard():
    assert read_spanish("1, 2, 3 …") is Ease.VERY_EASY
