import subprocess
import sys

from layered_others import eml

from amanat.core import Layer
from amanat.read.eml import flow, prepare


def test_a_mail_is_read_by_its_own_folder() -> None:
    prepare()
    assert {p.layer for p in flow(eml({}), 0).paragraphs} >= {Layer.BODY, Layer.PROPERTY, Layer.EMBEDDED}


def test_whoever_reads_plain_text_does_not_wait_for_it() -> None:
    line = "import sys, amanat.read as r; r.suffixes(); print([m for m in ('email', 'lxml') if m in sys.modules])"
    assert subprocess.run([sys.executable, "-c", line], capture_output=True, text=True, check=True).stdout == "[]\n"
