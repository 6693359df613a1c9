"""What stands between quotation marks: one row a text with the stretches it holds."""

from __future__ import annotations

import pytest

from briefgen.reading.quotemarks import marked_stretches
from briefgen.sources.layout import lay_out

STRETCHES = [
    # the usual styles
    ("He said “the gate is shut” and left.", ["the gate is shut"]),
    ('He said "the gate is shut" and left.', ["the gate is shut"]),
    ("He said ``the gate is shut'' and left.", ["the gate is shut"]),
    ("He said ''the gate is shut'' and left. ''It was late.''", ["the gate is shut", "It was late."]),
    ("He said «the gate is shut» and left.", ["the gate is shut"]),
    ("He said „the gate is shut“ and left.", ["the gate is shut"]),
    ("He said 'the gate is shut' and left.", ["the gate is shut"]),
    # one inside another: the outer one counts
    ("He said “they cried ‘open the gate’ all night” and left.", ["they cried ‘open the gate’ all night"]),
    ("He said 'they cried \"open the gate\" all night.' Then he left.", ['they cried "open the gate" all night.']),
    ('He said "they cried “open the gate” all night" and left.', ["they cried “open the gate” all night"]),
    ("He said “they cried “open the gate” all night” and left.", ["they cried “open the gate” all night"]),
    # carelessly typed marks
    ("He called it “a gate to nowhere“ and left.", ["a gate to nowhere"]),
    ("He called it ”a gate to nowhere” and left.", ["a gate to nowhere"]),
    ('He said “the gate is shut" and left.', ["the gate is shut"]),
    # apostrophes are no marks
    ("Sina 'Ofa Brill and her sister, 'Ili, said the gate's lock was the guards' own.", []),
    ("In the '90s the fishermen's boats were the guards' boats.", []),
    ("Rock 'n' roll was heard at the guards' gate, he said.", ["n"]),
    # an opening mark that nothing closes
    ('He said the pipe was 12" wide and left.', []),
    ('He said the pipe was 12" wide. "It is too wide," he added.', ["It is too wide,"]),
    ("“We heard it at night and ran, he said.\n\nThen he left the hall.", ["We heard it at night and ran, he said."]),
    # over paragraphs: each opens anew, the last one closes
    (
        "Renn said: “The first ship came in May.\n\n“The second never came.” It was late.",
        ["The first ship came in May.", "The second never came."],
    ),
    (
        '"The first ship came in May.\n\n"The second never came."',
        ["The first ship came in May.", "The second never came."],
    ),
]


@pytest.mark.parametrize(("text", "wanted"), STRETCHES, ids=[row[0][:60] for row in STRETCHES])
def test_what_stands_between_marks(text: str, wanted: list[str]) -> None:
    assert [text[m.start : m.end] for m in marked_stretches(text, lay_out(text))] == wanted
