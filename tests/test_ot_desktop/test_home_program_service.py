"""Home programs on a real file: start, keep, give and print again."""

import json
from dataclasses import replace
from datetime import timedelta

import pytest

from db.models.access import Audit
from db.models.home_programs import Activity, HomeProgram, IssuedPaper
from db.queries import audit as audit_queries
from ot_desktop.caseload.domain import (
    Alert,
    AlertKind,
    Asked,
    CaregiverDraft,
    PracticeCapacity,
)
from ot_desktop.clock import now_local, today
from ot_desktop.errors import ClinicError, NotAllowed, ValidationError
from ot_desktop.home_programs import library
from ot_desktop.home_programs.domain import Reward, RewardKind
from ot_desktop.home_programs.draft import PaperChoice
from ot_desktop.home_programs.minutes import Verdict
from ot_desktop.home_programs.page_pictures import count_pages
from ot_desktop.home_programs.printing import Drawn
from ot_desktop.home_programs.seeding import seed_library
from ot_desktop.notes.issued_programs import IssuedPrograms
from ot_desktop.notes.parent_part import ShownToday, StrategyShown
from ot_desktop.paper.page import PageSize
from ot_desktop.permissions import Role
from ot_desktop.services import services_for
from tests.builders import a_child, a_user, an_empty_clinic
from tests.note_builders import a_goal, a_therapists_clinic, a_visit, mateo
from tests.reference_clinic import reference_clinic

BEAR_WALK = library.activity("bear-walk")
SPONGE = library.activity("sponge-squeeze")
PEANUT_BUTTER = library.activity("peanut-butter-tongue-walk")


@pytest.fixture
def services():
    return an_empty_clinic()


@pytest.fixture
def clinic(services):
    return reference_clinic(services)


def planned(services, child_id, *activities):
    """Start a program with these activities in it."""
    page = services.home_programs.start(child_id)
    draft = page.draft
    for activity in activities or (BEAR_WALK, SPONGE):
        draft = page.added(draft, activity)
    return draft


def caregiver(services, child_id, relation):
    family = services.caseload.banner(child_id).caregivers
    return next(one.id for one in family if one.relation == relation)


def test_the_starter_activities_are_in_a_new_clinics_library(services):
    titles = {activity.key for activity in services.home_programs.library()}
    assert titles == {activity.key for activity in library.all_activities()}


def test_seeding_twice_adds_nothing_and_keeps_the_clinics_own_words(services):
    seed_library()
    kept = json.loads(Activity.get(Activity.slug == "bear-walk").content)
    kept["words"]["en"]["title"] = "Bear crawl"
    Activity.update(content=json.dumps(kept)).where(Activity.slug == "bear-walk").execute()
    assert seed_library() == 0
    titles = [activity.words["en"].title for activity in services.home_programs.library()]
    assert "Bear crawl" in titles


def test_the_library_survives_the_file_unchanged(services):
    stored = {activity.key: activity for activity in services.home_programs.library()}
    assert stored == {activity.key: activity for activity in library.all_activities()}


def test_suggestions_serve_the_goals_first(services):
    child_id = a_child(services)
    a_goal(services, child_id, "Fastens 4 shirt buttons", skill_area="self-care")
    offers = services.home_programs.suggested(child_id)
    assert offers[0].goal.statement == "Fastens 4 shirt buttons"
    assert "self-care" in offers[0].activity.skills


def test_nothing_that_clashes_is_suggested(services, clinic):
    a_goal(services, clinic.maya, "Chews crackers", skill_area="sensory")
    suggested = [offer.activity.key for offer in services.home_programs.suggested(clinic.maya)]
    assert suggested
    assert PEANUT_BUTTER.key not in suggested
    assert "balloon-keep-up" not in suggested


def test_a_new_program_takes_the_familys_own_minutes(services):
    child_id = a_child(services)
    services.caseload.set_practice(child_id, PracticeCapacity(1, 5, 7, "mother", today()))
    assert services.home_programs.start(child_id).draft.limit.most == 5


def test_without_a_word_from_the_family_the_clinics_minutes_are_taken(services):
    assert services.home_programs.start(a_child(services)).draft.limit.most == 10


