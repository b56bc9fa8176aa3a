"""What a file of evidence really is: by its first bytes, never by its name."""

PDF = "pdf"
HEIC = "heic"
PICTURES = ("jpg", "png", "gif", "bmp", "tiff", "webp")
_STARTS = (
    (b"\xff\xd8\xff", "jpg"),
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"GIF8", "gif"),
    (b"BM", "bmp"),
    (b"II*\x00", "tiff"),
    (b"MM\x00*", "tiff"),
    (b"\xd0\xcf\x11\xe0", "ole"),
    (b"PK\x03\x04", "zip"),
    (b"Rar!", "rar"),
    (b"7z\xbc\xaf", "7z"),
)
_HEIC_BRANDS = (b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1", b"avif")
# What a file of that ending may be inside; an ending that is not here is not judged.
_INSIDE = {
    "pdf": (PDF,),
    "jpg": ("jpg",),
    "jpeg": ("jpg",),
    "png": ("png",),
    "gif": ("gif",),
    "bmp": ("bmp",),
    "tif": ("tiff",),
    "tiff": ("tiff",),
    "webp": ("webp",),
    "docx": ("zip",),
    "xlsx": ("zip",),
    "pptx": ("zip",),
    "zip": ("zip",),
    "doc": ("ole",),
    "xls": ("ole",),
    "ppt": ("ole",),
}


def kind_of(data: bytes) -> str:
    """ "pdf", "heic", one of PICTURES, "zip", "ole", "rar", "7z"; "" for what is none of them."""
    for start, kind in _STARTS:
        if data.startswith(start):
            return kind
    if data[4:8] == b"ftyp" and data[8:12] in _HEIC_BRANDS:
        return HEIC
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return "webp"
    return PDF if b"%PDF-" in data[:1024] else ""


def is_renamed(name: str, data: bytes) -> bool:
    """True where the ending of `name` promises another kind of file than `data` is."""
    inside = _INSIDE.get(name.rpartition(".")[2].lower())
    return inside is not None and kind_of(data) not in inside
