"""A record is written as the JSON it is, by the kept encoder as by the usual one."""

import json
from json import encoder

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amanat.store.directory import written as module
from amanat.store.hsds.model import Json, Record

VALUES: st.SearchStrategy[Json] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=20,
)


@given(record=st.dictionaries(st.text(), VALUES))
def test_what_is_written_is_read_again_and_is_what_json_writes(record: Record) -> None:
    text = module.written(record)
    assert text == json.dumps(record, ensure_ascii=False, separators=(",", ":"))
    assert json.loads(text) == record


def test_a_python_without_the_inner_encoder_writes_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(encoder, "c_make_encoder", None)
    record: Record = {"name": "قانونی مدد", "ages": [0, 17.5, None], "free": True}
    assert module._kept()(record) == module.written(record) == '{"name":"قانونی مدد","ages":[0,17.5,null],"free":true}'
