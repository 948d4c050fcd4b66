"""How does the world exchange directories of services? HSDS 3.1, the data specification of Open Referral.

`model` knows its objects from the published schemas, `faults` says what is wrong with a record, `formats` what a uri or
a uuid is, `tabular` turns nested records into the tables of its data package and back.
"""
