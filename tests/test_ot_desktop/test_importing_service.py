"""Saving an import into a real clinic: all or nothing, nothing doubled, and taken back whole."""

from datetime import date
from pathlib import Path

import peewee
import pytest

from db.connection import database
from ot_desktop.caseload.domain import AlertKind, Asked, CaregiverDraft, ChildDraft, Phone
from ot_desktop.caseload.goals import GoalDraft
from ot_desktop.changes import Topic
from ot_desktop.errors import ClinicError, NotAllowed
from ot_desktop.importing.check_rows import End, check_rows
from ot_desktop.importing.columns import guess_columns, mapping_of
from ot_desktop.importing.plan import Answers
from ot_desktop.importing.summary import summary_of
from ot_desktop.importing.table_file import read_bytes
from ot_desktop.permissions import Role
from tests.builders import a_child, an_empty_clinic

EXPORT = Path(__file__).parent.parent / "data" / "caseload-export.csv"
TABLES = (
    "import_batch", "household", "child", "child_search", "caregiver", "caregiver_phone",
    "guardianship", "alert", "authorization", "therapist", "audit",
)  # fmt: skip


@pytest.fixture
def clinic():
    return an_empty_clinic()


def plan_of(clinic, text, answers=None):
    sheet = read_bytes(text.encode())
    mapping = mapping_of(guess_columns(sheet, date.today().year))
    known = clinic.importing.known_children()
    return clinic.importing.plan(sheet, mapping, answers or Answers(), known)


def export_plan(clinic):
    return plan_of(clinic, EXPORT.read_text("utf-8-sig"))


def save(clinic, plan, *, therapists=True):
    missing = clinic.importing.missing_therapists(plan) if therapists else ()
    return clinic.importing.save(plan, "export.csv", missing)


def save_text(clinic, text):
    return save(clinic, plan_of(clinic, text))


def counts():
    return {name: database.execute_sql(f'SELECT COUNT(*) FROM "{name}"').fetchone()[0]  # noqa: S608  (names of our own tables)
            for name in TABLES}  # fmt: skip


def found(clinic, typed):
    [hit] = clinic.caseload.search(typed)
    return clinic.caseload.banner(hit.id)


def test_an_import_left_half_way_saves_nothing(clinic):
    before = counts()
    heard = []
    clinic.changes.listen(heard.append)
    steps = clinic.importing.save_in_steps(export_plan(clinic), "export.csv")
    percents = [next(steps) for _ in range(4)]
    assert counts() != before
    steps.close()
    assert counts() == before
    assert percents == sorted(percents)
    assert heard == []


def test_the_steps_of_an_import_tell_how_far_it_is(clinic):
    percents = list(clinic.importing.save_in_steps(export_plan(clinic), "export.csv"))
    assert percents == sorted(percents)
    assert len(percents) > 3
    assert all(0 <= percent < 100 for percent in percents)


def test_every_row_of_the_export_ends_in_the_file_or_on_the_list(clinic):
    plan = export_plan(clinic)
    done = save(clinic, plan)
    assert (done.new, done.merged, done.listed) == (83, 1, 5)
    assert done.new + done.merged + done.listed == plan.rows


def test_the_file_holds_what_the_plan_said(clinic):
    plan = export_plan(clinic)
    save(clinic, plan)
    papers = sum(len(end.child.authorizations) for end in plan.new)
    links = sum(len(end.child.caregivers) for end in plan.new)
    saved = counts()
    assert saved["child"] == saved["child_search"] == len(plan.new)
    assert (saved["authorization"], saved["guardianship"]) == (papers, links)
    assert (saved["import_batch"], saved["therapist"]) == (1, 5)


def test_the_same_file_again_doubles_nothing(clinic):
    save(clinic, export_plan(clinic))
    before = counts()
    again = export_plan(clinic)
    assert (len(again.new), len(again.merged), len(again.listed)) == (0, 84, 5)
    assert again.updates == ()
    save(clinic, again)
    after = counts()
    assert {name for name in TABLES if before[name] != after[name]} == {"import_batch", "audit"}


