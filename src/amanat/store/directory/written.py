"""Records as text: JSON without blanks, letters as they are."""

import json
from collections.abc import Callable
from json import encoder

from amanat.store.hsds.model import Record

_PLAIN = json.JSONEncoder(ensure_ascii=False, check_circular=False, separators=(",", ":"))


def _kept() -> Callable[[Record], str]:
    """`JSONEncoder.encode` makes its inner encoder anew for each text, half the time of a small one; here it is kept.

    A Python without that inner encoder (it is CPython's own) writes the same text the usual way.
    """
    make = getattr(encoder, "c_make_encoder", None)
    if make is None:
        return _PLAIN.encode
    sorted_keys, skipped_keys, not_a_number = False, False, True
    marks = None, ":", ","
    pieces = make(None, _PLAIN.default, encoder.encode_basestring, *marks, sorted_keys, skipped_keys, not_a_number)
    return lambda record: "".join(pieces(record, 0))


written: Callable[[Record], str] = _kept()
"""Write a record as JSON."""
