"""Opening, keeping, signing and adding to the note of a session."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from db.models.access import Audit
from db.models.caseload import Goal
from db.models.notes import GoalScore, Note
from db.models.scheduling import Session
from ot_desktop.audit import Action
from ot_desktop.caseload.domain import Alert, AlertKind, Asked
from ot_desktop.changes import Topic
from ot_desktop.clock import now_local
from ot_desktop.errors import ClinicError, NotAllowed, NotFound, ValidationError
from ot_desktop.messages.domain import MessageDraft, Way
from ot_desktop.notes.beginning import blank_report, copied_from_last
from ot_desktop.notes.domain import NoteContent
from ot_desktop.notes.parent_part import (
    CueWords,
    ParentHelp,
    PersonHere,
    Presence,
    Question,
    ShownHow,
    ShownToday,
    StrategyShown,
    WhoIsHere,
)
from ot_desktop.notes.session_part import DoneActivity, Help, WhatWeDid
from ot_desktop.permissions import Role, SignedIn
from ot_desktop.services import services_for
from tests.note_builders import (
    PASSWORD,
    a_goal,
    a_room,
    a_signed_note,
    a_therapists_clinic,
    a_visit,
    an_issued_program,
    complete,
    mateo,
    notes_of,
    signed_in,
    yesterday_at,
)


@pytest.fixture
def services():
    return a_therapists_clinic()


@pytest.fixture
def child(services):
    return mateo(services)


@pytest.fixture
def notes(services):
    return notes_of(services)


def with_parent(**parts):
    """Return a change that completes a note and sets these parts of the parent's half."""

    def change(content):
        done = complete(content)
        return replace(done, parent=replace(done.parent, **parts))

    return change


def test_a_new_note_already_knows_the_goals_and_the_booked_time(services, child, notes):
    goal = a_goal(services, child)
    content = notes.open_note(a_visit(services, child)).content
    assert [one.goal_id for one in content.session.goals] == [goal]
    assert content.session.goals[0].score is None
    assert (content.session.time.starts.hour, content.session.time.minutes) == (10, 60)


def test_a_met_goal_is_not_asked_about(services, child, notes):
    Goal.update(met_on=date(2026, 1, 5)).where(Goal.id == a_goal(services, child)).execute()
    assert notes.open_note(a_visit(services, child)).content.session.goals == ()


def test_the_page_shows_alerts_room_number_and_next_visit(services, notes):
    child = mateo(
        services,
        allergies=Asked.LISTED,
        alerts=(Alert(AlertKind.ALLERGY, "Peanut allergy", "EpiPen in blue bag"),),
    )
    later = yesterday_at(10) + timedelta(days=3)
    a_visit(services, child, later)
    page = notes.open_note(a_visit(services, child, room=a_room(), number=3))
    assert page.child.alerts.listed[0].title == "Peanut allergy"
    assert (page.visit.room, page.visit.number) == ("Sensory room", 3)
    assert page.next_visit.starts == later


def test_opening_a_note_is_written_in_the_activity_log(services, child, notes):
    notes.open_note(a_visit(services, child))
    row = Audit.select().order_by(Audit.id.desc()).get()
    assert (row.action, row.child_id) == (Action.OPENED_NOTE.value, child)


def test_opening_a_note_writes_no_note(services, child, notes):
    session = a_visit(services, child)
    notes.open_note(session)
    assert notes.note_of_session(session) is None


def test_a_draft_comes_back_as_it_was_left(services, child, notes):
    session = a_visit(services, child)
    content = complete(notes.open_note(session).content)
    notes.save_draft(session, content)
    assert notes.open_note(session).content == content


def test_a_goal_added_after_the_draft_was_begun_is_asked_about(services, child, notes):
    first = a_goal(services, child)
    session = a_visit(services, child)
    notes.save_draft(session, complete(notes.open_note(session).content))
    second = a_goal(services, child, "Writes his first name")
    told = notes.open_note(session).content.session.goals
    assert [(goal.goal_id, goal.score) for goal in told] == [(first, 3), (second, None)]


def test_a_goal_ended_after_the_draft_was_begun_stays_only_when_scored(services, child, notes):
    scored, unscored = a_goal(services, child), a_goal(services, child, "Writes his first name")
    session = a_visit(services, child)
    content = notes.open_note(session).content
    goals = (replace(content.session.goals[0], help=Help.WORDS, score=3), content.session.goals[1])
    notes.save_draft(session, replace(content, session=replace(content.session, goals=goals)))
    Goal.update(ended_on=date(2026, 1, 5)).where(Goal.id.in_([scored, unscored])).execute()
    told = notes.open_note(session).content.session.goals
    assert [goal.goal_id for goal in told] == [scored]


