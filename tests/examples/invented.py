"""Names of nobody: a given name and a family name drawn apart, so that no pair is meant."""

from itertools import islice, product

_GIVEN = (
    "Zunaira Mehrunnisa Shaista Rukhsana Gulnaz Parveen Nasreen Tahmina Farzana Zarmina Shagufta Kulsoom Noreen Samreen "
    "Ghazala Mumtaz Yasmeen Rubina Shabana Nighat Tabassum Fouzia Humaira Saima Bushra Nadia Zainab Kiran Uzma Sadaf"
).split()
_FAMILY = (
    "Tarkhan Khatoon Jakhrani Mahsud Lashari Chandio Bugti Kakar Wazir Afridi Soomro Bhatti Khokhar Awan Malik Gondal "
    "Chaudhry Rajput Qureshi Siddiqui Ansari Baloch Brohi Marri Mengal Achakzai Tareen Durrani Yousafzai Orakzai"
).split()


def names(wanted: int, skip: int = 0) -> list[str]:
    """Return so many names, no two alike; `skip` leaves out the first ones."""
    pairs = ((g, _FAMILY[(n + i) % len(_FAMILY)]) for n, (i, g) in product(range(len(_FAMILY)), enumerate(_GIVEN)))
    return [f"{given} {family}" for given, family in islice(pairs, skip, skip + wanted)]
