"""Files the application ships with: icons, style sheets, fonts, activities and drawings."""

from pathlib import Path

_HERE = Path(__file__).parent


def path(name: str) -> Path:
    """Return the file or folder called ``name``, for example ``icons/home.svg``."""
    found = _HERE / name
    if not found.exists():
        raise FileNotFoundError(f"resources/{name} is missing from this installation")
    return found


def text(name: str) -> str:
    """Return the text of the file called ``name``."""
    return path(name).read_text(encoding="utf-8")
