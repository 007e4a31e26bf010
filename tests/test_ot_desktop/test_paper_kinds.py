"""The other papers of a home program: by routine, for a missed visit, to sum up, to write on."""

from dataclasses import replace
from datetime import date
from io import BytesIO

import pikepdf
import pypdfium2
import pytest

from ot_desktop.home_programs.domain import ChildOnPaper
from ot_desktop.home_programs.handout import papers
from ot_desktop.home_programs.packets import Packet, print_packets
from ot_desktop.home_programs.summary import SessionSummary
from ot_desktop.paper.page import Paper
from ot_desktop.progress import Unwatched
from tests.handout_values import a_program, an_activity
from tests.paper_text import pages_of, text_of

PAPER = Paper()
LARGE = Paper(body_pt=18.0)


def test_each_routine_has_a_sheet_of_its_own():
    meal, bath = pages_of(papers.routine_sheets(a_program(), PAPER))
    assert "Mateo: Mealtime Hang this where you eat." in meal
    assert "Walk like an elephant 1" in meal
    assert "Mateo: Bath time Hang this in the bathroom." in bath
    assert "elephant 2" in bath
    assert "elephant 3" in bath
    assert "Clear the floor first." in bath


def test_a_missed_visit_leaves_one_thing_to_do_and_the_next_date():
    program = a_program(an_activity(1), missed_on=date(2026, 6, 8))
    (page,) = pages_of(papers.missed_sheet(program, PAPER))
    assert "One thing to do with Mateo" in page
    assert "We missed you on June 8." in page
    assert "Your next visit Wed, June 10, 10:00 AM with Amara" in page
    assert "555-0100" in page


def test_a_summary_begins_with_the_win_of_the_day():
    summary = SessionSummary(
        a_program(), date(2026, 6, 9), "He put on <b>both</b> socks & laughed.", ("Sock pull",)
    )
    text = text_of(papers.session_summary(summary, PAPER))
    assert "Mateo’s visit Tue, June 9, with Amara." in text
    assert "Win of the day “He put on <b>both</b> socks & laughed.”" in text
    assert "What we did Sock pull" in text
    assert "Walk like an elephant 1 (3 minutes, before dinner)" in text


def test_blank_lines_keep_the_picture_and_leave_the_words_to_a_hand():
    text = text_of(papers.home_plan(a_program(blank_lines=True), PAPER))
    assert "Walk like an elephant 1" in text
    assert "What to do 1 2 3 4" in text
    assert "Stand tall." not in text
    assert "Clear the floor first." in text  # safety is never left to be forgotten


def test_the_chart_marks_visits_and_names_closed_days():
    text = text_of(papers.practice_charts(a_program(), PAPER))
    assert "Tue 9 Wed 10 Thu 11 Sat 13 Sun 14 Mon 15 Your visit 10:00 AM 2:30 PM" in text
    assert "The clinic is closed on Fri, June 12." in text
    assert "July 3" not in text


@pytest.mark.parametrize("kind", [papers.home_plan, papers.practice_charts, papers.missed_sheet])
def test_no_paper_shows_more_than_the_first_name_and_an_initial(kind):
    child = ChildOnPaper("Mateo", "Q")
    assert "For Mateo Q." in text_of(kind(a_program(child=child), PAPER))


def test_boxes_can_be_ticked_on_a_tablet_when_asked_for():
    pdf = papers.practice_charts(a_program(), replace(PAPER, can_tick=True))
    with pikepdf.open(BytesIO(pdf)) as document:
        fields = list(document.Root.AcroForm.Fields)
    assert len(fields) == 3 * 6
    assert str(fields[0].TU) == "1. Big slow steps., Tue, June 9"
    assert len({str(field.T) for field in fields}) == len(fields)


def test_a_ticked_box_shows_its_tick():
    pdf = papers.practice_charts(a_program(), replace(PAPER, can_tick=True))
    with pikepdf.open(BytesIO(pdf)) as document:
        field = document.Root.AcroForm.Fields[0]
        field.V = field.AS = pikepdf.Name.Yes
        left, low, right, high = (float(edge) for edge in field.Rect)
        into = BytesIO()
        document.save(into)
    opened = pypdfium2.PdfDocument(into.getvalue())
    opened.init_forms()
    picture = opened[0].render(scale=2, may_draw_forms=True).to_pil().convert("L")
    inside = [int(2 * edge) for edge in (left + 6, 792 - high + 6, right - 6, 792 - low - 6)]
    assert picture.crop(inside).getextrema()[0] < 100


def test_paper_has_no_fields_unless_asked_for():
    with pikepdf.open(BytesIO(papers.practice_charts(a_program(), PAPER))) as document:
        assert "/AcroForm" not in document.Root


def test_a_link_is_printed_as_a_code_only_when_the_clinic_sets_one():
    link = "https://juniper-lane.example/home"
    with_code = papers.home_plan(a_program(link=link), PAPER)
    assert "Scan this with your phone" in text_of(with_code)
    assert alt_texts(with_code) - alt_texts(papers.home_plan(a_program(), PAPER)) == {link}


def test_every_drawing_is_described():
    picture = "A child walks with one arm swinging like a trunk."
    assert picture in alt_texts(papers.home_plan(a_program(), PAPER))
    assert {"happy face", "so-so face", "sad face"} <= alt_texts(
        papers.practice_charts(a_program(), PAPER)
    )


def alt_texts(pdf):
    with pikepdf.open(BytesIO(pdf)) as document:
        return {
            str(each.Alt)
            for each in document.objects
            if isinstance(each, pikepdf.Dictionary) and each.get("/S") == "/Figure"
        }


def test_packets_hold_each_familys_papers_in_turn():
    packets = [Packet(a_program(child=ChildOnPaper(name, ""))) for name in ("Ana", "Leo")]
    pages = pages_of(print_packets(packets, PAPER, Unwatched()))
    titles = ("Ana’s home plan", "Ana’s practice chart", "Leo’s home plan", "Leo’s practice chart")
    assert [title for title in titles if any(title in page for page in pages)] == list(titles)


def test_packets_tell_how_far_they_are_and_stop_when_nobody_waits():
    class Watcher:
        told = ()

        def report(self, percent, _doing):
            self.told += (percent,)

        def cancelled(self):
            return len(self.told) == 3

    watcher = Watcher()
    assert print_packets([Packet(a_program())] * 2, PAPER, watcher) is None
    assert watcher.told == (0, 25, 50)


def test_large_letters_keep_an_activity_whole():
    pages = pages_of(papers.routine_sheets(a_program(), LARGE))
    holding = [page for page in pages if "elephant 2" in page]
    assert len(holding) == 1
    assert "Carry a small cushion." in holding[0]
