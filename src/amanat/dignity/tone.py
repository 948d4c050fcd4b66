"""How loud a remark is where somebody else is speaking."""

from amanat.core import Severity

LOWER = {
    Severity.ERROR: Severity.WARNING,
    Severity.WARNING: Severity.SUGGESTION,
    Severity.SUGGESTION: Severity.NOTE,
    Severity.NOTE: Severity.NOTE,
}
QUOTED = "Quoted: keep it if it matters, or paraphrase. "
OWN_VOICE = "Somebody speaks of their own life here: leave the words, unless they ask otherwise. "
