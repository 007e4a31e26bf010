"""Folders with faults, and clinic files to try them on."""

import hashlib
import os
import secrets
import shutil
import tempfile
from contextlib import contextmanager
from pathlib import Path

import pytest

from db import connection

NOBODY = 65534


class ReadOnly:
    """Takes the right to write away inside a ``with``, from root as well."""

    def __init__(self, folder):
        self.folder = folder

    @contextmanager
    def whole_folder(self):
        with self._as_nobody(0o555, folder_owner=0):
            yield

    @contextmanager
    def files(self):
        for path in self.folder.iterdir():
            path.chmod(0o444)
        with self._as_nobody(0o755, folder_owner=NOBODY):
            yield

    @contextmanager
    def _as_nobody(self, mode, folder_owner):
        self.folder.chmod(mode)
        is_root = os.geteuid() == 0
        if is_root:
            os.chown(self.folder, folder_owner, folder_owner)
            for path in self.folder.iterdir():
                os.chown(path, NOBODY, NOBODY)
            os.seteuid(NOBODY)
        try:
            yield
        finally:
            if is_root:
                os.seteuid(0)
            self.folder.chmod(0o755)


@pytest.fixture
def read_only():
    # tmp_path lies in a folder of root's that nobody else may enter.
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    yield ReadOnly(folder)
    shutil.rmtree(folder)


@pytest.fixture
def key():
    return secrets.token_bytes(32)


@pytest.fixture
def file(tmp_path):
    return tmp_path / "clinic.db"


@pytest.fixture(autouse=True)
def closed_afterwards():
    yield
    connection.close_database()


@pytest.fixture
def digest():
    return lambda path: hashlib.sha256(path.read_bytes()).hexdigest()
