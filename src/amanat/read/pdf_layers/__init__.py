"""The layers of a PDF, each read in its own way: pages, objects, remains."""
