"""Any three activities of the library go on two pages, in English and in Spanish."""

from dataclasses import replace
from io import BytesIO

import pytest
from reportlab.pdfgen.canvas import Canvas

from ot_desktop.home_programs import library
from ot_desktop.home_programs.domain import ChildOnPaper, PlannedActivity
from ot_desktop.home_programs.handout import print_home_program
from ot_desktop.home_programs.handout.activity_box import TIGHT, ActivityBox
from ot_desktop.home_programs.handout.words import EnglishWords
from ot_desktop.home_programs.wording import Pronouns
from ot_desktop.paper.blocks import Hung
from ot_desktop.paper.page import Paper
from ot_desktop.paper.sheet import Sheet
from ot_desktop.paper.text import BODY, rich
from ot_desktop.paper.title import SIDE
from tests.paper_text import pages_of
from tests.test_ot_desktop.test_handout_pages import a_program

LETTER = Paper()
WIDTH = Sheet(Canvas(BytesIO()), LETTER).width - 2 * SIDE
TALLEST_BOX = 350
WIDEST_SAFETY_LINE = 347
MOST_SAFETY_LINES = 2


class SpanishLabels(EnglishWords):
    """The labels beside the Spanish texts, as long as they are in Spanish."""

    why_it_helps = "Por qué ayuda."
    you_need = "Necesita:"
    use_these_words = "Use estas palabras:"
    too_hard = "¿Muy difícil?"
    too_easy = "¿Muy fácil?"

    def how_long(self, planned):
        return "Sin tiempo extra" if planned.is_embedded else f"{planned.minutes} minutos"


LABELS = {"en": EnglishWords(), "es": SpanishLabels()}
EACH = pytest.mark.parametrize("activity", library.all_activities(), ids=lambda one: one.key)
IN_BOTH = pytest.mark.parametrize("language", LABELS)


def alone(activity, language):
    planned = PlannedActivity.from_library(activity, language)
    child = ChildOnPaper("Mateo", "A", Pronouns.THEY)
    return replace(a_program(planned), child=child, language=language)


def box_height(activity, language):
    return ActivityBox.of(1, alone(activity, language), LABELS[language], TIGHT).height(WIDTH)


def safety_lines(activity, language):
    program = alone(activity, language)
    (planned,) = program.activities
    texts = planned.words(program.child, language).safety
    heights = (Hung(0, rich(text)).height(WIDEST_SAFETY_LINE) for text in texts)
    return sum(round(high / BODY.leading) for high in heights)


@IN_BOTH
@EACH
def test_an_activitys_box_leaves_room_for_the_others(activity, language):
    assert box_height(activity, language) <= TALLEST_BOX


@IN_BOTH
@EACH
def test_an_activitys_dangers_take_two_lines_at_most(activity, language):
    assert safety_lines(activity, language) <= MOST_SAFETY_LINES


def test_the_three_longest_activities_go_on_two_pages():
    longest = sorted(
        library.all_activities(),
        key=lambda one: (safety_lines(one, "en"), box_height(one, "en")),
    )[-3:]
    planned = tuple(map(PlannedActivity.from_library, longest))
    assert len(pages_of(print_home_program(a_program(*planned), LETTER))) == 2
