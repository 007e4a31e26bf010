"""Publishing: plans become visits, what has happened stays, and families are told what changed."""

from datetime import date, time, timedelta

import pytest

from db.connection import close_database, database
from db.models.scheduling import Session
from ot_desktop.caseload.domain import AuthorizationDraft
from ot_desktop.changes import Topic
from ot_desktop.errors import ClinicError, NotAllowed, ValidationError
from ot_desktop.permissions import Role
from ot_desktop.planning.domain import Plan
from ot_desktop.planning.planner import plan as solve
from ot_desktop.programs.domain import ProgramStatus
from ot_desktop.programs.mending import Mending
from ot_desktop.programs.solving import Solving
from ot_desktop.programs.telling import How
from ot_desktop.scheduling.domain import SeriesRequest, SessionStatus
from ot_desktop.settings.domain import InterpreterDraft
from ot_desktop.waitlist.domain import EntryDraft, OpenTime
from tests.an_intensive import ENDS_ON, MONDAY, STARTS_ON, an_intensive
from tests.builders import a_child
from tests.reference_clinic import mayas_series


@pytest.fixture
def summer():
    yield an_intensive()
    close_database()


def visits(summer, child_id):
    return [
        each for each in summer.services.scheduling.sessions_of(child_id) if each.status.takes_time
    ]


def times(summer, child_id):
    return [(each.id, each.starts, each.number) for each in visits(summer, child_id)]


def a_published(summer, *days):
    """Publish a plan of Maya with one session at 9 on each day; returns plan and place."""
    maya = summer.child(summer.clinic.maya)
    plan_id = summer.a_plan(*((maya, summer.at(day, 9)) for day in days or (0, 2, 7)))
    summer.programs.publishing.publish(summer.id)
    return plan_id, maya


def planned(plan_id):
    sql = "SELECT id FROM planned_session WHERE plan_id = ? ORDER BY starts"
    return [id_ for (id_,) in database.execute_sql(sql, (plan_id,))]


def mark(session_id, **columns):
    Session.update(**columns).where(Session.id == session_id).execute()


def test_published_sessions_are_ordinary_visits_with_their_series(summer):
    a_published(summer)
    first, *_ = found = visits(summer, summer.clinic.maya)
    assert [each.starts for each in found] == [summer.at(day, 9).starts for day in (0, 2, 7)]
    assert (first.kind, first.number, first.planned, first.status) == (
        "intensive", 1, 3, SessionStatus.PLANNED,
    )  # fmt: skip
    assert (first.therapist_name, first.room_name, first.zone) == (
        "Ana Ruiz", "Sensory Gym", "America/New_York",
    )  # fmt: skip
    assert summer.programs.program(summer.id).status is ProgramStatus.PUBLISHED
    kept = database.execute_sql(
        "SELECT program_id, weekdays, times, planned, booked_by FROM series"
    ).fetchall()
    assert kept == [(summer.id, "[0, 2]", '["09:00"]', 3, summer.services.user.id)]


def test_what_publishing_did_is_counted(summer):
    maya = summer.child(summer.clinic.maya)
    summer.a_plan((maya, summer.at(0, 9)))
    preview = summer.programs.publishing.preview(summer.id)
    assert (preview.new, preview.moved, preview.taken_out, preview.kept) == (1, 0, 0, 0)
    assert preview.can_publish
    done = summer.programs.publishing.publish(summer.id)
    assert (done.new, done.moved, done.taken_out, done.kept) == (1, 0, 0, 0)


def test_publishing_again_changes_nothing_but_the_differences_and_keeps_ids(summer):
    plan_id, maya = a_published(summer)
    before = times(summer, summer.clinic.maya)
    first, second, third = planned(plan_id)
    summer.board.move(second, summer.at(3, 10))
    summer.board.take_out(third)
    summer.board.place(plan_id, summer.service(maya), summer.at(8, 9))
    done = summer.programs.publishing.publish(summer.id)
    assert (done.new, done.moved, done.taken_out, done.kept) == (0, 2, 0, 1)
    after = times(summer, summer.clinic.maya)
    assert [each[0] for each in after] == [each[0] for each in before]
    assert [each[1] for each in after] == [
        summer.at(*where).starts for where in ((0, 9), (3, 10), (8, 9))
    ]
    assert first in planned(plan_id)