def test_a_new_program_lasts_two_weeks_from_today(services):
    draft = services.home_programs.start(a_child(services)).draft
    assert (draft.starts_on, draft.ends_on) == (today(), today() + timedelta(days=14))


def test_what_was_shown_today_is_in_the_program_at_once(services):
    page = services.home_programs.start(a_child(services), shown=("Bear walk", "A game of ours"))
    assert page.draft.keys == ("bear-walk",)


def test_what_was_shown_but_clashes_stays_out(services, clinic):
    page = services.home_programs.start(clinic.maya, shown=("Peanut butter tongue walk",))
    assert page.draft.keys == ()


def test_the_words_that_worked_are_taken_from_the_goal(services):
    child_id = a_child(services)
    a_goal(services, child_id, skill_area="gross-motor", cue_words=("Paws down, go.",))
    draft = planned(services, child_id, BEAR_WALK)
    assert draft.activities[0].changes.say == "Paws down, go."


def test_a_saved_draft_comes_back_as_it_was(services):
    child_id = a_child(services)
    draft = planned(services, child_id)
    draft = replace(draft.worded(0, steps=("Walk.",)), reward=Reward(RewardKind.SAVE_UP, "Zoo", 7))
    saved, _at = services.home_programs.save_draft(draft)
    assert services.home_programs.start(child_id).draft == saved


def test_saving_again_keeps_one_draft(services):
    child_id = a_child(services)
    saved, _at = services.home_programs.save_draft(planned(services, child_id))
    services.home_programs.save_draft(saved.without(0))
    assert HomeProgram.select().count() == 1


def test_an_autosave_after_the_first_writes_no_audit_row(services):
    saved, _at = services.home_programs.save_draft(planned(services, a_child(services)))
    before = Audit.select().count()
    services.home_programs.save_draft(saved.without(0))
    assert Audit.select().count() == before


def test_seven_minutes_for_a_family_with_five_need_a_reason(services):
    child_id = a_child(services)
    services.caseload.set_practice(child_id, PracticeCapacity(1, 5, 7, "mother", today()))
    draft = planned(services, child_id)
    draft = draft.changed(0, minutes=3, times_per_week=7).changed(1, minutes=4, times_per_week=7)
    assert services.home_programs.budget(draft).summary == "7 min a day, limit 5"
    with pytest.raises(ValidationError, match="Type a reason to print anyway"):
        services.home_programs.issue(draft)


def test_the_typed_reason_is_kept_with_the_papers_and_not_printed(services):
    child_id = a_child(services)
    draft = planned(services, child_id).with_limit(5)
    assert draft.budget.verdict is Verdict.NEEDS_REASON
    services.home_programs.issue(draft, reason="Grandmother helps")
    [given] = services.home_programs.of_child(child_id)
    assert given.papers[0].reason == "Grandmother helps"


def test_twice_the_familys_minutes_cannot_be_given_even_with_a_reason(services):
    draft = planned(services, a_child(services)).changed(0, minutes=30).with_limit(5)
    with pytest.raises(ValidationError, match="more than twice"):
        services.home_programs.issue(draft, reason="They insist")


def test_an_activity_without_steps_cannot_be_given(services):
    draft = planned(services, a_child(services), BEAR_WALK).worded(0, steps=("", " "))
    with pytest.raises(ValidationError, match="say what to do"):
        services.home_programs.issue(draft)


def test_an_empty_program_cannot_be_given(services):
    page = services.home_programs.start(a_child(services))
    with pytest.raises(ValidationError, match="Add an activity"):
        services.home_programs.issue(page.draft)


def test_peanut_butter_is_refused_for_maya_with_the_reason(services, clinic):
    [clash] = services.home_programs.clashes(clinic.maya, PEANUT_BUTTER)
    expected = "Peanut butter tongue walk clashes with “Peanut”. Choose another one."
    assert clash.sentence == expected


def test_a_clash_cannot_be_given_even_when_it_got_into_the_draft(services, clinic):
    page = services.home_programs.start(clinic.maya)
    with pytest.raises(ValidationError, match="clashes with “Peanut”"):
        services.home_programs.issue(page.draft.with_activity(PEANUT_BUTTER))


