"""The commands as somebody types them: real processes, real files, one answer each."""

import json
import subprocess
import sys
from pathlib import Path

import pypdfium2
import pytest

from db.connection import close_database
from ot_desktop.access.door import Door
from ot_desktop.cli import COMMANDS, main
from ot_desktop.home_programs import library
from ot_desktop.permissions import Role
from ot_desktop.services import services_for
from tests.builders import a_child
from tests.clinics import OWNERS_PASSWORD, a_clinic_in
from tests.note_builders import a_goal
from tests.paper_text import text_of

ROOT = Path(__file__).parents[2]
EXPORT = ROOT / "tests" / "data" / "caseload-export.csv"
PAGE = 4096


@pytest.fixture
def clinic(tmp_path):
    folder, _, _ = a_clinic_in(tmp_path)
    close_database()
    yield folder
    close_database()


@pytest.fixture
def password_file(tmp_path):
    file = tmp_path / "password.txt"
    file.write_text(f"{OWNERS_PASSWORD}\nnot this line\n", encoding="utf-8")
    return file


@pytest.fixture
def run(clinic, password_file, capsys):
    """Run one command on the clinic; returns status, stdout and stderr."""

    def command(*arguments):
        given = [str(argument) for argument in arguments]
        for option, value in (("--clinic", clinic.root), ("--password-file", password_file)):
            if option not in given:
                given += [option, str(value)]
        capsys.readouterr()
        status = main(given)
        said = capsys.readouterr()
        return status, said.out, said.err

    return command


@pytest.fixture
def child_with_a_goal(clinic):
    door = Door(clinic)
    owner = next(person for person in door.look().people if person.role is Role.OWNER)
    user = door.enter(door.unlock(owner.slot_id, OWNERS_PASSWORD))
    services = services_for(user, clinic)
    child_id = a_child(services)
    a_goal(services, child_id)
    door.leave()
    return child_id


def answered(run, *arguments):
    status, out, err = run(*arguments, "--json")
    assert err == ""
    assert out.count("\n") == 1
    return status, json.loads(out)