def test_a_session_taken_out_is_withdrawn_and_its_row_stays(summer):
    plan_id, _maya = a_published(summer)
    gone = visits(summer, summer.clinic.maya)[2].id
    summer.board.take_out(planned(plan_id)[2])
    assert summer.programs.publishing.preview(summer.id).taken_out == 1
    summer.programs.publishing.publish(summer.id)
    assert len(visits(summer, summer.clinic.maya)) == 2
    status = database.execute_sql("SELECT status FROM session WHERE id = ?", (gone,)).fetchone()
    assert status == ("withdrawn",)


def test_sessions_may_take_one_anothers_places(summer):
    clinic = summer.clinic
    maya, owen = summer.child(clinic.maya), summer.child(clinic.owen)
    plan_id = summer.a_plan((maya, summer.at(0, 9)), (owen, summer.at(0, 10)))
    summer.programs.publishing.publish(summer.id)
    ids = {child: times(summer, child)[0][0] for child in (clinic.maya, clinic.owen)}
    at_nine, at_ten = planned(plan_id)
    summer.board.move(at_nine, summer.at(0, 10), anyway=True)
    summer.board.move(at_ten, summer.at(0, 9))
    assert summer.programs.publishing.publish(summer.id).moved == 2
    assert times(summer, clinic.maya) == [(ids[clinic.maya], summer.at(0, 10).starts, 1)]
    assert times(summer, clinic.owen) == [(ids[clinic.owen], summer.at(0, 9).starts, 1)]


def test_another_plan_takes_the_visits_over(summer):
    _plan_id, maya = a_published(summer)
    before = [each[0] for each in times(summer, summer.clinic.maya)]
    other = summer.a_plan(*((maya, summer.at(day, 9)) for day in (0, 3, 8)))
    summer.programs.plans.choose(other)
    done = summer.programs.publishing.publish(summer.id)
    assert (done.new, done.moved, done.kept) == (0, 2, 1)
    assert [each[0] for each in times(summer, summer.clinic.maya)] == before


@pytest.mark.parametrize("status", ["held", "arrived", "no_show", "cut_short", "cancelled_late"])
def test_what_has_happened_is_never_touched(summer, status):
    plan_id, _maya = a_published(summer)
    first = visits(summer, summer.clinic.maya)[0]
    mark(first.id, status=status)
    with pytest.raises(ClinicError, match="has happened"):
        summer.board.move(planned(plan_id)[0], summer.at(1, 9))
    summer.board.move(planned(plan_id)[1], summer.at(3, 9))
    assert summer.programs.publishing.preview(summer.id).kept_history == 1
    summer.programs.publishing.publish(summer.id)
    now = summer.services.scheduling.session(first.id)
    assert (now.starts, now.status.value, now.number) == (first.starts, status, 1)


def test_a_visit_with_a_note_is_never_touched(summer):
    plan_id, _maya = a_published(summer)
    first = visits(summer, summer.clinic.maya)[0]
    database.execute_sql(
        "INSERT INTO note (session_id, child_id, author_id, content, started_at, saved_at) "
        "VALUES (?, ?, 1, '{}', '2027-06-07T14:00:00Z', '2027-06-07T14:00:00Z')",
        (first.id, summer.clinic.maya),
    )
    with pytest.raises(ClinicError, match="has a note"):
        summer.board.take_out(planned(plan_id)[0])


def test_a_child_taken_out_keeps_what_was_held(summer):
    _plan_id, maya = a_published(summer)
    held, *others = visits(summer, summer.clinic.maya)
    mark(held.id, status="held")
    summer.programs.children.take_out([maya])
    assert len(visits(summer, summer.clinic.maya)) == 3
    done = summer.programs.publishing.publish(summer.id)
    assert done.taken_out == len(others)
    assert [each.id for each in visits(summer, summer.clinic.maya)] == [held.id]


def test_a_visit_that_was_called_off_is_missing_again(summer):
    _plan_id, _maya = a_published(summer)
    mark(visits(summer, summer.clinic.maya)[0].id, status="cancelled_by_clinic")
    [missing] = summer.programs.plans.not_placed(summer.programs.program(summer.id).chosen_plan_id)
    assert missing.missing == 2


def test_solving_again_keeps_what_families_have(summer):
    plan_id, _maya = a_published(summer)
    first = visits(summer, summer.clinic.maya)[0]
    mark(first.id, status="held")
    handed = summer.programs.plans.instance(summer.id).published
    assert len(handed.sessions) == 3
    kept = summer.programs.plans.keep(summer.id, Plan("x", ()), into=plan_id)
    assert [each.starts for each in blocks(summer, kept)] == [first.starts]


