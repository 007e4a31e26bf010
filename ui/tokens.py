"""Design tokens as Qt wants them: palette, filled style sheet, fonts. Nothing here has a state."""

import json
import re
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from PySide6.QtGui import QColor, QFontDatabase, QPalette

import resources

_PALETTE: tuple[tuple[QPalette.ColorRole, str], ...] = (
    (QPalette.ColorRole.Window, "window"),
    (QPalette.ColorRole.WindowText, "text"),
    (QPalette.ColorRole.Base, "surface"),
    (QPalette.ColorRole.AlternateBase, "surface-alt"),
    (QPalette.ColorRole.Text, "text"),
    (QPalette.ColorRole.Button, "surface"),
    (QPalette.ColorRole.ButtonText, "text"),
    (QPalette.ColorRole.BrightText, "on-accent"),
    (QPalette.ColorRole.Light, "surface"),
    (QPalette.ColorRole.Midlight, "hover"),
    (QPalette.ColorRole.Mid, "border"),
    (QPalette.ColorRole.Dark, "border-strong"),
    (QPalette.ColorRole.Highlight, "select"),
    (QPalette.ColorRole.HighlightedText, "text"),
    (QPalette.ColorRole.Accent, "accent"),
    (QPalette.ColorRole.PlaceholderText, "text-3"),
    (QPalette.ColorRole.Link, "accent-text"),
    (QPalette.ColorRole.LinkVisited, "accent-text"),
    (QPalette.ColorRole.ToolTipBase, "surface"),
    (QPalette.ColorRole.ToolTipText, "text"),
)
_DISABLED_ROLES = (
    QPalette.ColorRole.WindowText,
    QPalette.ColorRole.Text,
    QPalette.ColorRole.ButtonText,
)


@cache
def tokens() -> Mapping[str, Any]:
    """Return the design tokens as they are in resources/tokens.json."""
    read: Mapping[str, Any] = json.loads(resources.text("tokens.json"))
    return read


@cache
def families() -> tuple[str, ...]:
    """Return the font families in the order they are tried for a character."""
    wanted = tokens()["type"]
    return (wanted["family"], *wanted["fallback"])


@cache
def load_fonts() -> None:
    """Load the bundled fonts; once per process, as Qt keeps them until it ends."""
    for file in sorted(resources.path("fonts").glob("*.ttf")):
        if QFontDatabase.addApplicationFont(str(file)) < 0:
            raise RuntimeError(f"the font {file.name} cannot be read")


def palette_of(colors: Mapping[str, QColor]) -> QPalette:
    """Build the palette that widgets outside the style sheet use."""
    palette = QPalette()
    for role, token in _PALETTE:
        palette.setColor(role, colors[token])
    for role in _DISABLED_ROLES:
        palette.setColor(QPalette.ColorGroup.Disabled, role, colors["disabled"])
    return palette


def filled_style_sheet(sheet: str, colors: Mapping[str, QColor], scale: float) -> str:
    """Replace ``@token``, ``14sp`` (px that follow the text size) and ``box(32,1)``.

    ``box(height, border)`` is the min-height that makes the whole control ``height`` px high.
    """

    def box(match: re.Match[str]) -> str:
        return f"{round(float(match[1]) * scale) - 2 * int(match[2])}px"

    def scaled(match: re.Match[str]) -> str:
        return f"{round(float(match[1]) * scale + 0.001)}px"

    steps: tuple[tuple[str, Callable[[re.Match[str]], str]], ...] = (
        (r"/\*.*?\*/", lambda _match: ""),
        (r"box\((\d+),\s*(\d+)\)", box),
        (r"(\d+(?:\.\d+)?)sp\b", scaled),
        (r"@([a-z0-9-]+)", lambda match: colors[match[1]].name()),
    )
    for pattern, replacement in steps:
        sheet = re.sub(pattern, replacement, sheet, flags=re.DOTALL)
    return sheet


def system_colors(palette: QPalette) -> dict[str, QColor]:
    """Answer every token from the system's palette: a high-contrast user chose those colours."""
    return {name: palette.color(_system_role(name)) for name in tokens()["light"]}


def _system_role(name: str) -> QPalette.ColorRole:
    role = QPalette.ColorRole
    if name in {"accent", "accent-hover", "accent-press", "select", "focus"}:
        return role.Highlight
    if name == "on-accent":
        return role.HighlightedText
    if name in {"window", "sidebar", "sunken", "surface-alt", "hover"}:
        return role.Window
    if name.startswith("on-") or name.endswith(("-on", "-soft", "-tint", "-active")):
        return role.Base if name != "sidebar-on" else role.WindowText
    return {"surface": role.Base, "disabled": role.PlaceholderText}.get(name, role.WindowText)