def test_the_module_runs_as_a_process(tmp_path):
    command = [sys.executable, "-m", "ot_desktop.cli", "--version"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0
    assert done.stdout.startswith("OT Desktop ")


def test_the_built_in_library_is_listed_without_a_clinic(capsys):
    assert main(["activities", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)["activities"]
    [bear] = [one for one in found if one["id"] == "bear-walk"]
    assert bear["areas"] == ["gross-motor", "sensory"]
    assert bear["routines"] == ["mealtime", "play"]
    assert (bear["ages"], bear["minutes"]) == ([3, 9], 3)
    assert bear["drawing"] == "bear-walk.svg"
    assert "en" in bear["languages"]
    assert 0 <= bear["grade"] <= 5


def test_a_clinics_library_is_listed_with_its_own_words(run, clinic):
    status, answer = answered(run, "activities")
    assert status == 0
    assert answer["count"] == len(answer["activities"]) >= 120
    assert {one["origin"] for one in answer["activities"]} == {"built-in"}


def test_help_names_every_command(capsys):
    with pytest.raises(SystemExit) as end:
        main(["--help"])
    assert end.value.code == 0
    shown = capsys.readouterr().out
    assert [name for name in COMMANDS if f"    {name} " not in shown.replace("\n", " ")] == []


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help(name, capsys):
    with pytest.raises(SystemExit) as end:
        main([name, "--help"])
    assert end.value.code == 0
    assert "--clinic" in capsys.readouterr().out


@pytest.mark.parametrize(
    "arguments", [[], ["dance"], ["import"], ["init"], ["check", "--no-such-thing"]]
)
def test_wrong_usage_ends_with_two(arguments, capsys):
    with pytest.raises(SystemExit) as end:
        main(arguments)
    assert end.value.code == 2
    assert "usage:" in capsys.readouterr().err


def test_check_counts_what_is_in_a_whole_file(run):
    status, facts = answered(run, "check")
    assert status == 0
    assert facts["ok"]
    assert (facts["damage"], facts["references"], facts["schema"]) == ([], [], [])
    assert facts["counts"]["user"] == 3


def test_check_finds_a_damaged_page(run, clinic):
    content = bytearray(clinic.data_file.read_bytes())
    content[30 * PAGE + 100] ^= 1
    clinic.data_file.write_bytes(content)
    status, facts = answered(run, "check")
    assert status == 1
    assert facts.get("damage") or "damaged" in facts["error"]


def test_a_wrong_password_is_refused_in_one_sentence(run, tmp_path):
    wrong = tmp_path / "wrong.txt"
    wrong.write_text("four other words here", encoding="utf-8")
    status, out, err = run("check", "--password-file", wrong)
    assert (status, out) == (1, "")
    assert err == "That password is not right.\n"


def test_a_refusal_is_one_object_too(run, tmp_path):
    status, facts = answered(run, "check", "--password-file", tmp_path / "missing.txt")
    assert status == 1
    assert list(facts) == ["error"]


def test_a_folder_without_a_clinic_is_refused(run, tmp_path):
    status, facts = answered(run, "check", "--clinic", tmp_path / "nothing")
    assert status == 1
    assert facts["error"]
    assert not (tmp_path / "nothing").exists()


def test_an_unknown_user_is_told_who_there_is(run):
    status, facts = answered(run, "check", "--user", "Nobody")
    assert status == 1
    assert "Amara Okafor" in facts["error"]


def test_a_role_that_may_not_is_refused(run, tmp_path):
    own = tmp_path / "amara.txt"
    own.write_text("four words in a row", encoding="utf-8")
    status, facts = answered(
        run, "backup", "--user", "amara okafor", "--password-file", own
    )  # fmt: skip
    assert status == 1
    assert "role" in facts["error"]


def test_a_backup_opens_with_the_same_password(run):
    status, facts = answered(run, "backup")
    assert status == 0
    status, checked = answered(run, "check", "--clinic", facts["backup"])
    assert (status, checked["ok"]) == (0, True)


def test_a_backup_goes_where_it_is_wanted(run, tmp_path):
    _, facts = answered(run, "backup", "--to", tmp_path / "stick")
    assert Path(facts["backup"]).parent == tmp_path / "stick"


def test_a_dry_run_answers_for_every_row_and_saves_nothing(run):
    status, facts = answered(run, "import", EXPORT, "--dry-run")
    assert status == 0
    assert facts["rows"] == facts["new"] + facts["merged"] + len(facts["listed"])
    assert all(row["reason"] for row in facts["listed"])
    assert not facts["saved"]
    assert answered(run, "check")[1]["counts"]["child"] == 0


def test_an_import_saves_the_children_and_says_where_every_row_went(run):
    status, facts = answered(run, "import", EXPORT, "--date-order", "mdy")
    assert status == 0
    assert facts["saved"]
    assert facts["rows"] == facts["new"] + facts["merged"] + len(facts["listed"])
    assert answered(run, "check")[1]["counts"]["child"] == facts["new"]


def test_importing_the_same_file_again_adds_nobody(run):
    first = answered(run, "import", EXPORT, "--date-order", "mdy")[1]
    again = answered(run, "import", EXPORT, "--date-order", "mdy")[1]
    assert first["new"] > 50
    assert again["new"] == 0


def test_dates_that_can_be_read_two_ways_are_asked(run, tmp_path):
    file = tmp_path / "two-ways.csv"
    file.write_text(
        "First name,Last name,Date of birth\nMaya,Ortega,3/4/2021\nLeo,Meyer,5/6/2022\n",
        encoding="utf-8",
    )
    status, facts = answered(run, "import", file)
    assert status == 1
    assert "--date-order" in facts["error"]
    status, facts = answered(run, "import", file, "--date-order", "dmy")
    assert (status, facts["new"]) == (0, 2)


def test_the_listed_rows_are_saved_as_a_file(run, tmp_path):
    errors = tmp_path / "to-correct.csv"
    _, facts = answered(run, "import", EXPORT, "--dry-run", "--errors", errors)
    assert facts["listed"]
    assert "Why it was listed" in errors.read_text(encoding="utf-8-sig")


def test_a_file_that_is_not_a_table_is_refused(run, tmp_path):
    file = tmp_path / "picture.png"
    file.write_bytes(bytes(range(256)) * 20)
    status, facts = answered(run, "import", file)
    assert status == 1
    assert facts["error"]


def test_a_person_reads_sentences(run):
    status, out, err = run("import", EXPORT, "--dry-run")
    assert (status, err) == (0, "")
    assert out.startswith("89 rows: ")
    assert "  Row " in out


@pytest.fixture
def new_folder(tmp_path):
    yield tmp_path / "new"
    close_database()


def founding(folder, password_file, *more):
    return [
        *("init", "--clinic", str(folder), "--name", "Birch Lane OT", "--owner", "Ada Lindqvist"),
        *("--password-file", str(password_file), "--json", *map(str, more)),
    ]


def test_init_founds_a_clinic_and_shows_the_recovery_key_once(new_folder, password_file, capsys):
    sheet = new_folder.parent / "sheet.pdf"
    assert main(founding(new_folder, password_file, "--recovery-sheet", sheet)) == 0
    facts = json.loads(capsys.readouterr().out)
    assert facts["recovery_key"]
    assert sheet.read_bytes().startswith(b"%PDF-")
    check = ["check", "--clinic", str(new_folder), "--password-file", str(password_file)]
    assert main(check) == 0


def test_init_leaves_nothing_behind_when_refused(new_folder, tmp_path, capsys):
    weak = tmp_path / "weak.txt"
    weak.write_text("short", encoding="utf-8")
    assert main(founding(new_folder, weak)) == 1
    assert "15" in json.loads(capsys.readouterr().out)["error"]
    assert not new_folder.exists()


def test_init_never_replaces_a_clinic(clinic, password_file, capsys):
    before = clinic.key_file.read_bytes()
    assert main(founding(clinic.root, password_file)) == 1
    assert "already a clinic" in json.loads(capsys.readouterr().out)["error"]
    assert clinic.key_file.read_bytes() == before


def test_init_is_refused_before_anything_is_made_when_the_sheet_has_no_place(
    new_folder, password_file, capsys
):
    sheet = new_folder.parent / "no such folder" / "sheet.pdf"
    assert main(founding(new_folder, password_file, "--recovery-sheet", sheet)) == 1
    assert "folder" in json.loads(capsys.readouterr().out)["error"]
    assert not new_folder.exists()


def test_the_demo_wants_a_folder_of_its_own(capsys):
    assert main(["demo", "--json"]) == 1
    assert "--clinic" in json.loads(capsys.readouterr().out)["error"]


def test_the_demo_clinic_checks_out(new_folder, tmp_path, capsys):
    demo = ["demo", "--clinic", str(new_folder), "--seed", "3", "--on", "2027-06-01", "--json"]
    assert main(demo) == 0
    facts = json.loads(capsys.readouterr().out)
    assert (facts["seed"], facts["made_on"]) == (3, "2027-06-01")
    own = tmp_path / "demo.txt"
    own.write_text(facts["password"], encoding="utf-8")
    check = ["check", "--clinic", str(new_folder), "--password-file", str(own), "--json"]
    assert main(check) == 0
    assert json.loads(capsys.readouterr().out)["ok"]


def test_without_a_terminal_the_password_file_is_asked_for(clinic):
    command = [sys.executable, "-m", "ot_desktop.cli", "check", "--clinic", str(clinic.root)]
    done = subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL
    )
    assert done.returncode == 1
    assert "--password-file" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_clinic_that_is_open_elsewhere_is_refused(clinic, password_file):
    held = [sys.executable, "-c", HOLD_OPEN, str(clinic.root), str(password_file)]
    with subprocess.Popen(
        held, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout.readline().strip() == "open"
        command = [sys.executable, "-m", "ot_desktop.cli", "check", "--clinic", str(clinic.root)]
        done = subprocess.run(
            [*command, "--password-file", str(password_file)],
            cwd=ROOT, capture_output=True, text=True, check=False,
        )  # fmt: skip
        other.communicate("\n")
    assert done.returncode == 1
    assert "already open" in done.stderr


HOLD_OPEN = """
import sys
from pathlib import Path
from ot_desktop.access.door import Door
from ot_desktop.paths import ClinicFolder
door = Door(ClinicFolder(Path(sys.argv[1])))
password = Path(sys.argv[2]).read_text(encoding="utf-8").splitlines()[0]
owner = next(p for p in door.look().people if p.name == "Rosalind Achebe")
door.enter(door.unlock(owner.slot_id, password))
print("open", flush=True)
sys.stdin.readline()
"""


PAPER_KINDS = ("home-program", "routine-sheets", "chart", "missed")


@pytest.mark.parametrize("kind", PAPER_KINDS)
def test_a_paper_is_written_in_the_familys_language(kind, run, child_with_a_goal, tmp_path):
    file = tmp_path / "paper.pdf"
    asked = ("--kind", kind, "--child", child_with_a_goal, "--language", "es", "-o", file)
    status, facts = answered(run, "paper", *asked, "--size", "a4", "--grey", "--large")
    assert status == 0
    assert facts["pages"] == len(pypdfium2.PdfDocument(file))
    assert (facts["language"], facts["suggested"]) == ("es", True)
    assert pypdfium2.PdfDocument(file)[0].get_size() == pytest.approx((595.28, 841.89), abs=0.01)


@pytest.mark.parametrize(
    ("kind", "refusal"), [("summary", "Write the note first"), ("schedule", "no visits")]
)
def test_a_paper_about_nothing_is_refused(kind, refusal, run, child_with_a_goal, tmp_path):
    asked = ("--kind", kind, "--child", child_with_a_goal, "-o", tmp_path / "paper.pdf")
    status, _, said = run("paper", *asked)
    assert status == 1
    assert refusal in said
    assert not (tmp_path / "paper.pdf").exists()


@pytest.mark.parametrize("options", [(), ("--gray", "--a4")])
def test_the_drawings_are_printed_on_a_contact_sheet(run, tmp_path, options):
    sheet = tmp_path / "drawings.pdf"
    status, facts = answered(run, "drawings", "-o", sheet, *options)
    words = text_of(sheet.read_bytes())
    assert status == 0
    assert facts["drawings"] == len(library.all_activities())
    assert {one.key for one in library.all_activities()} <= set(words.split())


def test_a_contact_sheet_that_cannot_be_written_is_refused(run, tmp_path):
    status, _, said = run("drawings", "-o", tmp_path / "nowhere" / "drawings.pdf")
    assert status == 1
    assert "could not be written" in said
