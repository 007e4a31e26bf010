"""What a note can hold, how it is stored, and what it needs before it is signed."""

import json
from dataclasses import replace
from datetime import date, time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ot_desktop.errors import ClinicError, ValidationError
from ot_desktop.notes.codec import canonical
from ot_desktop.notes.completeness import OF_A_VISIT, Part, check_signable, missing_parts
from ot_desktop.notes.domain import FORMAT, NoteContent, from_json, to_json
from ot_desktop.notes.hashing import content_hash
from ot_desktop.notes.parent_part import (
    ActivityReport,
    AtHome,
    CueWords,
    HomeReport,
    Outcome,
    ParentHelp,
    ParentPart,
    ParentSaid,
    PersonHere,
    Presence,
    Question,
    ShownHow,
    ShownToday,
    StrategyShown,
    TeachBack,
    WhoIsHere,
    WhyNotInRoom,
)
from ot_desktop.notes.session_part import (
    DoneActivity,
    GoalToday,
    Help,
    HowChildWas,
    Mood,
    SessionPart,
    SessionTime,
    WhatWeDid,
)
from tests.note_builders import complete

MONDAY = date(2027, 6, 7)
contents = st.from_type(NoteContent).map(lambda content: replace(content, format=FORMAT))


def ready(**parent):
    """Return a note that can be signed, with these parts of the parent's half."""
    content = complete(NoteContent(SessionPart((GoalToday(1, "Fastens 4 shirt buttons", 4),))))
    return replace(content, parent=replace(content.parent, **parent))


def sentences(content):
    return [missing.sentence for missing in missing_parts(content)]


@settings(max_examples=50)
@given(contents)
def test_a_note_reads_back_as_it_was_written(content):
    assert from_json(to_json(content)) == content


@settings(max_examples=50)
@given(contents)
def test_the_same_note_is_always_the_same_text(content):
    assert to_json(from_json(to_json(content))) == to_json(content)


@settings(max_examples=25)
@given(contents, contents)
def test_different_notes_have_different_fingerprints(one, other):
    same = content_hash(to_json(one)) == content_hash(to_json(other))
    assert same == (one == other)


