"""Makes a PDF file of drawn pages: every character checked first, the same input the same bytes."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, fields, is_dataclass
from io import BytesIO
from typing import Any

from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas

from ot_desktop import __version__
from ot_desktop.paper import fonts
from ot_desktop.paper.page import Paper
from ot_desktop.paper.sheet import Sheet, page_pt
from ot_desktop.progress import Progress

# Binary streams: a quarter smaller and quicker than the text encoding mail once needed.
rl_config.useA85 = 0


@dataclass(frozen=True, slots=True)
class Part:
    """Some pages of a file: what a reader's table of contents calls them, and who draws them.

    ``language`` is told where it may differ from the file's.
    """

    title: str
    draw: Callable[[Sheet], None]
    language: str = ""


class Stopped(Exception):
    """Nobody wants the file any more."""


def pdf_file(
    parts: Sequence[Part],
    paper: Paper,
    *,
    author: str,
    language: str,
    printed: object,
    progress: Progress | None = None,
) -> bytes:
    """Return the file; ``printed`` is the value, however deep, that holds every text in it.

    Raises ``MissingGlyph`` when one of its characters cannot be printed, ``Stopped`` when
    ``progress`` was cancelled.
    """
    fonts.check_printable(_texts(printed))
    fonts.font(fonts.Face.REGULAR.value)
    into = BytesIO()
    # Invariant: no clock and no random file name, so that a reprint is the same file.
    canvas = Canvas(
        into,
        pagesize=page_pt(paper),
        invariant=1,
        pageCompression=1,
        lang=language,
        initialFontName=fonts.Face.REGULAR.value,  # type: ignore[arg-type]  # stubs say float
    )
    canvas.setTitle(parts[0].title)
    canvas.setAuthor(author)
    canvas.setCreator(f"OT Desktop {__version__}")
    canvas.setViewerPreference("DisplayDocTitle", "true")
    sheet = Sheet(canvas, paper, parts[0].title)
    for number, part in enumerate(parts):
        canvas.bookmarkPage(f"part-{number}")
        canvas.addOutlineEntry(part.title, f"part-{number}")
        _watch(progress, number, len(parts), part.title)
        with sheet.within("Sect", language=part.language):
            part.draw(sheet)
    sheet.finish()
    canvas.save()
    return into.getvalue()


def _watch(progress: Progress | None, done: int, count: int, title: str) -> None:
    if progress is None:
        return
    if progress.cancelled():
        raise Stopped
    progress.report(100 * done // count, title)


def _texts(value: Any) -> Iterator[str]:
    """Yield every text in a value, however deep."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple | list):
        for inner in value:
            yield from _texts(inner)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _texts(getattr(value, field.name))
