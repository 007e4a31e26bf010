"""``init``: found a clinic with its owner; the recovery key is shown once."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from ot_desktop.commands.answer import Answer

OPENS, CLOSES = 8 * 60, 17 * 60
WORKDAYS = 5


def arguments(parser: ArgumentParser) -> None:
    """Say what the command takes."""
    parser.add_argument("--name", required=True, metavar="CLINIC", help="the clinic's name")
    parser.add_argument("--owner", required=True, metavar="NAME", help="first and last name")
    parser.add_argument(
        "--recovery-sheet",
        type=Path,
        metavar="FILE.pdf",
        help="write the recovery key to a sheet to print and lock away",
    )


def run(options: Namespace) -> Answer:
    """Found the clinic; open Monday to Friday, 8 AM to 5 PM, until somebody says otherwise."""
    from ot_desktop.access.domain import ColleagueDraft  # noqa: PLC0415  (lazy)
    from ot_desktop.access.door import Door  # noqa: PLC0415
    from ot_desktop.access.first_clinic import FirstClinic  # noqa: PLC0415  (lazy)
    from ot_desktop.access.founding import found_clinic  # noqa: PLC0415
    from ot_desktop.commands.opening import folder_of, new_password  # noqa: PLC0415
    from ot_desktop.permissions import Role  # noqa: PLC0415
    from ot_desktop.settings.domain import ClinicSettings, Hours  # noqa: PLC0415

    folder = folder_of(options)
    _refuse_sheet(options.recovery_sheet)
    password = new_password(options, options.owner)
    first = FirstClinic(
        owner=ColleagueDraft(options.owner, Role.OWNER, password),
        settings=ClinicSettings(name=options.name),
        hours=tuple(Hours(weekday, OPENS, CLOSES) for weekday in range(WORKDAYS)),
    )
    _, key = found_clinic(folder, first)
    Door(folder).leave()
    sentences = [f"{options.name} is set up in {folder.root}.", _recovery(key)]
    facts = {"clinic": str(folder.root), "owner": options.owner, "recovery_key": key}
    if options.recovery_sheet is not None:
        sentences.append(_write_sheet(options.recovery_sheet, options.name, key))
        facts["recovery_sheet"] = str(options.recovery_sheet)
    return Answer(tuple(sentences), facts)


def _recovery(key: str) -> str:
    return (
        f"Recovery key: {key}\nIt is shown only now. Write it down and lock it away: it opens the"
        " clinic's file when nobody knows a password any more."
    )


def _refuse_sheet(file: Path | None) -> None:
    """Refuse before anything is founded what could not be written after."""
    from ot_desktop.errors import ClinicError  # noqa: PLC0415

    if file is not None and file.exists():
        raise ClinicError(f"There is already a file {file}. Choose another name for the sheet.")
    if file is not None and not file.absolute().parent.is_dir():
        raise ClinicError(f"There is no folder {file.absolute().parent} for the recovery sheet.")


def _write_sheet(file: Path, clinic: str, key: str) -> str:
    from db.durable import write_durably  # noqa: PLC0415
    from ot_desktop.access.recovery_sheet import RecoverySheet, recovery_sheet  # noqa: PLC0415
    from ot_desktop.clock import today  # noqa: PLC0415

    try:
        write_durably(file, recovery_sheet(RecoverySheet(clinic, key, today())))
    except OSError:
        return f"The recovery sheet could not be written to {file}. Write the key down."
    return f"The recovery sheet is in {file}. Print it, then delete the file."