def test_the_stored_text_is_canonical():
    text = to_json(NoteContent())
    again = json.dumps(json.loads(text), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    assert text == again


def test_accents_are_stored_as_they_are():
    assert "Lucía" in canonical(PersonHere("Lucía"))


def test_a_note_of_a_newer_program_is_refused_with_a_sentence():
    with pytest.raises(ClinicError, match="newer OT Desktop"):
        from_json(f'{{"format": {FORMAT + 1}, "hologram": true}}')


@pytest.mark.parametrize(
    "text",
    [
        '{"format": 1, "hologram": true}',
        '{"session": {"goals": [{"goal_id": 1}]}}',
        '{"session": {"goals": [{"goal_id": true, "statement": "x", "out_of": 4}]}}',
        '{"session": {"time": {"starts": "25:00"}}}',
        '{"session": {"child_was": {"moods": ["cheeky"]}}}',
        '{"session": []}',
        "[]",
    ],
)
def test_what_is_not_a_note_is_never_read_halfway(text):
    with pytest.raises(ClinicError, match="can’t be read"):
        from_json(text)


def test_an_older_note_without_a_later_field_takes_its_default():
    assert from_json('{"format": 1}') == NoteContent()


def test_a_complete_note_can_be_signed():
    check_signable(ready())


def test_an_empty_note_misses_every_part_in_the_order_of_the_list():
    missing = missing_parts(NoteContent(SessionPart((GoalToday(1, "Buttons", 4),))))
    assert tuple(one.part for one in missing) == OF_A_VISIT


def test_the_refusal_names_each_missing_field():
    with pytest.raises(ValidationError) as refused:
        check_signable(NoteContent(SessionPart((GoalToday(1, "Buttons", 4),))))
    assert list(refused.value.fields) == [
        "who", "at_home", "shown", "teach_back", "goals.0", "plan",
    ]  # fmt: skip


@pytest.mark.parametrize("how", [how for how in Presence if how is not Presence.IN_ROOM])
def test_anything_but_in_the_room_needs_a_reason(how):
    who = WhoIsHere((PersonHere("Lucía", how=how),), contact_plan="Call tonight", contact_on=MONDAY)
    assert sentences(ready(who=who)) == ["Say why Lucía was not in the room."]


def test_that_parent_and_child_chose_is_reason_enough():
    watched = PersonHere("Lucía", how=Presence.OBSERVED, reason=WhyNotInRoom.PARENT_AND_CHILD_CHOSE)
    assert not missing_parts(ready(who=WhoIsHere((watched,))))


def test_another_reason_needs_words():
    person = PersonHere("Lucía", how=Presence.BY_PHONE, reason=WhyNotInRoom.OTHER)
    assert person.needs_reason
    assert not replace(person, reason_words="On a train").needs_reason


def test_a_typed_visitor_needs_a_name():
    who = WhoIsHere((PersonHere(" "),))
    assert sentences(ready(who=who)) == ["Type the name of the person who is here."]


def test_when_no_parent_took_part_a_planned_contact_stands_for_the_rest():
    gone = PersonHere("Lucía", how=Presence.DROPPED_OFF, reason=WhyNotInRoom.WORK)
    nothing = {"at_home": AtHome(), "shown": ShownToday(), "teach_back": TeachBack()}
    who = WhoIsHere((gone,))
    assert [one.part for one in missing_parts(ready(who=who, **nothing))] == [Part.WHO]
    planned = replace(who, contact_plan="Call at 6", contact_on=MONDAY)
    assert not missing_parts(ready(who=planned, **nothing))


def test_not_asked_is_an_answer_and_silence_is_not():
    assert not missing_parts(ready(at_home=AtHome(not_asked=True)))
    silent = AtHome((HomeReport("Lucía", activities=(ActivityReport("Coin bank"),)),))
    assert [one.part for one in missing_parts(ready(at_home=silent))] == [Part.AT_HOME]


@pytest.mark.parametrize(
    "said",
    [
        {"practiced_on": ()},
        {"words": "He asked for it"},
        {"activities": (ActivityReport("Coin bank", days=0),)},
        {"activities": (ActivityReport("Coin bank", outcomes=(Outcome.AFRAID_OF_HURTING,)),)},
        {"activities": (ActivityReport("Coin bank", not_asked=True),)},
    ],
)
def test_any_answer_about_home_counts(said):
    assert HomeReport("Lucía", **said).says_anything


def test_two_reports_of_the_same_days_count_each_day_once():
    monday, tuesday = date(2027, 6, 7), date(2027, 6, 8)
    both = AtHome(
        (
            HomeReport("Lucía", practiced_on=(monday, tuesday)),
            HomeReport("Daniel", practiced_on=(tuesday,)),
        )
    )
    assert both.practiced_on == {monday, tuesday}


def test_no_report_of_days_is_unknown_and_not_zero():
    assert AtHome((HomeReport("Lucía", words="Busy week"),)).practiced_on is None
    assert AtHome((HomeReport("Lucía", practiced_on=()),)).practiced_on == frozenset()


def test_a_strategy_the_parent_tried_asks_how_much_help_it_took():
    tried = StrategyShown("Coin bank", (ShownHow.EXPLAINED, ShownHow.TRIED))
    assert sentences(ready(shown=ShownToday((tried,)))) == [
        "Say how much help the parent needed with “Coin bank”."
    ]


def test_a_strategy_says_what_was_done_with_it():
    assert sentences(ready(shown=ShownToday((StrategyShown("Coin bank"),)))) == [
        "Say how you showed “Coin bank”."
    ]


def test_nothing_shown_today_is_an_answer():
    assert not missing_parts(ready(shown=ShownToday(nothing=True)))


@pytest.mark.parametrize("needed", [None, *ParentHelp])
def test_a_strategy_comes_again_until_the_parent_does_it_alone(needed):
    shown = StrategyShown("Coin bank", (ShownHow.TRIED,), needed)
    assert shown.comes_again == (needed is not ParentHelp.ALONE)


@pytest.mark.parametrize(
    ("goal", "needs"),
    [
        ({}, "a score"),
        ({"help": Help.WORDS}, "a score"),
        ({"score": 0}, "the help given"),
    ],
)
def test_each_goal_needs_score_and_help_or_not_worked_on(goal, needs):
    content = ready()
    half = GoalToday(1, "Buttons", 4, **goal)
    content = replace(content, session=replace(content.session, goals=(half,)))
    assert sentences(content) == [f"Give “Buttons” {needs}, or “Not today”."]
    said = replace(content.session, goals=(replace(half, not_worked_on=True),))
    assert not missing_parts(replace(content, session=said))


def test_a_score_of_nothing_is_a_score():
    assert GoalToday(1, "Buttons", 4, Help.HANDS, 0).is_scored


def test_a_plan_of_blank_lines_is_no_plan():
    content = ready()
    blank = replace(content, session=replace(content.session, plan=(" ", "")))
    assert [one.part for one in missing_parts(blank)] == [Part.PLAN]


@pytest.mark.parametrize(
    ("starts", "ends", "minutes"),
    [
        (time(10), time(11), 60),
        (time(10), time(10), None),
        (time(11), time(10), None),
        (None, time(10), None),
        (time(10), None, None),
    ],
)
def test_minutes_are_known_only_from_a_start_before_an_end(starts, ends, minutes):
    assert SessionTime(starts, ends).minutes == minutes


def test_a_question_is_open_until_it_has_an_answer():
    assert Question("May we swim?").is_open
    assert not Question("May we swim?", "Yes").is_open
    assert not Question(" ").is_open


def test_every_part_of_a_full_note_survives_storing():
    content = NoteContent(
        SessionPart(
            (GoalToday(1, "Buttons", 4, Help.PICTURE, 2),),
            WhatWeDid((DoneActivity("Coin bank", 10),), "Third button"),
            HowChildWas((Mood.BUSY,), "2 breaks"),
            SessionTime(time(10), time(11), came_on_time=True),
            ("Button 4",),
        ),
        ParentPart(
            WhoIsHere((PersonHere("Lucía", "mother", 7),)),
            AtHome(
                (HomeReport("Lucía", 7, (ActivityReport("Coin bank", 3, 4, 5),)),),
                since=date(2027, 6, 7),
            ),
            said=ParentSaid("sleeps better", "the baby", "two buttons"),
            questions=(Question("In the garden?", "Yes", date(2027, 6, 7)),),
            cue_words=(CueWords("Pinch, push, pull", 1),),
            win_of_the_day="Button 3",
        ),
    )
    assert from_json(to_json(content)) == content
