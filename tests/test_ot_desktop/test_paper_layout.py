"""No layout overlaps, clips or splits, whatever is written, in any language and size."""

from dataclasses import replace
from io import BytesIO
from itertools import combinations

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from reportlab.pdfgen.canvas import Canvas

from ot_desktop.home_programs import library
from ot_desktop.home_programs.domain import ActivityWords, Routine
from ot_desktop.home_programs.handout import papers
from ot_desktop.paper import fonts
from ot_desktop.paper.page import BODY_SIZES_PT, PageSize, Paper
from ot_desktop.paper.sheet import LEAST_MARGIN_PT, Sheet, page_pt
from tests.handout_values import ELEPHANT, a_program, an_activity
from tests.paper_text import pages_of

ACTIVITIES = [each for each in library.all_activities() if each.drawing]
ALMOST = 1.0  # points; letters' boxes may touch


class WatchedSheet(Sheet):
    """Remembers where every line of words went, page by page, in points."""

    def __init__(self, canvas, paper):
        super().__init__(canvas, paper)
        self.watched = []

    def page(self):
        self.watched.append([])
        return super().page()

    def _line(self, line, x, y, leading):
        wide = sum(span.width for span in line)
        size = max(span.style.size for span in line)
        top, low = y + (leading - size) / 2, y + (leading + size) / 2
        left, up = self._canvas.absolutePosition(x, self._up(top))
        right, down = self._canvas.absolutePosition(x + wide, self._up(low))
        self.watched[-1].append((left, down, right, up, "".join(span.text for span in line)))
        super()._line(line, x, y, leading)


def drawn(parts, paper):
    """Return the pages' words and where each line of them stands."""
    fonts.font(fonts.Face.REGULAR.value)
    into = BytesIO()
    canvas = Canvas(into, pagesize=page_pt(paper))
    sheet = WatchedSheet(canvas, paper)
    for part in parts:
        part.draw(sheet)
    sheet.finish()
    canvas.save()
    return pages_of(into.getvalue()), sheet.watched


def overlapping(lines):
    return [
        (one[4], other[4])
        for one, other in combinations(lines, 2)
        if min(one[2], other[2]) - max(one[0], other[0]) > ALMOST
        and min(one[3], other[3]) - max(one[1], other[1]) > ALMOST
    ]


def outside(lines, paper):
    wide, high = page_pt(paper)
    edge = LEAST_MARGIN_PT - ALMOST
    return [
        line
        for line in lines
        if line[0] < edge or line[1] < edge or line[2] > wide - edge or line[3] > high - edge
    ]


def check(program, paper):
    plan, _ = drawn([papers.plan_part(program)], paper)
    first = replace(program, activities=program.activities[:1])
    every = [
        papers.plan_part(program),
        papers.chart_part(program),
        *papers.routine_parts(program),
        papers.missed_part(first),
    ]
    for page in drawn(every, paper)[1]:
        assert overlapping(page) == []
        assert outside(page, paper) == []
    for planned in program.activities:
        steps = program.words(planned).steps
        whole = [f"{number} {' '.join(step.split())}" for number, step in enumerate(steps, 1)]
        assert any(all(step in page for step in whole) for page in plan)


words = st.text("abcdefg hij klmn ñáßœ Ждя αβγ ệượ & <b> {{", min_size=1, max_size=60).map(
    lambda text: " ".join(text.split()) or "a"
)
random_words = st.builds(
    ActivityWords,
    title=words,
    short_title=words,
    when=words,
    why=words,
    need=words,
    steps=st.lists(words, min_size=1, max_size=12).map(tuple),
    say=words,
    too_hard=words,
    too_easy=words,
    safety=st.lists(words, max_size=3).map(tuple),
    picture=words,
)
of_library = st.builds(
    lambda number, routine, activity: replace(
        an_activity(number, routine), activity=activity, when=activity.words["en"].when
    ),
    st.integers(1, 9),
    st.sampled_from(Routine),
    st.sampled_from(ACTIVITIES),
)
typed = st.builds(
    lambda number, routine, text, drawing: an_activity(
        number, routine, {"en": text, "es": text}, drawing=drawing
    ),
    st.integers(1, 9),
    st.sampled_from(Routine),
    random_words,
    st.sampled_from((ELEPHANT.drawing, None)),
)


# Shrinking would print thousands of files.
@settings(
    max_examples=12,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=[HealthCheck.too_slow],
)
@given(
    st.lists(of_library | typed, min_size=1, max_size=5),
    st.sampled_from(("en", "es")),
    st.booleans(),
    st.builds(Paper, st.sampled_from(PageSize), st.booleans(), st.sampled_from(BODY_SIZES_PT)),
)
def test_nothing_overlaps_is_clipped_or_split(activities, language, blank_lines, paper):
    program = a_program(*activities, language=language, blank_lines=blank_lines)
    check(program, paper)


@pytest.mark.parametrize("paper", [Paper(), Paper(PageSize.A4, body_pt=18.0)])
@pytest.mark.parametrize(
    "changed",
    [
        {"say": "word " * 800},
        {"why": "<b>bold</b> &amp; {{name}} " * 30},
        {"steps": tuple(f"Step number {number} of many" for number in range(12))},
        {"title": "A very long title of an activity " * 6},
    ],
    ids=("4000-letters", "markup", "12-steps", "long-title"),
)
def test_what_nobody_should_type_still_lays_out(changed, paper):
    words = {"en": replace(ELEPHANT.words["en"], **changed)}
    check(a_program(an_activity(1, words=words, drawing=None)), paper)
