"""Story 25, activity library that fits the clinic, by its numbers."""

from collections import Counter
from dataclasses import replace

import pytest

from ot_desktop.errors import ValidationError
from ot_desktop.home_programs.activities.package import read_package
from ot_desktop.home_programs.activities.pictures import photo_of
from ot_desktop.home_programs.domain import Hazard, Routine, Skill
from tests.activity_files import a_photo, sock_toss
from tests.builders import an_empty_clinic
from tests.reference_clinic import reference_clinic

PEANUT_TOSS = replace(
    sock_toss(title="Peanut-butter sock toss", safety=("Wipe hands after.",)),
    hazards=frozenset({Hazard.PEANUT}),
)


@pytest.fixture
def services():
    return an_empty_clinic()


@pytest.fixture
def clinic(services):
    return reference_clinic(services)


@pytest.fixture
def maya(clinic):
    return clinic.maya


def approved(services, activity):
    services.activities.entries()
    key = services.activities.save_draft(activity).key
    return services.activities.approve(key).in_force


def test_the_library_starts_with_60_activities_over_six_areas_and_six_routines(services):
    starters = [one.in_force for one in services.activities.entries()]
    areas = Counter(skill for one in starters for skill in one.skills)
    routines = Counter(routine for one in starters for routine in one.routines)
    assert len(starters) >= 60
    assert set(areas) == set(Skill)
    assert set(routines) == set(Routine)


def test_an_own_activity_has_photo_steps_cue_words_and_both_ways_to_change_it(services):
    photo = photo_of("socks.jpg", a_photo())
    ours = approved(services, replace(sock_toss(), photo=photo))
    words = ours.words["en"]
    assert ours.photo == photo
    assert (len(words.steps), words.say) == (2, "Look, then toss.")
    assert words.too_hard != words.too_easy


def test_an_own_activity_with_peanut_is_never_suggested_to_maya(services, maya):
    ours = approved(services, PEANUT_TOSS)
    assert ours.key not in {offer.activity.key for offer in services.home_programs.suggested(maya)}


def test_an_own_activity_with_peanut_is_refused_for_maya_with_the_reason(services, maya):
    ours = approved(services, PEANUT_TOSS)
    page = services.home_programs.start(maya)
    with pytest.raises(ValidationError, match=r"Peanut-butter sock toss clashes with .*eanut"):
        services.home_programs.check(page.added(page.draft, ours))


def test_an_own_activity_is_given_like_any_other(services, clinic):
    ours = approved(services, sock_toss())
    page = services.home_programs.start(clinic.leo)
    paper = services.home_programs.issue(page.added(page.draft, ours))
    assert paper.pages >= 1


def test_the_library_leaves_as_one_file_and_comes_back(services, tmp_path):
    ours = approved(services, sock_toss())
    everything = [one.key for one in services.activities.entries()]
    services.activities.export(tmp_path / "library.zip", everything)
    found = read_package(tmp_path / "library.zip")
    assert found.faults == ()
    assert {one.key: one for one in found.activities}[ours.key] == ours
    assert set(services.activities.compared(found.activities).values()) == {"same"}
