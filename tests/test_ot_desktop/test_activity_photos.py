"""A photo of the clinic's own on paper: where the drawing was, with its credit line below."""

import io
from dataclasses import replace

import pypdfium2
import pytest
from PIL import Image

from ot_desktop.home_programs import library
from ot_desktop.home_programs.activities.pictures import photo_of
from ot_desktop.home_programs.domain import PlannedActivity
from ot_desktop.home_programs.handout import print_home_program
from ot_desktop.paper.page import PageSize, Paper
from tests.activity_files import a_photo
from tests.paper_text import pages_of
from tests.test_ot_desktop.test_handout_pages import a_program

LETTER = Paper(PageSize.LETTER)
GRAY = Paper(PageSize.LETTER, is_gray=True)
MADE_BY = ("CC BY 4.0", "Photo: Ana Ruiz")


def with_photo(*made_by):
    activity = library.activity("bear-walk")
    photo = photo_of("bear.jpg", a_photo((800, 600)), *made_by)
    return a_program(PlannedActivity.from_library(replace(activity, photo=photo)))


def colors_of(pdf):
    page = pypdfium2.PdfDocument(pdf)[0].render(scale=0.5).to_pil()
    return {color for _count, color in page.getcolors(1_000_000)}


def test_license_and_credit_are_printed_under_a_picture_from_elsewhere():
    [first, *_] = pages_of(print_home_program(with_photo(*MADE_BY), LETTER))
    assert "Photo: Ana Ruiz, CC BY 4.0" in first


def test_nothing_is_printed_under_a_picture_of_our_own():
    [first, *_] = pages_of(print_home_program(with_photo(), LETTER))
    assert "CC" not in first


def test_a_photo_is_printed_in_color():
    orange = Image.open(io.BytesIO(a_photo())).getpixel((5, 5))
    near = [
        color
        for color in colors_of(print_home_program(with_photo(), LETTER))
        if max(abs(a - b) for a, b in zip(color, orange, strict=True)) < 6
    ]
    assert near


def test_a_photo_is_gray_on_gray_paper():
    colors = colors_of(print_home_program(with_photo(), GRAY))
    assert max(max(color) - min(color) for color in colors) <= 4


@pytest.mark.parametrize("paper", [LETTER, GRAY, Paper(PageSize.A4, body_pt=18)])
def test_a_page_with_a_photo_is_the_same_bytes_each_time(paper):
    program = with_photo(*MADE_BY)
    assert print_home_program(program, paper) == print_home_program(program, paper)