def blocks(summer, plan_id):
    lanes = summer.board.week(plan_id, MONDAY).lanes
    return [block for each in lanes for block in each.blocks if block.planned_id]


def test_open_clashes_refuse_it_and_nothing_is_published(summer):
    clinic = summer.clinic
    maya, owen = summer.child(clinic.maya), summer.child(clinic.owen)
    summer.a_plan((maya, summer.at(0, 9)), (owen, summer.at(0, 9)))
    assert not summer.programs.publishing.preview(summer.id).can_publish
    with pytest.raises(ClinicError, match=r"Ana is booked twice .* Nothing was published"):
        summer.programs.publishing.publish(summer.id)
    assert visits(summer, clinic.maya) == []
    assert summer.programs.program(summer.id).status is ProgramStatus.DRAFT


def test_a_visit_booked_meanwhile_is_named(summer):
    owen = summer.child(summer.clinic.owen)
    summer.a_plan((owen, summer.at(0, 9)))
    scheduling = summer.services.scheduling
    scheduling.book(scheduling.preview(mayas_series(summer.clinic, count=1)))
    with pytest.raises(ClinicError, match=r"Owen \(Ana\) and Maya \(Ana, stays put\)"):
        summer.programs.publishing.publish(summer.id)


def test_without_a_plan_there_is_nothing_to_publish(summer):
    with pytest.raises(ClinicError, match="There is no plan yet"):
        summer.programs.publishing.publish(summer.id)


def test_approved_visits_are_counted_in_order_of_time(summer):
    drafts = (
        AuthorizationDraft(1, number="first", ends_on=date(2027, 6, 10)),
        AuthorizationDraft(5, number="second", starts_on=STARTS_ON, ends_on=ENDS_ON),
    )
    ada = a_child(summer.as_owner(), "Ada", authorizations=drafts)
    place = summer.child(ada)
    summer.a_plan(*((place, summer.at(day, 9)) for day in (9, 0, 2)))
    summer.programs.publishing.publish(summer.id)
    first, second = summer.services.scheduling.authorizations(ada)
    assert (first.booked, second.booked) == (1, 2)
    assert [each.authorization_id for each in visits(summer, ada)] == [
        first.id, second.id, second.id,
    ]  # fmt: skip


def beyond(summer):
    ada = a_child(summer.as_owner(), "Ada", authorizations=(AuthorizationDraft(1),))
    place = summer.child(ada)
    summer.a_plan((place, summer.at(0, 9)), (place, summer.at(2, 9)))
    return ada


def test_visits_nobody_approved_need_a_reason_that_is_kept_where_it_belongs(summer):
    ada = beyond(summer)
    preview = summer.programs.publishing.preview(summer.id)
    assert preview.warnings == ("Ada Ortega: Visit 2 of 1: not authorized yet.",)
    with pytest.raises(ValidationError) as refusal:
        summer.programs.publishing.publish(summer.id)
    assert list(refusal.value.fields) == ["override_reason"]
    summer.programs.publishing.publish(summer.id, "Approval is on its way.")
    first, second = visits(summer, ada)
    assert (first.override_reason, first.is_unconfirmed) == ("", False)
    assert (second.override_reason, second.is_unconfirmed) == ("Approval is on its way.", True)
    assert second.override_by == "Dana Whitfield"


def test_a_time_held_for_a_waiting_family_needs_a_reason(summer):
    waitlist, at = summer.services.waitlist, summer.at(0, 9)
    waitlist.add(EntryDraft(summer.clinic.iris))
    held = OpenTime(at.therapist_id, at.room_id, at.starts, at.starts + timedelta(hours=1))
    waitlist.offer(waitlist.waiting()[0].id, held)
    maya = summer.child(summer.clinic.maya)
    summer.a_plan((maya, at))
    with pytest.raises(ValidationError) as refused:
        summer.programs.publishing.publish(summer.id)
    assert "Offered to Iris Nordin’s family" in str(refused.value)
    summer.programs.publishing.publish(summer.id, "They let it go.")
    [visit] = visits(summer, summer.clinic.maya)
    assert visit.override_reason == "They let it go."


def test_an_interpreter_who_is_taken_is_a_clash_of_the_plan(summer):
    plan_id, _ = a_published(summer, 0)
    owner = summer.as_owner()
    marta = owner.settings.add_interpreter(InterpreterDraft("Marta Diaz", "Spanish", is_adult=True))
    [visit] = visits(summer, summer.clinic.maya)
    mark(visit.id, interpreter=marta)
    request = SeriesRequest.single(
        summer.clinic.owen, summer.at(1, 9).starts, 60, summer.clinic.cam, None,
        interpreter_id=marta,
    )  # fmt: skip
    owner.scheduling.book(owner.scheduling.preview(request))
    [planned_id] = planned(plan_id)
    with pytest.raises(ClinicError, match="Marta Diaz interprets for Owen Park"):
        summer.board.move(planned_id, summer.at(1, 9))


