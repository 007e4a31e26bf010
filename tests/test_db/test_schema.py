import pytest
from peewee import IntegrityError

import db.models.caseload
import db.models.home_programs
import db.models.messages
import db.models.notes
import db.models.programs
import db.models.scheduling
import db.models.settings
import db.models.waitlist  # noqa: F401  (every table is known once these are imported)
from db.connection import close_database, database, open_in_memory
from db.models.base import Table


@pytest.fixture(autouse=True)
def _file():
    open_in_memory()
    yield
    close_database()


def tables():
    return sorted(Table.__subclasses__(), key=lambda model: model._meta.table_name)


@pytest.mark.parametrize("model", tables(), ids=lambda model: model._meta.table_name)
def test_a_table_has_the_columns_of_its_model(model):
    stored = {column.name: column for column in database.get_columns(model._meta.table_name)}
    assert set(stored) == {field.column_name for field in model._meta.sorted_fields}


@pytest.mark.parametrize("model", tables(), ids=lambda model: model._meta.table_name)
def test_what_a_model_calls_optional_the_file_leaves_open(model):
    stored = {column.name: column for column in database.get_columns(model._meta.table_name)}
    for field in model._meta.sorted_fields:
        if not field.primary_key:
            assert stored[field.column_name].null == field.null, field.name


@pytest.mark.parametrize("model", tables(), ids=lambda model: model._meta.table_name)
def test_a_key_points_where_the_model_says(model):
    stored = {
        (key.column, key.dest_table) for key in database.get_foreign_keys(model._meta.table_name)
    }
    modelled = {
        (field.column_name, field.rel_model._meta.table_name)
        for field in model._meta.sorted_fields
        if hasattr(field, "rel_model") and field.rel_model is not None
    }
    assert stored == modelled


def test_every_table_has_a_model():
    named = {model._meta.table_name for model in tables()}
    assert set(database.get_tables()) - {"sqlite_sequence"} == named


def test_every_table_is_strict():
    rows = database.execute_sql("SELECT name, strict FROM pragma_table_list WHERE type = 'table'")
    loose = {name for name, strict in rows if not strict and not name.startswith("sqlite_")}
    assert loose == set()


KEPT = ("child", "caregiver", "guardianship", "alert", "authorization", "goal", "series", "session",
        "note", "goal_score", "addendum", "home_program", "issued_paper", "audit", "user",
        "therapist", "program", "session_kind", "program_child", "wanted_service", "family_told",
        "therapist_absence", "room_closure", "activity_version", "activity_picture",
        "wording_choice")  # fmt: skip


@pytest.mark.parametrize("table", KEPT)
def test_a_clinical_row_is_never_deleted(table):
    triggers = database.execute_sql(
        "SELECT count(*) FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ? "
        "AND sql LIKE '%BEFORE DELETE%this is never deleted%'",
        (table,),
    )
    assert triggers.fetchone() == (1,)


def an_audit_row():
    database.execute_sql(
        "INSERT INTO audit (at, user_name, computer, action) "
        "VALUES ('2027-06-07T14:00:00Z', 'Ana Ruiz', 'desk', 'signed in')"
    )


def test_the_audit_trail_refuses_changes():
    an_audit_row()
    with pytest.raises(IntegrityError, match="cannot be changed"):
        database.execute_sql("UPDATE audit SET user_name = 'Ben Cole'")


def test_the_audit_trail_refuses_deletion():
    an_audit_row()
    with pytest.raises(IntegrityError, match="never deleted"):
        database.execute_sql("DELETE FROM audit")


def test_the_audit_trail_refuses_replacement():
    an_audit_row()
    with pytest.raises(IntegrityError, match="never deleted"):
        database.execute_sql(
            "INSERT OR REPLACE INTO audit (id, at, user_name, computer, action) "
            "VALUES (1, '2027-06-07T14:00:00Z', 'Ben Cole', 'desk', 'signed in')"
        )
