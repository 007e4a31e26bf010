"""The dry run: every row ends once, answers settle questions, and corrections are read anew."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ot_desktop.errors import ClinicError
from ot_desktop.importing.columns import guess_columns, mapping_of
from ot_desktop.importing.dates import DateOrder
from ot_desktop.importing.domain import ImportedChild, KnownChild, NoticeKind, Relation, Sex
from ot_desktop.importing.dry_run import dry_run
from ot_desktop.importing.error_rows import error_rows_csv
from ot_desktop.importing.plan import Answers, ListedRow, MergedRow, NewRow
from ot_desktop.importing.same_child import Target
from ot_desktop.importing.table_file import read_bytes

TODAY = date(2026, 11, 21)
HEADINGS = (
    "First Name,Last Name,DOB,Status,Parent 1,Phone,"
    "Auth #,Auth Visits,Auth Used,Auth Start,Auth End,Notes"
)
NAMED = "Eli,Kim,2019-08-04"


def sheet_of(*rows: str, headings: str = HEADINGS):
    return read_bytes("\r\n".join([headings, *rows, ""]).encode())


def plan_of(*rows: str, headings: str = HEADINGS, answers: Answers | None = None, existing=()):
    sheet = sheet_of(*rows, headings=headings)
    mapping = mapping_of(guess_columns(sheet, TODAY.year))
    return dry_run(sheet, mapping, answers or Answers(), existing, TODAY)


def kinds(plan):
    return [notice.kind for notice in plan.notices]


def test_the_summary_counts_every_row():
    plan = plan_of(NAMED, "ELI,kim,2019-08-04", "", "Nora,Reed,2020-02-30")
    assert (plan.summary, plan.rows) == ("1 new, 1 merged, 2 listed", 4)


def test_a_row_with_several_problems_names_them_all():
    (row,) = plan_of(",Kim,2019-02-30,Purple").listed
    assert [problem.heading for problem in row.problems] == ["First Name", "DOB", "Status"]


def test_a_correction_is_read_in_place_of_the_cell():
    answers = Answers(corrections={(2, 2): "2021-02-28"})
    (row,) = plan_of("Eli,Kim,02/30/2021", answers=answers).new
    assert row.child.birth_date == date(2021, 2, 28)


def test_a_correction_may_fill_a_cell_past_the_end_of_a_short_row():
    (row,) = plan_of("Eli,Kim", answers=Answers(corrections={(2, 11): "hello"})).new
    assert row.child.notes == "hello"


def test_a_missing_birth_date_is_unknown_and_noticed():
    plan = plan_of("Eli,Kim,,Active")
    assert (plan.new[0].child.birth_date, kinds(plan)) == (None, [NoticeKind.NO_BIRTH_DATE])


@pytest.mark.parametrize("born", ["2026-11-22", "1899-12-31"])
def test_impossible_birth_dates_are_listed(born):
    assert isinstance(plan_of(f"Eli,Kim,{born}").ends[0], ListedRow)


def test_an_unclear_date_order_is_asked_once_for_the_column():
    plan = plan_of("Eli,Kim,03/04/2020", "Nora,Reed,05/06/2020")
    assert [q.question for q in plan.date_questions] == [
        "Is 03/04/2020 March 4, 2020 or April 3, 2020?"
    ]
    assert len(plan.listed) == 2


def test_the_answer_settles_the_whole_column():
    answers = Answers(date_orders={2: DateOrder.DAY_FIRST})
    plan = plan_of("Eli,Kim,03/04/2020", "Nora,Reed,05/06/2020", answers=answers)
    assert [row.child.birth_date for row in plan.new] == [date(2020, 4, 3), date(2020, 6, 5)]


def test_a_birth_date_never_takes_its_order_from_another_column():
    plan = plan_of("Eli,Kim,03/04/2020,,,,A1,20,0,06/16/2027,12/31/2027")
    assert [q.heading for q in plan.date_questions] == ["DOB"]


def test_an_authorization_date_follows_the_other_columns_and_says_so():
    plan = plan_of("Eli,Kim,06/16/2020,Active,,,A1,20,0,03/01/2027,08/28/2027")
    assert plan.new[0].child.authorizations[0].starts_on == date(2027, 3, 1)
    assert kinds(plan) == [NoticeKind.DATE_ORDER]


def test_more_visits_used_than_authorized_is_noticed():
    plan = plan_of(f"{NAMED},Active,,,A1,20,24")
    assert kinds(plan) == [NoticeKind.CHECK_VALUE]


def test_an_authorization_that_ends_before_it_starts_is_listed():
    (row,) = plan_of(f"{NAMED},Active,,,A1,20,2,2027-06-01,2027-05-01").listed
    assert row.problems[0].heading == "Auth End"


def test_a_status_nobody_uses_is_listed_and_a_blank_one_noticed():
    plan = plan_of(f"{NAMED},Purple", "Nora,Reed,2020-01-02,")
    assert [type(end) for end in plan.ends] == [ListedRow, NewRow]
    assert kinds(plan) == [NoticeKind.CHECK_VALUE]


def test_a_custody_sentence_is_kept_in_the_notes_and_pointed_at():
    plan = plan_of(f"{NAMED},Active,,,,,,,,Likes trains. Father NOT to collect.")
    child = plan.new[0].child
    assert child.notes == "Likes trains. Father NOT to collect."
    assert (child.custody_rules, kinds(plan)) == (("Father NOT to collect.",), [NoticeKind.CUSTODY])


def test_an_unmapped_column_is_kept_under_its_heading():
    plan = plan_of("Eli,Kim,2019-08-04,trains", headings="First Name,Last Name,DOB,Favorite toy")
    assert plan.new[0].child.notes == "Favorite toy: trains"


def test_a_word_that_fits_no_choice_is_kept_as_a_note():
    plan = plan_of("Eli,Kim,2019-08-04,blue", headings="First Name,Last Name,DOB,Sex")
    child = plan.new[0].child
    assert (child.sex, child.notes) == (Sex.UNKNOWN, "Sex: blue")


def test_the_heading_of_a_caregiver_column_tells_the_relation():
    plan = plan_of(
        "Eli,Kim,2019-08-04,Grace Kim", headings="First Name,Last Name,DOB,Mother's Name"
    )
    assert plan.new[0].child.caregivers[0].relation is Relation.MOTHER


def test_a_phone_without_a_name_is_kept_and_noticed():
    plan = plan_of(f"{NAMED},Active,,402-555-0101")
    assert plan.new[0].child.caregivers[0].phones[0].digits == "4025550101"
    assert kinds(plan) == [NoticeKind.CHECK_VALUE]


def test_a_full_name_column_is_split():
    plan = plan_of('"van der Berg, Hana",2019-08-04', headings="Name,DOB")
    child = plan.new[0].child
    assert (child.given_name, child.family_name) == ("Hana", "van der Berg")


def test_a_row_with_cells_past_the_headings_is_listed():
    plan = plan_of(
        "Eli,Kim,2019-08-04",
        "Nora,Reed,Jr,2020-01-02",
        "Ada,Lee,2020-01-03",
        headings="First,Last,DOB",
    )
    assert [(row.row, row.column) for row in plan.listed] == [(3, None)]


def test_repeated_headings_are_listed():
    assert plan_of(NAMED, HEADINGS).listed[0].reason == "This row repeats the column headings."


def test_an_unclear_child_is_listed_with_the_question():
    plan = plan_of("Catherine,Kim,2019-08-04", "Kathryn,Kim,2019-08-04")
    (row,) = plan.listed
    assert row.question is not None
    assert row.question.target == Target(row=2)


@pytest.mark.parametrize(("answer", "kind"), [(None, NewRow), (Target(row=2), MergedRow)])
def test_the_answer_decides_about_an_unclear_child(answer, kind):
    plan = plan_of(
        "Catherine,Kim,2019-08-04",
        "Kathryn,Kim,2019-08-04",
        answers=Answers(same_child={3: answer}),
    )
    assert isinstance(plan.ends[1], kind)


def test_a_row_left_out_by_choice_is_listed_so():
    plan = plan_of(NAMED, answers=Answers(left_out=frozenset({2})))
    assert plan.listed[0].reason == "You left this row out."


def test_what_a_later_row_adds_is_in_the_earlier_child():
    plan = plan_of(NAMED, f"{NAMED},Active,Grace Kim,402-555-0101")
    assert plan.new[0].child.caregivers[0].name == "Grace Kim"


def test_a_child_of_the_clinic_gains_what_was_blank():
    known = KnownChild(5, 8, ImportedChild("Eli", "Kim", birth_date=date(2019, 8, 4)))
    plan = plan_of(f"{NAMED},Active,Grace Kim,402-555-0101", existing=[known])
    assert plan.merged[0].target == Target(child_id=5)
    assert plan.updates[0].after.caregivers[0].name == "Grace Kim"


def test_importing_the_same_again_changes_nothing():
    rows = [f"{NAMED},Active,Grace Kim,402-555-0101,A1,20,3,2027-01-01,2027-06-30,likes trains"]
    known = [KnownChild(1, 1, row.child) for row in plan_of(*rows).new]
    plan = plan_of(*rows, existing=known)
    assert (plan.summary, plan.updates) == ("0 new, 1 merged, 0 listed", ())


def test_one_authorization_number_on_two_children_is_noticed():
    plan = plan_of(f"{NAMED},Active,,,A1,20", "Nora,Reed,2020-01-02,Active,,,a1,20")
    assert plan.notices[-1].reason == "Authorization a1 is also in row 2, for another child."


def test_a_formula_stays_text_and_is_noticed():
    plan = plan_of(f"{NAMED},Active,,,,,,,,=1+1")
    assert (plan.new[0].child.notes, kinds(plan)) == ("=1+1", [NoticeKind.PLAIN_TEXT])


def test_a_stopped_check_says_that_nothing_changed():
    class Impatient:
        def report(self, percent, doing):
            pass

        def cancelled(self):
            return True

    sheet = sheet_of(NAMED)
    mapping = mapping_of(guess_columns(sheet, TODAY.year))
    with pytest.raises(ClinicError, match="nothing was changed"):
        dry_run(sheet, mapping, Answers(), [], TODAY, Impatient())


def test_saved_error_rows_come_back_in_their_columns():
    sheet = sheet_of(NAMED, "", "Nora,Reed,02/30/2021,Active,,+1 402 555 0101,,,,,,=1+1")
    mapping = mapping_of(guess_columns(sheet, TODAY.year))
    plan = dry_run(sheet, mapping, Answers(), [], TODAY)
    again = read_bytes(error_rows_csv(sheet, plan))
    assert again.rows[0].cells[: sheet.width] == sheet.rows[2].cells
    assert again.rows[0].cells[sheet.width :] == (
        "4",
        plan.listed[1].problems[0].heading + ": " + plan.listed[1].reason,
    )


def test_saved_error_rows_never_start_a_formula():
    sheet = sheet_of("Nora,Reed,02/30/2021,Active,,,,,,,,=1+1")
    plan = dry_run(sheet, mapping_of(guess_columns(sheet, TODAY.year)), Answers(), [], TODAY)
    assert ",'=1+1," in error_rows_csv(sheet, plan).decode("utf-8-sig")


def test_corrected_error_rows_import_without_the_added_columns():
    sheet = sheet_of("Nora,Reed,02/30/2021")
    plan = dry_run(sheet, mapping_of(guess_columns(sheet, TODAY.year)), Answers(), [], TODAY)
    again = read_bytes(error_rows_csv(sheet, plan).replace(b"02/30/2021", b"02/28/2021"))
    child = (
        dry_run(again, mapping_of(guess_columns(again, TODAY.year)), Answers(), [], TODAY)
        .new[0]
        .child
    )
    assert (child.birth_date, child.notes) == (date(2021, 2, 28), "")


CELL = st.sampled_from(
    ["", "Eli", "eli ", "Kim", "Nora", "none", "2019-08-04", "03/04/2020", "06/16/2021",
     "02/30/2021", "twenty", "Active", "Purple", "402-555-0101", "A1", "20", "24", "Grace Kim",
     "Catherine", "Kathryn", "=1+1", '"a,b"', "Father NOT to collect", "\u202ex", "陈"]
)  # fmt: skip


@given(st.lists(st.lists(CELL, max_size=13).map(",".join), max_size=12))
def test_every_row_ends_exactly_once(rows):
    sheet = read_bytes("\r\n".join([HEADINGS, *rows, "Eli,Kim,2019-08-04", ""]).encode())
    plan = dry_run(sheet, mapping_of(guess_columns(sheet, TODAY.year)), Answers(), [], TODAY)
    assert [end.row for end in plan.ends] == [row.number for row in sheet.rows]
    assert plan.rows == len(plan.new) + len(plan.merged) + len(plan.listed)
    assert all(row.problems for row in plan.listed)


@given(st.lists(st.lists(CELL, min_size=12, max_size=12).map(",".join), min_size=1, max_size=8))
def test_every_merged_row_reaches_a_child_that_comes_in(rows):
    plan = dry_run_of(rows)
    new = {row.row for row in plan.new}
    assert all(row.target.row in new for row in plan.merged)


@given(st.lists(st.lists(CELL, min_size=12, max_size=12).map(",".join), min_size=1, max_size=8))
def test_every_new_child_has_one_household(rows):
    plan = dry_run_of(rows)
    members = [member.row for home in plan.households for member in home.members]
    assert sorted(members) == [row.row for row in plan.new]
    assert all(Target(row=row.row) in plan.households[row.household].members for row in plan.new)


def dry_run_of(rows):
    sheet = read_bytes("\r\n".join([HEADINGS, *rows, "Eli,Kim,2019-08-04", ""]).encode())
    return dry_run(sheet, mapping_of(guess_columns(sheet, TODAY.year)), Answers(), [], TODAY)