def test_siblings_share_a_household_and_a_caregiver(clinic):
    save(clinic, export_plan(clinic))
    hana = found(clinic, "Hana van der Berg")
    [sibling] = hana.siblings
    noa = clinic.caseload.banner(sibling.id)
    assert {each.id for each in hana.caregivers} & {each.id for each in noa.caregivers}


def test_an_imported_answer_has_no_review_date(clinic):
    save(clinic, export_plan(clinic))
    allergies = found(clinic, "Hana van der Berg").alerts.allergies
    assert (allergies.asked, allergies.reviewed_on) == (Asked.NONE_KNOWN, None)


def test_a_blank_cell_is_not_asked_rather_than_none(clinic):
    save_text(clinic, "First name,Last name,DOB,Allergies\nMaya,Ortega,2020-05-31,\n")
    assert found(clinic, "Maya").alerts.allergies.asked is Asked.NOT_ASKED


def test_a_custody_sentence_becomes_a_pick_up_alert_and_nobody_is_guessed(clinic):
    save(clinic, export_plan(clinic))
    jasper = found(clinic, "Jasper Goldberg")
    [alert] = jasper.alerts.of(AlertKind.PICK_UP)
    assert alert.title == "Check custody rule from import"
    assert "NOT to collect" in alert.details
    assert "NOT to collect" in jasper.about
    assert all(each.may_collect is None for each in jasper.caregivers)


def test_a_therapist_of_the_file_is_added_and_assigned(clinic):
    save(clinic, export_plan(clinic))
    assert found(clinic, "Hana van der Berg").therapist_name == "Priya Raman"


def test_a_therapist_who_is_not_added_stays_in_the_notes(clinic):
    save(clinic, export_plan(clinic), therapists=False)
    hana = found(clinic, "Hana van der Berg")
    assert hana.therapist_name is None
    assert "Raman, Priya OTR/L" in hana.about


def test_therapists_with_credentials_are_sure_and_bare_names_are_not(clinic):
    rows = 'Maya,Ortega,2020-05-31,"Okafor, Amara OTR/L"\nOmar,Reyes,2019-01-02,Front desk\n'
    plan = plan_of(clinic, f"First name,Last name,DOB,Therapist\n{rows}")
    missing = clinic.importing.missing_therapists(plan)
    assert [(each.name, each.looks_sure) for each in missing] == [
        ("Amara Okafor", True),
        ("Front desk", False),
    ]


def test_a_known_therapist_is_matched_whatever_the_order_of_the_names(clinic):
    text = 'First name,Last name,DOB,Therapist\nMaya,Ortega,2020-05-31,"Okafor, Amara OTR/L"\n'
    save_text(clinic, text)
    assert clinic.importing.missing_therapists(plan_of(clinic, text)) == ()


def test_front_desk_may_import_but_not_add_therapists():
    clinic = an_empty_clinic(Role.FRONT_DESK)
    plan = export_plan(clinic)
    with pytest.raises(NotAllowed):
        save(clinic, plan)
    assert save(clinic, plan, therapists=False).new == 83


def test_who_may_only_read_may_not_import():
    clinic = an_empty_clinic(Role.READ_ONLY)
    with pytest.raises(NotAllowed):
        clinic.importing.known_children()


def test_a_failure_in_the_middle_leaves_nothing(clinic):
    before = counts()
    database.execute_sql(
        "CREATE TEMP TRIGGER refuse BEFORE INSERT ON authorization WHEN NEW.number = 'A99401' "
        "BEGIN SELECT RAISE(ABORT, 'refused'); END"
    )
    with pytest.raises(peewee.IntegrityError):
        save(clinic, export_plan(clinic))
    assert counts() == before


