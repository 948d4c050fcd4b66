"""How does the field write a case of trafficking down? HTCDS 2.0, the Human Trafficking Case Data Standard of IOM.

`fields.csv` is the published list of fields, unchanged (CC BY 4.0; no endorsement by IOM is meant): `standard` reads
it, `table` takes cases in and gives them out as a table with its names, one row a person.
"""
