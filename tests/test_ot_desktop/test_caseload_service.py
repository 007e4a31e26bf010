from dataclasses import replace
from datetime import date

import pytest

from db.connection import close_database, database
from db.queries import audit as audit_queries
from ot_desktop.audit import Action
from ot_desktop.caseload.domain import (
    Alert,
    AlertKind,
    Asked,
    CaregiverDraft,
    ChildDraft,
    Phone,
    PracticeCapacity,
    Status,
)
from ot_desktop.caseload.goals import GoalDraft
from ot_desktop.caseload.table import SavedView, Sort, View
from ot_desktop.changes import Topic
from ot_desktop.errors import NotAllowed, NotFound, ValidationError
from ot_desktop.permissions import Role
from ot_desktop.services import services_for
from tests.builders import a_child, a_user, an_empty_clinic

PEANUT = Alert(AlertKind.ALLERGY, "Peanut", "EpiPen in blue bag")
LUCIA = CaregiverDraft("Lucía Ortega", "mother", (Phone("402.555.0145 x2"),))


@pytest.fixture
def services():
    yield an_empty_clinic()
    close_database()


def actions_about(child_id):
    return audit_queries.about_child(child_id, lambda **row: row["action"])


def names(services, typed):
    return [hit.given_name for hit in services.caseload.search(typed)]


def test_admitting_a_child_tells_listeners_once(services):
    heard = []
    services.changes.listen(heard.append)
    a_child(services)
    assert heard == [Topic.CASELOAD]


def test_admitting_a_child_is_in_the_activity_log(services):
    child_id = a_child(services)
    assert actions_about(child_id) == [Action.ADMITTED_CHILD.value]


def test_a_refused_child_leaves_no_trace(services):
    heard = []
    services.changes.listen(heard.append)
    with pytest.raises(ValidationError):
        services.caseload.admit(ChildDraft(" "))
    assert services.caseload.count(View.EVERYONE) == 0
    assert heard == []
    assert database.execute_sql("SELECT count(*) FROM audit").fetchone() == (0,)


def test_two_children_cannot_share_a_record_number(services):
    a_child(services, record_number="10400")
    with pytest.raises(ValidationError) as refused:
        a_child(services, "Leo", record_number="10400")
    assert set(refused.value.fields) == {"record_number"}


@pytest.mark.parametrize(
    "typed", ["maya", "ORTEGA", "ega may", "lucia", "5550145", "(402) 555-0145", "10400"]
)
def test_a_child_is_found_by_any_part_of_name_parent_phone_or_record(services, typed):
    a_child(services, caregivers=(LUCIA,), record_number="10400")
    a_child(services, "Leo", family_name="Begay")
    assert names(services, typed) == ["Maya"]


def test_a_name_with_accents_is_found_without_them(services):
    a_child(services, "Núria", family_name="Núñez")
    assert names(services, "nunez") == ["Núria"]


def test_a_search_sign_of_sql_means_itself(services):
    a_child(services)
    assert names(services, "%") == []


def test_a_child_is_found_by_a_caregiver_added_later(services):
    child_id = a_child(services)
    services.caseload.put_caregiver(child_id, replace(LUCIA, full_name="Carmen Reyes"), 1)
    assert names(services, "reyes") == ["Maya"]


def test_a_caregiver_taken_off_the_list_no_longer_finds_the_child(services):
    child_id = a_child(services, caregivers=(LUCIA,))
    [caregiver] = services.caseload.child(child_id).caregivers
    services.caseload.take_off_caregiver(child_id, caregiver.id)
    assert names(services, "lucia") == []


def test_a_caregiver_taken_off_the_list_stays_in_the_file(services):
    child_id = a_child(services, caregivers=(LUCIA,))
    [caregiver] = services.caseload.child(child_id).caregivers
    services.caseload.take_off_caregiver(child_id, caregiver.id)
    assert database.execute_sql("SELECT count(*) FROM guardianship").fetchone() == (1,)


def test_what_nobody_asked_is_unknown_not_no(services):
    child_id = a_child(services, caregivers=(LUCIA,))
    [caregiver] = services.caseload.child(child_id).caregivers
    assert caregiver.may_collect is None
    assert caregiver.may_receive_papers is None


def test_alerts_begin_as_not_asked(services):
    page = services.caseload.child(a_child(services))
    assert page.alerts.allergies.asked is Asked.NOT_ASKED