def test_a_reason_once_given_is_not_asked_for_again(summer):
    ada = beyond(summer)
    summer.programs.publishing.publish(summer.id, "Approval is on its way.")
    assert summer.programs.publishing.preview(summer.id).warnings == ()
    assert summer.programs.publishing.publish(summer.id).kept == 2
    assert visits(summer, ada)[1].override_reason == "Approval is on its way."


def test_a_late_approval_is_used_when_it_is_published_again(summer):
    ada = beyond(summer)
    summer.programs.publishing.publish(summer.id, "Approval is on its way.")
    summer.services.caseload.authorize(ada, AuthorizationDraft(5))
    summer.programs.publishing.publish(summer.id)
    assert [each.is_unconfirmed for each in visits(summer, ada)] == [False, False]


@pytest.mark.parametrize("role", [Role.THERAPIST, Role.ASSISTANT, Role.READ_ONLY])
def test_only_front_desk_and_owner_publish(summer, role):
    maya = summer.child(summer.clinic.maya)
    summer.a_plan((maya, summer.at(0, 9)))
    with pytest.raises(NotAllowed):
        summer.as_(role).programs.publishing.publish(summer.id)


def test_publishing_is_news_of_the_schedule(summer):
    maya = summer.child(summer.clinic.maya)
    summer.a_plan((maya, summer.at(0, 9)))
    heard = []
    summer.services.changes.listen(heard.append)
    summer.programs.publishing.publish(summer.id)
    assert heard == [Topic.SCHEDULE]


def family(summer):
    [found] = summer.programs.publishing.families(summer.id)
    return found


def test_nobody_was_told_yet(summer):
    a_published(summer)
    found = family(summer)
    assert (found.names, found.phone, found.language, found.sessions) == (
        "Maya Ortega", "555-0142", "Spanish", 3,
    )  # fmt: skip
    assert (found.told, found.has_to_be_told) == (None, True)


def test_a_family_that_was_told_knows_everything(summer):
    _plan_id, maya = a_published(summer)
    summer.programs.publishing.mark_told(summer.id, [maya], How.PAPER)
    found = family(summer)
    assert (found.told.how, found.told.by) == (How.PAPER, "Dana Whitfield")
    assert (found.changes, found.has_to_be_told) == ((), False)


def test_families_changed_since_are_told_what_is_different(summer):
    plan_id, maya = a_published(summer, 0, 2, 7, 9)
    summer.programs.publishing.mark_told(summer.id, [maya], How.CALL)
    ids = planned(plan_id)
    summer.board.move(ids[0], summer.at(0, 10))
    summer.board.move(ids[1], summer.at(2, 9, summer.clinic.ben))
    summer.board.move(ids[2], summer.at(8, 9))
    summer.board.take_out(ids[3])
    expected = (
        "Mon, Jun 7, 10:00, was 9:00",
        "Wed, Jun 9, 9:00 is now with Ben",
        "Tue, Jun 15, 9:00, was Mon, Jun 14, 9:00",
        "Wed, Jun 16, 9:00 is off",
    )
    preview = summer.programs.publishing.preview(summer.id)
    assert preview.families[0].changes == expected
    assert preview.changed_families == 1
    assert family(summer).changes == ()
    summer.programs.publishing.publish(summer.id)
    assert family(summer).changes == expected


def test_a_new_visit_and_another_room_are_changes_too(summer):
    plan_id, maya = a_published(summer)
    summer.programs.publishing.mark_told(summer.id, [maya], How.TEXT)
    summer.board.move(planned(plan_id)[0], summer.at(0, 9, room=summer.clinic.fine_motor))
    summer.board.place(plan_id, summer.service(maya), summer.at(9, 9))
    summer.programs.publishing.publish(summer.id)
    assert family(summer).changes == (
        "Mon, Jun 7, 9:00 is now in Fine-Motor",
        "Wed, Jun 16, 9:00 is new",
    )


