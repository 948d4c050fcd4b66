"""A desk to try: invented stories and a case of invented people, in a store that is gone when it ends."""

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from amanat.aid.referral.consent import Consent, Giver, adult_age
from amanat.aid.referral.fields import ALL
from amanat.desk import casework
from amanat.desk.casework import HERE, CaseFile
from amanat.desk.opened import About, submit
from amanat.desk.state import State
from amanat.store import Home, User

STORIES = {
    "Kiln (English)": """\
Girl freed from kiln, two held

Police freed Mehrunnisa Khatoon, 13, from a brick kiln near Chak 9999 in Swat on Monday. Her father, Dilawar Khatoon, \
said the family had owed the owner 180,000 rupees since 2021.

Deputy Superintendent Farhad Qureshi said two men were arrested under the Prevention of Trafficking in Persons Act \
2018. "We will not rest," he told reporters. One of the accused, Gul Nawaz, denied the charge.

The girl, a pupil of class seven, was a child prostitute, a neighbour claimed. Pakistan has never joined the UN \
protocol on trafficking in persons, said lawyer Samina Tariq.

In 2024 the police of Khyber Pakhtunkhwa arrested 63 people for trafficking; five were convicted.
""",
    "بھٹہ (اردو)": """\
بھٹے سے لڑکی بازیاب، دو گرفتار

پولیس نے پیر کو 13 سالہ مہرالنساء خاتون کو چک 9999 کے قریب اینٹوں کے بھٹے سے بازیاب کرایا۔ \
اس کے والد دلاور خاتون نے بتایا کہ خاندان پر 180,000 روپے قرض تھا۔

ڈی ایس پی فرحاد قریشی نے کہا کہ مقدمہ PTPA 2018 کے تحت درج کیا گیا ہے۔ ملزم کا شناختی کارڈ 00000-0000000-0 بتایا گیا۔
""",
}


@dataclass(frozen=True, slots=True)
class Demonstration:
    """A running demo."""

    state: State
    name: str
    passphrase: str


@contextmanager
def demonstration() -> Iterator[Demonstration]:
    """Make a passing store with the stories in it."""
    with TemporaryDirectory(prefix="amanat-demo-") as folder:
        base = Path(folder)
        state = State(Home(base / "data", heads=base / "head", backups=base / "backups"))
        passphrase = f"demo-{secrets.token_hex(6)}"
        user = state.set_up("demo", passphrase)
        for title, text in STORIES.items():
            submit(state.open_vault(), user, text.encode(), About(title, "story.txt"), title)
        _case(state, user)
        yield Demonstration(state, "demo", passphrase)
        state.lock()


def _case(state: State, user: User) -> None:
    """Take an invented case in, with consent for one body that can help."""
    vault, grown = state.open_vault(), adult_age(state.registers, "PK")
    on = casework.today(vault)
    kept = Consent(HERE, frozenset(f.name for f in ALL), "", on, on + timedelta(180), Giver.PERSON, user.id, "Sindhi")
    told = CaseFile(
        id="", version=0, expires=0, call_name="River 4", country="PK",
        asks="legal advice and shelter for a woman, Tharparkar, Sindh",
        fields={"own_Age": "30", "prs_Gender": "Feminine", "vic_DetailsOfVulnerabilities": "Owes the owner of a kiln."},
        identity={"prs_FirstName": "Zarmeena"}, accused=frozenset({"police"}), agreed=frozenset(), consents=(kept,),
        referrals=(),
    )  # fmt: skip
    case = casework.case_of(vault, user, casework.take_in(vault, user, told, "demo", grown))
    first = casework.matched(case, state.registers, "en").services[0]
    agreed = replace(kept, recipient=first.id, fields=frozenset({"prs_FirstName"}), purpose="legal_advice")
    casework.change(vault, user, casework.with_consent(case, agreed, grown), case.version, "consent")
