"""Office Open XML (ECMA-376, ISO/IEC 29500): every part of a Word file, whatever layer it is.

`package` finds the parts, `styles` what their looks mean, `story` walks what reads as text, `rest` gathers the words
of all that is left: properties, names, addresses, data, files inside. `marks` and `comments` write remarks into a copy
of the file, here because they must count its pieces as the reader does, and because nothing else is loaded in the cage.
"""
