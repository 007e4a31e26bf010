"""Files somebody might hand over as a scan: good ones, large ones, hostile ones."""

import struct
import zlib
from io import BytesIO

import pikepdf
from PIL import Image

HERE = (41.2565, -95.9345)  # a camera's place


def a_jpeg(size=(640, 480), **more) -> bytes:
    """Return a photo that says where and when it was taken, and what with."""
    exif = Image.Exif()
    exif[0x010F] = "Camera of the family"
    exif[0x0112] = more.get("orientation", 1)
    exif.get_ifd(0x8825).update({1: "N", 2: (41.0, 15.0, 23.0), 3: "W", 4: (95.0, 56.0, 4.0)})
    out = BytesIO()
    picture = Image.new("RGB", size, "navy")
    picture.save(out, "JPEG", exif=exif, comment=b"at our house", dpi=(300, 300))
    return out.getvalue()


def a_png(size=(320, 200), mode="RGBA") -> bytes:
    """Return a picture whose ground is not opaque."""
    out = BytesIO()
    Image.new(mode, size, (200, 0, 0, 128) if mode == "RGBA" else 1).save(out, "PNG")
    return out.getvalue()


def a_png_bomb(width=100_000, height=100_000) -> bytes:
    """Return a few hundred bytes that would unpack into ten gigabytes."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    body = zlib.compress(b"\0" * 10_000)
    chunks = ((b"IHDR", head), (b"IDAT", body), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name, data) for name, data in chunks)


def a_jpeg_bomb() -> bytes:
    """Return a small photo whose frame claims the largest size there is."""
    data = bytearray(a_jpeg())
    at = next(n for n in range(2, len(data)) if data[n : n + 2] == b"\xff\xc0")
    data[at + 5 : at + 9] = struct.pack(">HH", 65_000, 65_000)
    return bytes(data)


def a_pdf(pages=2, **more) -> bytes:
    """Return a PDF of empty pages; ``acts`` adds what runs by itself, ``password`` locks it."""
    document = pikepdf.new()
    for _ in range(pages):
        document.add_blank_page(page_size=more.get("size", (612, 792)))
    if more.get("acts"):
        script = pikepdf.Dictionary(S=pikepdf.Name("/JavaScript"), JS="app.alert(1)")
        document.Root.OpenAction = document.make_indirect(script)
        link = pikepdf.Dictionary(
            Type=pikepdf.Name("/Annot"),
            Subtype=pikepdf.Name("/Link"),
            Rect=[0, 0, 100, 100],
            A=pikepdf.Dictionary(S=pikepdf.Name("/Launch"), F="calc.exe"),
        )
        document.pages[0].Annots = pikepdf.Array([link])
        document.attachments["hidden.exe"] = b"MZ"
    out = BytesIO()
    locked = pikepdf.Encryption(owner="o", user="u") if more.get("password") else None
    document.save(out, encryption=locked) if locked else document.save(out)
    return out.getvalue()


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
