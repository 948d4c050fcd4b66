"""What the nets see in a text: who, where, which body, when, which number, which trait, and what a court would mask.

The nets themselves lie in `languages.models`. Here they are only asked: `Tagger.tag` gives marked stretches with
probabilities, `find` the traces of a document, `masked` what the CRF beside them says. onnxruntime is loaded when the
first text is read, not before.
"""

from amanat.people.neural.crf import masked
from amanat.people.neural.parts import Parts, parts
from amanat.people.neural.tagger import Tag, Tagger, Word, tagger
from amanat.people.neural.traces import find, read, traces

__all__ = ["Parts", "Tag", "Tagger", "Word", "find", "masked", "parts", "read", "tagger", "traces"]