def test_a_peanut_treat_is_refused_as_mayas_reward(services, clinic):
    draft = planned(services, clinic.maya, BEAR_WALK)
    draft = replace(draft, reward=Reward(RewardKind.SAVE_UP, "Peanut butter cups"))
    with pytest.raises(ValidationError, match="The reward “Peanut butter cups” clashes"):
        services.home_programs.issue(draft)


def test_allergy_words_are_in_the_safety_box(services, clinic):
    page = services.home_programs.start(clinic.maya)
    assert "No treats with peanuts." in page.printable(page.draft).safety


def test_owens_father_is_refused_with_the_orders_date(services, clinic):
    father = caregiver(services, clinic.owen, "father")
    with pytest.raises(ValidationError, match=r"Daniel Park may not .*order 12 Mar 2026"):
        services.home_programs.issue(planned(services, clinic.owen, BEAR_WALK), father)


def test_the_owner_allows_owens_father_once_and_the_log_keeps_why(services, clinic):
    father = caregiver(services, clinic.owen, "father")
    services.home_programs.allow_once(clinic.owen, father, "The court changed the order.")
    services.home_programs.issue(planned(services, clinic.owen, BEAR_WALK), father)
    said = audit_queries.about_child(clinic.owen, lambda **row: row["subject"])
    assert f"caregiver {father}: The court changed the order." in said
    with pytest.raises(ValidationError, match="order 12 Mar 2026"):
        services.home_programs.issue(planned(services, clinic.owen, BEAR_WALK), father)


def test_no_therapist_overrides_a_court(services, clinic):
    father = caregiver(services, clinic.owen, "father")
    therapist = services_for(a_user(Role.THERAPIST, "Amara Okafor"))
    with pytest.raises(NotAllowed):
        therapist.home_programs.allow_once(clinic.owen, father, "He asked for it.")


def test_allowing_needs_a_reason(services, clinic):
    father = caregiver(services, clinic.owen, "father")
    with pytest.raises(ValidationError, match="Say why"):
        services.home_programs.allow_once(clinic.owen, father, " ")


def test_owens_father_is_listed_as_not_allowed(services, clinic):
    page = services.home_programs.start(clinic.owen)
    assert [one.name for one in page.recipients if one.may_receive] == ["Grace Park"]


def test_the_custody_note_is_not_on_the_pages(services, clinic):
    page = services.home_programs.start(clinic.owen)
    assert not any("collect" in line for line in page.printable(page.draft).safety)


def test_a_stranger_cannot_be_the_recipient(services, clinic):
    father = caregiver(services, clinic.owen, "father")
    with pytest.raises(ValidationError, match="not in the child’s family list"):
        services.home_programs.issue(planned(services, clinic.maya, BEAR_WALK), father)


def test_issued_papers_are_the_previewed_bytes(services, clinic):
    draft = planned(services, clinic.maya, BEAR_WALK)
    preview = services.home_programs.papers(draft)
    assert services.home_programs.issue(draft).pdf == preview


def test_a_reprint_is_the_same_file_after_the_library_changed(services, clinic):
    draft = planned(services, clinic.maya, BEAR_WALK)
    given = services.home_programs.issue(draft, caregiver(services, clinic.maya, "mother"))
    Activity.update(content=Activity.content, title="Other").execute()
    kept = json.loads(Activity.get(Activity.slug == "bear-walk").content)
    kept["words"]["en"]["title"] = "Crab walk"
    Activity.update(content=json.dumps(kept)).where(Activity.slug == "bear-walk").execute()
    assert services.home_programs.reprint(given.id).pdf == given.pdf


def test_an_issued_program_keeps_its_words_when_the_library_changes(services, clinic):
    services.home_programs.issue(planned(services, clinic.maya, BEAR_WALK))
    kept = json.loads(Activity.get(Activity.slug == "bear-walk").content)
    kept["words"]["en"]["title"] = "Crab walk"
    Activity.update(content=json.dumps(kept)).where(Activity.slug == "bear-walk").execute()
    assert services.home_programs.current(clinic.maya).activities[0].title == "Bear walk"


