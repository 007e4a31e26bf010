"""The demo clinic: as big as promised, alive on any day, and the same for the same seed."""

import re
from datetime import date, datetime, time

import pytest

from db.connection import close_database, database
from ot_desktop.access.door import Door
from ot_desktop.caseload.domain import Asked
from ot_desktop.caseload.table import View
from ot_desktop.clock import today
from ot_desktop.day.domain import Stands
from ot_desktop.demo.clinic import PASSWORD, PIN, make_demo_clinic
from ot_desktop.home_programs.service import HomeProgramService
from ot_desktop.notes.completeness import missing_parts
from ot_desktop.notes.domain import from_json
from ot_desktop.notes.hashing import content_hash
from ot_desktop.paths import ClinicFolder
from ot_desktop.permissions import Role
from ot_desktop.programs.domain import ProgramStatus
from ot_desktop.services import services_for
from tests.clinics import CHEAP

# Made anew for every clinic, or when the program was really run.
OWN_TO_EACH_CLINIC = {
    "user": {"key_slot", "pin_hash"},
    "issued_paper": {"pdf", "sha256"},
}
ONLY_GROWS = {"audit"}  # with every sign-in


@pytest.fixture(scope="module")
def demo_folder(tmp_path_factory):
    folder = ClinicFolder(tmp_path_factory.mktemp("demo") / "clinic")
    make_demo_clinic(folder, today(), cost=CHEAP)
    return folder


@pytest.fixture
def demo(demo_folder):
    yield signed_in(demo_folder)
    close_database()


def signed_in(folder, name="Rosalind Achebe"):
    door = Door(folder)
    person = next(each for each in door.look().people if each.name == name)
    return services_for(door.enter(door.unlock(person.slot_id, PASSWORD)))


def asked(sql):
    return database.execute_sql(sql).fetchall()


def everything():
    """Return every row of every table, without what is random or of this very moment."""
    rows = {}
    for (table,) in asked("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"):
        if table in ONLY_GROWS or table.startswith("sqlite_"):
            continue
        cursor = database.execute_sql(f'SELECT * FROM "{table}" ORDER BY rowid')  # noqa: S608  (our tables)
        names = [column[0] for column in cursor.description]
        left_out = OWN_TO_EACH_CLINIC.get(table, set())
        rows[table] = [
            {name: value for name, value in zip(names, row, strict=True) if name not in left_out}
            for row in cursor
        ]
    return rows


def test_the_clinic_is_as_big_as_promised(demo):
    clinic = demo.settings.clinic()
    assert demo.caseload.count(View.ACTIVE) == 86
    assert len(clinic.therapists) == 5
    assert [room.name for room in clinic.rooms] == [
        "Fine motor 1", "Fine motor 2", "Gym", "Kitchen", "Sensory room",
    ]  # fmt: skip


def test_everybody_signs_in_with_the_same_password(demo_folder):
    roles = {person.role for person in Door(demo_folder).look().people}
    assert roles == set(Role)
    for name in ("Amara Okafor", "Jonah Weiss", "Dana Whitfield"):
        assert signed_in(demo_folder, name).user.name == name
    close_database()


def test_everybody_has_the_same_pin(demo):
    demo.access.unlock_with_pin(PIN)


def test_a_summer_lies_behind_and_one_ahead(demo):
    ahead, behind = demo.programs.programs()
    assert (behind.status, ahead.status) == (ProgramStatus.PUBLISHED, ProgramStatus.DRAFT)
    assert behind.ends_on < today() < ahead.starts_on
    booked = asked(
        "SELECT count(*) FROM session JOIN series ON series.id = series_id"
        " WHERE kind = 'intensive' AND status = 'held'"
    )
    assert booked[0][0] > 200


def test_the_summer_ahead_is_planned_but_for_a_few_and_one_clash(demo):
    [ahead, _] = demo.programs.programs()
    first, second = demo.programs.plans.of(ahead.id)
    assert (first.name, second.name, second.is_chosen) == ("Plan A", "Plan B", True)
    found = demo.programs.plans.measures(second.id)
    assert (found.needed, found.children) == (288, 24)
    assert 278 <= found.placed < 288
    missing = demo.programs.plans.not_placed(second.id)
    assert {"Talia Begay", "Omar Siddiqui"} <= {each.child_name for each in missing}
    assert all(each.reasons and each.fixes for each in missing)
    [clash] = demo.programs.plans.clashes(second.id)
    assert clash.fixes


def test_somebody_has_been_at_the_plan_by_hand(demo):
    [ahead, _] = demo.programs.programs()
    marks = asked("SELECT sum(is_locked), sum(is_moved) FROM planned_session")
    assert marks == [(1, 3)]
    off = demo.time_off.between(ahead.starts_on, ahead.ends_on)
    assert [each.reason for each in off] == ["training day"]


def test_last_summers_plan_is_the_one_that_was_held(demo):
    [_, behind] = demo.programs.programs()
    [plan] = demo.programs.plans.of(behind.id)
    assert demo.programs.plans.clashes(plan.id) == ()
    preview = demo.programs.publishing.preview(behind.id)
    assert (preview.new, preview.moved, preview.taken_out) == (0, 0, 0)
    assert preview.kept_history > 250


def test_every_view_of_the_caseload_shows_somebody(demo_folder):
    amara = signed_in(demo_folder, "Amara Okafor")
    talks = {*amara.attendance.talks(), *amara.messages.not_in_touch()}
    empty = [view.name for view in View if not amara.caseload.count(view, children=talks)]
    close_database()
    assert empty == []


