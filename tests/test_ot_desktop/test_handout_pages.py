"""The pages a family takes home: what they say, that nothing is cut, and that reprints match."""

import hashlib
import subprocess
import sys
from dataclasses import replace
from datetime import date, datetime
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from ot_desktop.errors import ClinicError, ValidationError
from ot_desktop.home_programs import library, practice
from ot_desktop.home_programs.domain import (
    Changes,
    ChildOnPaper,
    HomeProgram,
    PlannedActivity,
    Reward,
    RewardKind,
    Visit,
)
from ot_desktop.home_programs.handout import (
    home_program_papers,
    print_home_program,
    print_practice_chart,
)
from ot_desktop.home_programs.minutes import FamilyLimit
from ot_desktop.home_programs.wording import Pronouns
from ot_desktop.paper.page import BODY_SIZES_PT, PageSize, Paper
from ot_desktop.paper.people import ClinicOnPaper
from tests.paper_text import pages_of

LETTER = Paper()
THREE = ("bear-walk", "sponge-squeeze", "coin-bank-then-buttons")
MARGIN_IN = 0.35


def planned(key, **changes):
    return replace(PlannedActivity.from_library(library.activity(key)), changes=Changes(**changes))


def a_program(*activities, **different):
    values = {
        "child": ChildOnPaper("Mateo", "A", Pronouns.HE),
        "therapist": "Amara",
        "clinic": ClinicOnPaper(
            "Juniper Lane Pediatric OT", "555-0100", "214 Juniper Lane", "Monday to Friday, 8 to 5"
        ),
        "starts_on": date(2026, 6, 9),
        "ends_on": date(2026, 6, 23),
        "printed_on": date(2026, 6, 9),
        "activities": activities or tuple(map(planned, THREE)),
        "practice_days": practice.practice_days(date(2026, 6, 9), date(2026, 6, 15)),
        "visits": (
            Visit(datetime.fromisoformat("2026-06-10T10:00"), "Amara"),
            Visit(datetime.fromisoformat("2026-06-15T10:00"), "Priya"),
        ),
        "safety": ("No treats with peanuts.",),
        "reward": Reward(RewardKind.SAVE_UP, "a trip to the zoo", 10),
        "limit": FamilyLimit(most=10),
        "name": "Summer plan",
    }
    return HomeProgram(**(values | different))


def text_of(pdf):
    return " ".join(pages_of(pdf))


def margins_are_clean(pdf, dpi=60):
    """Tell whether the outermost 0.35 in of every page is white."""
    edge = int(MARGIN_IN * dpi) - 1
    for page in pypdfium2.PdfDocument(pdf):
        picture = page.render(scale=dpi / 72).to_pil().convert("L")
        wide, high = picture.size
        strips = [
            (0, 0, wide, edge),
            (0, high - edge, wide, high),
            (0, 0, edge, high),
            (wide - edge, 0, wide, high),
        ]
        if min(picture.crop(strip).getextrema()[0] for strip in strips) < 250:
            return False
    return True


def test_three_activities_fill_two_pages():
    first, second = pages_of(print_home_program(a_program(), LETTER))
    assert "Mateo’s home plan" in first
    assert "10 minutes a day" in first
    assert "Do these 3 things each day." in first
    assert "1 Bear walk" in first
    assert "2 Sponge squeeze" in first
    assert "Turn over for activity 3." in first
    assert "3 Coin bank, then buttons" in second
    assert "Page 2 of 2. Printed June 9, 2026" in second


@pytest.mark.parametrize(
    "keys",
    [
        ("peanut-butter-tongue-walk", "make-my-own-wrap", "two-loop-laces"),
        ("heavy-bag-helper", "three-box-plan", "list-hunt"),
        ("stir-and-scoop", "sock-pull", "drop-it-in"),
        ("zip-and-unzip-race", "rainbow-name", "burrito-towel"),
    ],
)
def test_three_activities_of_the_library_fill_two_pages(keys):
    assert len(pages_of(print_home_program(a_program(*map(planned, keys)), LETTER))) == 2