def test_an_answer_about_allergies_keeps_who_asked(services):
    child_id = a_child(services)
    services.caseload.review_alerts(child_id, AlertKind.ALLERGY, Asked.NONE_KNOWN)
    assert services.caseload.child(child_id).alerts.allergies.reviewed_by == "Rosalind Achebe"


def test_a_list_of_alerts_may_not_be_empty(services):
    child_id = a_child(services)
    with pytest.raises(ValidationError):
        services.caseload.review_alerts(child_id, AlertKind.ALLERGY, Asked.LISTED)


def test_an_alert_that_is_no_longer_true_ends_but_stays_in_the_file(services):
    child_id = a_child(services, allergies=Asked.LISTED, alerts=(PEANUT,))
    services.caseload.review_alerts(child_id, AlertKind.ALLERGY, Asked.NONE_KNOWN)
    assert services.caseload.child(child_id).alerts.listed == ()
    assert database.execute_sql("SELECT count(*) FROM alert").fetchone() == (1,)


def test_an_unchanged_alert_keeps_its_history(services):
    child_id = a_child(services, allergies=Asked.LISTED, alerts=(PEANUT,))
    before = services.caseload.child(child_id).alerts.listed
    latex = Alert(AlertKind.ALLERGY, "Latex")
    services.caseload.review_alerts(child_id, AlertKind.ALLERGY, Asked.LISTED, (*before, latex))
    after = services.caseload.child(child_id).alerts.listed
    assert [alert.title for alert in after] == ["Peanut", "Latex"]
    assert after[0].id == before[0].id


def test_alerts_come_in_the_order_banners_are_read(services):
    swing = Alert(AlertKind.PRECAUTION, "Swings", "feet on floor first")
    pick_up = Alert(AlertKind.PICK_UP, "Mother only")
    child_id = a_child(services, alerts=(pick_up, swing, PEANUT))
    kinds = [alert.kind for alert in services.caseload.child(child_id).alerts.listed]
    assert kinds == [AlertKind.ALLERGY, AlertKind.PRECAUTION, AlertKind.PICK_UP]


def test_a_changed_name_finds_the_child(services):
    child_id = a_child(services)
    services.caseload.change_details(child_id, ChildDraft("Mia", "Ortega"))
    assert names(services, "mia") == ["Mia"]


def test_changing_details_keeps_the_address_when_none_is_given(services):
    child_id = a_child(services, address="1 Juniper Lane")
    services.caseload.change_details(child_id, ChildDraft("Mia", "Ortega"))
    assert services.caseload.child(child_id).address.startswith("1 Juniper Lane")


def test_a_child_who_may_be_the_same_is_pointed_out(services):
    a_child(services, "Matthew", family_name="Begay", born_on=date(2020, 2, 3))
    found = services.caseload.alike("Mathew", "Begay", date(2020, 2, 3))
    assert [hit.given_name for hit in found] == ["Matthew"]


def test_another_child_with_the_same_birth_date_is_no_warning(services):
    a_child(services, "Noor", family_name="Haddad", born_on=date(2020, 2, 3))
    assert services.caseload.alike("Mathew", "Begay", date(2020, 2, 3)) == []


def test_a_childs_own_name_is_found_before_a_parents(services):
    mother = CaregiverDraft("Lucía Alvarez", "mother")
    a_child(services, "Mateo", family_name="Alvarez", caregivers=(mother,))
    a_child(services, "Lucía", family_name="Núñez")
    assert [hit.given_name for hit in services.caseload.search("lucia")] == ["Lucía", "Mateo"]


def test_front_desk_sees_no_goals_on_the_caseload(services):
    services.goals.add(a_child(services), GoalDraft("self-care", "Fastens 4 buttons", 4, 4))
    desk = services_for(a_user(Role.FRONT_DESK, "Dana Whitfield"))
    assert [row.goals for row in services.caseload.rows()] == [1]
    assert [row.goals for row in desk.caseload.rows()] == [0]


def test_front_desk_does_not_see_goals(services):
    child_id = a_child(services)
    services.goals.add(child_id, GoalDraft("self-care", "Fastens 4 buttons", 4, 4))
    desk = services_for(a_user(Role.FRONT_DESK, "Dana Whitfield"))
    assert desk.caseload.child(child_id).goals == ()


def test_front_desk_may_not_change_alerts(services):
    child_id = a_child(services)
    desk = services_for(a_user(Role.FRONT_DESK, "Dana Whitfield"))
    with pytest.raises(NotAllowed):
        desk.caseload.review_alerts(child_id, AlertKind.ALLERGY, Asked.NONE_KNOWN)


