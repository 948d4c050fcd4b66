"""The layers of a picture file: pixels and everything beside them."""