def test_the_plan_says_who_made_it_and_what_it_replaces():
    text = text_of(print_home_program(a_program(replaces_on=date(2026, 6, 2)), LETTER))
    assert "Made for you by Amara, Mateo’s OT. June 9 to June 23." in text
    assert "Replaces the plan of June 2." in text
    assert "For Mateo A" in text
    assert "555-0100" in text


def test_an_activity_says_everything_a_parent_needs():
    text = text_of(print_home_program(a_program(planned("bear-walk")), LETTER))
    for words in (
        "3 minutes",
        "Before dinner",
        "It helps his body feel calm before he sits to eat.",
        "You need: A clear path, 10 big steps long.",
        "4 Do it 3 times. Rest when he wants to.",
        "Use these same words: “Heavy hands, slow feet.”",
        "Too hard? Walk half the way.",
        "Too easy? Put a soft toy on his back.",
    ):
        assert words in text


def test_safety_joins_the_activities_lines_with_the_childs_allergies():
    text = text_of(print_home_program(a_program(), LETTER))
    for line in (
        "Stay next to him in the bath, always.",
        "Count 10 coins out and 10 back.",
        "Stop if it hurts, if he cries, or if he covers his ears.",
        "No treats with peanuts.",
    ):
        assert line in text


def test_a_safety_line_names_the_activities_it_is_for():
    bath = ("sponge-squeeze", "bear-walk", "bubble-pop")
    text = text_of(print_home_program(a_program(*map(planned, bath)), LETTER))
    assert "1 3 Stay next to him in the bath, always." in text
    assert "3 Rinse the eyes if soap gets in. Stop if it hurts" in text


def test_a_safety_line_of_every_activity_needs_no_number():
    bath = ("sponge-squeeze", "bubble-pop")
    text = text_of(print_home_program(a_program(*map(planned, bath)), LETTER))
    assert "Stay safe Stay next to him in the bath, always." in text


def test_visits_are_printed_with_day_time_and_therapist():
    text = text_of(print_home_program(a_program(), LETTER))
    assert "Wed, June 10, 10:00 AM, Amara" in text
    assert "Mon, June 15, 10:00 AM, Priya" in text


def test_a_plan_without_visits_or_reward_still_prints():
    text = text_of(print_home_program(a_program(visits=(), reward=None), LETTER))
    assert "We will call you with the next date." in text
    assert "reward" not in text


def test_a_fourth_activity_opens_a_third_page():
    program = a_program(*map(planned, (*THREE, "swing-and-toss")))
    assert len(pages_of(print_home_program(program, LETTER))) == 3


@pytest.mark.parametrize("body_pt", BODY_SIZES_PT)
def test_no_activity_is_split_over_two_pages(body_pt):
    program = a_program(*map(planned, (*THREE, "two-loop-laces", "wall-push-game")))
    pages = pages_of(print_home_program(program, Paper(body_pt=body_pt)))
    for one in program.activities:
        words = one.words(program.child)
        holding = [page for page in pages if words.why in page]
        assert len(holding) == 1
        assert words.too_easy in holding[0]


def test_five_days_a_week_are_said_with_one_number():
    program = a_program(
        replace(planned("bear-walk"), minutes=4, times_per_week=5),
        replace(planned("wall-push-game"), minutes=4, times_per_week=5),
        limit=FamilyLimit(most=10, days_per_week=5),
    )
    text = text_of(print_home_program(program, LETTER))
    assert "About 8 minutes a day, 5 days a week." in text


def test_activities_of_different_days_say_how_often_each():
    program = a_program(planned("bear-walk"), planned("deal-and-flip"))
    text = text_of(print_home_program(program, LETTER))
    assert "Do these 2 things. Each box says how often." in text
    assert "What to do, 3 days a week" in text
    assert "About 6 minutes a day. Miss a day?" in text


def test_an_activity_inside_a_routine_takes_no_extra_time():
    text = text_of(print_home_program(a_program(planned("sock-pull")), LETTER))
    assert "0 extra minutes" in text
    assert "No extra time" in text


def test_the_therapists_own_number_of_minutes_is_printed():
    text = text_of(print_home_program(a_program(minutes_printed=8), LETTER))
    assert "8 minutes a day" in text


