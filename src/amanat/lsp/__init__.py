"""The desk inside the editor: a Language Server (LSP 3.17) over standard input and output.

While somebody types, only the language desk reads (some thousandths of a second for a story); who is in the story,
the law, the figures and the help are read when it is opened and when it is saved.

keystroke ──▶ edits: what still stands ──▶ words ──▶ diagnostics
save      ──▶ review, all rooms ─────────▶ diagnostics, lenses
"""