def test_a_reprint_is_in_the_activity_log(services, clinic):
    given = services.home_programs.issue(planned(services, clinic.maya, BEAR_WALK))
    services.home_programs.reprint(given.id)
    last = Audit.select().order_by(Audit.id.desc()).get()
    assert (last.action, last.child_id) == ("printed papers again", clinic.maya)


def test_a_reprint_for_somebody_who_lost_the_right_is_refused(services, clinic):
    mother = caregiver(services, clinic.maya, "mother")
    given = services.home_programs.issue(planned(services, clinic.maya, BEAR_WALK), mother)
    [family] = services.caseload.banner(clinic.maya).caregivers
    services.caseload.put_caregiver(
        clinic.maya,
        CaregiverDraft(family.full_name, family.relation, may_receive_papers=False,
                       custody_note="Order of 3 May 2027", caregiver_id=mother),
        1,
    )  # fmt: skip
    with pytest.raises(ValidationError, match="Order of 3 May 2027"):
        services.home_programs.reprint(given.id)


def test_who_when_and_to_whom_are_kept(services, clinic):
    mother = caregiver(services, clinic.maya, "mother")
    given = services.home_programs.issue(planned(services, clinic.maya, BEAR_WALK), mother)
    [program] = services.home_programs.of_child(clinic.maya)
    [paper] = program.papers
    assert (paper.issued_by, paper.recipient) == ("Rosalind Achebe", "Lucía Ortega")
    assert paper.pages == count_pages(given.pdf)


def test_the_audit_row_says_to_whom_by_number_only(services, clinic):
    mother = caregiver(services, clinic.maya, "mother")
    services.home_programs.issue(planned(services, clinic.maya, BEAR_WALK), mother)
    last = Audit.select().order_by(Audit.id.desc()).get()
    assert last.action == "gave papers to a family"
    assert f"caregiver {mother}" in last.subject
    assert "Ortega" not in last.subject


def test_a_note_asks_about_the_program_the_family_has(services, clinic):
    services.home_programs.issue(planned(services, clinic.maya, BEAR_WALK))
    current = services.home_programs.current(clinic.maya)
    asked = IssuedPrograms().given_before(clinic.maya, today() + timedelta(days=1))
    assert asked.id == current.id
    assert [(one.id, one.title, one.minutes, one.times_a_week) for one in asked.activities] == [
        (one.id, one.title, one.minutes, one.times_a_week) for one in current.activities
    ]


def test_the_next_program_replaces_the_current_one(services, clinic):
    first = services.home_programs.issue(planned(services, clinic.maya, BEAR_WALK))
    page = services.home_programs.start(clinic.maya)
    assert page.draft.replaces_id == first.home_program_id
    assert page.facts.replaces_on == today()


def test_the_last_program_can_be_built_on(services, clinic):
    services.home_programs.issue(planned(services, clinic.maya, BEAR_WALK))
    assert services.home_programs.start(clinic.maya).last.keys == ("bear-walk",)


def test_a_given_program_refuses_other_words(services, clinic):
    saved, _at = services.home_programs.save_draft(planned(services, clinic.maya, BEAR_WALK))
    services.home_programs.issue(saved)
    with pytest.raises(ClinicError, match="was given to the family"):
        services.home_programs.save_draft(saved.worded(0, say="Other words"))
    with pytest.raises(ClinicError, match="was given to the family"):
        services.home_programs.issue(saved.worded(0, say="Other words"))


def test_a_second_household_gets_its_own_copy_of_the_same_program(services):
    child_id = mateo(services)
    saved, _at = services.home_programs.save_draft(planned(services, child_id))
    mother, father = (one.id for one in services.caseload.banner(child_id).caregivers)
    services.home_programs.issue(saved, mother)
    gray = replace(saved, choice=PaperChoice(size=PageSize.A4, is_gray=True))
    services.home_programs.issue(gray, father)
    [given] = services.home_programs.of_child(child_id)
    assert [paper.recipient for paper in given.papers] == ["Daniel Alvarez", "Lucía Alvarez"]


def test_damaged_papers_are_not_printed_again(services, clinic):
    given = services.home_programs.issue(planned(services, clinic.maya, BEAR_WALK))
    IssuedPaper._meta.database.execute_sql("DROP TRIGGER paper_is_issued")
    IssuedPaper.update(pdf=b"%PDF-1.4 other").where(IssuedPaper.id == given.id).execute()
    with pytest.raises(ClinicError, match="damaged"):
        services.home_programs.reprint(given.id)


