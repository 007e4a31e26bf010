from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from ot_desktop.scheduling.authorizations import Approval, Ledger

JUNE_1, JULY_31 = date(2027, 6, 1), date(2027, 7, 31)
AN_HOUR = 60
MAYAS = Ledger((Approval(1, visits=24, taken=4, starts_on=JUNE_1, ends_on=JULY_31),))


def after(ledger, number, day=date(2027, 7, 6)):
    for _ in range(number):
        ledger = ledger.after_visit(day, AN_HOUR)
    return ledger


def test_maya_has_none_left_after_twenty_visits():
    assert after(MAYAS, 20).left_after(date(2027, 7, 6), AN_HOUR) == 0


def test_the_twenty_first_visit_is_visit_25_of_24():
    coverage = after(MAYAS, 20).coverage(date(2027, 7, 7), AN_HOUR)
    assert coverage.is_beyond
    assert (coverage.number, coverage.visits) == (25, 24)


def test_visits_beyond_keep_counting():
    assert after(MAYAS, 22).coverage(date(2027, 7, 7), AN_HOUR).number == 27


def test_a_visit_after_the_end_names_the_last_day():
    coverage = MAYAS.coverage(date(2027, 8, 1), AN_HOUR)
    assert coverage.is_outside
    assert coverage.ended_on == JULY_31


def test_a_visit_before_the_start_names_the_first_day():
    assert MAYAS.coverage(date(2027, 5, 31), AN_HOUR).starts_on == JUNE_1


def test_what_expires_first_is_used_first():
    later = Approval(1, visits=10, taken=0, ends_on=None)
    sooner = Approval(2, visits=1, taken=0, ends_on=JULY_31)
    ledger = Ledger((later, sooner))
    assert ledger.coverage(JUNE_1, AN_HOUR).approval_id == 2
    assert after(ledger, 1).coverage(JUNE_1, AN_HOUR).approval_id == 1


def test_nobody_has_to_approve_when_there_is_no_authorization():
    coverage = Ledger().coverage(JUNE_1, AN_HOUR)
    assert not coverage.is_beyond
    assert not coverage.is_outside
    assert Ledger().left_after(JUNE_1, AN_HOUR) is None


approvals = st.lists(
    st.builds(
        lambda number, visits, start, length: Approval(
            number, visits, 0, JUNE_1 + timedelta(start), JUNE_1 + timedelta(start + length)
        ),
        st.integers(1, 10**6),
        st.integers(0, 6),
        st.integers(0, 20),
        st.integers(0, 20),
    ),
    max_size=4,
    unique_by=lambda approval: approval.id,
)


@given(approvals, st.lists(st.integers(0, 45), max_size=30))
def test_no_approval_is_ever_overdrawn_or_used_outside_its_dates(held, offsets):
    ledger = Ledger(tuple(held))
    for offset in offsets:
        day = JUNE_1 + timedelta(offset)
        coverage = ledger.coverage(day, AN_HOUR)
        if coverage.approval_id is not None:
            used = next(each for each in ledger.approvals if each.id == coverage.approval_id)
            assert used.covers(day)
            assert used.left > 0
        ledger = ledger.after_visit(day, AN_HOUR)
    assert all(approval.taken <= approval.visits for approval in ledger.approvals)
