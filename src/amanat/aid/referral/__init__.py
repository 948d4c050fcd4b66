"""A person is handed on to a body that helps: with their consent, with what it needs, and with an answer back.

`consent` says what may go to whom, `states` how far it has come, `packet` what leaves: the least that is needed.
Nothing here writes, sends or logs; `store/handover` seals what leaves.
"""
