"""How treaty status is worded: acts, negations, plans, appositions. The frame of treaty status says what they mean."""

import re

ACT = re.compile(
    r"\b(?:(?P<ratification>(?:un)?ratif(?:ied|ies|ying|y|ication))|(?P<accession>acced(?:ed|es|ing|e)|accession)"
    r"|(?P<signature>sign(?:ed|s|ing|ator(?:y|ies)|ature)?(?! (?:up|on) to\b)|put(?:s|ting)? (?:its|their|his|her) (?:name|signature)(?= (?:to|under|on)\b)|inked)"
    r"|(?P<outside>(?:remain(?:s|ed)?|stay(?:s|ed)?|st(?:ands?|ood)|sits?|sat|lies|keeps itself|kept itself|left|is|was|are|be|being|still|states?|countr(?:y|ies)|nations?) outside|(?:stay(?:s|ed)|keeps|kept) (?:out|clear|away|aloof)(?= (?:of|from)\b))"
    r"|(?P<withdrawal>withdr(?:ew|awn|awal)|denounc(?:ed|es)|pulled out(?= of\b)|quit)"
    r"|(?P<force>(?:been |was |is |came |entered )?in(?:to)? force(?= (?:for\b|in (?!(?:[a-z]+ )?(?:[12]?\d,? )?(?:19|20)\d\d))))"
    r"|(?P<join>sign(?:ed|s|ing)? (?:up|on) to|subscrib(?:ed|es) to|adher(?:ed|es|ing) to|join(?:ed|s|ing)?|(?:state |states )?part(?:y|ies)(?= (?:to|of|for|since)\b|[,.)])|member(?= (?:to|of)\b)"
    r"|bound(?= by\b)|(?:bound|committed|tied) (?:itself|themselves) to)"
    r"|(?P<entry>(?:c[ao]me|entered|gone|went) into|belong(?:s|ed)? to|accept(?:s|ed)|embrac(?:es|ed)|is inside)"
    r"|(?P<binds>binds?|bound|binding(?= (?:(?:up)?on|since|from)\b)|counts?(?= [^,;.]{3,40} among its (?:parties|members)\b)))\b",
)
HARD = re.compile(
    r"\b(?:true|case|correct|right|sa(?:y|ys|id)|claims?|claimed) that\b|,(?= (?:to|of|by) which\b)|;|:|—|\s[–-]\s|\b(?:but|while|whereas|although|though|however|because|despite|even as)\b|[,]\s+(?:and"
    r"|yet)\s+(?=(?:it|the|has|is|was|had|have|they)\b)|,(?=\s+(?:it|they)\s)",
)
FIRM_NEGATION = re.compile(
    r"\b(?:yet to|fail(?:ed|s|ure)? to|refus(?:ed|es|al) to|declin(?:ed|es) to|(?:has|have|had|did|does|do|is"
    r"|was|are|were)"
    r"(?: (?:still |yet |so far |as yet |even )?(?:not|never)|n[’']t)|not (?:yet|been|being|having|a|one|among)|never|neither"
    r"|without|nor|no (?:plan|intention|longer|more)|not to have|short of|(?:has|have|had) still to|(?:lack|absence) of)\b"
    r"|\b(?:wait(?:s|ed|ing)? (?:\w+ )?for|await(?:s|ed|ing))\b[^,;]{0,60}$"
    r"|\b(?:refusal|failure|reluctan\w+|unwilling\w*|hesitat\w+)\b[^,;]{0,45}\bto $|\bnon-$|n[’']t\b|\bnot $",
)
"""What says that it did not happen: a refusal, a wait, a plain `not`."""
UN = re.compile(r"\bun(?=ratif)")
MERE = re.compile(r"\b(?:mere(?:ly)?|only an?|just an?|no more than an?|nothing but an?) $")
FOR_WHICH = re.compile(r",? (?:for|on|upon) which\b")
"""`Bangladesh, for which the Protocol has been binding since 2019`"""
NOT_ONLY = re.compile(r"\bnot only\b")
PLAN = re.compile(
    r"\b(?:plan(?:s|ned|ning)?|intend(?:s|ed|ing)?|consider(?:s|ed|ing)?|urg(?:e|es|ed|ing)|call(?:s|ed"
    r"|ing)? (?:on|for|upon)|should|must"
    r"|will|would|could|may(?! (?:19|20)?\d)|might|can|ought|if|whether|recommend(?:s|ed|ing|ation)?|expect(?:s|ed)?|propos(?:e"
    r"|es|ed|al|als)"
    r"|want(?:s|ed)?|hop(?:e|es|ed|ing)|pledg(?:e|es|ed)|promis(?:e|es|ed)|likely|advis(?:e|es|ed)|ask(?:s|ed)?(?! why\b)"
    r"|demand(?:s|ed|ing)?|press(?:es|ed|ing)?|decid(?:e|es|ed)|agree(?:s|d)?|mov(?:e|es|ed) to|set to|about to"
    r"|pending|summar(?:y|ies) (?:for|on)|steps? towards?|process of|bid for|case for|campaign(?:s|ed|ing)? for|in favour of"
    r"|push(?:es|ed|ing)? for|delay(?:s|ed)?|need(?:s|ed)? to|prepar(?:e|es|ed|ing)|until|unless"
    r"|stress(?:es|ed)? the need)\b",
)
GERUND_OF_FACT = re.compile(r"\b(?:by|after|since|without|upon|despite|having|on|in|instruments?(?: of)?)\s+$")
COUNTERFACTUAL = re.compile(r"\W*(?:Had|Were|Should)\s+[A-Z]")
"""`Had Pakistan acceded …` is a dream, `had it not acceded …` says that it did."""
DELAYED = re.compile(r"\b(?:put off|delayed|postponed|held off)\s+$")
"""`put off signing until 2009` says that it signed then."""
TOOK = re.compile(
    r"\btook\b[^,;]{3,40}?\b(?:until|till) (?:\w+ )?(?:19|20)\d\d\b[^,;]{0,6}\bto $"
    r"|\b(?:years?|decades?|months?)(?: \w+)? it took\b[^,;]{2,40}\bto $|\btook\b[^,;]{2,40}\b(?:years?|decades?|months?)\b[^,;]{0,10}\bto $"
)
"""`it took the state until 1990 to ratify`"""
MODAL = re.compile(r"\b(?:would|will|should|must|could|may|might)\s+(?:\w+ly\s+)?$")
FRONTED = re.compile(
    r"\W*(?:not (?:until|till|before)|only (?:in|on|after|since|with|at|when|this|last))\b[^;]{0,90}\b(?:did|has|had)\b"
)
"""`not until 2025 did it ratify` says that it did."""
"""`declined to say when it would sign`: what governs the verb is the modal, whatever was refused before."""
BEING = re.compile(r"\b(?:is|are|was|were)\s+$")
INFINITIVE = re.compile(r"\bto\s+(?:\w+ly\s+)?$")
UNTIL = re.compile(r"\b(?:until|till|before)\b")
FORWARD = re.compile(r"^[^.;]{0,80}$", re.DOTALL)
OTHER_OBJECT = re.compile(
    r"\b(?:memorandum|MoU|agreement|contract|letter|report|pledge|declaration|police|army|party worker|hands"
    r"|bill|deal|who|which|that|under)\b",
    re.IGNORECASE,
)
UNDER = re.compile(r"\s+(?:under|on) (?:the )?(?:UN |UN[’']s )?", re.IGNORECASE)
"""`its signature under the Protocol`"""
ANAPHOR = re.compile(
    r"\s+(?:it|the (?:treaty|convention|protocol|pact|instrument)(?! (?:on|against|to|of|for)\b))\b", re.IGNORECASE
)
THEN = re.compile(r"\b(?:at the time|at that (?:time|point)|back then|in those days)\b")
"""`was not a party at the time` says nothing of today."""
"""`signed the Protocol but never ratified it`"""
MANY = re.compile(
    r"\b(?:countries|states|nations|members|governments)\s+(?:(?:that|which|have|had|are|were|now|already|also)\s+){0,3}$",
)
"""Others than the story's own state did it."""
OF_THEM = re.compile(r"\b(?:among|one of|club of|most of)(?: the| those)?(?: \w+)? $")
"""`is among the states that have …`"""
INCLUDED = re.compile(
    r"\b(?:(?P<yes>among them|including|not least)|(?P<no>but not|except(?: for)?|save|bar)) (?:for )?(?:is |are |was |were )?"
)
"""`sixty states have ratified it, among them Pakistan`"""
AMONG = re.compile(r"\b(?:is|are|was|were)(?P<no> not|n[’']t)? (?:one of|among) (?:them|those|these)\b", re.IGNORECASE)
BACKWARD = re.compile(
    r"^(?:,? \d{1,3})*(?: and \d{1,3})?(?:\s+(?:treaty|convention|protocol|pact))?(?: on [\w ]{3,40}?)?\s*"
    r"(?:(?:,|\()?\s*(?:(?:is |was )?(?:one|an? \w+) )?(?:(?:to |of |by )?which|that)\b[^,;]{0,45}|(?:was|were|has been|had been|have been|is|being|has"
    r"|have|does|did)\b[^,;]{0,30}|[,:])?\s*$",
    re.IGNORECASE,
)
OBJECTLESS = re.compile(
    r"\s*(?:$|[.,;:!?”\"’)]|(?:on|in|since|only|at last|it|the (?:treaty|protocol|convention)|last|this|to date|yet|so|long|later|(?:19|20)\d\d|(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*)\b)"
)
"""What follows a verb that has its object in what was said before."""
SAME = re.compile(
    r"\s+(?:has|have|had|is|are|was|did|does)(?P<no> not|n[’']t| yet to| still not)?(?: yet| too| as well)?\s*(?=[.,;:”\"’]|$)"
)
"""`…, but Pakistan has not`"""
SO = re.compile(r"\b(?:so|(?P<no>nor|neither)) (?:has|have|had|is|are|was|did|does) $")
NEITHER = re.compile(r"^\s*(?:up )?(?:to )?neither\b")
"""`has signed neither X nor Y`: the negation stands behind the verb."""
NEVER_CAME = re.compile(
    r"\b(?:(?:is|was|are|remains?)(?: \w+ly| still| yet)* (?:missing|absent|lacking|awaited|outstanding|overdue|pending)"
    r"|(?:has|have) (?:yet|still) to (?:come|follow|be (?:given|deposited))|(?:never|not yet) (?:come|came|arrived|followed))\b"
)
"""`its ratification is still awaited`"""
DEED = re.compile(r"(?:ratification|accession|signature)$")
NTH = re.compile(r"\b(?:first|second|third|fourth|fifth|last|latest|only|\d+(?:st|nd|rd|th))\b[^,;.]{0,40}\bto\s+$")
"""`the first South Asian state to ratify`: an infinitive that tells a fact."""
AND_ALSO = re.compile(
    r"^[\s,]*(?:(?:and|or|nor|as well as|along with|both|also|its|the|to|UN|of|a party to)\s*)*$", re.IGNORECASE
)
BY_MANY = re.compile(r"\bby\s+(?:\d+|more than|over|nearly|about|almost|some|most|all|many)\b")
CABINET = re.compile(r"\bcabinet\b")
APPROVED = re.compile(
    r"\bcabinet\b[^;,]{0,40}\b(?:approv\w*|nod|green light|clear(?:s|ed|ance)|endors\w*|assent\w*|consent\w*|said yes|go-ahead)\b"
    r"[^;,]{0,30}$"
)
"""`the cabinet gave its approval to joining it`: done, as far as a cabinet does it."""
BY_CABINET = re.compile(
    r"\bcabinet(?: \w+ly)? (?:has |had )?(?:ratified|acceded)\b|\bratified by (?:\w+ ){0,3}cabinet\b"
)
CABINET_DID = re.compile(r"(?:ratified|acceded|joined|part(?:y|ies)|member)$")
"""Finite words for the act of the state: a cabinet that stands beside one does not do it."""
WE = re.compile(r"\b(?:we|(?:our|my|this) (?:country|government|state|nation))\b[^,;]{0,40}$")
A_STATE = re.compile(r"\b(?:it|(?:the|that) (?:kingdom|country|state|republic|emirate|island|nation))\b[^,;]{0,40}$")
ACCEDED = re.compile(r"\b(?:acced(?:ed|ing)|(?<!no )(?<!not )accession)\b")
PARENT = re.compile(r"\s+(?:to|of)\s+(?:the |its |that )?(?:UN |ILO )?$")
"""`the Protocol to the Convention`: the Convention is part of the Protocol's name."""
UNKNOWN_INSTRUMENT = re.compile(
    r"\b(?:[A-Z][\w’'-]+\s+(?:(?:of|on|for|the|against|and|to|in|relating|concerning)\s+)*){1,8}(?:Conventions?"
    r"|Protocols?|Statute|Treaty|Covenant)\b"
    r"|\b[A-Z]\w+ (?:convention|protocol|covenant)\b"
    r"|\bConventions? (?:No\.? ?)?\d{1,3}\b"
    r"|\b(?:Convention|Protocol|Statute|Treaty|Covenant) (?:on|against|for|relating to|of"
    r"|to)(?: the)?(?:\s+(?:[A-Z]\w+|of|and|the|on|in|from|or)){1,10}"
)
SMALL = re.compile(
    r"\b(?:convention|treaty|protocol|covenant) (?:on|against|for|relating to|concerning) (?:the )?[\w-]+(?: [\w-]+){0,6}"
)
"""`the Council of Europe’s convention on action against trafficking`, in small letters"""
SEVERAL = re.compile(r"\b(?:conventions|treaties|protocols|covenants) (?:on|against) (?:the )?[\w-]+(?: [\w-]+){0,6}")
INSTRUMENT = re.compile(r"Convention|Protocol|Statute|Treaty|Covenant")
DUTY = re.compile(
    r"\b(?:under|violat\w+|breach\w*|obligations?|in line with|according to|pursuant to|contrary to"
    r"|enshrined in|guaranteed by|recogni[sz]ed (?:in|by)|compl(?:y|iance|ies) with|required by"
    r"|as defined (?:in|by))\b[^.;,]{0,40}$",
    re.IGNORECASE,
)
NO_DUTY = re.compile(
    r"\b(?:no|not|never|without|free of|n[’']t)\b[^.;,]{0,20}$|\b(?:no|without|any) obligations?\b", re.IGNORECASE
)
ARTICLES = re.compile(
    r"\b[Aa]rticles? \d+(?:\(\w+\))?(?:(?:,| and| or|, and) \d+(?:\(\w+\))?)* (?:of|in|under) (?:the )?$"
)
MEMBER = re.compile(r"(?:state |states )?part(?:y|ies)|member", re.IGNORECASE)
APPOSED = re.compile(
    r"\s+(?:to\s+)?the (?:parent )?(?:convention|protocol|treaty|instrument)\b[^,;.]{0,60},\s*(?:the )?", re.IGNORECASE
)
"""`a party to the convention that the protocol supplements, UNTOC`"""
LEADS = re.compile(
    r"^\W*(?:(?:before|after|until|till|since|when|while|although|though|once|having|by|in|despite|with)\b[^,;]{0,60})?$",
    re.IGNORECASE,
)
BESIDE = re.compile(r"[\s,]*(?:and|or|nor|but (?:has |have )?(?:not|never|not yet|yet to))\s+", re.IGNORECASE)
CLOSED = re.compile(r"[,.)]")
"""`…, to which Pakistan is a party, …`: what it joined stands before."""
DATED = re.compile(r"\s+in (?:[A-Z]\w+ )?\d{4}\s+")
