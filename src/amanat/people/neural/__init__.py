"""What the nets see in a text: who, where, which body, when, which number, which trait, and what a court would mask.

The nets themselves lie in `languages.models`. Here they are only asked: `Tagger.tag` gives marked stretches with
probabilities, `find` the traces of a document. onnxruntime is loaded when the first text is read, not before.
"""

from amanat.people.neural.parts import Parts, parts
from amanat.people.neural.tagger import Tag, Tagger, Word, tagger
from amanat.people.neural.traces import find

__all__ = ["Parts", "Tag", "Tagger", "Word", "find", "parts", "tagger"]
