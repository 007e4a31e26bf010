"""What a page's marks mean, for a screen reader: headings, lists, tables, pictures.

ReportLab draws but does not tag, so the marks and the tree are written here (PDF/UA-1).
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFName,
    PDFObject,
    PDFObjectReference,
    PDFStream,
    PDFString,
)
from reportlab.pdfgen.canvas import Canvas

_OF_OTHERS = {"Document", "Sect", "L", "LI", "Table", "TR"}
_ARTIFACT = "/Artifact BMC"
_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""


class Element(PDFObject):
    """One knot of the tree; ``kids`` are elements, numbers of marks, or fields to fill in."""

    __RefOnly__ = 1

    def __init__(self, role: str, parent: Any, alt: str = "", scope: str = "") -> None:
        self.role, self.parent, self.alt, self.scope = role, parent, alt, scope
        self.columns, self.language = 1, ""
        self.kids: list[Any] = []
        self.page: PDFObjectReference | None = None
        self.reference: PDFObjectReference

    @property
    def holds_words(self) -> bool:
        """Whether words may stand right in it, without a paragraph of their own."""
        return self.role not in _OF_OTHERS

    def format(self, document: Any) -> bytes:
        """Write the dictionary; ReportLab calls this, and its own way takes a tenth of a page."""
        written = [f"<</S /{self.role} /P {_number(self.parent, document)}"]
        if self.page is not None:
            written.append(f"/Pg {_number(self.page, document)}")
        for key, text in (("Lang", self.language), ("Alt", self.alt)):
            if text:
                written.append(f"/{key} {PDFString(text).format(document).decode('latin-1')}")
        if self.scope:
            columns = f" /ColSpan {self.columns}" if self.columns > 1 else ""
            written.append(f"/A <</O /Table /Scope /{self.scope}{columns}>>")
        kids = " ".join(_written(kid, document) for kid in self.kids)
        return f"{' '.join(written)} /K [{kids}]>>".encode("latin-1")


def _number(reference: PDFObjectReference, document: Any) -> str:
    number, version = document.idToObjectNumberAndVersion[reference.name]
    return f"{number} {version} R"


def _written(kid: Any, document: Any) -> str:
    if isinstance(kid, int):
        return str(kid)
    if isinstance(kid, Element):
        return _number(kid.reference, document)
    return str(kid.format(document).decode("latin-1"))


class Structure:
    """Marks what is drawn while a file is made, and adds the tree to it at the end."""

    def __init__(self, canvas: Canvas, title: str) -> None:
        self._canvas, self._title = canvas, title
        self._document: Any = canvas._doc  # type: ignore[attr-defined]  # noqa: SLF001  (no API)
        self._root = PDFDictionary({"Type": PDFName("StructTreeRoot")})
        self._document.Reference(self._root, "StructTreeRoot")
        self._whole = self._element("Document", PDFObjectReference("StructTreeRoot"))
        self._inside = self._whole
        self._open: Element | str | None = None
        self._marks: list[Element] = []
        self._parents: list[Any] = []
        self._fields: list[tuple[PDFDictionary, Element]] = []
        self._is_artifact = False

    @contextmanager
    def within(
        self,
        role: str,
        *,
        alt: str = "",
        scope: str = "",
        columns: int = 1,
        language: str = "",
    ) -> Iterator[None]:
        """Let everything drawn meanwhile belong to a new element of this role.

        A header cell says whether it heads its ``Row`` or ``Column``, and how many it spans.
        """
        if self._is_artifact:
            yield
            return
        outer = self._inside
        self._inside = self._child(role, alt, scope)
        self._inside.columns, self._inside.language = columns, language
        yield
        self._inside = outer

    @contextmanager
    def artifact(self) -> Iterator[None]:
        """Let nothing drawn meanwhile be read aloud: what only repeats, or decorates."""
        was, self._is_artifact = self._is_artifact, True
        yield
        self._is_artifact = was

    def decorate(self) -> None:
        """Say that what is drawn next means nothing, unless it is part of a figure."""
        if self._inside.role == "Figure" and not self._is_artifact:
            self._mark(self._inside)
        elif self._open is not _ARTIFACT:
            self.close()
            self._canvas.addLiteral(_ARTIFACT)
            self._open = _ARTIFACT

    def words(self) -> None:
        """Say that what is drawn next are words of this element, or a paragraph of their own."""
        if self._is_artifact:
            self.decorate()
        elif self._inside.holds_words:
            self._mark(self._inside)
        else:
            self._mark(self._child("P"))

    def figure(self, alt: str) -> None:
        """Say that what is drawn next is a picture of this."""
        if self._is_artifact or not alt:
            self.decorate()
        else:
            self._mark(self._child("Figure", alt))

    def close(self) -> None:
        """End the mark that is open."""
        if self._open is not None:
            self._canvas.addLiteral("EMC")
            self._open = None

    def end_page(self) -> None:
        """Tell the page that was just shown which elements its marks belong to."""
        page = self._document.Pages.pages[-1]
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
        page.StructParents, page.Tabs = len(self._parents), PDFName("S")
        self._parents.append(PDFArray([each.reference for each in self._marks]))
        self._marks = []

    def add_field(self, annotation: PDFDictionary, reference: PDFObjectReference) -> None:
        """Give a field to fill in its place in the tree."""
        self.close()
        element = self._child("Form")
        kind = PDFName("OBJR")
        page = self._document.thisPageRef()
        element.kids.append(PDFDictionary({"Type": kind, "Obj": reference, "Pg": page}))
        self._fields.append((annotation, element))

    def finish(self) -> None:
        """Add the tree to the file."""
        document, catalog = self._document, self._document.Catalog
        numbers: list[Any] = []
        for number, parent in enumerate(self._parents):
            numbers += [number, parent]
        for number, (field, element) in enumerate(self._fields, start=len(self._parents)):
            field["StructParent"] = number
            numbers += [number, element.reference]
        self._root["K"] = document.Reference(self._whole)
        self._root["ParentTree"] = PDFDictionary({"Nums": PDFArray(numbers)})
        self._root["ParentTreeNextKey"] = len(self._parents) + len(self._fields)
        catalog.StructTreeRoot = self._root
        catalog.MarkInfo = PDFDictionary({"Marked": "true"})
        about = PDFDictionary({"Type": PDFName("Metadata"), "Subtype": PDFName("XML")})
        text = _XMP.format(title=_escaped(self._title)).encode()
        catalog.Metadata = PDFStream(about, text)

    def _child(self, role: str, alt: str = "", scope: str = "") -> Element:
        element = self._element(role, self._inside.reference, alt, scope)
        self._inside.kids.append(element)
        return element

    def _element(self, role: str, parent: Any, alt: str = "", scope: str = "") -> Element:
        element = Element(role, parent, alt, scope)
        element.reference = self._document.Reference(element)
        return element

    def _mark(self, element: Element) -> None:
        if self._open is element:
            return
        self.close()
        number = len(self._marks)
        page = self._document.thisPageRef()
        if element.page is None:
            element.page = page
        element.kids.append(number)
        self._marks.append(element)
        self._canvas.addLiteral(f"/{element.role} <</MCID {number}>> BDC")
        self._open = element


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
