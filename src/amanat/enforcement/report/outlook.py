"""What no figure of police and courts can tell; printed under every report."""

_UNSEEN = (
    "How many people were trafficked. Police and courts count what reached them; most victims never do. For an "
    "estimate three or more independent lists of victims are needed (see the guide on unseen victims)."
)
_WORK = (
    "Whether more arrests mean more crime, more work or another way of counting. Laws changed in 2018 (trafficking and "
    "smuggling became offences of their own); figures before and after are not one series."
)
_AFTERWARDS = (
    "What became of those arrested, where only yearly totals are published: the people convicted in a year were mostly "
    "arrested before it."
)
_SETTLED = (
    "How many cases were settled outside the court, or never registered. A withdrawn case may be a threatened victim."
)
_EMPTY = "Where a figure is empty, nobody knows or nobody says. It is not nought."
CANNOT_KNOW = (_UNSEEN, _WORK, _AFTERWARDS, _SETTLED, _EMPTY)
