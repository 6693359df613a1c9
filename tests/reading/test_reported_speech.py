"""Reported speech: who says it, and what is no statement. One row: text, a piece of what is said, holder."""

from __future__ import annotations

import pytest

from tests.readings import reading_of

from .holders_of import holders

INDIRECT = [
    # whoever was the subject last is meant, whatever the name was taken for
    (
        "Otto Brill, a fisherman, spoke first.\n\nSkarn, for his part, was at ease. He told the council the nets would be mended by May.",
        "the nets would be mended",
        "Skarn",
    ),
    (
        "Ada Renn keeps the lighthouse. "
        "Her brother, the painter Otto Brill, rowed her over in a storm, the last, he jokes, that she slept through.",
        "that she slept through",
        "Otto Brill",
    ),
    (
        "Ada Kell led the first talks.\n\n"
        "Lindqvist never took the boat that she had booked for last week; her office said it had sunk at the pier.",
        "it had sunk",
        "Lindqvist",
    ),
    (
        "Geology has no friends, Ada Renn says. Harbours, she argues, are dug by the poor.",
        "are dug by the poor",
        "Ada Renn",
    ),
    (
        "The speaker confirmed that Otto Brill would sail with his crew in May. He added that the sails were new.",
        "the sails were new",
        "The speaker",
    ),
    # who is named behind a description, or before a relative clause
    (
        "The commander of the Vestby garrison, Colonel Otto Brill, said the bridge would stay shut.",
        "the bridge would stay shut",
        "Otto Brill",
    ),
    (
        "Ada Renn, who has studied herring for the Harbour Institute since the war, thinks the nets matter less than the moon.",
        "the nets matter less",
        "Ada Renn",
    ),
    (
        "The Labour deputy Ada Renn, whose town lives by the ferry, accused the board of starving it of coal.",
        "the board of starving",
        "Ada Renn",
    ),
    # of whom the noun says nothing, what is told of them does
    (
        "Two people familiar with the sale said the yard would close on Monday.",
        "the yard would close",
        "Two people familiar with the sale",
    ),
    (
        "A person who has read the lease said it runs for a century.",
        "it runs for a century",
        "A person who has read the lease",
    ),
    (
        "The captain asked for more coal, according to a person who stood on the deck.",
        "asked for more coal",
        "a person who stood on the deck",
    ),
    # one Movement is the party
    (
        "The Movement for Vestby has no seat in the new assembly. The party says that the count was a muddle.",
        "the count was a muddle",
        "Movement for Vestby",
    ),
    # whom a paper quotes, who is named behind a description, who is called by a trade
    ("The Vestby Post quoted the mayor as saying that the lock was safe.", "the lock was safe", "the mayor"),
    ("Ada Renn was quoted by the Vestby Post as saying that the lock was safe.", "the lock was safe", "Ada Renn"),
    ("The lock is safe, according to the board's engineer, Ada Renn.", "The lock is safe", "Ada Renn"),
    ("According to the head of the crew, Otto Brill, the lock will leak.", "the lock will leak", "Otto Brill"),
    ("Otto Brill, a plumber, saw it. The plumber said the lock was safe.", "the lock was safe", "Otto Brill"),
    (
        "Skippers asked by the board, among them Ada Renn, said the lock was safe.",
        "the lock was safe",
        "Skippers",
    ),
    ("But at a late hour, the harbour master said the lock was safe.", "the lock was safe", "the harbour master"),
    ("Critics of Mayor Otto Brill said the lock was safe.", "the lock was safe", "Critics of Mayor Otto Brill"),
    # the speaker put between commas, or named in apposition
    ("The barge, the salt union says, had been sold in spring.", "had been sold", "the salt union"),
    ("The old treaty, says historian Ada Renn, was a robbery by daylight.", "was a robbery", "Ada Renn"),
    ("It lost to its rival, and its envoy, Ada Renn, said it would wait.", "it would wait", "Ada Renn"),
    ("The bank, whose editor, Otto Brill, says he is innocent, left town.", "he is innocent", "Otto Brill"),
    (
        "The man who keeps bees in Vestby, Otto Brill, told them the roof was gone.",
        "roof was gone",
        "Otto Brill",
    ),
    (
        "The group, also known as the Crane, denies owning boats and says it breeds ducks.",
        "it breeds ducks",
        "The group",
    ),
    ("Ada Renn, treasurer of the guild, called for the toll to be halved.", "for the toll", "Ada Renn"),
    # a pronoun or a title for the person named last
    ("Ada Renn came late. Renn disagrees. Norland, she argues, has drawn no such border.", "has drawn no", "Ada Renn"),
    ("Ada Renn disagrees. Norland, she argues, has drawn no such border.", "has drawn no", "Ada Renn"),
    (
        "General Otto Brill came late. A clerk opened the gate. The General joked that he had walked all the way.",
        "he had walked",
        "Otto Brill",
    ),
    # views told without a verb of saying
    ("Ada Renn disagrees. In her view, farmers need the water that mills waste.", "farmers need the", "Ada Renn"),
    ("By the harbour office's count, forty ships were turned away.", "forty ships were", "the harbour office"),
    ("Forty ships were turned away, by the count of the agency.", "Forty ships were", "the agency"),
    ("The gate, as Otto Brill sees it, should have stayed open.", "should have stayed open", "Otto Brill"),
    # two speakers in a sentence
    ("Critics say it kills eels, while supporters say it feeds the town.", "it kills eels", "Critics"),
    (
        "Critics say it kills eels, while supporters say it feeds the town.",
        "it feeds the town",
        "supporters",
    ),
    # positions taken by a verb with an object
    ("Ada Renn put the loss at a tenth of the harvest.", "the loss at a tenth", "Ada Renn"),
    ("The ministry warned of a flood in spring.", "of a flood in spring", "The ministry"),
    ("The Reed Front claimed the attack on Vestby.", "the attack on Vestby", "Reed Front"),
    ("Ada Renn welcomed the vote in the council.", "the vote in the council", "Ada Renn"),
    ("The churches reaffirmed their support for the charter.", "their support for", "The churches"),
    ("The council expressed its deep concern at the arrests.", "its deep concern", "The council"),
    ("Norland sees the dam as a gift to its farmers.", "the dam as a gift", "Norland"),
    ("Norland denied any role.", "any role", "Norland"),
    ("Ada Renn sees no hope of rain before May.", "no hope of rain", "Ada Renn"),
    # the opening of a report, and who is told before what is said
    (
        "VESTBY, Norland (AP) — A bomb went off near the gate on Monday, killing two guards, police said.",
        "A bomb went off",
        "police",
    ),
    ("The clerk told the board it was a clean copy.", "it was a clean copy", "The clerk"),
    (
        "Mayor Otto Brill told Sele TV, a local channel, that the road was shut.",
        "the road was shut",
        "Otto Brill",
    ),
    (
        "An engineer at the Harbour Office, Otto Brill, doubts that the lamp will last.",
        "the lamp will last",
        "Otto Brill",
    ),
    (
        "A clerk close to the board said Otto Brill had begged for a loan.",
        "had begged for a loan",
        "A clerk close to the board",
    ),
    ("Ada Renn said that the bridge would be closed.", "the bridge would be closed", "Ada Renn"),
    ("The bridge would be closed, Ada Renn said.", "The bridge would be closed", "Ada Renn"),
    (
        "The bridge will be closed, a spokesman for the Harbour Office said.",
        "bridge will be closed",
        "a spokesman for the Harbour Office",
    ),
    (
        "The bridge will be closed, according to two officials in Vestby.",
        "bridge will be closed",
        "two officials in Vestby",
    ),
    (
        "An Israeli military spokeswoman said the bridge would be closed.",
        "bridge would be closed",
        "An Israeli military spokeswoman",
    ),
    ("The Israeli government said the bridge would be closed.", "bridge would be closed", "Israel"),
    (
        "Israel’s main opposition party said the bridge would be closed.",
        "bridge would be closed",
        "Israel’s main opposition party",
    ),
    ("A Pentagon statement said the bridge would be closed.", "bridge would be closed", "Pentagon"),
    ("A statement by the Pentagon said the bridge would be closed.", "bridge would be closed", "Pentagon"),
    (
        "A report by Human Rights Watch came out. The report said the bridge would be closed.",
        "bridge would be closed",
        "Human Rights Watch",
    ),
    (
        "A ministry source said the bridge was closed. He said it would never be opened again.",
        "never be opened",
        "A ministry source",
    ),
    (
        "One defence official said the bridge was closed. The official said it would never be opened again.",
        "never be opened",
        "One defence official",
    ),
    ("They left after Turkey demanded that the bridge be closed.", "the bridge be closed", "Turkey"),
    ("VESTBY - The harbour board said the bridge would be closed.", "bridge would be closed", "The harbour board"),
    (
        "The West African bloc, to which Mali belongs, said it had no wish to close the bridge.",
        "no wish to close",
        "The West African bloc",
    ),
    # the parse takes the verb for a clause on the noun before it
    (
        "The mill would reopen in June, a manager at Reed Mills Kenya said.",
        "mill would reopen",
        "a manager at Reed Mills Kenya",
    ),
    ("A clerk for the mill branded the tax a joke.", "the tax a joke", "A clerk for the mill"),
    # what he is, without an article, behind the speaker at the end
    (
        "The lock is rusty and the gate has been stuck since May, said Omar Vell, keeper of the Old Light.",
        "The lock is rusty",
        "Omar Vell",
    ),
    # regrets, calculations, readings; thoughts in the perfect
    ("The Reed Union regrets that no raft was built.", "no raft was built", "Reed Union"),
    ("Ada Renn has calculated that the raft pays for itself.", "the raft pays", "Ada Renn"),
    ("Ada Renn reads the notice as a threat.", "the notice as a threat", "Ada Renn"),
    ("Pilots have long believed that the buoy is off by a mile.", "the buoy is off", "Pilots"),
    ("Ada Renn was at pains to add that the raft is safe.", "the raft is safe", "Ada Renn"),
]
NOTHING_SAID = [
    # things hold no opinion
    "Boats were sent out against acts of piracy that threaten the ferry.",
    "The harbour has a leak that demands repair.",
    "The rules adopted last month endorsed the lock.",
    # what stands behind a comma and a relative clause of its own is no aside
    "She left two daughters, a dog and a boat that said nothing to anybody.",
    "Readers ask why the page is blue.",
    "Ada Renn asked whether the gate was open.",
    "Ada Renn declined to say where the key was.",
    "Guests are asked to say that they know the host.",
    "Ada Renn welcomed the guests at the gate.",
    "The board questioned Otto Brill in May.",
    "The council dismissed the director of the mill.",
    "Otto Brill pledged allegiance to the front.",
    "Norland claims both banks of the Sele.",
    "She put the plan on the table.",
    "Neighbours called him the Crane.",
    "The men called themselves the Guard of Vestby.",
    "A man accused of a theft was led away.",
    "They presented themselves as friends of the town.",
    "The army uses the guns to defend their country.",
    "The ministry thanked the guests.",
    "Ada Renn saw the ships from the gate.",
    "Ada Renn saw the front as a friend for many years.",
    "The council expressed its “concern” at the arrests.",
    "As a result of the order, the ships must be stopped and reported to the office.",
    "The man also known as “the Crane of the Harbour Gate” was led away.",
]


@pytest.mark.parametrize("text", NOTHING_SAID)
def test_no_statement_is_made(text: str) -> None:
    assert [text[q.start : q.end] for q in reading_of(text).quotes] == []


@pytest.mark.parametrize(("text", "words", "holder"), INDIRECT, ids=[row[0][:60] for row in INDIRECT])
def test_who_is_said_to_have_said(text: str, words: str, holder: str) -> None:
    assert (holder, False) in holders(text, words)
