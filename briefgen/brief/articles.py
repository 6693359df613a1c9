"""Say which names of states and bodies want an article in a sentence."""

from __future__ import annotations

from briefgen.wording import Words

ARTICLED = (
    "United ",
    "European ",
    "Soviet ",
    "Palestinian Authority",
    "Islamic Republic",
    "Republic of",
    "Ministry of",
    "Department of",
    "Philippines",
    "Netherlands",
    "Gulf Cooperation",
    "African Union",
    "Arab League",
)

SHORT_FORMS = frozenset("EU UN US UK UAE AU E.U. U.N. U.S. U.K. U.A.E. OSCE OAS GCC".split())
"""Short forms that are spelled out in speech, "the E U"; one read as a word ("NATO") has no article."""

BODIES = frozenset(
    "Agency Alliance Army Assembly Authority Bank Board Brigade Brigades Bureau Cabinet Coalition "
    "Commission Committee Confederation Congress Council Court Department Directorate Emirates "
    "Federation Force Forces Foundation Front Fund Government Group Guard Guards Institute Kingdom "
    "League Militia Ministry Movement Network Office Organisation Organization Parliament Party Secretariat "
    "Senate Service Services Treasury Tribunal Union".split()
)


def takes_article(name: str) -> bool:
    """Tell whether a name of a state or body wants "the" in a sentence.

    >>> takes_article("United States"), takes_article("Office of the Harbour Master"), takes_article("Russia"), takes_article("EU")
    (True, True, False, True)
    """
    first, last = name.split(" ", 1)[0], name.rsplit(" ", 1)[-1]
    of_body = first in BODIES and name[len(first) :].startswith((" of ", " for "))
    return name in SHORT_FORMS or name.startswith(ARTICLED) or of_body or (" " in name and last in BODIES)


def articled(name: str, words: Words) -> str:
    """Give a name as a sentence has it.

    >>> from briefgen.wording import words
    >>> articled("United States", words("en")), articled("Russia", words("en")), articled("United States", words("de"))
    ('the United States', 'Russia', 'United States')
    """
    return words.say("articled", name=name) if takes_article(name) else name
