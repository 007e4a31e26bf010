"""Story 25: the library is the clinic's; nothing built in is lost, nothing issued changes."""

from dataclasses import replace

import pytest
from peewee import IntegrityError
from PIL import Image

from db.connection import database
from db.models.access import Audit
from db.models.home_programs import ActivityVersion, HomeProgram
from ot_desktop.errors import ClinicError, NotAllowed, ValidationError
from ot_desktop.home_programs import library
from ot_desktop.home_programs.activities.comparing import differences
from ot_desktop.home_programs.activities.domain import Origin, blank
from ot_desktop.home_programs.activities.pictures import photo_of
from ot_desktop.home_programs.domain import Hazard
from ot_desktop.permissions import Role
from ot_desktop.services import services_for
from tests.activity_files import a_photo, reworded, sock_toss
from tests.builders import a_user, an_empty_clinic
from tests.note_builders import mateo

BEAR_WALK = library.activity("bear-walk")
SLOWER = "Walk like a bear to the table. Go very slow."


@pytest.fixture
def services():
    return an_empty_clinic()


@pytest.fixture
def activities(services):
    services.activities.entries()
    return services.activities


def offered(services):
    return {one.key: one for one in services.home_programs.library()}


def slower_bear():
    steps = BEAR_WALK.words["en"].steps
    return reworded("bear-walk", steps=(steps[0], SLOWER, *steps[2:]))


def given(services, *keys):
    """Give a family a program and return the child and the program's text in the file."""
    child = mateo(services)
    page = services.home_programs.start(child)
    draft = page.draft
    for key in keys:
        draft = page.added(draft, library.activity(key))
    paper = services.home_programs.issue(draft)
    return child, paper.home_program_id


def text_of(program_id):
    return HomeProgram.get_by_id(program_id).content


def planned_steps(draft):
    return draft.activities[0].activity.words["en"].steps


def test_an_activity_of_our_own_is_a_draft_until_somebody_approves_it(services, activities):
    key = activities.save_draft(sock_toss()).key
    assert key not in offered(services)
    activities.approve(key)
    assert offered(services)[key].words["en"].title == "Sock toss"


def test_the_library_says_who_approved_and_when(services, activities):
    key = activities.save_draft(sock_toss()).key
    approved = activities.approve(key).approved
    assert approved.approved_by == services.user.name
    assert approved.approved_at >= approved.written_at


def test_half_an_activity_is_kept_as_a_draft(activities):
    entry = activities.save_draft(blank())
    assert entry.draft.activity.words["en"].title == ""


def test_half_an_activity_is_not_approved_and_each_missing_field_is_named(services, activities):
    key = activities.save_draft(sock_toss(why="", steps=())).key
    with pytest.raises(ValidationError) as refusal:
        activities.approve(key)
    assert set(refusal.value.fields) == {"words.en.why", "words.en.steps"}
    assert key not in offered(services)


def test_a_built_in_activity_is_never_overwritten(services, activities):
    activities.save_draft(slower_bear())
    entry = activities.approve("bear-walk")
    assert entry.origin is Origin.CHANGED
    assert entry.built_in == BEAR_WALK
    assert offered(services)["bear-walk"].words["en"].steps[1] == SLOWER


def test_a_draft_of_a_built_in_activity_changes_nothing_yet(services, activities):
    activities.save_draft(slower_bear())
    assert offered(services)["bear-walk"] == BEAR_WALK


def test_the_way_back_leads_to_the_built_in_words(services, activities):
    activities.save_draft(slower_bear())
    activities.approve("bear-walk")
    entry = activities.back_to_built_in("bear-walk")
    assert entry.origin is Origin.BUILT_IN
    assert offered(services)["bear-walk"] == BEAR_WALK


def test_an_approval_is_taken_back_and_the_draft_is_a_draft_again(services, activities):
    before = activities.save_draft(slower_bear())
    activities.approve("bear-walk")
    activities.put_back(before)
    assert offered(services)["bear-walk"] == BEAR_WALK
    assert activities.entry("bear-walk").draft.activity == before.draft.activity


def test_the_way_back_is_taken_back(services, activities):
    activities.save_draft(slower_bear())
    before = activities.approve("bear-walk")
    activities.back_to_built_in("bear-walk")
    activities.put_back(before)
    assert offered(services)["bear-walk"].words["en"].steps[1] == SLOWER


def test_our_version_stays_in_the_file_after_the_way_back(activities):
    activities.save_draft(slower_bear())
    activities.approve("bear-walk")
    activities.back_to_built_in("bear-walk")
    assert SLOWER in ActivityVersion.get().content


def test_the_file_itself_refuses_to_change_what_was_approved(activities):
    activities.save_draft(slower_bear())
    activities.approve("bear-walk")
    with pytest.raises(IntegrityError, match="activity version is approved"):
        database.execute_sql("UPDATE activity_version SET content = '{}'")


def test_an_activity_that_was_taken_out_is_offered_to_nobody_until_it_is_back(services, activities):
    activities.retire("bear-walk")
    assert "bear-walk" not in offered(services)
    activities.bring_back("bear-walk")
    assert "bear-walk" in offered(services)


def test_a_draft_that_was_put_aside_is_gone_from_the_list(activities):
    activities.save_draft(slower_bear())
    activities.drop_draft("bear-walk")
    assert activities.entry("bear-walk").draft is None


def test_a_draft_somebody_else_changed_is_not_overwritten(services, activities):
    opened = activities.save_draft(slower_bear())
    ben = services_for(a_user(Role.THERAPIST, "Ben Cole")).activities
    ben.save_draft(reworded("bear-walk", say="Slow feet."), opened.draft.written_at)
    with pytest.raises(ClinicError, match="Ben Cole changed this draft"):
        activities.save_draft(slower_bear(), opened.draft.written_at)
    assert activities.entry("bear-walk").draft.activity.words["en"].say == "Slow feet."


