"""Names of people in an English sentence, by capitals; names of bodies, places, months and laws are none."""

from collections.abc import Sequence

from amanat.enforcement.nouns import kind_of
from amanat.enforcement.tokens import MONTH_OF_MAY, Token

MONTHS = frozenset(
    "january february march april may june july august september october november december jan feb mar apr jun jul aug "
    "sept sep oct nov dec".split()
) | {MONTH_OF_MAY}
_OTHERS = frozenset(
    "police court courts agency ministry department government authority authorities bureau committee commission "
    "federal provincial district high supreme sessions magistrate act section sections penal code constitution "
    "article report bill ordinance monday tuesday wednesday thursday friday saturday sunday fia nia cbi fir firs anf "
    "cia cid ig igp sp ssp dsp sho asi ndtv bbc un unicef unhcr iom usd ppc cpc atc ct cpo dpo rpo ccpo pakistan "
    "india bangladesh nepal britain uk us usa europe afghanistan iran libya greece italy spain punjab sindh "
    "balochistan kpk islamabad lahore karachi peshawar quetta delhi mumbai dhaka london investigation investigations "
    "cell unit squad wing circle zone team force rangers coast navy army customs immigration interpol ndma nadra "
    "officials officers detectives prosecutors investigators human trafficking anti-human city it there this that "
    "these those however meanwhile according earlier later moreover also in on at so when after before during since "
    "he she they we i his her their its the a an and but as for with under last next no not all both some many most "
    "more islam muslim muslims christian christians hindu hindus sikh quran crown magistrates judge judges "
    "justice rs none nobody nothing neither nor each every several few another other others of across among around "
    "over between by to from until while where who whose whom what how why if unless because although though then just "
    "only about nearly almost despite besides instead inside outside within without against upon per amid separately "
    "additionally recently finally reportedly similarly initially eventually consequently subsequently".split()
)
_NOT_NAMES = _OTHERS | MONTHS


def name_end(tokens: Sequence[Token], at: int) -> int:
    """Return where the name that begins here ends; `at` when none does."""
    end = at
    while end < len(tokens) and tokens[end].is_word and tokens[end].is_title:
        if tokens[end].low.removesuffix("'s") in _NOT_NAMES:
            break
        end += 1
        if tokens[end - 1].low.endswith("'s"):
            break
        if end < len(tokens) and tokens[end].low == "." and len(tokens[end - 1].text) <= 2:  # noqa: PLR2004 - an initial
            end += 1
    body = end < len(tokens) and tokens[end].is_title and tokens[end].low in _NOT_NAMES  # Model Town Police
    noun = end - at == 1 and kind_of(tokens[at].low) is not None
    return at if body or noun else end


def names_at(tokens: Sequence[Token], at: int) -> tuple[int, int]:
    """Count the names of a list `A, B and C`; return how many and where it ends."""
    count, end = 0, at
    while (stop := name_end(tokens, end)) > end:
        count, end = count + 1, stop
        step = end
        for link in ({","}, {"and", "&"}):
            step += step < len(tokens) and tokens[step].low in link
        if step == end or name_end(tokens, step) == step:
            break
        end = step
    return count, end