def test_a_session_has_one_note_however_often_it_is_saved(services, child, notes):
    session = a_visit(services, child)
    ids = {notes.save_draft(session, NoteContent()).note_id for _ in range(3)}
    assert len(ids) == Note.select().count() == 1


def test_two_visits_on_one_day_have_a_note_each(services, child, notes):
    for hour in (9, 14):
        notes.save_draft(a_visit(services, child, yesterday_at(hour)), NoteContent())
    assert Note.select().count() == 2


def test_autosaving_is_logged_and_told_once_not_at_every_pause(services, child, notes):
    told = []
    services.changes.listen(told.append)
    session = a_visit(services, child)
    for _ in range(5):
        notes.save_draft(session, NoteContent())
    logged = Audit.select().where(Audit.action == Action.SAVED_DRAFT.value).count()
    assert (logged, told) == (1, [Topic.NOTES])


def test_a_visit_that_is_not_in_the_file_is_said_so(notes):
    with pytest.raises(NotFound, match="no longer"):
        notes.open_note(404)


def test_a_coming_visit_can_be_drafted_but_not_signed(services, child, notes):
    session = a_visit(services, child, yesterday_at(9) + timedelta(days=2))
    saved = notes.save_draft(session, complete(notes.open_note(session).content))
    with pytest.raises(ClinicError, match="not begun yet"):
        notes.sign(saved.note_id, notes.confirm(PASSWORD))


def test_a_visit_that_was_taken_back_is_not_signed(services, child, notes):
    session = a_visit(services, child, status="withdrawn")
    saved = notes.save_draft(session, complete(notes.open_note(session).content))
    with pytest.raises(ClinicError, match="took place"):
        notes.sign(saved.note_id, notes.confirm(PASSWORD))


def test_signing_an_unfinished_note_names_what_is_missing(services, child, notes):
    saved = notes.save_draft(a_visit(services, child), NoteContent())
    with pytest.raises(ValidationError) as refused:
        notes.sign(saved.note_id, notes.confirm(PASSWORD))
    assert "who" in refused.value.fields


def test_signing_needs_the_right_password(services, child, notes):
    session = a_visit(services, child)
    saved = notes.save_draft(session, complete(notes.open_note(session).content))
    with pytest.raises(ValidationError) as refused:
        notes.sign(saved.note_id, notes.confirm("twelve purple badgers"))
    assert list(refused.value.fields) == ["password"]
    assert not notes.open_note(session).is_signed


def test_a_signed_note_says_who_signed(services, child, notes):
    session = a_visit(services, child)
    a_signed_note(services, session)
    assert notes.open_note(session).signature.as_text == "A. Okafor, OTR/L"


def test_signing_marks_the_visit_held(services, child):
    session = a_visit(services, child, status="arrived")
    a_signed_note(services, session)
    assert Session.get_by_id(session).status == "held"


def test_a_visit_that_was_cut_short_stays_so(services, child):
    session = a_visit(services, child, status="cut_short")
    a_signed_note(services, session)
    assert Session.get_by_id(session).status == "cut_short"


def test_signing_scores_the_goals_worked_on(services, child):
    goal, other = a_goal(services, child), a_goal(services, child, "Writes his name", out_of=5)

    def change(content):
        done = complete(content)
        skipped = replace(done.session.goals[1], not_worked_on=True)
        goals = (done.session.goals[0], skipped)
        return replace(done, session=replace(done.session, goals=goals))

    note_id = a_signed_note(services, a_visit(services, child), change)
    (score,) = GoalScore.select()
    assert (score.goal_id, score.note_id) == (goal, note_id)
    assert (score.score, score.out_of, score.help) == (3, 4, "words")
    assert other != goal


def test_the_next_note_shows_the_last_score(services, child, notes):
    a_goal(services, child)
    a_signed_note(services, a_visit(services, child, yesterday_at(9)))
    page = notes.open_note(a_visit(services, child, yesterday_at(14)))
    assert page.goals[0].now == 3


def test_words_that_worked_are_kept_with_the_goal(services, child):
    goal = a_goal(services, child, cue_words=("Card, then break",))
    cues = (
        CueWords("Pinch, push, pull", goal),
        CueWords("card, then break", goal),
        CueWords("For no goal"),
    )
    a_signed_note(services, a_visit(services, child), with_parent(cue_words=cues))
    kept = services.caseload.child(child).goals[0].cue_words
    assert kept == ("Card, then break", "Pinch, push, pull")


