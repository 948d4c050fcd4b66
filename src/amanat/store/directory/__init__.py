"""The directory of help: organisations, services, places, and for whom, in the objects of HSDS 3.1.

Whole records are kept as JSON; beside them stand narrow tables that the questions of the matcher and of the API are
answered from (`layout`). Questions are written once (`questions`, `matcher`, `nearest`) and asked of an engine:
`sqlite` by default, embedded, or `postgres`. What comes in goes through `intake`, which refuses or reports, never
overwrites in silence, and publishes all of an import or nothing of it.
"""