def test_one_import_is_one_audit_row_and_one_piece_of_news(clinic):
    heard = []
    clinic.changes.listen(heard.append)
    before = counts()["audit"]
    save(clinic, export_plan(clinic), therapists=False)
    assert counts()["audit"] == before + 1
    assert heard == [Topic.CASELOAD]


def test_a_merge_fills_blanks_and_replaces_nothing(clinic):
    child_id = a_child(
        clinic, "Maya", language="English", caregivers=(CaregiverDraft("Ana Ortega", "mother"),)
    )
    done = save_text(
        clinic,
        "First name,Last name,DOB,Language,Pronouns,Parent,Mobile phone,Allergies,Auth visits\n"
        "Maya,Ortega,2020-05-31,Spanish,she/her,Ana Ortega,(402) 555-0145,Peanut,20\n",
    )
    maya = clinic.caseload.banner(child_id)
    assert (done.new, done.merged, done.filled) == (0, 1, 1)
    assert (maya.language, maya.pronouns) == ("English", "she")
    assert "Language Spanish" in maya.about
    assert [phone.number for phone in maya.caregivers[0].phones] == ["(402) 555-0145"]
    assert [alert.title for alert in maya.alerts.of(AlertKind.ALLERGY)] == ["Peanut"]
    assert [hit.id for hit in clinic.caseload.search("4025550145")] == [child_id]
    assert counts()["authorization"] == 1


def test_a_filled_child_has_an_audit_row_of_its_own(clinic):
    child_id = a_child(clinic, "Maya")
    save_text(clinic, "First name,Last name,DOB,Language\nMaya,Ortega,2020-05-31,Spanish\n")
    [row] = database.execute_sql(
        "SELECT action, subject FROM audit WHERE child_id = ? ORDER BY id DESC LIMIT 1", [child_id]
    ).fetchall()
    assert row == ("imported children", "import 1")


def test_a_new_sibling_joins_the_family_that_is_on_file(clinic):
    mother = CaregiverDraft("Ana Ortega", "mother", (Phone("402-555-0145"),))
    child_id = a_child(clinic, "Maya", caregivers=(mother,))
    save_text(
        clinic,
        "First name,Last name,DOB,Parent,Mobile phone,Email\n"
        "Leo,Ortega,2022-01-02,Ana Ortega,4025550145,ana@example.org\n",
    )
    maya = clinic.caseload.banner(child_id)
    assert [each.full_name for each in maya.siblings] == ["Leo Ortega"]
    assert counts()["caregiver"] == 1
    assert maya.caregivers[0].email == "ana@example.org"


def test_an_address_that_differs_from_the_household_is_kept_as_a_note(clinic):
    save_text(
        clinic,
        "First name,Last name,DOB,Parent,Mobile phone,Address,City\n"
        "Maya,Ortega,2020-05-31,Ana Ortega,4025550145,1 Elm St,Omaha\n"
        "Leo,Ortega,2022-01-02,Ana Ortega,4025550145,9 Oak Ave,Lincoln\n",
    )
    assert "9 Oak Ave, Lincoln" in found(clinic, "Leo").about


def test_a_record_number_of_another_child_is_kept_as_a_note(clinic):
    a_child(clinic, "Maya", record_number="77")
    text = "ID,First name,Last name,DOB\n77,Omar,Reyes,2019-01-02\n"
    save(clinic, plan_of(clinic, text, Answers(same_child={2: None})))
    omar = found(clinic, "Omar")
    assert omar.record_number is None
    assert "77" in omar.about


def test_what_has_no_field_is_kept_in_the_notes(clinic):
    save_text(
        clinic,
        "First name,Last name,DOB,Pronouns,Payer,Auth #,Auth end,Shoe size\n"
        "Maya,Ortega,2020-05-31,ze/zir,BlueCross,A1,2027-03-31,28\n",
    )
    about = found(clinic, "Maya").about
    for words in ("ze/zir", "BlueCross", "A1", "2027-03-31", "Shoe size: 28"):
        assert words in about
    assert counts()["authorization"] == 0