def test_an_unsigned_note_keeps_no_cue_words_with_the_goal(services, child, notes):
    goal = a_goal(services, child)
    session = a_visit(services, child)
    change = with_parent(cue_words=(CueWords("Pinch", goal),))
    notes.save_draft(session, change(notes.open_note(session).content))
    assert services.caseload.child(child).goals[0].cue_words == ()


def test_a_signed_note_refuses_drafts(services, child, notes):
    session = a_visit(services, child)
    a_signed_note(services, session)
    with pytest.raises(ClinicError, match="signed"):
        notes.save_draft(session, NoteContent())


def test_a_note_is_signed_once(services, child, notes):
    note_id = a_signed_note(services, a_visit(services, child))
    with pytest.raises(ClinicError, match="signed"):
        notes.sign(note_id, notes.confirm(PASSWORD))


def test_signed_text_is_provably_what_was_signed(services, child, notes):
    assert notes.is_untouched(a_signed_note(services, a_visit(services, child)))


def test_a_failure_while_signing_leaves_nothing_half_signed(services, child, notes):
    goal = a_goal(services, child)
    session = a_visit(services, child)
    content = complete(notes.open_note(session).content)
    too_many = replace(content.session.goals[0], goal_id=goal + 99)
    content = replace(content, session=replace(content.session, goals=(too_many,)))
    saved = notes.save_draft(session, content)
    with pytest.raises(Exception, match="FOREIGN KEY"):
        notes.sign(saved.note_id, notes.confirm(PASSWORD))
    assert Session.get_by_id(session).status == "planned"
    assert not notes.open_note(session).is_signed


def test_signing_needs_a_professional_title(child):
    owner = signed_in(role=Role.OWNER, name="Rosa Achebe", credentials="")
    session = a_visit(owner, child)
    notes = notes_of(owner)
    saved = notes.save_draft(session, complete(notes.open_note(session).content))
    with pytest.raises(NotAllowed, match="title"):
        notes.sign(saved.note_id, notes.confirm(PASSWORD))


@pytest.mark.parametrize("verb", ["open_note", "note_of_session", "unfinished"])
def test_front_desk_never_reads_notes(services, child, verb):
    session = a_visit(services, child)
    desk = services_for(SignedIn(services.user.id, "Front Desk", Role.FRONT_DESK))
    call = getattr(notes_of(desk), verb)
    with pytest.raises(NotAllowed):
        call(*() if verb == "unfinished" else (session,))


def test_an_addendum_stands_under_the_signed_note(services, child, notes):
    session = a_visit(services, child)
    note_id = a_signed_note(services, session)
    notes.add_addendum(note_id, "  Mother called: the score was 4. ", notes.confirm(PASSWORD))
    (addendum,) = notes.open_note(session).addenda
    assert addendum.body == "Mother called: the score was 4."
    assert addendum.signed_as == "A. Okafor, OTR/L"


def test_a_draft_takes_no_addendum(services, child, notes):
    saved = notes.save_draft(a_visit(services, child), NoteContent())
    with pytest.raises(ClinicError, match="not signed yet"):
        notes.add_addendum(saved.note_id, "More", notes.confirm(PASSWORD))


@pytest.mark.parametrize(
    ("body", "password", "field"), [(" ", PASSWORD, "body"), ("x", "", "password")]
)
def test_an_addendum_needs_words_and_the_password(services, child, notes, body, password, field):
    note_id = a_signed_note(services, a_visit(services, child))
    with pytest.raises(ValidationError) as refused:
        notes.add_addendum(note_id, body, notes.confirm(password))
    assert list(refused.value.fields) == [field]


def test_the_plan_for_next_time_comes_first_next_time(services, child, notes):
    a_signed_note(services, a_visit(services, child, yesterday_at(9)))
    page = notes.open_note(a_visit(services, child, yesterday_at(14)))
    assert page.last_note.plan == ("Button 4, shirt on a pillow first",)
    assert page.last_note.on == yesterday_at(9).date()


def test_a_later_or_unsigned_note_plans_nothing_for_an_earlier_visit(services, child, notes):
    a_signed_note(services, a_visit(services, child, yesterday_at(14)))
    assert notes.open_note(a_visit(services, child, yesterday_at(9))).last_note is None


