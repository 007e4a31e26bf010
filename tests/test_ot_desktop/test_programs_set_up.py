"""Setting an intensive up: what is kept, what is refused, and the check in plain words."""

from datetime import date

import pytest

from db.connection import close_database, database
from ot_desktop.caseload.domain import AuthorizationDraft
from ot_desktop.changes import Topic
from ot_desktop.errors import ClinicError, NotAllowed, NotFound, ValidationError
from ot_desktop.permissions import Role
from ot_desktop.planning.domain import Window
from ot_desktop.programs.domain import (
    USUAL_RULES,
    Away,
    Dose,
    KindDraft,
    ProgramDraft,
    ProgramStatus,
    ProgramTherapist,
    Rule,
    RuleChoice,
    Weight,
)
from ot_desktop.settings.domain import Hours
from tests.an_intensive import ALL_WEEK, ENDS_ON, MORNINGS, STARTS_ON, an_intensive
from tests.builders import a_child


@pytest.fixture
def summer():
    yield an_intensive()
    close_database()


def draft(**changes):
    return ProgramDraft(**({"name": "X", "starts_on": STARTS_ON, "ends_on": ENDS_ON} | changes))


def test_a_new_intensive_is_a_draft_with_its_days(summer):
    program = summer.programs.program(summer.id)
    assert program.status is ProgramStatus.DRAFT
    assert (program.days[0], program.days[-1], len(program.days)) == (
        date(2027, 6, 7), date(2027, 7, 9), 23,
    )  # fmt: skip
    assert program.closed == (
        (date(2027, 6, 18), "Staff training"),
        (date(2027, 7, 5), "Independence Day, observed"),
    )


def test_the_days_asked_for_are_kept_as_typed_and_rolled_over_in_words(summer):
    program = summer.programs.program(summer.id)
    assert program.starts_on == date(2027, 6, 5)
    assert program.date_hints[0] == "Jun 5 is a Saturday – begins Mon, Jun 7"


def test_dates_are_hinted_at_while_they_are_typed(summer):
    hints = summer.programs.date_hints(date(2027, 6, 5), date(2027, 6, 11))
    assert hints == ("Jun 5 is a Saturday – begins Mon, Jun 7",)
    assert summer.programs.date_hints(None, None) == ()


def test_without_an_earlier_one_every_therapist_takes_part(summer):
    program = summer.programs.program(summer.programs.begin(draft()))
    assert [each.name for each in program.therapists] == ["Ana Ruiz", "Ben Cole", "Cam Lee"]
    assert program.kinds == ()


def test_like_last_summer_brings_kinds_limits_and_rules_but_no_children(summer):
    rules = (RuleChoice(Rule.LUNCH, Weight.IGNORE), RuleChoice(Rule.MOST_THERAPISTS, number=3))
    summer.programs.change(summer.id, draft(name="Summer 2027", rules=rules, dose=Dose(10, 45)))
    summer.programs.leave_out_therapist(summer.id, summer.clinic.cam)
    limits = ProgramTherapist(summer.clinic.ben, most_minutes_a_day=240, writing_minutes=15)
    summer.programs.put_therapist(summer.id, limits)
    summer.child(summer.clinic.maya)
    next_year = summer.programs.draft_like(summer.id, 2028)
    assert (next_year.name, next_year.starts_on, next_year.ends_on) == (
        "Summer 2028", date(2028, 6, 5), date(2028, 7, 9),
    )  # fmt: skip
    copy = summer.programs.program(summer.programs.begin(next_year, like=summer.id))
    assert (copy.dose, copy.rules, copy.children) == (Dose(10, 45), rules, 0)
    assert [kind.name for kind in copy.kinds] == ["Play", "Sensory"]
    assert copy.kinds[1].room_ids == (summer.clinic.gym,)
    assert [each.name for each in copy.therapists] == ["Ana Ruiz", "Ben Cole"]
    assert copy.therapists[1].most_minutes_a_day == 240


def test_february_29_of_another_year_is_the_28th(summer):
    program_id = summer.programs.begin(draft(starts_on=date(2028, 2, 29), ends_on=date(2028, 3, 9)))
    assert summer.programs.draft_like(program_id, 2029).starts_on == date(2029, 2, 28)