def test_siblings_are_one_family_and_each_line_says_whose_it_is(summer):
    clinic = summer.clinic
    leo, noa = summer.child(clinic.leo), summer.child(clinic.noa)
    plan_id = summer.a_plan((leo, summer.at(0, 9)), (noa, summer.at(0, 10)))
    summer.programs.publishing.publish(summer.id)
    summer.programs.publishing.mark_told(summer.id, [leo, noa], How.PAPER)
    summer.board.move(planned(plan_id)[1], summer.at(0, 11))
    summer.programs.publishing.publish(summer.id)
    found = family(summer)
    assert found.names == "Leo Meyer and Noa Meyer"
    assert found.changes == ("Noa: Mon, Jun 7, 11:00, was 10:00",)


def test_those_who_have_to_be_told_come_first(summer):
    clinic = summer.clinic
    iris, owen = summer.child(clinic.iris), summer.child(clinic.owen)
    summer.a_plan((iris, summer.at(0, 9)), (owen, summer.at(0, 10)))
    summer.programs.publishing.publish(summer.id)
    summer.programs.publishing.mark_told(summer.id, [iris], How.CALL)
    names = [each.names for each in summer.programs.publishing.families(summer.id)]
    assert names == ["Owen Park", "Iris Nordin"]


def test_what_a_family_was_told_is_never_deleted(summer):
    _plan_id, maya = a_published(summer)
    summer.programs.publishing.mark_told(summer.id, [maya], How.CALL)
    with pytest.raises(Exception, match="never deleted"):
        database.execute_sql("DELETE FROM family_told")


def test_a_visit_of_another_series_is_left_alone(summer):
    scheduling = summer.services.scheduling
    request = SeriesRequest(
        child_id=summer.clinic.maya,
        starts_on=MONDAY,
        weekdays=frozenset({1}),
        times=(time(14),),
        length_minutes=60,
        therapist_id=summer.clinic.ana,
        count=2,
    )
    scheduling.book(scheduling.preview(request))
    plan_id, _maya = a_published(summer)
    summer.board.take_out(planned(plan_id)[0])
    summer.programs.publishing.publish(summer.id)
    weekly = [each for each in visits(summer, summer.clinic.maya) if each.starts.hour == 14]
    assert [each.starts.date() for each in weekly] == [
        MONDAY + timedelta(days=1), MONDAY + timedelta(days=8),
    ]  # fmt: skip


def test_a_whole_plan_of_the_planner_is_published(summer):
    clinic = summer.clinic
    everybody = (clinic.maya, clinic.leo, clinic.noa, clinic.owen, clinic.iris)
    for child_id in everybody:
        summer.child(child_id)
    found = solve(summer.programs.plans.instance(summer.id), iterations=5, workers=1)
    summer.programs.plans.keep(summer.id, found)
    done = summer.programs.publishing.publish(summer.id)
    assert done.new == 20 == sum(len(visits(summer, child_id)) for child_id in everybody)


def test_a_sick_day_is_mended_and_nothing_else_is_published_anew(summer):
    plan_id, _maya = a_published(summer)
    before = times(summer, summer.clinic.maya)
    day = MONDAY + timedelta(days=2)
    summer.services.time_off.therapist_away(summer.clinic.ana, (day, day), None, "ill")
    assert len(summer.programs.plans.clashes(plan_id)) == 1
    mended = Mending(summer.programs.plans.instance(summer.id, plan_id)).run(
        lambda _progress: None, lambda: False
    )
    summer.programs.plans.keep(summer.id, mended.plan, into=plan_id)
    assert summer.programs.plans.clashes(plan_id) == ()
    done = summer.programs.publishing.publish(summer.id)
    after = times(summer, summer.clinic.maya)
    assert done.moved == 1
    assert {each[0] for each in before} <= {each[0] for each in after}
    assert (after[0], after[-1][1]) == (before[0], before[-1][1])


def test_solving_again_leaves_what_a_person_locked(summer):
    clinic = summer.clinic
    maya, owen = summer.child(clinic.maya), summer.child(clinic.owen)
    plan_id = summer.a_plan((maya, summer.at(3, 16)), (owen, summer.at(0, 9)))
    summer.board.lock(planned(plan_id)[1])
    given = summer.programs.plans.instance(summer.id, plan_id)
    found = Solving(given, 0.2).run(lambda _progress: None, lambda: False)
    summer.programs.plans.keep(summer.id, found, into=plan_id)
    assert summer.programs.plans.measures(plan_id).placed == 8
    kept = [each for each in blocks(summer, plan_id) if each.is_locked]
    assert [(each.child_id, each.starts) for each in kept] == [
        (clinic.maya, summer.at(3, 16).starts)
    ]