def test_the_front_desk_may_print_again_but_not_give(services, clinic):
    given = services.home_programs.issue(planned(services, clinic.maya, BEAR_WALK))
    desk = services_for(a_user(Role.FRONT_DESK, "Jo Hill"))
    assert desk.home_programs.reprint(given.id).pdf == given.pdf
    with pytest.raises(NotAllowed):
        desk.home_programs.issue(desk.home_programs.start(clinic.maya).draft)


def test_another_therapists_draft_is_left_alone(services):
    child_id = a_child(services)
    services.home_programs.save_draft(planned(services, child_id))
    other = services_for(a_user(Role.THERAPIST, "Amara Okafor"))
    assert other.home_programs.start(child_id).draft.keys == ()


def test_a_draft_left_lying_begins_today(services):
    child_id = a_child(services)
    past = today() - timedelta(days=30)
    draft = planned(services, child_id)
    old = replace(draft, starts_on=past, ends_on=past, chart_until=past)
    services.home_programs.save_draft(old)
    draft = services.home_programs.start(child_id).draft
    assert (draft.starts_on, draft.keys) == (today(), ("bear-walk", "sponge-squeeze"))


def test_the_plan_is_signed_by_the_therapist_who_makes_it():
    services = a_therapists_clinic()
    page = services.home_programs.start(mateo(services))
    assert page.facts.therapist == "Amara"


def test_a_new_allergy_is_found_in_the_activities_of_a_draft(services):
    child_id = a_child(services)
    services.home_programs.save_draft(planned(services, child_id, PEANUT_BUTTER))
    services.caseload.review_alerts(
        child_id, AlertKind.ALLERGY, Asked.LISTED, (Alert(AlertKind.ALLERGY, "Peanut"),)
    )
    page = services.home_programs.start(child_id)
    with pytest.raises(ValidationError, match="clashes with “Peanut”"):
        services.home_programs.issue(page.draft)


def test_what_todays_note_says_was_shown_is_in_the_program_at_once():
    services = a_therapists_clinic()
    child_id = mateo(services)
    session_id = a_visit(services, child_id, now_local().replace(hour=0, minute=5))
    shown = ShownToday((StrategyShown("Bear walk"), StrategyShown("Deep breaths")))
    content = services.notes.open_note(session_id).content
    parent = replace(content.parent, shown=shown)
    services.notes.save_draft(session_id, replace(content, parent=parent))
    assert services.home_programs.start(child_id).draft.keys == ("bear-walk",)


def test_what_was_shown_another_day_is_not_put_in():
    services = a_therapists_clinic()
    child_id = mateo(services)
    session_id = a_visit(services, child_id)
    content = services.notes.open_note(session_id).content
    parent = replace(content.parent, shown=ShownToday((StrategyShown("Bear walk"),)))
    services.notes.save_draft(session_id, replace(content, parent=parent))
    assert services.home_programs.start(child_id).draft.keys == ()


def test_what_was_taken_out_of_a_draft_does_not_come_back(services):
    child_id = a_child(services)
    saved, _at = services.home_programs.save_draft(planned(services, child_id))
    services.home_programs.save_draft(saved.without(0))
    assert services.home_programs.start(child_id).draft.keys == ("sponge-squeeze",)


def test_pages_drawn_for_other_words_are_not_given(services, clinic):
    draft = planned(services, clinic.maya, BEAR_WALK)
    page = services.home_programs.start(clinic.maya)
    stale = Drawn(page.printable(draft), draft.choice, b"%PDF-1.4 old words")
    changed = draft.worded(0, say="New words")
    assert services.home_programs.issue(changed, drawn=stale).pdf != stale.pdf


def test_pages_drawn_for_these_words_are_given(services, clinic):
    draft = planned(services, clinic.maya, BEAR_WALK)
    page = services.home_programs.start(clinic.maya)
    drawn = Drawn(page.printable(draft), draft.choice, services.home_programs.papers(draft))
    assert services.home_programs.issue(draft, drawn=drawn).pdf is drawn.pdf