def test_the_latest_intensive_comes_first(summer):
    later = summer.programs.begin(draft(starts_on=date(2028, 6, 5), ends_on=date(2028, 7, 5)))
    assert [each.id for each in summer.programs.programs()] == [later, summer.id]


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"name": " "}, "name"),
        ({"starts_on": None}, "starts_on"),
        ({"ends_on": None}, "ends_on"),
        ({"ends_on": date(2027, 6, 1)}, "ends_on"),
        ({"ends_on": date(2029, 6, 1)}, "ends_on"),
        ({"dose": Dose(sessions=0)}, "sessions"),
        ({"dose": Dose(length_minutes=50)}, "length_minutes"),
        ({"dose": Dose(most_a_day=3)}, "most_a_day"),
        ({"dose": Dose(least_a_week=4, most_a_week=3)}, "most_a_week"),
        ({"dose": Dose(longest_gap_days=0)}, "longest_gap_days"),
    ],
)
def test_a_set_up_that_means_nothing_is_refused_beside_its_field(summer, changes, field):
    with pytest.raises(ValidationError) as refusal:
        summer.programs.change(summer.id, draft(**changes))
    assert list(refusal.value.fields) == [field]


def kind(summer, **changes):
    given = {
        "name": "Feeding",
        "skill_area": "self-care",
        "length_minutes": 45,
        "room_ids": (summer.clinic.feeding,),
        "therapist_ids": (summer.clinic.ana,),
    }
    return KindDraft(**(given | changes))


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"name": ""}, "kind_name"),
        ({"name": "play"}, "kind_name"),
        ({"skill_area": "feeding"}, "skill_area"),
        ({"length_minutes": 40}, "length_minutes"),
        ({"room_ids": ()}, "rooms"),
        ({"therapist_ids": ()}, "therapists"),
    ],
)
def test_a_kind_that_cannot_be_is_refused_beside_its_field(summer, changes, field):
    with pytest.raises(ValidationError) as refusal:
        summer.programs.put_kind(summer.id, kind(summer, **changes))
    assert list(refusal.value.fields) == [field]


def test_a_kind_is_changed_under_its_id(summer):
    summer.programs.put_kind(summer.id, kind(summer, id=summer.play, name="Play"))
    program = summer.programs.program(summer.id)
    assert program.kind(summer.play).room_ids == (summer.clinic.feeding,)
    assert len(program.kinds) == 2


def test_a_kind_a_child_wants_stays(summer):
    summer.child(summer.clinic.maya)
    with pytest.raises(ClinicError, match="1 child wants this kind"):
        summer.programs.drop_kind(summer.play)
    summer.programs.drop_kind(summer.sensory)
    assert [each.name for each in summer.programs.program(summer.id).kinds] == ["Play"]


def test_a_dropped_kind_cannot_be_changed(summer):
    summer.programs.drop_kind(summer.sensory)
    with pytest.raises(NotFound):
        summer.programs.put_kind(summer.id, kind(summer, id=summer.sensory))


@pytest.mark.parametrize(
    ("limits", "field"),
    [
        ({"most_minutes_a_day": 0}, "most_minutes_a_day"),
        ({"writing_minutes": 10}, "writing_minutes"),
        ({"lunch": Window(780, 720)}, "lunch"),
        ({"lunch": Window(720, 780), "lunch_minutes": 90}, "lunch_minutes"),
    ],
)
def test_limits_that_cannot_be_are_refused_beside_their_field(summer, limits, field):
    with pytest.raises(ValidationError) as refusal:
        summer.programs.put_therapist(summer.id, ProgramTherapist(summer.clinic.ana, **limits))
    assert list(refusal.value.fields) == [field]


@pytest.mark.parametrize("role", [Role.THERAPIST, Role.ASSISTANT, Role.READ_ONLY])
def test_therapists_and_assistants_read_and_change_nothing(summer, role):
    reader = summer.as_(role).programs
    assert reader.programs()[0].name == "Summer 2027"
    with pytest.raises(NotAllowed):
        reader.change(summer.id, draft())
    with pytest.raises(NotAllowed):
        reader.begin(draft())


def test_an_intensive_that_is_gone_is_not_found(summer):
    for verb in (summer.programs.program, lambda id_: summer.programs.change(id_, draft())):
        with pytest.raises(NotFound):
            verb(4711)


def test_each_change_is_news_and_in_the_log(summer):
    heard = []
    summer.services.changes.listen(heard.append)
    summer.programs.change(summer.id, draft())
    assert heard == [Topic.PROGRAMS]
    logged = database.execute_sql("SELECT action FROM audit ORDER BY id DESC LIMIT 1").fetchone()
    assert logged == ("changed an intensive",)


