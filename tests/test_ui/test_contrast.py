"""Every colour pair the design uses keeps its contrast, computed from the shipped tokens."""

import json
import re
from itertools import chain

import pytest

import resources

TOKENS = json.loads(resources.text("tokens.json"))

BODY = [("text", ground) for ground in ("surface", "window", "surface-alt", "select", "hover")]
OTHER_TEXT = [
    *(("text-2", ground) for ground in ("surface", "window", "sunken", "select")),
    *(("text-3", ground) for ground in ("surface", "window", "surface-alt", "hover")),
    *(("on-accent", ground) for ground in ("accent", "accent-hover", "accent-press")),
    *(("accent-text", ground) for ground in ("surface", "accent-soft")),
    *((f"on-{kind}", kind) for kind in ("danger", "warn", "ok", "info")),
    *((f"{kind}-text", f"{kind}-soft") for kind in ("danger", "warn", "ok", "info")),
    ("danger-text", "surface"),
    ("warn-text", "surface"),
    ("text-2", "surface-alt"),
    ("accent-text", "window"),
    ("accent-text", "hover"),
    ("danger-text", "danger-soft"),
    ("surface", "text"),
    ("surface", "focus"),
    ("sidebar-text", "sidebar"),
    ("sidebar-dim", "sidebar"),
    ("sidebar-on", "sidebar-active"),
]
CONTROLS = [
    *(("border-strong", ground) for ground in ("surface", "window")),
    *(("focus", ground) for ground in ("surface", "window")),
    *((kind, "surface") for kind in ("accent", "danger", "warn", "ok", "info")),
]
SLOTS = [
    *(f"t-{number}" for number in range(1, 9)),
    *(f"s-{area}" for area in TOKENS["skillAreas"]),
]


def luminance(color: str) -> float:
    parts = [int(color[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(scheme: str, ink: str, ground: str) -> float:
    light, dark = sorted((luminance(TOKENS[scheme][name]) for name in (ink, ground)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def too_weak(scheme: str, pairs: list[tuple[str, str]], wanted: float) -> list[str]:
    measured = ((ink, ground, contrast(scheme, ink, ground)) for ink, ground in pairs)
    return [f"{ink} on {ground}: {ratio:.2f}" for ink, ground, ratio in measured if ratio < wanted]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_body_text_reaches_seven_to_one(scheme):
    on_tints = [("text", f"{slot}-tint") for slot in SLOTS]
    assert too_weak(scheme, BODY + on_tints, 7) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_other_text_reaches_four_and_a_half_to_one(scheme):
    on_tints = [("text-2", f"{slot}-tint") for slot in SLOTS]
    initials = [(f"{slot}-on", slot) for slot in SLOTS]
    assert too_weak(scheme, OTHER_TEXT + on_tints + initials, 4.5) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_controls_and_marks_reach_three_to_one(scheme):
    marks = [(slot, "surface") for slot in SLOTS]
    assert too_weak(scheme, CONTROLS + marks, 3) == []


def test_both_schemes_have_the_same_colours():
    assert TOKENS["light"].keys() == TOKENS["dark"].keys()


def test_no_colour_is_written_outside_the_tokens():
    root = resources.path("tokens.json").parents[1]
    files = chain(root.glob("ui/**/*.py"), root.glob("resources/styles/*.qss"))
    found = [
        f"{file.name}: {color}"
        for file in files
        for color in re.findall(r"""["' ](#[0-9a-fA-F]{3,8})\b""", file.read_text("utf-8"))
    ]
    assert found == []