def test_an_open_question_comes_back_until_it_is_answered(services, child, notes):
    asked = with_parent(questions=(Question("May we swim?"), Question("Shoes?", "Yes")))
    a_signed_note(services, a_visit(services, child, yesterday_at(8)), asked)
    second = a_visit(services, child, yesterday_at(10))
    (again,) = notes.open_note(second).content.parent.questions
    assert (again.asked, again.asked_on) == ("May we swim?", yesterday_at(8).date())
    a_signed_note(services, second, with_parent(questions=(replace(again, answer="Yes"),)))
    assert (
        notes.open_note(a_visit(services, child, yesterday_at(14))).content.parent.questions == ()
    )


def test_a_parents_open_question_waits_among_the_messages_until_a_note_answers(
    services, child, notes
):
    asked = with_parent(questions=(Question("May we swim?"), Question("Shoes?", "Yes")))
    a_signed_note(services, a_visit(services, child, yesterday_at(8)), asked)
    [waiting] = services.messages.open_questions()
    assert (waiting.said, waiting.child_id) == ("May we swim?", child)
    second = a_visit(services, child, yesterday_at(10))
    (again,) = notes.open_note(second).content.parent.questions
    a_signed_note(services, second, with_parent(questions=(again,)))
    assert [each.id for each in services.messages.open_questions()] == [waiting.id]
    third = a_visit(services, child, yesterday_at(12))
    a_signed_note(services, third, with_parent(questions=(replace(again, answer="Yes"),)))
    assert services.messages.open_questions() == ()


def test_a_question_answered_by_phone_does_not_come_back_in_the_next_note(services, child, notes):
    asked = with_parent(questions=(Question("May we swim?"),))
    a_signed_note(services, a_visit(services, child, yesterday_at(8)), asked)
    [waiting] = services.messages.open_questions()
    services.messages.log(MessageDraft(child, "Yes.", Way.TEXT, answers_id=waiting.id))
    second = a_visit(services, child, yesterday_at(10))
    assert notes.open_note(second).content.parent.questions == ()


def test_a_strategy_comes_again_until_the_parent_does_it_alone(services, child, notes):
    for hour, needed in ((8, ParentHelp.MODEL), (10, ParentHelp.ALONE)):
        strategies = (
            StrategyShown("Coin bank", (ShownHow.TRIED,), needed),
            StrategyShown("Bear walk", (ShownHow.TRIED,), ParentHelp.WORDS),
        )
        change = with_parent(shown=ShownToday(strategies))
        a_signed_note(services, a_visit(services, child, yesterday_at(hour)), change)
    assert notes.open_note(a_visit(services, child, yesterday_at(14))).show_again == ("Bear walk",)


def test_the_last_programs_activities_come_up_by_name(services, child, notes):
    an_issued_program(services, child, yesterday_at(9).date() - timedelta(days=6))
    page = notes.open_note(a_visit(services, child))
    report = blank_report("Lucía", None, page.practice)
    assert [activity.title for activity in report.activities] == ["Coin bank", "Bear walk"]
    assert not report.says_anything


def test_a_program_that_starts_today_is_not_asked_about_yet(services, child, notes):
    an_issued_program(services, child, yesterday_at(9).date())
    assert notes.open_note(a_visit(services, child)).practice is None


def test_whoever_came_last_is_offered_first(services, child, notes):
    family = notes.open_note(a_visit(services, child, yesterday_at(8))).family
    father = family[1]
    person = PersonHere(father.name, father.relation, father.caregiver_id)
    change = with_parent(who=WhoIsHere((person,)))
    a_signed_note(services, a_visit(services, child, yesterday_at(9)), change)
    page = notes.open_note(a_visit(services, child, yesterday_at(14)))
    assert [member.first_name for member in page.family] == ["Daniel", "Lucía"]


def test_the_week_asked_about_ends_the_day_before_the_visit(services, child, notes):
    days = notes.open_note(a_visit(services, child)).days_asked_about
    assert (len(days), days[-1]) == (7, yesterday_at(9).date() - timedelta(days=1))


def test_the_last_visit_is_the_last_one_that_took_place(services, child, notes):
    held = yesterday_at(10) - timedelta(days=4)
    a_visit(services, child, held, status="held")
    a_visit(services, child, held + timedelta(days=1), status="no_show")
    assert notes.open_note(a_visit(services, child)).last_visit_on == held.date()


def test_copying_from_last_never_copies_scores_or_the_parents_words(services, child, notes):
    a_goal(services, child)

    def change(content):
        done = complete(content)
        did = WhatWeDid((DoneActivity("Coin bank", 10),), "Third button")
        return replace(done, session=replace(done.session, did=did))

    a_signed_note(services, a_visit(services, child, yesterday_at(9)), change)
    page = notes.open_note(a_visit(services, child, yesterday_at(14)))
    copied = copied_from_last(page.content, page.last_note)
    assert copied.session.did.text == "Third button"
    assert copied.session.plan == ("Button 4, shirt on a pillow first",)
    assert copied.session.goals == page.content.session.goals
    assert copied.parent == page.content.parent


