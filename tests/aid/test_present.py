"""Help is present when a reader is told where to turn, and only then."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amanat.aid.present import printed_help


@pytest.mark.parametrize(
    "text",
    [
        "The ministry's helpline is 1099.",
        "Adults who were abused as children can speak in confidence to the Invented Association on 0808 000 0331.",
        "Childline: 0800 0000. Runaway line, for young people made to leave: text or call 000 000.",
        "The trust's confidential referral line is 0800 000 3733, at any hour.",
        "Harbour International runs an advice line on taken children: 0000 255 6234.",
        "Staff who are worried about a young guest should dial 000.",
        "Young people can message a worker at harbour.example/chat from 3pm to 9pm, or call Childline on 0800 0000.",
        "Report such cases to the women's helpline 1145.",
        "Anyone with information can report it on the bureau's portal.",
        "Survivors are urged to contact the legal aid committee of the bar.",
        "If you or someone you know is held against their will, call the commission.",
        "Call 0800-00000 for free advice.",
        "Victims may call the line at 0800 12345, day and night.",
        "The one-stop centre at the hospital offers free care and a lawyer.",
        "مدد کے لیے ہیلپ لائن 1099 پر کال کریں۔",
        "متاثرین 1121 پر رابطہ کر سکتے ہیں۔",
        "متاثرہ خواتین ہیلپ لائن پر رابطہ کریں۔",
        "The agency's toll-free number is 627.",
        "If you've been affected by this story, visit the centre in your town.",
        "For confidential support, call the bar's legal aid desk.",
        "Legal aid is available from the district committee.",
        "The commission can be reached at its office or through its website.",
        "The hotline is open day and night.",
        "Cases are taken up by calling 0800 12345.",
        "If this story has affected you, support is just a call away: the Invented Trust, 0800 000 111.",
        "Need help? Speak in confidence to Childline.",
        "Anyone with information is asked to get in touch with the anti-trafficking unit of the district.",
        "Support for survivors: Safe Harbour, open day and night, tel. 021-000000.",
        "The commission runs a free legal desk at the district courts, where workers may file claims every Monday.",
        "Survivors can walk into any of the 28 centres, where a lawyer sees them free of charge.",
        "Victims of such crimes may get free legal help from the provincial legal aid agency.",
        "Readers who recognise these signs should tell the child protection bureau.",
        "Workers who fear reprisals can write to the ombudsperson anonymously.",
        "For confidential advice text SAFE to 0000.",
        "The NGO urged women in the same situation to come forward and seek help at its office in the old city.",
        "متاثرہ خواتین مفت قانونی مدد کے لیے ضلعی دفتر سے رجوع کر سکتی ہیں۔",
        "کسی بھی مشکل میں 1099 ملائیں۔",
        "The modern slavery helpline is on 0800 000 121, all hours.",
        "You can speak to a counsellor for free at 0000.",
        "Where to get help: the Rights Desk, Room 4, District Courts.",
        "Workers in trouble can find a lawyer without charge at the Labour Rights Desk in Lahore.",
        "Helpline for women: 0000.",
        "The ministry's number for complaints is 0000, and callers need not give a name.",
        "If your child has gone missing, do not wait: report it and call 0000.",
        "A list of shelters that take women with children is on the commission's website.",
        "You are not alone. Trained listeners answer at 0000 at any hour.",
        "Families who paid an agent can claim their money back through the Protector of Emigrants.",
        "Migrants may ask the legal clinic of the university for help in their own language.",
        "To report suspected slavery, call the helpline on 0000 000 000 or go to its website.",
        "Survivors are invited to contact the trust, which pays for lawyers.",
        "کوئی بھی شہری ہیلپ لائن 0000 پر شکایت کر سکتا ہے۔",
        "مزدور مفت وکیل کے لیے لیبر دفتر جا سکتے ہیں۔",
        "Anybody held against their will can dial 0000 without credit on the phone.",
        "The Harbour Trust takes calls from women in danger around the clock: 0000.",
        "Domestic workers can take a complaint about wages to the labour court for nothing.",
        "To find a lawyer who charges nothing, ask at the district legal aid office.",
        "Victims who want to talk can reach the counsellors of the Meadow Foundation in Quetta.",
        "Reports can be made without a name through the bureau's mobile app.",
        "If you or somebody you love is being forced to work, people can help: contact the Lantern Project.",
        "Help: the child line, 0000; the women's commission, 0000.",
        "Returnees in debt should see the migrant desk at the welfare office in Sylhet.",
        "Parents can register a missing child with the alert agency by telephone.",
        "متاثرین پولیس کے بجائے ہیومن رائٹس کمیشن سے رابطہ کر سکتے ہیں۔",
        "اگر آپ کے ساتھ ایسا ہو رہا ہے تو 0000 پر کال کریں۔",
    ],
)
def test_told_where_to_turn(text: str) -> None:
    assert printed_help(text)


@pytest.mark.parametrize(
    "text",
    [
        "The girl was moved to a shelter home on the order of the court.",
        "The helpline received 1,500 calls last year.",
        "The helpline received 1500 complaints from 36 districts.",
        "A helpline was set up in 2019.",
        "She called her mother from the bus.",
        "Her father can be reached at his shop; the family's contact number was 0300-0000000.",
        "والد کا رابطہ نمبر 0300-0000000 پوسٹر پر درج ہے۔",
        "The minister called for a new helpline.",
        "Police called the parents to the station in 2 hours.",
        "Section 370 of the code punishes trafficking.",
        "They were sold for Rs 15,000 each, an officer said.",
        "The accused could not be reached for comment.",
        "He threatened the family by calling them from prison.",
        "If you are a poor man the law does not see you, the father said.",
        "The girl was taken to a shelter run by the bureau.",
        "Police said the family had called the helpline twice before the raid.",
        "The government plans to set up a helpline next year.",
        "Her father asked anybody who saw her to call him on 0300 0000000.",
        "The hotline received 1,200 calls in 2024.",
        "He reported the case to the police station.",
        "The court ordered the agency to register the complaint.",
        "The ring advertised jobs with a phone number, 0321 0000000, on posters.",
        "Officers at the help desk refused to write the complaint down.",
        "The smugglers told families to call them if money ran out.",
        "Support workers said the centre is closed.",
        "The girl told her teacher, who wrote to the agency that had placed her.",
        "She was too afraid to speak to the counsellor, the report said.",
        "Workers could not go to the agency without their passports.",
        "The women were told to apply for papers at the camp office by the traffickers.",
        "People can be sentenced to ten years for such crimes.",
        "Families may face eviction if they report the landlord, a lawyer said.",
        "The unit arrested four men and said more would be charged.",
        "The charity said it had no money for a second shelter.",
        "Support for the bill was strong in the assembly.",
        "Help for victims is scarce, the study found.",
        "Children can go to school again, the mother said.",
        "He said he would write to the ombudsman himself.",
        "The agent asked parents to tell nobody.",
        "A police officer can get support from the agency after a raid.",
        "The foundation of the building was laid last year, and workers can move in soon.",
        "Migrants can earn more abroad, an agent told the families.",
        "The women can leave the shelter only with a court order.",
        "Lawyers said families can drop a case for money.",
        "Children may work in family businesses under the law.",
        "He answered the phone on 3 March and was arrested.",
        "A trust fund was set up for the children.",
        "Workers should be paid on time, the bureau said in a report.",
        "Witnesses told the commission that guards slept at the gate.",
        "If your employer keeps your passport it is a crime, the minister said.",
        "The clinic was shut; people can no longer be treated there.",
        "Victims can apply for visas, but few do.",
        "The victim informed the 15 helpline after they had fled.",
        "A neighbour called the 15 helpline at midnight.",
    ],
)
def test_not_told(text: str) -> None:
    assert printed_help(text) == ()


def test_points_at_the_number() -> None:
    text = "In short: the helpline of the commission, open all day, is 0800 12345."
    (found,) = printed_help(text)
    assert found.number is not None
    assert text[found.number.start : found.number.end] == "0800 12345"


@given(st.text(alphabet="helpline can victims call 0123456789 .\n۔ہیلپ لائن", max_size=300))
def test_spans_lie_in_the_text(text: str) -> None:
    for found in printed_help(text):
        assert found.span.end <= len(text)
        assert found.number is None or found.number.end <= len(text)


@pytest.mark.parametrize("text", ["victims can call " * 3_000, "0" * 20_000, "helpline " + "a" * 20_000])
def test_hostile_text_names_no_help(text: str) -> None:
    assert list(printed_help(text)) == []