@pytest.mark.parametrize("role", [Role.FRONT_DESK, Role.ASSISTANT, Role.READ_ONLY])
def test_only_therapists_and_the_owner_edit_the_library(role):
    services = an_empty_clinic(role)
    assert services.activities.entries()
    with pytest.raises(NotAllowed):
        services.activities.save_draft(sock_toss())


def test_a_therapist_writes_and_approves():
    services = an_empty_clinic(Role.THERAPIST)
    key = services.activities.save_draft(sock_toss()).key
    assert services.activities.approve(key).approved


def test_each_change_is_in_the_activity_log_without_its_words(activities):
    activities.save_draft(slower_bear())
    activities.approve("bear-walk")
    log = [(row.action, row.subject) for row in Audit.select().where(Audit.child.is_null())]
    assert log[-2:] == [
        ("changed the activity library", "activity bear-walk: draft"),
        ("approved words of an activity", "activity bear-walk: approved"),
    ]


# When an activity changes that families have.


def test_a_change_names_the_children_who_have_the_activity_and_what_changed(services, activities):
    child, program_id = given(services, "bear-walk", "sponge-squeeze")
    [used] = activities.used_in("bear-walk", slower_bear())
    assert (used.child_id, used.program_id) == (child, program_id)
    assert [(one.field, SLOWER in one.after) for one in used.differences] == [
        ("words.en.steps", True)
    ]


def test_a_change_concerns_nobody_whose_program_has_other_activities(services, activities):
    given(services, "sponge-squeeze")
    assert activities.used_in("bear-walk", slower_bear()) == ()


def test_an_issued_program_never_changes(services, activities):
    _child, program_id = given(services, "bear-walk")
    before = text_of(program_id)
    activities.save_draft(slower_bear())
    [used] = activities.used_in("bear-walk", slower_bear())
    activities.approve("bear-walk", {used: True})
    assert text_of(program_id) == before


def test_taking_the_new_words_makes_a_draft_of_the_next_program(services, activities):
    child, _program = given(services, "bear-walk")
    activities.save_draft(slower_bear())
    [used] = activities.used_in("bear-walk", slower_bear())
    activities.approve("bear-walk", {used: True})
    draft = services.home_programs.start(child).draft
    assert draft.id is not None
    assert planned_steps(draft)[1] == SLOWER


def test_keeping_the_words_keeps_them_in_the_next_program_too(services, activities):
    child, _program = given(services, "bear-walk")
    activities.save_draft(slower_bear())
    [used] = activities.used_in("bear-walk", slower_bear())
    activities.approve("bear-walk", {used: False})
    page = services.home_programs.start(child)
    draft, _at = services.home_programs.save_draft(page.from_last(page.draft))
    assert planned_steps(draft) == BEAR_WALK.words["en"].steps
    assert planned_steps(services.home_programs.start(child).draft) == planned_steps(draft)


def test_a_program_copied_from_the_last_has_the_new_words_when_nobody_chose(services, activities):
    child, _program = given(services, "bear-walk")
    activities.save_draft(slower_bear())
    activities.approve("bear-walk")
    page = services.home_programs.start(child)
    assert planned_steps(page.from_last(page.draft))[1] == SLOWER


def test_a_program_waits_for_a_choice_until_it_is_made(services, activities):
    given(services, "bear-walk")
    activities.save_draft(slower_bear())
    activities.approve("bear-walk")
    [used] = activities.waiting("bear-walk")
    activities.choose_words("bear-walk", {used: False})
    assert activities.waiting("bear-walk") == ()


def test_a_choice_is_asked_again_when_the_words_change_again(services, activities):
    given(services, "bear-walk")
    activities.save_draft(slower_bear())
    [used] = activities.used_in("bear-walk", slower_bear())
    activities.approve("bear-walk", {used: False})
    activities.save_draft(reworded("bear-walk", say="Slow paws."))
    activities.approve("bear-walk")
    assert [one.child_id for one in activities.waiting("bear-walk")] == [used.child_id]


def test_the_list_counts_the_children_who_have_an_activity(services, activities):
    given(services, "bear-walk")
    assert activities.entry("bear-walk").children == 1


# Photos.


def test_a_photo_of_our_own_is_kept_with_its_credit(services, activities):
    photo = photo_of("socks.png", a_photo(kind="PNG"), "CC BY 4.0", "Ana Ruiz")
    key = activities.save_draft(replace(sock_toss(), photo=photo)).key
    activities.approve(key)
    kept = offered(services)[key].photo
    assert kept == photo
    assert kept.credit_line == "Ana Ruiz, CC BY 4.0"


def test_a_photo_says_nothing_of_the_camera_and_stands_upright():
    exif = Image.Exif()
    exif[0x0112], exif[0x010F] = 6, "Camera of Ana"
    photo = photo_of("socks.jpg", a_photo((60, 40), exif=exif.tobytes()))
    assert b"Camera of Ana" not in photo.jpeg
    assert (photo.jpeg[:2], b"Exif" in photo.jpeg) == (b"\xff\xd8", False)


def test_a_large_photo_is_made_smaller():
    assert len(photo_of("wall.jpg", a_photo((4000, 3000))).jpeg) < 100_000


def test_a_new_hazard_is_a_difference():
    harder = replace(BEAR_WALK, hazards=BEAR_WALK.hazards | {Hazard.LATEX})
    [found] = differences(BEAR_WALK, harder)
    assert (found.field, found.after) == ("hazards", "latex, weight-bearing")
