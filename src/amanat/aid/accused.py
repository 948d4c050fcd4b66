"""Whose officials does the story accuse? Their bodies are no help to its victims.

Only accusation counts: police who arrest somebody are doing their work, police who are arrested, took money, looked
away or did harm themselves are not the people to send a survivor to.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from amanat.core import Document, Role, Scene, Span


@dataclass(frozen=True, slots=True)
class AccusedGroup:
    """Officials of one group, and where the story first accuses them."""

    group: str
    """As the register groups bodies: `police`, `fia`, `district_administration` …"""
    span: Span


def _any(words: str) -> str:
    """Make one pattern of alternatives that are written with ` / ` between them."""
    return "(?:" + "|".join(word.strip() for word in words.replace("\n", " ").split(" / ")) + ")"


_BODY = {
    "fia": _any("FIA / federal investigation agency / ایف آئی اے"),
    "nccia": _any("NCCIA / cyber ?crime (?:agency|wing)"),
    "district_administration": _any(
        "deputy commissioner / assistant commissioner / patwari / tehsildar / district administration"
    ),
    "state_shelter": _any("dar-?ul-?aman / shelter home / crisis cent(?:re|er) / women's shelter / دارالامان"),
    "emigration_authority": _any(
        "protector of emigrants / bureau of emigration / overseas pakistanis foundation / emigration / immigration"
    ),
    "foreign_mission": _any("embassy / consulate / consular / diplomat"),
    "police": _any(
        """police(?:m[ae]n|wom[ae]n)? / cops? / SHO / station house officer / constables? /
        (?:assistant )?sub-?inspector /
        inspector / ASI / DSP / SSP / DPO / پولیس / تھانیدار / ایس ایچ او / کانسٹیبل / اہلکار"""
    ),
    "officials": _any(
        """government officials? / (?:corrupt|complicit|some|certain|local|public|state) officials? / officialdom /
        سرکاری اہلکار"""
    ),
}
_EVERYBODY = ("police", "fia", "district_administration")
"""Groups that fall when unnamed "officials" are accused; courts, bar, commissions and NGOs stay."""

_STAFF = _any(
    """officials? / officers? / personnel / staff(?:ers)? / m[ae]n / wom[ae]n / employees? / guards? / members? /
    force / superintendent / in-?charge / inspectors? / sub-?inspectors? / constables? / director / agents?"""
)
_NAME = r"(?:\s+[A-Z][\w.]+){0,3}"
_COUNT = r"(?:(?:a|an|the|its|his|her|their|own|serving|former|local|two|three|four|five|six|several|some|\d+)\s+)*"
_BE = r"(?:was|were|is|are|has been|have been|had been|stands?|got)\s+(?:(?:also|later|themselves|allegedly)\s+)*"
_FATE = _any(
    r"""arrested / booked / suspended / dismissed / sacked / accused / charged / indicted / nominated / convicted /
    sentenced / jailed / detained / removed / found guilty / complicit / in league / hand in glove / on the payroll /
    under investigation / named as accused /
    involved in (?:the )?(?:smuggling|traffick\w+|crime|case|racket|abduction|rape|gang|trade|abuse|network|offence)"""
)
_HARM = _any("raped / gang-?raped / tortured / assaulted / molested / harassed / abused / sold / extorted / trafficked")
_DEED = _any(
    r"""colluded / connived / conspired / took (?:a )?(?:bribes?|money) / accepted (?:a )?bribes? /
    demanded (?:a )?(?:bribes?|money) / turned a blind eye / looked the other way / shielded / tipped off /
    refused to (?:register|lodge|record|act|help|file) / did not register / failed to (?:act|register) /
    helped the (?:smugglers?|traffickers?|accused|agents?|kidnappers?|landlords?)"""
)
_ABET = _any(
    """complicity / connivance / collusion / involvement / patronage / corruption / nexus / backing / negligence /
    inaction / bribes? / black sheep"""
)
_AGAINST = _any(
    """arrested / booked / suspended / dismissed / sacked / charged / arrest of / case against / fir against /
    action against / inquiry against / allegations? against / complaint against"""
)
_URDU = _any("ملوث / گرفتار / معطل / برطرف / ملی بھگت / رشوت / سہولت کاری / مقدمہ درج کرنے سے انکار")
_SPEAKS = r"(?!\s+(?:said|say|told|added|have|has|after|from|in)\b)"


@cache
def _patterns(group: str) -> tuple[re.Pattern[str], ...]:
    """Compile the shapes for one group when a story first names it: 50 ms that most stories need not pay."""
    body = _BODY[group]
    named = rf"(?<![\w-]){body}(?![\w-])(?:\s+{_STAFF}(?!\w))?"
    pair = r"(?:\s+(?:and|,|including)\s+[^.!?\n]{0,40}?)?"
    shapes = (
        rf"{named}{pair}{_NAME},?\s+(?:who\s+)?{_BE}{_FATE}",
        rf"\b{_AGAINST}\s+{_COUNT}{named}{_SPEAKS}",
        rf"{named}{_NAME},?\s+(?:(?:who|had|have|has|also|themselves|allegedly)\s+)*(?:{_DEED}|{_HARM})",
        rf"\b(?:{_HARM}|abducted|beaten|threatened)\s+by\s+{_COUNT}{named}",
        rf"\b{_ABET}\s+(?:of|by|from|with|between|among|to|in)\s+[^.!?;\n]{{0,40}}?{named}",
        rf"\b(?:bribed|bribing|paid off)\s+[^.!?;\n]{{0,30}}?{named}",
        rf"{named}(?:'s|’s|s')?\s+{_ABET}",
        rf"{named}[^۔؟\n]{{0,40}}?{_URDU}",
    )
    return tuple(re.compile(shape, re.IGNORECASE) for shape in shapes)


_QUICK = {group: re.compile(body, re.IGNORECASE) for group, body in _BODY.items()}
_RANK = re.compile(rf"{_BODY['police']}\W+(?:\w+\W+){{0,2}}$", re.IGNORECASE)
_AGENCY = re.compile(rf"\b{_BODY['fia']}\W+(?:\w+\W+){{0,3}}$", re.IGNORECASE)
_REACH = 40  # code points before a name in which a rank stands


def accused_in_words(text: str) -> tuple[AccusedGroup, ...]:
    """Return the groups of officials whom the words accuse, whoever the people in them are."""
    return tuple(AccusedGroup(group, span) for group, span in _in_words(text))


def accused_groups(
    document: Document, scene: Scene, in_words: tuple[AccusedGroup, ...] | None = None
) -> tuple[AccusedGroup, ...]:
    """Return the groups of officials whom the story accuses, each with the first place where it does.

    Args:
        document: the story.
        scene: its people: an accused person may be an official.
        in_words: what its words say, as `accused_in_words` reads them; read now when left out.
    """
    first: dict[str, Span] = {}
    said = accused_in_words(document.text) if in_words is None else in_words
    for group, span in (*((one.group, one.span) for one in said), *_in_people(document, scene)):
        for meant in _EVERYBODY if group == "officials" else (group,):
            if meant not in first or span < first[meant]:
                first[meant] = span
    return tuple(AccusedGroup(group, first[group]) for group in sorted(first))


def _in_words(text: str) -> Iterator[tuple[str, Span]]:
    for group, quick in _QUICK.items():
        if not quick.search(text):
            continue
        for pattern in _patterns(group):
            match = pattern.search(text)
            if match:
                yield group, Span(*match.span())


def _in_people(document: Document, scene: Scene) -> Iterator[tuple[str, Span]]:
    """An accused person whose name follows a rank is an accused official."""
    for person in scene.people:
        if person.role in (Role.ACCUSED, Role.CONVICTED):
            for span in person.names:
                before = document.text[max(0, span.start - _REACH) : span.start]
                if _AGENCY.search(before):
                    yield "fia", span
                elif _RANK.search(before):
                    yield "police", span
