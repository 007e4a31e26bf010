import pytest

from db.connection import close_database
from ot_desktop.access.door import Door
from ot_desktop.errors import ClinicError
from ot_desktop.services import services_for
from tests.answering import Answering
from tests.clinics import a_clinic_in
from ui.access.recovery_renewal import renew_recovery_sheet


@pytest.fixture
def clinic(tmp_path):
    folder, owner, key = a_clinic_in(tmp_path)
    yield folder, services_for(owner, folder), key
    close_database()


def test_a_new_sheet_makes_the_old_one_worthless(clinic, tmp_path):
    folder, services, old_key = clinic
    said = []
    renew_recovery_sheet(services, Answering(confirm=True, save=tmp_path / "new.pdf"), said.append)
    assert (tmp_path / "new.pdf").read_bytes().startswith(b"%PDF")
    assert said
    with pytest.raises(ClinicError):
        Door(folder).unlock_with_recovery(old_key)


def test_backing_out_keeps_the_old_sheet_good(clinic, tmp_path):
    folder, services, old_key = clinic
    renew_recovery_sheet(services, Answering(confirm=True, save=None), print)
    assert Door(folder).unlock_with_recovery(old_key).by_recovery_key


def test_a_sheet_that_cannot_be_saved_is_shown_instead(clinic, tmp_path):
    _folder, services, _old_key = clinic
    asker = Answering(confirm=True, save=tmp_path / "no-such-folder" / "new.pdf")
    renew_recovery_sheet(services, asker, print)
    assert asker.asked[-1] == "Your new recovery key"