def test_an_intensive_is_never_deleted(summer):
    with pytest.raises(Exception, match="never deleted"):
        database.execute_sql("DELETE FROM program")


def sentences(summer):
    return summer.programs.check_set_up(summer.id).sentences


def test_needed_and_possible_sessions_are_counted(summer):
    """Ana and Cam give 6 a day on 23 days, Ben on his 15: 360 minutes, no writing, no visits."""
    summer.child(summer.clinic.maya)
    summer.child(summer.clinic.owen, wanted=(summer.wanted(6),))
    check = summer.programs.check_set_up(summer.id)
    assert (check.needed, check.possible) == (10, 6 * 23 * 2 + 6 * 15)
    assert sentences(summer)[0] == f"10 sessions needed, {check.possible} possible."


def test_more_than_there_are_places_says_by_how_many_and_when(summer):
    for each in (summer.clinic.ben, summer.clinic.cam):
        summer.programs.leave_out_therapist(summer.id, each)
    few = ProgramTherapist(summer.clinic.ana, most_minutes_a_day=60, lunch=None)
    summer.programs.put_therapist(summer.id, few)
    summer.child(summer.clinic.maya, wanted=(summer.wanted(20),))
    summer.child(summer.clinic.owen, wanted=(summer.wanted(5),), can_come=ALL_WEEK[4:])
    check = summer.programs.check_set_up(summer.id)
    assert check.short_by == 2
    assert check.sentences == (
        "25 sessions needed, 23 possible.",
        "2 more than there are places.",
        "Fridays are tight.",
    )


def test_a_single_tight_day_is_named_with_its_week(summer):
    for each in (summer.clinic.ben, summer.clinic.cam):
        summer.programs.leave_out_therapist(summer.id, each)
    day = date(2027, 7, 2)
    summer.services.time_off.therapist_away(summer.clinic.ana, (day, day))
    summer.child(summer.clinic.maya)
    assert sentences(summer)[-1] == "Fridays in week 4 are tight."


def test_what_is_missing_is_said(summer):
    for each in summer.programs.program(summer.id).therapists:
        summer.programs.leave_out_therapist(summer.id, each.therapist_id)
    summer.child(summer.clinic.maya, can_come=())
    assert "No therapist takes part yet." in sentences(summer)
    assert "Times are missing for 1 child." in sentences(summer)


def contradictions(summer):
    return summer.programs.check_set_up(summer.id).contradictions


def test_musts_that_hold_together_are_not_named(summer):
    summer.child(summer.clinic.maya, can_come=MORNINGS)
    assert contradictions(summer) == ()


def test_musts_that_cannot_hold_together_are_named_and_no_others(summer):
    """Ben works Tue to Thu; who can come on Mondays only, for one a week, cannot have him."""
    clinic = summer.clinic
    summer.child(
        clinic.maya,
        can_come=(Hours(0, 8 * 60, 12 * 60),),
        therapist_id=clinic.ben,
        therapist_weight=Weight.MUST,
        away=(Away(date(2027, 6, 30), date(2027, 6, 30)),),
    )
    assert contradictions(summer) == ("Maya: only Mon am + only Ben – 0 of at least 2 sessions.",)


def test_too_few_a_week_for_the_dose_is_named(summer):
    summer.child(summer.clinic.maya, wanted=(summer.wanted(12, least=10, most_a_week=1),))
    assert contradictions(summer) == ("Maya: 1 session a week – 5 of at least 10 sessions.",)


def test_too_few_approved_visits_are_named(summer):
    ada = a_child(summer.as_owner(), "Ada", authorizations=(AuthorizationDraft(1),))
    summer.child(ada)
    assert contradictions(summer) == ("Ada: 1 visits approved – 1 of at least 2 sessions.",)


def test_first_choice_times_that_must_count_among_the_musts(summer):
    rules = (*USUAL_RULES[:2], RuleChoice(Rule.FIRST_CHOICE_TIME, Weight.MUST))
    summer.programs.change(summer.id, draft(rules=rules))
    summer.child(summer.clinic.maya, can_come=MORNINGS, preferred=(Window(840, 960),))
    [said] = contradictions(summer)
    assert said.startswith("Maya: only Mon-Fri am + only 2:00-4:00 – 0 of")
