"""Which authorization a visit uses, and whether one is needed at all: two small dialogs."""

from datetime import date

import pytest

from db.connection import close_database
from ot_desktop.caseload.domain import AuthorizationDraft
from ot_desktop.caseload.units import Rounding
from tests.builders import an_empty_clinic
from tests.reference_clinic import mayas_series, reference_clinic
from ui.visits.approval_choice_dialog import ApprovalChoiceDialog
from ui.visits.authorization_dialog import AuthorizationDialog
from ui.visits.booking_rules_dialog import BookingRulesDialog


@pytest.fixture
def services():
    yield an_empty_clinic()
    close_database()


@pytest.fixture
def clinic(services):
    return reference_clinic(services)


@pytest.fixture
def booked(services, clinic):
    """Maya's first visit uses her 24 visits of Cedar Health; five more of Elm Fund wait."""
    services.scheduling.book(services.scheduling.preview(mayas_series(clinic, count=1)))
    draft = AuthorizationDraft(visits=5, payer="Elm Fund", ends_on=date(2027, 8, 31))
    services.approvals.authorize(clinic.maya, draft)


@pytest.fixture
def dialog(qtbot, services, clinic, booked):
    shown = ApprovalChoiceDialog(services, clinic.maya)
    qtbot.addWidget(shown)
    return shown


def now_used(services, clinic):
    [visit] = services.scheduling.sessions_of(clinic.maya)
    uses = {each.id: each.payer for each in services.scheduling.authorizations(clinic.maya)}
    return uses.get(visit.authorization_id)


def test_a_visit_is_shown_with_what_pays_for_it(dialog):
    assert dialog.visit_combo.currentText() == "Mon, Jun 7, 9:00 · Cedar Health"
    assert dialog.approval_combo.currentText().startswith("Cedar Health · 19 of 24 left")


def test_another_authorization_is_used_and_the_first_comes_back(dialog, services, clinic):
    choices = dialog.approval_combo
    choices.setCurrentIndex(choices.findText("Elm Fund · 5 of 5 left, until Aug 31, 2027"))
    dialog.save_button.click()
    assert now_used(services, clinic) == "Elm Fund"
    assert dialog.done_words == "Mon, Jun 7 uses Elm Fund"
    dialog.take_back()
    assert now_used(services, clinic) == "Cedar Health"


def test_one_that_does_not_cover_the_day_is_refused_at_its_field(services, clinic, booked, qtbot):
    late = AuthorizationDraft(visits=3, payer="Late", starts_on=date(2027, 8, 1))
    services.approvals.authorize(clinic.maya, late)
    dialog = ApprovalChoiceDialog(services, clinic.maya)
    qtbot.addWidget(dialog)
    names = [dialog.approval_combo.itemText(row) for row in range(dialog.approval_combo.count())]
    place = next(row for row, words in enumerate(names) if words.startswith("Late"))
    dialog.approval_combo.setCurrentIndex(place)
    dialog.save_button.click()
    assert dialog.fields["authorization"].problem == "It does not cover this day. Choose another."
    assert now_used(services, clinic) == "Cedar Health"


def test_the_owner_forbids_unconfirmed_visits_with_one_box(qtbot, services, clinic):
    dialog = BookingRulesDialog(services.settings)
    qtbot.addWidget(dialog)
    assert dialog.unconfirmed_check.isChecked()
    dialog.unconfirmed_check.click()
    dialog.save_button.click()
    after = mayas_series(clinic, starts_on=date(2027, 8, 2), count=1)
    assert not services.scheduling.preview(after).can_book


def test_an_authorization_is_added_in_units_with_the_payers_rules(qtbot, services, clinic):
    adding = AuthorizationDialog(services.approvals, clinic.iris, date(2027, 6, 1))
    qtbot.addWidget(adding)
    adding.visits_stepper.set_value(96)
    adding.measure_combo.setCurrentIndex(adding.measure_combo.findData(Rounding.MID_POINT))
    adding.no_shows_check.setChecked(True)
    adding.take("yes")
    [use] = services.scheduling.authorizations(clinic.iris)
    assert (use.visits, use.rounding, use.counts_no_shows) == (96, Rounding.MID_POINT, True)


def test_units_are_called_units_where_one_is_chosen(qtbot, services, clinic, booked):
    draft = AuthorizationDraft(visits=40, payer="Oak", rounding=Rounding.EIGHT_MINUTES)
    services.approvals.authorize(clinic.maya, draft)
    shown = ApprovalChoiceDialog(services, clinic.maya)
    qtbot.addWidget(shown)
    offered = [shown.approval_combo.itemText(n) for n in range(shown.approval_combo.count())]
    assert "Oak · 40 of 40 units left" in offered


def test_a_wrong_number_is_corrected_and_comes_back(qtbot, services, clinic):
    services.scheduling.book(services.scheduling.preview(mayas_series(clinic)))
    uses = services.scheduling.authorizations(clinic.maya)
    correcting = AuthorizationDialog(services.approvals, clinic.maya, date(2027, 6, 1), None, uses)
    qtbot.addWidget(correcting)
    correcting.which_combo.setCurrentIndex(1)
    assert correcting.which_combo.currentText() == "correct Cedar Health, until Jul 31, 2027"
    assert (correcting.visits_stepper.value(), correcting.used_stepper.value()) == (24, 4)
    correcting.visits_stepper.set_value(20)
    correcting.take("yes")
    assert correcting.done_words == "Authorization corrected. Unconfirmed visits: 4"
    correcting.take_back()
    [use] = services.scheduling.authorizations(clinic.maya)
    assert (use.visits, use.left) == (24, 0)
