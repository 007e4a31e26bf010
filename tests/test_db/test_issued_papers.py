"""What was given to a family stays as it was given, whatever the program does."""

from datetime import date

import peewee
import pytest

from db.models.home_programs import Activity, HomeProgram, HomeProgramActivity, IssuedPaper
from ot_desktop.clock import now_utc
from tests.builders import a_child, an_empty_clinic


@pytest.fixture
def services():
    return an_empty_clinic()


@pytest.fixture
def given(services):
    """A program with one activity and one paper, as a family has it."""
    child_id = a_child(services)
    Activity.insert(slug="bear-walk", title="Bear walk", content="{}").execute()
    program = HomeProgram.insert(
        child=child_id, author=services.user.id, starts_on=date(2027, 6, 7),
        ends_on=date(2027, 6, 21), content="{}", saved_at=now_utc(),
    ).execute()  # fmt: skip
    HomeProgramActivity.insert(
        home_program=program, position=1, activity_slug="bear-walk", title="Bear walk",
        minutes=3, times_a_week=7,
    ).execute()  # fmt: skip
    HomeProgram.update(issued_at=now_utc()).where(HomeProgram.id == program).execute()
    return IssuedPaper.insert(
        child=child_id, home_program=program, kind="home plan", issued_at=now_utc(),
        issued_by=services.user.id, pages=1, sha256="0" * 64, pdf=b"%PDF-1.4",
    ).execute()  # fmt: skip


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (IssuedPaper.update(pdf=b"other"), "paper is issued"),
        (IssuedPaper.update(caregiver=None), "paper is issued"),
        (HomeProgram.update(content='{"a": 1}'), "home program is issued"),
        (HomeProgram.update(issued_at=None), "home program is issued"),
        (HomeProgramActivity.update(title="Crab walk"), "home program is issued"),
        (HomeProgramActivity.delete(), "home program is issued"),
    ],
    ids=["bytes", "recipient", "words", "take back", "title", "take out"],
)
def test_the_file_refuses_to_change_what_was_given(given, change, said):
    with pytest.raises(peewee.IntegrityError, match=said):
        change.execute()


def test_the_file_refuses_to_add_to_what_was_given(given):
    program = HomeProgram.get()
    with pytest.raises(peewee.IntegrityError, match="home program is issued"):
        HomeProgramActivity.insert(
            home_program=program, position=2, activity_slug="bear-walk", title="Bear walk",
            minutes=3, times_a_week=7,
        ).execute()  # fmt: skip


@pytest.mark.parametrize("table", [IssuedPaper, HomeProgram])
def test_the_file_refuses_to_delete_what_was_given(given, table):
    with pytest.raises(peewee.IntegrityError):
        table.delete().execute()


def test_a_draft_may_change(services):
    program = HomeProgram.insert(
        child=a_child(services), author=services.user.id, starts_on=date(2027, 6, 7),
        ends_on=date(2027, 6, 21), content="{}", saved_at=now_utc(),
    ).execute()  # fmt: skip
    HomeProgram.update(content='{"a": 1}').execute()
    assert HomeProgram.get_by_id(program).content == '{"a": 1}'


def test_a_program_cannot_end_before_it_begins(services):
    with pytest.raises(peewee.IntegrityError):
        HomeProgram.insert(
            child=a_child(services), author=services.user.id, starts_on=date(2027, 6, 21),
            ends_on=date(2027, 6, 7), content="{}", saved_at=now_utc(),
        ).execute()  # fmt: skip


def test_a_paper_has_at_least_one_page(given, services):
    with pytest.raises(peewee.IntegrityError):
        IssuedPaper.insert(
            child=1, kind="home plan", issued_at=now_utc(), issued_by=services.user.id,
            pages=0, sha256="0" * 64, pdf=b"",
        ).execute()  # fmt: skip