def test_the_chart_has_a_box_for_each_day_until_the_next_session():
    (page,) = pages_of(print_practice_chart(a_program(), LETTER))
    assert "Mateo’s practice chart" in page
    assert "June 9 to June 15." in page
    assert "Tue 9 Wed 10 Thu 11 Fri 12 Sat 13 Sun 14 Mon 15" in page
    assert "3 minutes, before dinner “Heavy hands, slow feet.”" in page
    assert "Bring this page on Mon, June 15, 10:00 AM" in page
    assert "Summer plan, week 1 of 1" in page


def test_closed_days_are_left_out_of_the_chart():
    days = practice.practice_days(date(2027, 6, 16), date(2027, 6, 21), [date(2027, 6, 18)])
    (page,) = pages_of(print_practice_chart(a_program(practice_days=days), LETTER))
    assert "Wed 16 Thu 17 Sat 19 Sun 20 Mon 21" in page


def test_two_weeks_of_practice_make_two_charts():
    days = practice.practice_days(date(2026, 6, 9), date(2026, 6, 22))
    pages = pages_of(print_practice_chart(a_program(practice_days=days), LETTER))
    assert ["week 1 of 2" in pages[0], "week 2 of 2" in pages[1]] == [True, True]


def test_plan_and_chart_come_in_one_file():
    program = a_program()
    assert len(pages_of(home_program_papers(program, LETTER, chart=True))) == 3
    assert len(pages_of(home_program_papers(program, LETTER, chart=False))) == 2


@pytest.mark.parametrize("stars", [1, 7, 10, 20])
def test_as_many_stars_are_drawn_as_the_prize_costs(stars):
    reward = Reward(RewardKind.SAVE_UP, "a new ball", stars)
    text = text_of(print_practice_chart(a_program(reward=reward), LETTER))
    assert "a new ball!" in text
    assert " ".join(str(number + 1) for number in range(stars)) in text


def test_small_and_often_pays_each_star():
    reward = Reward(RewardKind.SMALL_AND_OFTEN, "a sticker")
    text = text_of(print_home_program(a_program(reward=reward), LETTER))
    assert "Each star is a sticker." in text


@pytest.mark.parametrize("size", PageSize)
@pytest.mark.parametrize("is_gray", [False, True])
@pytest.mark.parametrize("body_pt", BODY_SIZES_PT)
def test_nothing_reaches_into_the_margins(size, is_gray, body_pt):
    paper = Paper(size, is_gray, body_pt)
    assert margins_are_clean(home_program_papers(a_program(), paper, chart=True))


@pytest.mark.parametrize(
    ("size", "points"), [(PageSize.LETTER, (612, 792)), (PageSize.A4, (595.28, 841.89))]
)
def test_pages_have_the_size_of_the_paper(size, points):
    page = pypdfium2.PdfDocument(print_home_program(a_program(), Paper(size)))[0]
    assert page.get_size() == pytest.approx(points, abs=0.01)


def test_gray_paper_holds_no_color():
    for page in pypdfium2.PdfDocument(
        home_program_papers(a_program(), Paper(is_gray=True), chart=True)
    ):
        red, green, blue = page.render(scale=0.5).to_pil().convert("RGB").split()
        assert red.tobytes() == green.tobytes() == blue.tobytes()


def test_a_title_of_200_letters_12_steps_and_no_picture_lay_out():
    bear = planned(
        "bear-walk",
        title="A long walk " * 16 + "to bed",
        steps=tuple(f"Step {number} has words to read and to do" for number in range(1, 13)),
    )
    bare = replace(bear, activity=replace(bear.activity, drawing=None))
    for body_pt in (12.5, 18.0):
        pdf = home_program_papers(a_program(bare), Paper(body_pt=body_pt), chart=True)
        text = text_of(pdf)
        assert "A long walk " * 16 + "to bed" in text
        assert "12 Step 12 has words to read and to do" in text
        assert margins_are_clean(pdf)


def test_an_activity_longer_than_a_page_is_shrunk_rather_than_cut():
    steps = tuple(f"Step {number} " + "has many words " * 25 for number in range(1, 13))
    pdf = print_home_program(a_program(planned("bear-walk", steps=steps)), Paper(body_pt=18.0))
    pages = pages_of(pdf)
    assert sum("Step 1 has" in page and "Step 12 has" in page for page in pages) == 1
    assert margins_are_clean(pdf)