def test_copying_from_last_overwrites_nothing(services, child, notes):
    a_signed_note(services, a_visit(services, child, yesterday_at(9)))
    page = notes.open_note(a_visit(services, child, yesterday_at(14)))
    mine = replace(page.content, session=replace(page.content.session, plan=("Mine",)))
    assert copied_from_last(mine, page.last_note).session.plan == ("Mine",)


def test_unfinished_notes_are_listed_oldest_first_with_what_they_miss(services, child, notes):
    for days in (3, 5):
        notes.save_draft(
            a_visit(services, child, yesterday_at(9) - timedelta(days=days)), NoteContent()
        )
    listed = notes.unfinished()
    assert [note.starts.date() for note in listed] == [
        yesterday_at(9).date() - timedelta(days=days) for days in (5, 3)
    ]
    assert {(note.child_name, note.is_mine, note.missing) for note in listed} == {
        ("Mateo Alvarez", True, 5)
    }


def test_a_visit_without_a_note_is_listed_too(services, child, notes):
    a_visit(services, child, yesterday_at(9))
    a_visit(services, child, yesterday_at(11), status="no_show")
    a_visit(services, child, now_local() + timedelta(days=1))
    (owed,) = notes.unfinished()
    assert (owed.note_id, owed.starts) == (None, yesterday_at(9))


def test_age_counts_from_the_visit(services, child, notes):
    a_visit(services, child, yesterday_at(9))
    (owed,) = notes.unfinished()
    assert owed.age(yesterday_at(9) + timedelta(hours=49)) == timedelta(hours=49)


def test_a_signed_note_is_no_longer_unfinished(services, child, notes):
    a_signed_note(services, a_visit(services, child))
    assert notes.unfinished() == []


def test_a_childs_notes_are_listed_latest_first(services, child, notes):
    for hour in (9, 14):
        a_signed_note(services, a_visit(services, child, yesterday_at(hour)))
    assert [line.starts.hour for line in notes.notes_of_child(child)] == [14, 9]


def test_the_printed_note_is_in_soap_order(services, child, notes):
    a_goal(services, child)
    note_id = a_signed_note(services, a_visit(services, child))
    notes.add_addendum(note_id, "Mother called.", notes.confirm(PASSWORD))
    text = notes.signed_note_text(note_id)
    order = ["Subjective", "Objective", "Assessment", "Plan", "Signed by", "Addendum by"]
    places = [text.index(word) for word in order]
    assert places == sorted(places)
    assert "Fastens 4 shirt buttons: 3 of 4 tries, with words" in text


def test_a_draft_is_not_printed_as_a_note(services, child, notes):
    saved = notes.save_draft(a_visit(services, child), NoteContent())
    with pytest.raises(ClinicError, match="not signed yet"):
        notes.signed_note_text(saved.note_id)


def test_somebody_with_one_name_signs_with_it(child):
    solo = signed_in(name="Suharto")
    note_session = a_visit(solo, child)
    a_signed_note(solo, note_session)
    assert notes_of(solo).open_note(note_session).signature.as_text == "Suharto, OTR/L"


def test_the_signed_score_keeps_the_most_help_needed(services, child):
    a_goal(services, child)

    def change(content):
        done = complete(content)
        hands = replace(done.session.goals[0], help=Help.HANDS, score=0)
        return replace(done, session=replace(done.session, goals=(hands,)))

    a_signed_note(services, a_visit(services, child), change)
    score = GoalScore.get()
    assert (score.score, score.help) == (0, "hands")


def test_when_it_was_signed_is_a_moment_with_an_offset(services, child, notes):
    session = a_visit(services, child)
    a_signed_note(services, session)
    signed_at = notes.open_note(session).signature.at
    assert isinstance(signed_at, datetime)
    assert signed_at.tzinfo is not None


def test_a_parent_who_dropped_off_needs_a_planned_contact(services, child, notes):
    session = a_visit(services, child)
    gone = PersonHere("Lucía", how=Presence.NOT_HERE)
    content = with_parent(who=WhoIsHere((gone,)))(notes.open_note(session).content)
    saved = notes.save_draft(session, content)
    with pytest.raises(ValidationError, match="reach the family"):
        notes.sign(saved.note_id, notes.confirm(PASSWORD))
