"""What is kept, sealed: stories, cases, decisions, labels, users, and who did what.

::

    opening ──▶ Vault: engine (SQLCipher or PostgreSQL) + keys + clock + signed head
                  ├── records     stories and cases, each under a key of its own
                  ├── access      who may do what: the one place that decides
                  ├── release     two people, or it does not leave
                  ├── users, sessions   who is here
                  ├── labels      the same person, the same label, through a series
                  ├── retention   what nobody touches is shredded
                  ├── backup      encrypted generations, one key ring, the drill
                  └── audit       a chain of what was done

Whoever has the disk and no passphrase has nothing. What that does not cover stands in docs/safety/threat-model.md.
"""

from amanat.store.access import Duty, Kind, Right, User
from amanat.store.opening import Home, make, open_by_keyring, open_with, usual_home
from amanat.store.vault import Vault

__all__ = [
    "Duty",
    "Home",
    "Kind",
    "Right",
    "User",
    "Vault",
    "make",
    "open_by_keyring",
    "open_with",
    "usual_home",
]