def test_every_alphabet_of_our_families_prints():
    bear = planned(
        "bear-walk",
        title="Gấu đi bộ – Медвежья походка",
        say="Βήμα βήμα, Łódź, İstanbul",
        why="El niño está más tranquilo.",
    )
    child = ChildOnPaper("Nguyễn", "Ñ", Pronouns.SHE)
    text = text_of(home_program_papers(a_program(bear, child=child), LETTER, chart=True))
    for words in ("Gấu đi bộ – Медвежья походка", "Βήμα βήμα, Łódź, İstanbul", "niño", "Nguyễn’s"):
        assert words in text


def test_letters_typed_in_two_parts_are_composed():
    text = text_of(print_home_program(a_program(planned("bear-walk", say="nin\u0303o")), LETTER))
    assert "niño" in text


def test_a_missing_glyph_is_named_before_printing():
    with pytest.raises(ValidationError, match="😀"):
        print_home_program(a_program(planned("bear-walk", say="Go bear 😀")), LETTER)


def test_typed_markup_is_printed_as_typed():
    typed = "<b>Push</b> & pull {{ name }} <para> &lt;"
    text = text_of(print_home_program(a_program(planned("bear-walk", say=typed)), LETTER))
    assert typed in text


def test_a_word_wider_than_its_line_is_broken_not_cut():
    word = "hippopotamus" * 12
    pdf = print_home_program(a_program(planned("bear-walk", need=word)), LETTER)
    assert word in text_of(pdf).replace(" ", "")
    assert margins_are_clean(pdf)


def test_a_reprint_is_the_same_file_in_another_process():
    code = (
        "import runpy, hashlib, sys; m = runpy.run_path(sys.argv[1]);"
        "print(hashlib.sha256(m['home_program_papers'](m['a_program'](), m['LETTER'],"
        " chart=True)).hexdigest())"
    )
    here = Path(__file__)
    digests = {hashlib.sha256(home_program_papers(a_program(), LETTER, chart=True)).hexdigest()}
    for seed in ("1", "2"):
        done = subprocess.run(
            [sys.executable, "-c", code, str(here)],
            capture_output=True,
            text=True,
            check=True,
            cwd=here.parents[2],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": str(here.parents[2])},
        )
        digests.add(done.stdout.strip())
    assert len(digests) == 1


def test_the_file_names_no_more_than_the_first_name_and_its_language():
    with pikepdf.open(BytesIO(print_home_program(a_program(), LETTER))) as pdf:
        assert str(pdf.docinfo["/Title"]) == "Mateo’s home plan"
        assert str(pdf.Root.Lang) == "en-US"


def test_every_font_is_embedded():
    with pikepdf.open(BytesIO(home_program_papers(a_program(), LETTER, chart=True))) as pdf:
        fonts = [
            thing
            for thing in pdf.objects
            if isinstance(thing, pikepdf.Dictionary) and thing.get("/Type") == "/Font"
        ]
        assert fonts
        assert all("/FontFile2" in font.FontDescriptor for font in fonts)


def test_a_language_that_is_not_ready_is_refused_not_mixed():
    with pytest.raises(ClinicError, match="English"):
        print_home_program(a_program(language="fr"), LETTER)


texts = st.text(st.characters(codec="latin-1", categories=("L", "N", "P", "Zs")), max_size=300)


# Shrinking would print thousands of files.
@settings(
    max_examples=20,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=[HealthCheck.too_slow],
)
@given(
    st.lists(
        st.builds(
            planned,
            st.sampled_from([one.key for one in library.all_activities()]),
            title=texts.filter(str.strip),
            why=texts,
            steps=st.lists(texts, max_size=12).map(tuple),
            say=texts,
        ),
        min_size=1,
        max_size=7,
    ),
    st.sampled_from(PageSize),
    st.sampled_from(BODY_SIZES_PT),
)
def test_any_program_stays_inside_its_pages(activities, size, body_pt):
    pdf = home_program_papers(a_program(*activities), Paper(size, body_pt=body_pt), chart=True)
    assert margins_are_clean(pdf, dpi=40)
