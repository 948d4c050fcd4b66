"""The report on a place: sections with tables, plots to draw and sentences to print."""
