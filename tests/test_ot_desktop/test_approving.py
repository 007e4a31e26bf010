"""Story 11: Maya has 24 visits, 4 used, 20 booked; what comes after is unconfirmed."""

from dataclasses import replace
from datetime import date

import pytest

from db.connection import close_database
from ot_desktop.caseload.domain import AuthorizationDraft
from ot_desktop.errors import ClinicError, ValidationError
from tests.builders import an_empty_clinic
from tests.reference_clinic import mayas_series, reference_clinic


class Summer:
    def __init__(self):
        self.services = an_empty_clinic()
        self.clinic = reference_clinic(self.services)
        self.book(mayas_series(self.clinic))

    def book(self, request, reason="Renewal was sent."):
        scheduling = self.services.scheduling
        return scheduling.book(scheduling.preview(request), reason)

    def book_three_more(self):
        return self.book(mayas_series(self.clinic, starts_on=date(2027, 7, 7), count=3))

    @property
    def sessions(self):
        return self.services.scheduling.sessions_of(self.clinic.maya)

    @property
    def unconfirmed(self):
        return [each for each in self.sessions if each.is_unconfirmed]


@pytest.fixture
def summer():
    yield Summer()
    close_database()


def test_a_late_approval_covers_what_was_booked_without_booking_again(summer):
    summer.book_three_more()
    assert len(summer.unconfirmed) == 3
    before = [(each.id, each.starts) for each in summer.sessions]
    draft = AuthorizationDraft(visits=10, starts_on=date(2027, 7, 1), ends_on=date(2027, 8, 31))
    assert summer.services.approvals.authorize(summer.clinic.maya, draft) == 3
    assert summer.unconfirmed == []
    assert [(each.id, each.starts) for each in summer.sessions] == before
    used = {
        use.visits: use.left
        for use in summer.services.scheduling.authorizations(summer.clinic.maya)
    }
    assert used == {24: 0, 10: 7}


def test_an_approval_of_two_covers_the_first_two(summer):
    summer.book_three_more()
    covered = summer.services.approvals.authorize(summer.clinic.maya, AuthorizationDraft(visits=2))
    assert covered == 2
    assert [each.starts.date() for each in summer.unconfirmed] == [date(2027, 7, 9)]


def test_an_approval_from_a_later_day_covers_nothing_before(summer):
    summer.book_three_more()
    draft = AuthorizationDraft(visits=9, starts_on=date(2027, 7, 9))
    assert summer.services.approvals.authorize(summer.clinic.maya, draft) == 1


def test_the_desk_may_choose_another_authorization(summer):
    other = AuthorizationDraft(visits=5, starts_on=date(2027, 6, 1), ends_on=date(2027, 9, 1))
    summer.services.approvals.authorize(summer.clinic.maya, other)
    first, second = summer.services.scheduling.authorizations(summer.clinic.maya)
    session = summer.sessions[0]
    assert session.authorization_id == first.id  # what ends first is used first
    summer.services.approvals.use(session.id, second.id)
    assert summer.sessions[0].authorization_id == second.id
    assert [use.left for use in summer.services.scheduling.authorizations(summer.clinic.maya)] == [
        1,
        4,
    ]


def test_an_authorization_that_cannot_cover_it_is_refused(summer):
    late = AuthorizationDraft(visits=5, starts_on=date(2027, 8, 1))
    summer.services.approvals.authorize(summer.clinic.maya, late)
    found = summer.services.scheduling.authorizations(summer.clinic.maya)
    later = next(use for use in found if use.visits == 5)
    with pytest.raises(ValidationError):
        summer.services.approvals.use(summer.sessions[0].id, later.id)


def test_the_owner_may_forbid_unconfirmed_visits(summer):
    settings = summer.services.settings
    settings.describe(replace(settings.clinic().settings, may_book_unconfirmed=False))
    preview = summer.services.scheduling.preview(
        mayas_series(summer.clinic, starts_on=date(2027, 7, 7), count=3)
    )
    assert not preview.can_book
    with pytest.raises(ClinicError, match="Visit 25 of 24"):
        summer.services.scheduling.book(preview, "All the same")
    assert len(summer.sessions) == 20