def test_a_child_changed_since_the_check_is_not_overwritten(clinic):
    child_id = a_child(clinic, "Maya")
    text = "First name,Last name,DOB,Language\nMaya,Ortega,2020-05-31,Spanish\n"
    plan = plan_of(clinic, text)
    draft = ChildDraft("Maya", "Ortega", date(2020, 5, 31), language="Polish")
    clinic.caseload.change_details(child_id, draft)
    before = counts()
    with pytest.raises(ClinicError, match="changed since the check"):
        save(clinic, plan)
    assert counts() == before
    assert clinic.caseload.banner(child_id).language == "Polish"


def test_an_import_is_taken_back_as_a_whole(clinic):
    kept = a_child(clinic, "Zoe")
    done = save(clinic, export_plan(clinic))
    rows = counts()["child"]
    assert clinic.importing.undo(done.batch_id) == 83
    assert counts()["child"] == rows
    assert [each.id for each in clinic.caseload.rows()] == [kept]
    assert clinic.caseload.search("Hana") == []


def test_what_was_taken_back_can_be_imported_again(clinic):
    done = save(clinic, export_plan(clinic))
    clinic.importing.undo(done.batch_id)
    save(clinic, export_plan(clinic))
    assert found(clinic, "Hana van der Berg").record_number == "10400"
    assert [each.undone_at is None for each in clinic.importing.recent()] == [True, False]


def test_an_import_stays_once_work_was_done_for_a_child(clinic):
    done = save(clinic, export_plan(clinic))
    hana = found(clinic, "Hana van der Berg")
    clinic.goals.add(hana.id, GoalDraft("fine-motor", "Buttons own shirt", 4, 3))
    with pytest.raises(ClinicError, match="Hana van der Berg"):
        clinic.importing.undo(done.batch_id)
    assert clinic.importing.recent()[0].undone_at is None


def test_looking_at_a_child_does_not_keep_an_import(clinic):
    done = save(clinic, export_plan(clinic))
    clinic.caseload.child(found(clinic, "Hana van der Berg").id)
    assert clinic.importing.undo(done.batch_id) == 83


def test_an_import_stays_after_a_week(clinic):
    done = save(clinic, export_plan(clinic))
    database.execute_sql("UPDATE import_batch SET imported_at = '2026-01-05T08:00:00.000Z'")
    with pytest.raises(ClinicError, match="7 days"):
        clinic.importing.undo(done.batch_id)


def test_an_import_is_taken_back_only_once(clinic):
    done = save(clinic, export_plan(clinic))
    clinic.importing.undo(done.batch_id)
    with pytest.raises(ClinicError, match="already"):
        clinic.importing.undo(done.batch_id)


def test_everybody_on_file_is_read_in_a_few_questions(clinic):
    save(clinic, export_plan(clinic))
    asked = []
    database.connection().set_trace_callback(asked.append)
    clinic.importing.known_children()
    database.connection().set_trace_callback(None)
    assert len(asked) == 5


def test_the_rows_to_check_say_what_happens_with_each(clinic):
    sheet = read_bytes(EXPORT.read_bytes())
    mapping = mapping_of(guess_columns(sheet, date.today().year))
    plan = clinic.importing.plan(sheet, mapping, Answers(left_out=frozenset({8})), [])
    checked = check_rows(plan, sheet, mapping, {8}, ())
    kinds = {row.row: row.kind for row in checked.rows}
    assert (kinds[2], kinds[90], kinds[9]) == (End.NEW, End.MERGED, End.LISTED)
    assert [row.row for row in checked.rows if row.is_problem] == [9, 14, 16, 42]
    assert checked.counts["listed"] == 5


def test_the_summary_counts_what_would_be_saved(clinic):
    summary = summary_of(export_plan(clinic))
    assert (summary.new, summary.siblings, summary.custody) == (83, 2, 1)
    assert sum(summary.by_status.values()) == 83
    assert not summary.is_empty