def test_a_refused_use_case_is_not_in_the_log(services):
    child_id = a_child(services)
    desk = services_for(a_user(Role.READ_ONLY, "Sam Vale"))
    with pytest.raises(NotAllowed):
        a_child(desk, "Leo")
    assert actions_about(child_id) == [Action.ADMITTED_CHILD.value]


def test_opening_a_page_is_in_the_activity_log(services):
    child_id = a_child(services)
    services.caseload.child(child_id)
    assert actions_about(child_id)[0] == Action.OPENED_CHILD.value


def test_a_child_that_is_not_there_is_named_as_such(services):
    with pytest.raises(NotFound):
        services.caseload.child(99)


def test_practice_beyond_an_hour_is_refused(services):
    child_id = a_child(services)
    capacity = PracticeCapacity(5, 90, 7, "Lucía", date(2027, 6, 7))
    with pytest.raises(ValidationError):
        services.caseload.set_practice(child_id, capacity)


def test_a_goal_keeps_its_cue_words_as_written(services):
    child_id = a_child(services)
    draft = GoalDraft("self-care", "Fastens 4 buttons", 4, 4, cue_words=("Pinch, push, pull.",))
    services.goals.add(child_id, draft)
    [goal] = services.caseload.child(child_id).goals
    assert goal.cue_words == ("Pinch, push, pull.",)


@pytest.mark.parametrize(
    ("view", "shown"),
    [
        (View.ACTIVE, ["Maya"]),
        (View.WAITING, ["Leo"]),
        (View.EVERYONE, ["Leo", "Maya", "Owen"]),
        (View.NOTHING_BOOKED, ["Maya"]),
        (View.MINE, []),
        (View.INTENSIVE, []),
        (View.NOTE_DUE, []),
        (View.PROGRAM_DUE, ["Maya"]),
    ],
)
def test_a_view_shows_its_children(services, view, shown):
    a_child(services)
    a_child(services, "Leo", status=Status.WAITING)
    a_child(services, "Owen", status=Status.DISCHARGED)
    assert [row.given_name for row in services.caseload.rows(view)] == shown
    assert services.caseload.count(view) == len(shown)


@pytest.mark.parametrize("sort", Sort)
def test_every_order_shows_every_child(services, sort):
    for name in ("Maya", "Leo", "Owen"):
        a_child(services, name)
    rows = services.caseload.rows(sort=sort)
    assert {row.given_name for row in rows} == {"Maya", "Leo", "Owen"}


def test_pages_of_the_table_join_without_gap_or_overlap(services):
    for number in range(7):
        a_child(services, f"Child {number}")
    pages = [services.caseload.rows(window=(start, 3)) for start in (0, 3, 6)]
    shown = [row.given_name for page in pages for row in page]
    assert shown == [f"Child {number}" for number in range(7)]


def test_a_row_carries_the_words_of_its_alerts(services):
    a_child(services, allergies=Asked.LISTED, alerts=(PEANUT,))
    [row] = services.caseload.rows()
    assert row.allergy_titles == ("Peanut",)


def test_a_saved_view_comes_back(services):
    view = SavedView("Berg family", View.EVERYONE, "berg", Sort.AGE)
    services.caseload.save_view(view)
    assert services.caseload.saved_views() == (view,)


def test_a_saved_view_belongs_to_one_person(services):
    services.caseload.save_view(SavedView("Berg family", View.EVERYONE, "berg"))
    desk = services_for(a_user(Role.FRONT_DESK, "Dana Whitfield"))
    assert desk.caseload.saved_views() == ()


def test_a_forgotten_view_is_gone(services):
    services.caseload.save_view(SavedView("Berg family", View.EVERYONE, "berg"))
    services.caseload.forget_view("Berg family")
    assert services.caseload.saved_views() == ()


def test_siblings_share_a_household(services):
    maya = a_child(services, address="1 Juniper Lane")
    household = database.execute_sql("SELECT household_id FROM child").fetchone()[0]
    leo = a_child(services, "Leo")
    database.execute_sql("UPDATE child SET household_id = ? WHERE id = ?", (household, leo))
    assert [s.full_name for s in services.caseload.child(maya).siblings] == ["Leo Ortega"]


def test_nobody_under_18_may_collect(services):
    child_id = a_child(services)
    brother = CaregiverDraft("Kai Ortega", "brother", may_collect=True, is_adult=False)
    with pytest.raises(ValidationError) as refused:
        services.caseload.put_caregiver(child_id, brother, 1)
    assert "18 or older" in refused.value.fields["may_collect"]
    assert services.caseload.banner(child_id).caregivers == ()
