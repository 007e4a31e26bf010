"""Who of a family is trained in what, and what the parent's half of a note asks for it."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from db.connection import close_database
from ot_desktop.notes.beginning import show_again
from ot_desktop.notes.completeness import Part, missing_parts
from ot_desktop.notes.domain import NoteContent
from ot_desktop.notes.merging import merged
from ot_desktop.notes.parent_part import (
    ActivityReport,
    AtHome,
    HomeReport,
    ParentHelp,
    ParentPart,
    PersonHere,
    Presence,
    ShownHow,
    ShownToday,
    StrategyShown,
    WhoIsHere,
    WhyNotInRoom,
)
from ot_desktop.notes.soap import note_sections
from ot_desktop.notes.training import training
from tests.note_builders import (
    a_signed_note,
    a_therapists_clinic,
    a_visit,
    complete,
    mateo,
    yesterday_at,
)

MONDAY = date(2027, 6, 7)
LUCIA = PersonHere("Lucía Alvarez", "mother")
CARMEN = PersonHere("Carmen Reyes", "grandmother")
TRIED = (ShownHow.DEMONSTRATED, ShownHow.TRIED)


def a_part(*shown, people=(LUCIA,)):
    return ParentPart(who=WhoIsHere(people), shown=ShownToday(shown))


def test_everybody_who_took_part_was_shown_what_is_for_nobody_in_particular():
    shown = StrategyShown("Coin bank", TRIED, ParentHelp.WORDS)
    found = training([(MONDAY, a_part(shown, people=(LUCIA, CARMEN)))])
    assert [(one.caregiver, one.level) for one in found] == [
        ("Carmen Reyes", ParentHelp.WORDS),
        ("Lucía Alvarez", ParentHelp.WORDS),
    ]


def test_two_caregivers_told_apart_keep_their_own_levels():
    shown = (
        StrategyShown("Coin bank", TRIED, ParentHelp.ALONE, LUCIA.name),
        StrategyShown("Coin bank", TRIED, ParentHelp.MODEL, CARMEN.name),
    )
    found = training([(MONDAY, a_part(*shown, people=(LUCIA, CARMEN)))])
    assert {one.caregiver: one.is_trained for one in found} == {
        "Carmen Reyes": False,
        "Lucía Alvarez": True,
    }


def test_an_interpreter_and_who_was_not_here_are_not_trained():
    interpreter = PersonHere("Sol Marín", "interpreter")
    gone = PersonHere("Daniel Alvarez", "father", how=Presence.NOT_HERE)
    shown = StrategyShown("Coin bank", TRIED, ParentHelp.WORDS)
    found = training([(MONDAY, a_part(shown, people=(LUCIA, interpreter, gone)))])
    assert [one.caregiver for one in found] == ["Lucía Alvarez"]


def test_the_last_level_counts_and_the_last_day():
    first = a_part(StrategyShown("Coin bank", TRIED, ParentHelp.MODEL))
    last = a_part(StrategyShown("Coin bank", (ShownHow.TAUGHT_BACK,), ParentHelp.ALONE))
    later = MONDAY + timedelta(days=7)
    [found] = training([(later, last), (MONDAY, first)])
    assert (found.level, found.last_shown, found.times) == (ParentHelp.ALONE, later, 2)


def test_being_told_again_does_not_undo_what_they_could_do():
    did = a_part(StrategyShown("Coin bank", TRIED, ParentHelp.ALONE))
    told = a_part(StrategyShown("Coin bank", (ShownHow.EXPLAINED,)))
    later = MONDAY + timedelta(days=7)
    [found] = training([(later, told), (MONDAY, did)])
    assert (found.level, found.last_shown) == (ParentHelp.ALONE, later)


def test_a_strategy_comes_again_while_one_of_two_caregivers_needs_help():
    shown = (
        StrategyShown("Coin bank", TRIED, ParentHelp.WORDS, CARMEN.name),
        StrategyShown("Coin bank", TRIED, ParentHelp.ALONE, LUCIA.name),
        StrategyShown("Bear walk", TRIED, ParentHelp.ALONE),
    )
    assert show_again([ShownToday(shown)]) == ("Coin bank",)


def test_whoever_joined_says_for_how_many_minutes():
    joined = replace(LUCIA, how=Presence.JOINED, reason=WhyNotInRoom.WORK)
    content = replace(NoteContent(), parent=replace(ParentPart(), who=WhoIsHere((joined,))))
    said = [one.sentence for one in missing_parts(content) if one.part is Part.WHO]
    assert said == ["Say how many minutes Lucía Alvarez joined."]
    there = replace(joined, minutes=15)
    content = replace(content, parent=replace(content.parent, who=WhoIsHere((there,))))
    assert Part.WHO not in [one.part for one in missing_parts(content)]


def test_an_interpreter_alone_is_no_caregiver():
    who = WhoIsHere((PersonHere("Sol Marín", "interpreter"),))
    assert who.nobody_took_part


def test_nine_of_seven_days_cannot_be_signed():
    said = HomeReport("Lucía", activities=(ActivityReport("Coin bank", days=9),))
    content = NoteContent(parent=ParentPart(who=WhoIsHere((LUCIA,)), at_home=AtHome((said,))))
    sentences = [one.sentence for one in missing_parts(content) if one.part is Part.AT_HOME]
    assert sentences == ["“Coin bank”: 9 of 7 days cannot be. Choose 0 to 7."]


def test_paper_says_to_whom_it_was_shown_and_of_how_many_days_they_tell():
    said = HomeReport("Lucía Alvarez", activities=(ActivityReport("Coin bank", days=1),))
    shown = StrategyShown("Coin bank", TRIED, ParentHelp.MODEL, CARMEN.name)
    part = replace(a_part(shown, people=(LUCIA, CARMEN)), at_home=AtHome((said,), days=1))
    lines = dict(note_sections(NoteContent(parent=part)))
    assert "Lucía Alvarez reports on Coin bank: 1 of 1 day" in lines["Subjective"]
    told = (
        "Shown to Carmen Reyes: Coin bank (showed, parent tried; help Carmen Reyes needed: model)"
    )
    assert told in lines["Objective"]
    assert "Show again: Coin bank (Carmen Reyes)" in lines["Plan"]


def test_caregivers_told_apart_stay_apart_when_two_texts_are_put_together():
    lucia = StrategyShown("Coin bank", TRIED, ParentHelp.ALONE, LUCIA.name)
    carmen = StrategyShown("Coin bank", TRIED, ParentHelp.MODEL, CARMEN.name)
    both = NoteContent(parent=a_part(lucia, carmen))
    one = NoteContent(parent=a_part(carmen))
    assert merged(both, one).content.parent.shown.strategies == (lucia, carmen)
    assert merged(one, both).content.parent.shown.strategies == (carmen, lucia)


@pytest.fixture
def services():
    yield a_therapists_clinic()
    close_database()


def test_the_file_tells_who_is_trained_in_what(services):
    child = mateo(services)
    a_signed_note(services, a_visit(services, child), complete)
    [found] = services.over_time.training(child)
    assert (found.caregiver, found.strategy) == ("Lucía Alvarez", "Coin bank")
    assert (found.level, found.last_shown) == (ParentHelp.WORDS, yesterday_at(10).date())