def test_all_three_answers_about_allergies_occur(demo):
    rows = demo.caseload.rows(View.EVERYONE)
    assert {row.allergies for row in rows} == set(Asked)
    assert {row.precautions for row in rows} == set(Asked)


def test_eleven_children_wait_and_four_families_wait_for_an_answer(demo):
    assert len(demo.waitlist.waiting()) == 11
    assert demo.messages.count_open() == 4
    assert [each.what for each in demo.messages.overdue()] == ["Send the spoon grip drawing"]
    assert all(demo.waitlist.matches(each.time) for each in demo.waitlist.opened())


def test_every_past_visit_has_an_outcome_and_no_later_one_has(demo):
    statuses = "SELECT DISTINCT status FROM session WHERE starts < ?"
    now = today().isoformat()
    before = {status for (status,) in database.execute_sql(statuses, (now,))}
    later = {
        status
        for (status,) in database.execute_sql(statuses.replace("<", ">="), (now,))
    }  # fmt: skip
    assert before & {"planned", "confirmed", "arrived"} == set()
    assert later == {"planned", "confirmed", "cancelled_in_time"}


def test_every_signed_note_is_whole_and_says_what_was_signed(demo):
    rows = asked("SELECT content, content_hash FROM note WHERE signed_at IS NOT NULL")
    assert len(rows) > 1000
    assert [text for text, kept in rows if content_hash(text) != kept] == []
    assert [text for text, _ in rows if missing_parts(from_json(text))] == []


def test_some_notes_are_still_due(demo):
    assert 0 < demo.caseload.count(View.NOTE_DUE) < 30


@pytest.mark.parametrize("day", [date(2026, 11, 28), date(2026, 11, 30)])
def test_every_therapist_owes_a_note_after_a_holiday_too(day, tmp_path):
    """Thanksgiving was on the 26th; one of the days is a Saturday, the other a Monday."""
    make_demo_clinic(ClinicFolder(tmp_path / "clinic"), day, cost=CHEAP)
    signed_in(ClinicFolder(tmp_path / "clinic"))
    owing = asked(
        """SELECT count(DISTINCT therapist_id)
            FROM session LEFT JOIN note ON session_id = session.id
            WHERE session.status IN ('held', 'cut_short') AND signed_at IS NULL"""
    )
    close_database()
    assert owing == [(5,)]


def test_goals_move_over_time(demo):
    [mateo] = demo.caseload.search("mateo alvarez")
    goals = demo.caseload.child(mateo.id).goals
    assert len(goals) == 4
    assert any(goal.met_on for goal in goals)
    assert all(goal.scores for goal in goals)


def test_a_family_was_given_papers_that_reprint(demo):
    [mateo] = demo.caseload.search("mateo alvarez")
    programs = HomeProgramService(demo.work)
    given = programs.of_child(mateo.id)
    assert len(given) == 2
    assert programs.reprint(given[0].papers[0].id).pdf.startswith(b"%PDF-")


def test_siblings_share_their_parents(demo):
    [leo] = demo.caseload.search("leo meyer")
    page = demo.caseload.child(leo.id)
    assert [sibling.full_name for sibling in page.siblings] == ["Noa Meyer"]


def test_an_approval_is_never_used_more_often_than_approved(demo):
    too_often = asked(
        "SELECT authorization.id FROM authorization JOIN session ON authorization_id ="
        " authorization.id GROUP BY authorization.id HAVING count(*) > visits"
    )
    assert too_often == []


@pytest.mark.parametrize(
    "texts",
    ["SELECT content FROM note", "SELECT statement FROM goal", "SELECT details FROM alert",
     "SELECT about FROM child"],
)  # fmt: skip
def test_texts_hold_no_unfilled_places(demo, texts):
    places = re.compile(r"\{(he|him|his|himself|name|s|es|is|has)\}", re.IGNORECASE)
    assert [text for (text,) in asked(texts) if places.search(text)] == []


def test_the_same_seed_and_day_tell_the_same_story(demo_folder, tmp_path):
    again = ClinicFolder(tmp_path / "again")
    make_demo_clinic(again, today(), cost=CHEAP)
    signed_in(demo_folder)
    first = everything()
    signed_in(again)
    second = everything()
    close_database()
    assert first.keys() == second.keys()
    assert [table for table in first if first[table] != second[table]] == []


@pytest.mark.parametrize("day", [date(2026, 6, 9), date(2028, 2, 29)])
def test_the_clinic_is_alive_on_any_day(day, tmp_path):
    folder = ClinicFolder(tmp_path / "clinic")
    make_demo_clinic(folder, day, cost=CHEAP)
    demo = signed_in(folder)
    held = asked("SELECT max(starts) FROM session WHERE status = 'held'")[0][0]
    ahead = asked("SELECT min(starts) FROM session WHERE status = 'planned'")[0][0]
    count = demo.caseload.count(View.ACTIVE)
    close_database()
    assert count == 86
    assert (day - datetime.fromisoformat(held).date()).days <= 14
    assert 0 <= (datetime.fromisoformat(ahead).date() - day).days <= 14


@pytest.mark.parametrize("hour", [8, 13])
def test_the_day_is_lived_in_at_any_hour(tmp_path, hour):
    day = date(2027, 4, 6)
    folder, now = ClinicFolder(tmp_path / "clinic"), time(hour, 12)
    make_demo_clinic(folder, day, cost=CHEAP, now=now)
    services = signed_in(folder)
    at, policy = datetime.combine(day, now), services.attendance.policy()
    stands = {each.stands(policy, at) for each in services.day.visits(day, day)}
    close_database()
    assert {Stands.IN_SESSION, Stands.LATE} <= stands
    assert (Stands.DONE in stands) == (hour > 8)
