"""Story 21: the family gets somebody they understand: the interpreter is booked like a room.

What a booking of one refuses is in ``test_interpreters``.
"""

from datetime import date, datetime, time

import pypdfium2
import pytest

from db.connection import close_database
from db.queries import audit as audit_queries
from ot_desktop.errors import ValidationError
from ot_desktop.paper.page import Paper
from ot_desktop.permissions import Role
from ot_desktop.scheduling.domain import InterpreterUse, SeriesRequest
from ot_desktop.scheduling.paper import print_listings
from ot_desktop.scheduling.rules import Kind
from ot_desktop.scheduling.wording import sentence
from ot_desktop.services import services_for
from ot_desktop.settings.domain import InterpreterDraft
from tests.builders import a_user, an_empty_clinic
from tests.reference_clinic import reference_clinic

NINE = datetime.combine(date(2027, 6, 8), time(9))


class Desk:
    def __init__(self):
        self.owner = an_empty_clinic()
        self.clinic = reference_clinic(self.owner)
        self.front = services_for(a_user(Role.FRONT_DESK, "Dana Front"))
        self.marta = self.owner.settings.add_interpreter(
            InterpreterDraft("Marta Diaz", "Spanish", phone="555-0190", is_adult=True)
        )

    def request(self, child, therapist, starts=NINE, **more):
        return SeriesRequest.single(
            getattr(self.clinic, child), starts, 60, getattr(self.clinic, therapist),
            self.clinic.gym, **more,
        )  # fmt: skip

    def book(self, child="maya", therapist="ana", starts=NINE, **more):
        scheduling = self.front.scheduling
        preview = scheduling.preview(self.request(child, therapist, starts, **more))
        series = scheduling.book(preview, "Agreed by phone.")
        found = scheduling.sessions_of(getattr(self.clinic, child))
        return next(each.id for each in found if each.series_id == series)

    def language_on_the_day_sheet(self):
        [sheet] = self.front.day_papers.therapists(NINE.date())
        column = sheet.columns.index("Language")
        return sheet, [row[column] for group in sheet.groups for row in group.rows]


@pytest.fixture
def desk():
    yield Desk()
    close_database()


def test_the_day_sheet_says_which_language_and_that_somebody_is_needed(desk):
    desk.book()
    assert desk.language_on_the_day_sheet()[1] == ["Spanish, interpreter needed"]


def test_the_day_sheet_names_the_interpreter_who_is_booked(desk):
    desk.book(interpreter_id=desk.marta)
    sheet, words = desk.language_on_the_day_sheet()
    assert words == ["Spanish, interpreter Marta Diaz"]
    printed = pypdfium2.PdfDocument(print_listings((sheet,), Paper()))
    assert "Marta Diaz" in printed[0].get_textpage().get_text_bounded()
    printed.close()


def test_a_family_that_speaks_english_needs_no_line(desk):
    desk.book("owen")
    assert desk.language_on_the_day_sheet()[1] == [""]


def test_an_interpreter_with_another_family_is_a_stop_that_names_them(desk):
    desk.book(interpreter_id=desk.marta)
    preview = desk.front.scheduling.preview(desk.request("iris", "ben", interpreter_id=desk.marta))
    [row] = preview.conflicts
    [finding] = [each for each in row.findings if each.kind is Kind.INTERPRETER_TAKEN]
    assert finding.is_stop
    told = "Marta Diaz interprets for Maya Ortega in Sensory Gym until 10:00."
    assert sentence(finding) == told


def test_the_interpreter_of_a_cancelled_visit_is_free(desk):
    visit = desk.book(interpreter_id=desk.marta)
    desk.front.attendance.family_called(visit)
    desk.book("iris", "ben", interpreter_id=desk.marta)


@pytest.mark.parametrize("is_adult", [False, None])
def test_nobody_under_eighteen_or_of_unknown_age_interprets(desk, is_adult):
    with pytest.raises(ValidationError) as refused:
        desk.owner.settings.add_interpreter(
            InterpreterDraft("Luz Ortega", "Spanish", is_adult=is_adult)
        )
    assert "is_adult" in refused.value.fields


def test_used_and_declined_are_noted_and_the_log_says_by_whom(desk):
    visit = desk.book(interpreter_id=desk.marta)
    for use in (InterpreterUse.USED, InterpreterUse.DECLINED):
        desk.front.attendance.note_interpreter(visit, use)
        assert desk.front.scheduling.session(visit).interpreter_use == use.value
    found = audit_queries.about_child(desk.clinic.maya, dict)
    assert [(row["user_name"], row["subject"]) for row in found[:2]] == [
        ("Dana Front", f"session {visit}, interpreter declined"),
        ("Dana Front", f"session {visit}, interpreter used"),
    ]


def test_not_noted_is_not_declined(desk):
    visit = desk.book(interpreter_id=desk.marta)
    assert desk.front.scheduling.session(visit).interpreter_use == ""
