"""Checking passwords beside the window: what came of it, right or wrong."""

from collections.abc import Callable
from functools import partial
from typing import Any

from ot_desktop.errors import ClinicError
from ot_desktop.progress import Progress
from ui.tasks import Task, TaskRunner


def asked(runner: TaskRunner, call: Callable[[], Any]) -> Task:
    """Return a task that finishes with what ``call`` returns, or with its ``ClinicError``.

    A wrong password is an answer and no failure, so nothing of it goes into the log.
    """
    return runner.task(partial(_outcome, call))


def _outcome(call: Callable[[], Any], _progress: Progress) -> Any:
    try:
        return call()
    except ClinicError as error:
        return error
