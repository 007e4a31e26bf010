"""Backups: whole, checked, listed, and made by anybody's program when they are due."""

import os
from datetime import timedelta

import pytest

from db.connection import close_database, database
from ot_desktop.access.door import Door
from ot_desktop.backup.service import BackupService, last_backup
from ot_desktop.caseload.domain import ChildDraft
from ot_desktop.changes import ChangeFeed, Topic
from ot_desktop.clock import now_local
from ot_desktop.errors import ClinicError, NotAllowed
from ot_desktop.paths import ClinicFolder
from ot_desktop.services import services_for
from ot_desktop.work import Work
from tests.builders import an_empty_clinic
from tests.clinics import OWNERS_PASSWORD, PASSWORD, a_clinic_in


@pytest.fixture
def clinic(tmp_path):
    folder, owner, _ = a_clinic_in(tmp_path)
    yield folder, services_for(owner, folder)
    close_database()


def signed_in(folder, name, password=PASSWORD):
    door = Door(folder)
    person = next(each for each in door.look().people if each.name == name)
    return services_for(door.enter(door.unlock(person.slot_id, password)), folder)


def test_a_backup_is_a_clinic_that_the_same_password_opens(clinic):
    _, services = clinic
    services.caseload.admit(ChildDraft("Maya", "Ortega"))
    backup = services.backup.back_up()
    copy = signed_in(ClinicFolder(backup.folder), "Rosalind Achebe", OWNERS_PASSWORD)
    assert [hit.full_name for hit in copy.caseload.search("maya")] == ["Maya Ortega"]


def test_the_last_backup_is_told_in_local_time_before_anybody_signs_in(clinic):
    folder, services = clinic
    assert services.backup.last() is None
    services.backup.back_up()
    assert abs(now_local() - services.backup.last()) < timedelta(seconds=30)
    assert last_backup(folder) == services.backup.last()


def test_backups_of_one_second_do_not_collide(clinic):
    _, services = clinic
    names = [services.backup.back_up().folder.name for _ in range(3)]
    assert len(set(names)) == 3
    assert [backup.folder.name for backup in services.backup.all()] == sorted(names, reverse=True)


def test_half_a_backup_is_not_listed(clinic):
    _, services = clinic
    ClinicFolder(services.backup.back_up().folder).key_file.unlink()
    assert services.backup.all() == []


def test_a_backup_goes_where_it_is_wanted(clinic, tmp_path):
    _, services = clinic
    backup = services.backup.back_up(tmp_path / "stick")
    assert backup.folder.parent == tmp_path / "stick"
    assert services.backup.all() == []


def test_a_backup_is_made_when_the_last_one_is_a_day_old(clinic):
    _, services = clinic
    assert services.backup.back_up_if_due() is not None
    assert services.backup.back_up_if_due() is None
    assert services.backup.back_up_if_due(after=timedelta(0)) is not None


def test_the_programs_own_backup_needs_no_permission(clinic):
    folder, _ = clinic
    amara = signed_in(folder, "Amara Okafor")
    with pytest.raises(NotAllowed):
        amara.backup.back_up()
    assert amara.backup.back_up_if_due() is not None


def test_a_backup_stands_in_the_activity_log_and_in_the_news(clinic):
    folder, services = clinic
    feed, heard = ChangeFeed(), []
    feed.listen(heard.append)
    backup = BackupService(Work(feed, services.user), folder).back_up()
    newest = "SELECT action, subject FROM audit ORDER BY id DESC LIMIT 1"
    assert database.execute_sql(newest).fetchall() == [("made a backup", backup.folder.name)]
    assert heard == [Topic.BACKUP]


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_cannot_be_written_is_refused_in_one_sentence(clinic, tmp_path):
    _, services = clinic
    locked = tmp_path / "locked"
    locked.mkdir(mode=0o500)
    with pytest.raises(ClinicError, match="cannot be written"):
        services.backup.back_up(locked)


def test_a_file_in_the_way_is_refused_in_one_sentence(clinic, tmp_path):
    _, services = clinic
    (tmp_path / "stick").write_text("not a folder", encoding="utf-8")
    with pytest.raises(ClinicError):
        services.backup.back_up(tmp_path / "stick")


def test_a_clinic_in_memory_has_nothing_to_copy():
    services = an_empty_clinic()
    with pytest.raises(ClinicError, match="not kept in a file"):
        services.backup.back_up()
    assert services.backup.back_up_if_due() is None
    assert services.backup.last() is None
