"""Names, sizes and places: what a reader may rely on without opening a file."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LAYERS = ("ot_desktop", "db", "ui", "resources")
MODULES = sorted(path for layer in LAYERS for path in (ROOT / layer).rglob("*.py"))
EVERYTHING = [*MODULES, *sorted((ROOT / "tests").rglob("*.py"))]

# Names that say nothing about what is inside, or hide a module of Python's own.
EMPTY_NAMES = {"utils", "helpers", "misc", "common", "manager", "calendar", "csv", "types"}
FEATURES = sorted(path.parent.name for path in (ROOT / "ot_desktop").glob("*/service.py"))
# They own no table: they write through the other features.
WITHOUT_TABLES = {"backup", "demo", "importing"}
# Reached from the command line and the first-run set-up, or part of another page.
WITHOUT_PAGE = {"backup", "day", "demo", "settings"}
RUNNING_SQL = {"execute_sql", "SQL", "executescript"}
FORBIDDEN_CALLS = {"eval", "exec", "compile", "__import__"}
FORBIDDEN_IMPORTS = {"pickle", "cPickle", "marshal", "shelve", "yaml", "dill"}
CLOCK = ROOT / "ot_desktop" / "clock.py"
# The layer below may not import the clock; it dates lock files and copies, nothing of the clinic.
WITHOUT_CLOCK = ROOT / "db"
ASKING_THE_CLOCK = {"now", "today", "utcnow", "currentDate", "currentDateTime", "currentTime"}


@pytest.mark.parametrize("feature", [name for name in FEATURES if name not in WITHOUT_TABLES])
def test_a_feature_is_called_the_same_in_the_queries(feature):
    assert (ROOT / "db" / "queries" / f"{feature}.py").exists()


@pytest.mark.parametrize("feature", [name for name in FEATURES if name not in WITHOUT_PAGE])
def test_a_feature_is_called_the_same_on_the_screen(feature):
    assert list((ROOT / "ui" / feature).glob("*page.py"))


def test_module_names_say_what_is_inside():
    assert [path for path in EVERYTHING if path.stem in EMPTY_NAMES] == []


def test_modules_are_short_enough_to_read():
    lengths = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in MODULES}
    assert {path: length for path, length in lengths.items() if length > 300} == {}


def test_a_module_says_in_its_first_line_what_it_is_for():
    silent = [path for path in MODULES if not ast.get_docstring(_tree(path))]
    assert silent == []


def test_colors_come_from_the_tokens():
    assert _lines_with(r"""["']#[0-9a-fA-F]{3,8}\b""", "ui") == []


def test_day_names_do_not_follow_the_language_of_the_computer():
    """Qt sets the computer's locale, and ``%a`` or ``%B`` would follow it."""
    assert _lines_with(r"%[aAbBcpxX]\b", "ot_desktop", "ui") == []


def test_no_file_names_a_place_on_one_machine():
    assert _lines_with(r"""["'](/home/|/Users/|/root/|/work/|[A-Z]:\\\\)""", *LAYERS, "tests") == []


def test_sql_is_never_glued_together_from_text():
    glued = [
        f"{path.relative_to(ROOT)}:{call.lineno}"
        for path in MODULES
        for call in _calls(path, RUNNING_SQL)
        if _name(call.func) in RUNNING_SQL and call.args and _is_glued(call.args[0])
    ]
    assert glued == []


def test_text_is_never_run_as_code():
    running = [
        f"{path.relative_to(ROOT)}:{call.lineno}"
        for path in MODULES
        for call in _calls(path, FORBIDDEN_CALLS)
        if isinstance(call.func, ast.Name) and call.func.id in FORBIDDEN_CALLS
    ]
    assert running == []


def test_nothing_is_read_in_a_format_that_can_hold_code():
    assert [path for path in MODULES if FORBIDDEN_IMPORTS & set(_imports(path))] == []


def test_only_the_clock_asks_for_the_time():
    asking = [
        f"{path.relative_to(ROOT)}:{call.lineno}"
        for path in MODULES
        if path != CLOCK and not path.is_relative_to(WITHOUT_CLOCK)
        for call in _calls(path, ASKING_THE_CLOCK)
        if isinstance(call.func, ast.Attribute)
        and call.func.attr in ASKING_THE_CLOCK
        and _name(call.func.value) in {"date", "datetime", "QDate", "QDateTime", "QTime"}
    ]
    assert asking == []


def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def _calls(path: Path, names: set[str]) -> Iterator[ast.Call]:
    """Find the calls in a module that calls one of ``names``; most need not be parsed."""
    if re.search(rf"\b({'|'.join(names)})\s*\(", path.read_text(encoding="utf-8")):
        yield from (node for node in ast.walk(_tree(path)) if isinstance(node, ast.Call))


def _name(node: ast.expr) -> str:
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""


def _is_glued(sql: ast.expr) -> bool:
    """Say whether the text holds values put in by an f-string, ``%``, ``+`` or ``format``."""
    if isinstance(sql, ast.JoinedStr):
        return any(isinstance(part, ast.FormattedValue) for part in sql.values)
    if isinstance(sql, ast.Call):
        return _name(sql.func) == "format"
    return isinstance(sql, ast.BinOp)


def _imports(path: Path) -> Iterator[str]:
    """Find what a module imports, if it names something forbidden at all."""
    if not re.search("|".join(FORBIDDEN_IMPORTS), path.read_text(encoding="utf-8")):
        return
    for node in ast.walk(_tree(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield (node.module or "").partition(".")[0]


def _lines_with(pattern: str, *folders: str) -> list[str]:
    return [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()}"
        for folder in folders
        for path in sorted((ROOT / folder).rglob("*.py"))
        if path != Path(__file__)
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if re.search(pattern, line)
    ]


def test_only_the_clock_turns_instants_into_times_of_the_day():
    ours = [path for path in MODULES if path.parts[-2:] != ("ot_desktop", "clock.py")]
    asking = [path for path in ours if ".astimezone()" in path.read_text(encoding="utf-8")]
    assert [path for path in asking if "db" not in path.parts] == []
