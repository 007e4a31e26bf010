"""Opening a clinic for a command: whose password, from where, and closing it again."""

import sys
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ot_desktop.access.domain import Colleague, UnlockedKey, WrongPassword
from ot_desktop.access.door import Door
from ot_desktop.errors import ClinicError
from ot_desktop.paths import ClinicFolder, own_clinic
from ot_desktop.permissions import Role
from ot_desktop.services import Services, services_for

MOST_PASSWORD_BYTES = 4096


def folder_of(options: Namespace) -> ClinicFolder:
    """Return the clinic that was named, or this computer's own one."""
    return ClinicFolder(options.clinic) if options.clinic else own_clinic()


@contextmanager
def open_clinic(options: Namespace) -> Iterator[Services]:
    """Open the clinic for a person, and close it whatever happens."""
    folder = folder_of(options)
    door = Door(folder)
    person = _person(door.look().people, options.user)
    password = _password(options, f"Password of {person.name}: ")
    user = door.enter(_unlocked(door, person, password))
    try:
        yield services_for(user, folder)
    finally:
        door.leave()


def _unlocked(door: Door, person: Colleague, password: str) -> UnlockedKey:
    try:
        return door.unlock(person.slot_id, password)
    except WrongPassword as wrong:  # tries are counted for one process; this one ends here
        raise ClinicError("That password is not right.") from wrong


def new_password(options: Namespace, name: str) -> str:
    """Return the password a new user chose; on a terminal it is typed twice."""
    first = _password(options, f"Choose a password for {name}: ")
    if options.password_file is None and _password(options, "Type it again: ") != first:
        raise ClinicError("The two passwords differ. Try again.")
    return first


def _person(people: tuple[Colleague, ...], name: str | None) -> Colleague:
    if name is None:
        wanted = [person for person in people if person.role is Role.OWNER]
    else:
        wanted = [person for person in people if person.name.casefold() == name.casefold()]
    if not wanted:
        names = ", ".join(person.name for person in people)
        raise ClinicError(f"Nobody called {name or 'owner'} signs in here. There are: {names}.")
    return wanted[0]


def _password(options: Namespace, question: str) -> str:
    if options.password_file is not None:
        return _first_line(options.password_file)
    if not sys.stdin.isatty():
        raise ClinicError("There is no terminal to ask for the password. Use --password-file FILE.")
    from getpass import getpass  # noqa: PLC0415  (only where somebody types)

    return getpass(question)


def _first_line(file: Path) -> str:
    try:
        with file.open("rb") as stream:
            text = stream.read(MOST_PASSWORD_BYTES).decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise ClinicError(f"The password file {file} cannot be read.") from error
    return text.splitlines()[0] if text else ""
