"""The directory of help over HTTP, as HSDS 3.1 describes it. Reads need no account, and nothing personal is in it."""

from amanat.serve.directory.endpoints import routes
from amanat.serve.part import Part

PART = Part("directory", routes)
