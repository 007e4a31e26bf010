"""What is asked of a new family, and what of it is still open."""

from datetime import date

import pytest

from db.connection import close_database
from ot_desktop.caseload.document import DocumentDraft, DocumentKind
from ot_desktop.caseload.domain import (
    Alert,
    AlertKind,
    Asked,
    CaregiverDraft,
    ChildDraft,
    PracticeCapacity,
)
from ot_desktop.caseload.new_child import FirstStep, first_steps
from ot_desktop.caseload.scans import scan_of
from tests.builders import an_empty_clinic
from tests.note_builders import a_goal
from tests.scans import a_pdf


@pytest.fixture
def services():
    yield an_empty_clinic()
    close_database()


@pytest.fixture
def ada(services):
    return services.caseload.admit(ChildDraft("Ada", "Osei", date(2021, 4, 2)))


def still_open(services, child_id, *, sees_goals=True):
    documents = services.documents.of_child(child_id)
    steps = first_steps(services.caseload.banner(child_id), documents, sees_goals=sees_goals)
    return [each.step for each in steps if not each.is_done]


def ask_alerts(services, child_id, allergies=Asked.NONE_KNOWN, listed=()):
    services.caseload.review_alerts(child_id, AlertKind.ALLERGY, allergies, listed)
    services.caseload.review_alerts(child_id, AlertKind.PRECAUTION, Asked.NONE_KNOWN)


def test_everything_is_open_for_a_child_just_added(services, ada):
    assert still_open(services, ada) == list(FirstStep)


@pytest.mark.parametrize(
    ("asked", "listed"),
    [(Asked.NONE_KNOWN, ()), (Asked.LISTED, (Alert(AlertKind.ALLERGY, "Peanut"),))],
)
def test_alerts_are_done_when_they_are_listed_or_none_is_known(services, ada, asked, listed):
    ask_alerts(services, ada, asked, listed)
    assert FirstStep.ALERTS not in still_open(services, ada)


def test_alerts_are_open_while_only_one_kind_was_asked(services, ada):
    services.caseload.review_alerts(ada, AlertKind.ALLERGY, Asked.NONE_KNOWN)
    assert FirstStep.ALERTS in still_open(services, ada)


def test_one_contact_is_not_two(services, ada):
    for place, name in enumerate(("Efua Osei", "Kwame Osei"), start=1):
        assert FirstStep.CONTACTS in still_open(services, ada)
        services.caseload.put_caregiver(ada, CaregiverDraft(name), place)
    assert FirstStep.CONTACTS not in still_open(services, ada)


def test_a_court_order_is_no_consent(services, ada):
    for number, kind in enumerate((DocumentKind.COURT_ORDER, DocumentKind.CONSENT), start=1):
        assert FirstStep.CONSENT in still_open(services, ada)
        draft = DocumentDraft(kind, "Letter")
        services.documents.add(ada, scan_of("a.pdf", a_pdf(number)), draft)
    assert FirstStep.CONSENT not in still_open(services, ada)


def test_whoever_reads_no_goals_is_not_asked_for_one(services, ada):
    assert FirstStep.GOAL not in still_open(services, ada, sees_goals=False)


def test_nothing_is_left_once_all_is_asked(services, ada):
    ask_alerts(services, ada)
    for place, name in enumerate(("Efua Osei", "Kwame Osei"), start=1):
        services.caseload.put_caregiver(ada, CaregiverDraft(name), place)
    services.caseload.set_practice(ada, PracticeCapacity(5, 10, 5, "Efua", date(2026, 11, 2)))
    a_goal(services, ada)
    draft = DocumentDraft(DocumentKind.CONSENT, "Consent")
    services.documents.add(ada, scan_of("a.pdf", a_pdf()), draft)
    documents = services.documents.of_child(ada)
    assert first_steps(services.caseload.banner(ada), documents, sees_goals=True) == ()
