"""Plain text and Markdown, kept unchanged to the last code point."""

SUFFIXES = (".txt", ".text", ".md", ".markdown", "")


def text(data: bytes, encoding: str) -> str:
    """Decode the bytes; no line end, blank or mark is changed, so that offsets hold."""
    return data.decode(encoding)
