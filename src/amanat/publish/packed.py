"""Zip files that are the same bytes for the same parts, on every machine and every day."""

import io
import zipfile
from collections.abc import Mapping

_DAY_ONE = (1980, 1, 1, 0, 0, 0)
_NORMAL_FILE = 0o644 << 16


def packed(parts: Mapping[str, str | bytes]) -> bytes:
    """Return a zip file of parts in the order given, nothing deflated: compression differs between libraries."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as file:
        for name, content in parts.items():
            member = zipfile.ZipInfo(name, _DAY_ONE)
            member.external_attr = _NORMAL_FILE
            member.create_system = 3
            file.writestr(member, content.encode("utf-8", "replace") if isinstance(content, str) else content)
    return out.getvalue()
