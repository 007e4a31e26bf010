"""What others need to draw the words and pictures of the same program, where they are installed."""

from collections.abc import Callable, Iterator
from html import escape
from importlib.util import find_spec

import resources
from ot_desktop.home_programs.domain import HomeProgram

_FONT = "fonts/AtkinsonHyperlegibleNext-{}.ttf"
Peer = tuple[str, Callable[[], bytes], bool]


def peers(program: HomeProgram) -> Iterator[Peer]:
    """Yield name, drawing function, and whether we are to be ahead of it."""
    known = (("fpdf", "fpdf2", _fpdf2, True), ("weasyprint", "weasyprint", _weasyprint, True))
    for module, name, make, must_be_slower in (*known, ("typst", "typst", _typst, False)):
        if find_spec(module) is not None:
            yield name, make(program), must_be_slower


def _texts(program: HomeProgram) -> list[tuple[str, str, list[str]]]:
    """Return each activity's title, drawing and lines."""
    found = []
    for planned in program.activities:
        words = program.words(planned)
        lines = [words.why, words.need, *words.steps, words.say, words.too_hard, words.too_easy]
        found.append((words.title, str(planned.activity.drawing), lines))
    return found


def _days(program: HomeProgram) -> list[str]:
    return [str(day.day) for day in program.practice_days]


def _svg(drawing: str) -> str:
    return str(resources.path(f"drawings/{drawing}"))


def _fpdf2(program: HomeProgram) -> Callable[[], bytes]:
    from fpdf import FPDF  # noqa: PLC0415  (a peer, not always there)

    def draw() -> bytes:
        pdf = FPDF(format="letter")
        for style, weight in (("", "Regular"), ("B", "Bold")):
            pdf.add_font("page", style, resources.path(_FONT.format(weight)))
        pdf.add_page()
        pdf.set_font("page", "B", 28)
        pdf.cell(text=f"{program.child.first_name}’s home plan", new_x="LMARGIN", new_y="NEXT")
        for title, drawing, lines in _texts(program):
            pdf.set_font("page", "B", 17)
            pdf.cell(text=title, new_x="LMARGIN", new_y="NEXT")
            pdf.image(_svg(drawing), w=56)
            pdf.set_font("page", "", 12.5)
            for line in lines:
                pdf.multi_cell(0, 6, line, new_x="LMARGIN", new_y="NEXT")
        with pdf.table() as table:
            for _ in range(4):
                row = table.row()
                for day in _days(program):
                    row.cell(day)
        return bytes(pdf.output())

    return draw


def _weasyprint(program: HomeProgram) -> Callable[[], bytes]:
    from weasyprint import HTML  # noqa: PLC0415  (a peer, not always there)

    faces = "".join(
        f"@font-face {{font-family: page; font-weight: {weight};"
        f" src: url(file://{resources.path(_FONT.format(name))})}}"
        for name, weight in (("Regular", 400), ("Bold", 700))
    )
    parts = [f"<h1>{escape(program.child.first_name)}’s home plan</h1>"]
    for title, drawing, lines in _texts(program):
        parts.append(f"<section><h2>{escape(title)}</h2><img alt='' src='file://{_svg(drawing)}'>")
        parts += [f"<p>{escape(line)}</p>" for line in lines]
        parts.append("</section>")
    row = "".join(f"<td>{day}</td>" for day in _days(program))
    style = (
        f"{faces} @page {{size: letter}} body {{font: 12.5pt page}} img {{width: 56mm}}"
        " section {border: 1.5pt solid; border-radius: 10pt; break-inside: avoid}"
        " td {border: 1pt solid}"
    )
    page = f"<style>{style}</style>{''.join(parts)}<table>{f'<tr>{row}</tr>' * 4}</table>"

    def draw() -> bytes:
        return bytes(HTML(string=page).write_pdf())

    return draw


def _typst(program: HomeProgram) -> Callable[[], bytes]:
    import typst  # noqa: PLC0415  (a peer, not always there)

    parts = [
        '#set page("us-letter"); #set text(font: "Atkinson Hyperlegible Next", size: 12.5pt)',
        f"= {program.child.first_name}’s home plan",
    ]
    for title, drawing, lines in _texts(program):
        body = "\n\n".join(line.replace("#", "\\#") for line in lines)
        picture = f'#image("/drawings/{drawing}", width: 56mm)'
        parts.append(
            f"#block(stroke: 1.5pt, radius: 10pt, inset: 10pt)[\n== {title}\n{picture}\n{body}\n]"
        )
    days = "".join(f"[{day}]," for day in _days(program) * 4)
    parts.append(f"#table(columns: {len(program.practice_days)}, {days})")
    source = "\n\n".join(parts).encode()
    root = str(resources.path("."))
    fonts = [str(resources.path("fonts"))]

    def draw() -> bytes:
        return bytes(typst.compile(source, root=root, font_paths=fonts))

    return draw
