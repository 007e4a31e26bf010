"""Papers for those who listen: tagged, described, in reading order (PDF/UA-1)."""

from io import BytesIO

import pikepdf
import pytest

from ot_desktop.home_programs.handout import papers
from ot_desktop.paper.page import PageSize, Paper
from tests.every_paper import PAPERS
from tests.handout_values import a_program
from tests.paper_text import text_of

PAPER = Paper()
LOOKS = [
    ("en", Paper()),
    ("es", Paper(PageSize.A4, is_gray=True, body_pt=18.0)),
    ("es", Paper(can_tick=True)),
]


@pytest.mark.parametrize("kind", PAPERS)
@pytest.mark.parametrize(("language", "paper"), LOOKS)
def test_no_rule_of_pdf_ua_is_broken(kind, language, paper):
    page = pytest.importorskip("page", reason="page-validation is a development tool")
    profile = page.ValidationProfile.PDF_UA_1
    report = page.validate_pdf_bytes(PAPERS[kind](language, paper), profile=profile)
    assert [(each.rule_id, each.message) for each in report.failures] == []


def outline_of(pdf):
    """Return each element's role with what is in it, as a screen reader walks them."""
    with pikepdf.open(BytesIO(pdf)) as document:
        return _walked(document.Root.StructTreeRoot.K)


def _walked(element):
    kids = [kid for kid in element.K if isinstance(kid, pikepdf.Dictionary) and "/S" in kid]
    return (str(element.S), [_walked(kid) for kid in kids])


def roles(outline):
    role, kids = outline
    return [role, *(each for kid in kids for each in roles(kid))]


def test_headings_begin_with_the_title_and_skip_no_level():
    found = [role for role in roles(outline_of(PAPERS["plan"]("en", PAPER))) if role[1] == "H"]
    assert found[0] == "/H1"
    assert set(found[1:]) == {"/H2"}
    assert len(found) == 1 + 3 + 5  # the activities, then safety, reward, ticks, questions, visits


def test_the_steps_are_a_list_with_their_numbers():
    lists = [kids for role, kids in _all(outline_of(PAPERS["plan"]("en", PAPER))) if role == "/L"]
    assert [[role for role, _ in item[1]] for item in lists[0]] == [["/Lbl", "/LBody"]] * 4


def test_every_row_of_the_chart_has_a_header_and_a_cell_for_each_day():
    outline = outline_of(PAPERS["chart"]("en", PAPER))
    (table,) = [kids for role, kids in _all(outline) if role == "/Table"]
    days = [["/TH"] + ["/TH"] * 6, *[["/TH"] + ["/TD"] * 6] * 5]
    assert [[role for role, _ in row[1]] for row in table] == days


def _all(outline):
    yield outline
    for kid in outline[1]:
        yield from _all(kid)


def test_words_come_out_in_the_order_they_are_read():
    text = text_of(papers.home_plan(a_program(), PAPER))
    order = (
        *("Mateo’s home plan", "minutes a day", "Walk like an elephant 1", "Big slow steps."),
        *(
            "Why it helps.",
            "You need:",
            "1 Stand tall.",
            "4 Turn around.",
            "Too hard?",
            "Too easy?",
        ),
        *("Walk like an elephant 2", "Walk like an elephant 3", "Stay safe", "Questions?"),
    )
    places = [text.index(words) for words in order]
    assert places == sorted(places)


def test_parts_in_two_languages_say_which():
    with pikepdf.open(BytesIO(PAPERS["plan"]("es", PAPER))) as document:
        assert str(document.Root.Lang) == "es-US"
        (part,) = document.Root.StructTreeRoot.K.K
        assert str(part.Lang) == "es-US"


def test_a_table_of_contents_names_the_parts():
    program = a_program()
    with pikepdf.open(BytesIO(papers.plan_and_charts(program, PAPER))) as document:
        first, second = document.open_outline().root
    assert (first.title, second.title) == ("Mateo’s home plan", "Mateo’s practice chart")


def test_no_character_is_said_to_be_none():
    with pikepdf.open(BytesIO(PAPERS["plan"]("en", PAPER))) as document:
        tables = [
            each.ToUnicode.read_bytes()
            for each in document.objects
            if isinstance(each, pikepdf.Dictionary) and "/ToUnicode" in each
        ]
    assert tables
    assert [table for table in tables if b"<0000>" in table] == []
