"""Statements told without a plain "X said that": whose they are. One row: text, words of the statement, holder."""

from __future__ import annotations

import pytest

from tests.readings import reading_of

HELD = [
    # "per", "as X notes", a position that "is that"
    ("Nine wells in the district have run dry, per the water board.", "Nine wells", "the water board"),
    ("Per village elders, the wells ran dry in June.", "the wells ran dry in June", "village elders"),
    ("As Ada Renn points out, the wells were never measured.", "the wells were never measured", "Ada Renn"),
    ("As the survey noted in May, the wells were never measured.", "the wells were never", "the survey"),
    ("The wells were never measured, as the surveyor Otto Brill admits.", "The wells were never", "Otto Brill"),
    ("Sorland's position is that the wells belong to both towns.", "the wells belong to both", "Sorland"),
    (
        "The view of the water board is that the wells belong to nobody.",
        "the wells belong to nobody",
        "the water board",
    ),
    # the owner of a paper is named behind it
    (
        "In her evidence to the panel, retired surveyor Ada Renn argued that the wells had been sealed.",
        "the wells had been sealed",
        "Ada Renn",
    ),
    (
        "A study by the Lowland Water Institute finds that the wells are poisoned.",
        "the wells are",
        "Lowland Water Institute",
    ),
    # put into what is said, with the body behind the name
    (
        "The wells, warns Ada Renn of the Institute for Rural Water, have been drained for decades.",
        "have been drained for decades",
        "Ada Renn",
    ),
    (
        "The wells have run dry, Water Secretary Otto Brill said on his return from Sorby.",
        "The wells have",
        "Otto Brill",
    ),
    # a body or a person without a name, spoken of again
    (
        "The panel of surveyors sat until March. It found that the wells were dry.",
        "the wells were dry",
        "The panel of surveyors",
    ),
    (
        "The district governor stayed away. He insists the wells are full.",
        "the wells are full",
        "The district governor",
    ),
    (
        "The Lowland Water Institute surveyed nine wells. The think tank expects that four will run dry.",
        "four will run dry",
        "Lowland Water Institute",
    ),
    (
        "Ada Renn doubts that the wells will last. “We drank them,” the retired surveyor says.",
        "We drank them",
        "Ada Renn",
    ),
    (
        "The plan met with anger in the union, which said the wells belonged to the miners.",
        "belonged to the miners",
        "the union",
    ),
    # attitudes
    (
        "The water board remains deeply worried about the state of the wells.",
        "worried about the state",
        "The water board",
    ),
    ("Kenya denies sealing the two wells.", "sealing the two wells", "Kenya"),
    ("The mayor repeated his appeal for a fair share of the water.", "his appeal for a fair share", "The mayor"),
    ("For Ada Renn, a historian in Sorby, the wells are only a pretext.", "the wells are only a pretext", "Ada Renn"),
    ("Ada Renn, a historian in Sorby, is dry. For her the wells are only a pretext.", "only a pretext", "Ada Renn"),
    # a past that looks like a participle, a present that looks like a bare form, a day before the verb
    (
        "Kenya's water minister accused Uganda of sealing the wells.",
        "Uganda of sealing the wells",
        "Kenya's water minister",
    ),
    ("Friends of the miners say the wells were sealed.", "the wells were sealed", "Friends"),
    (
        "A water board report published on Friday accuses the miners of theft.",
        "the miners of theft",
        "A water board report published",
    ),
    # two speakers go on together, a body goes on
    (
        "Ada Renn and Otto Brill write that the wells were sealed. They suggest a new survey of all wells.",
        "a new survey of all wells",
        "Ada Renn",
    ),
    (
        "The water board said Uganda had sealed both wells. It added that it was sorry for the delay.",
        "it was sorry for the delay",
        "The water board",
    ),
    # a verb behind a comma, a subject that the parse cut off, a sentence that the next one gives to somebody
    ("The dam burst at night, killing nine miners, a medics' group said.", "The dam burst at night", "a medics' group"),
    ("The wells are a danger to all, the board's envoy on water, Ada Renn, said in May.", "The wells are", "Ada Renn"),
    ("The wells will never fill again. That's according to Ada Renn, a surveyor.", "wells will never fill", "Ada Renn"),
    ("Why seal them? Because, says Ada Renn of the Water Institute, because nobody paid.", "nobody paid", "Ada Renn"),
    ("The board signalled that the wells would stay shut until May.", "the wells would stay shut", "The board"),
    (
        "Otto Brill, head of the union, said the pump was old. The 60-year-old miner said the wells were sealed.",
        "sealed",
        "Otto Brill",
    ),
    (
        "The Sorby Gazette was cautious. The paper claimed that the wells were full.",
        "the wells were full",
        "Sorby Gazette",
    ),
    ("The water board sat late. It regretted the loss of the wells.", "the loss of the wells", "The water board"),
    ("Ada Renn, who maps rivers for the Water Institute, doubts that any army will come.", "any army", "Ada Renn"),
    # named only later
    ("“We drank them,” she said of the two wells.\n\nAda Renn came to Sorby in 1990.", "We drank them", "Ada Renn"),
    # a list that a noun leads to
    (
        "The panel's main findings are as follows:\n\n1. The wells were sealed in May.",
        "The wells were sealed",
        "The panel",
    ),
    ("The demands of the union are:\n\n(a) that the wells be opened at once;", "the wells be opened", "the union"),
    # told by a noun with a clause of its own: whose it is stands before it, behind it, or takes it for an object
    ("The guild's warning that the weir would burst went unheard.", "the weir would burst", "The guild"),
    ("It was the parish's claim that the bell belongs to nobody.", "the bell belongs to nobody", "the parish"),
    (
        "The owner of the barge, Otto Brill, gave notice that the ferry would stop in May.",
        "the ferry would stop",
        "Otto Brill",
    ),
    (
        "Ada Renn has expressed to the choir her view that the organ is past mending.",
        "the organ is past mending",
        "Ada Renn",
    ),
    ("The guild issued a warning that the glue was bad.", "the glue was bad", "The guild"),
    ("The innkeeper had a simple answer: the beer must be drunk.", "the beer must be drunk", "The innkeeper"),
    ("My private hunch is that the bell was sold.", "the bell was sold", "My"),
    ("Word from the abbey was that the monks had left on foot.", "the monks had left on foot", "the abbey"),
    ("On Ada Renn's reading, the pact was dead before Easter.", "the pact was dead", "Ada Renn"),
    ("To hear the sexton tell it, the tower has never leaned.", "the tower has never leaned", "the sexton"),
    ("The ferrymen are unmoved: the town must buy a new rope.", "the town must buy a new rope", "The ferrymen"),
    ("Otto Brill is of the mind that the ice will hold.", "the ice will hold", "Otto Brill"),
    # verbs with a word behind them, manners of speaking, a clause the tagger took for nouns
    ("Otto Brill hit back that the rope had been cut.", "the rope had been cut", "Otto Brill"),
    ("The court of pilots held that no chart was needed.", "no chart was needed", "The court of pilots"),
    ("A boy on the quay shouted that the barge was sinking.", "the barge was sinking", "A boy on the quay"),
    (
        "The pond, Ada Renn went on, had been sold to a brewer.",
        "had been sold to a brewer",
        "Ada Renn",
    ),
    ("The fog, so the old ferryman liked to claim, can be heard.", "can be heard", "the old ferryman"),
    (
        "One porter, older than the rest, said the gong was cracked.",
        "the gong was cracked",
        "One porter, older than the rest",
    ),
    (
        "The choir needs a roof, his nephew wrote on Sunday, hours before the storm.",
        "The choir needs a roof",
        "his nephew",
    ),
    # what is joined by "that", or said on behind a semicolon
    (
        "Ada Renn said that the oven was cold, that the baker had left, and that nobody knew.",
        "the baker had left",
        "Ada Renn",
    ),
    ("The cook had no key, the skipper said; the mate had sold it.", "the mate had sold it", "the skipper"),
    (
        "The kilns had run all week, bristled potter Ada Renn; the town should buy better clay.",
        "the town should buy",
        "Ada Renn",
    ),
    ("Ada Renn asked the parish to mend the stile.", "the parish to mend the stile", "Ada Renn"),
]
SILENT = [
    "The pump lifts nine litres per hour from the wells.",
    "For Ada Renn, the walk to the wells took an hour.",
    "If the mayor says that the wells are dry, the town will move.",
    "The mayor has not spoken; he is ill.",
    "The pollster questioned nine hundred adults in March.",
    "The guild called a ballot for Friday.",
    "As secretary of state, Ada Renn saw the wells.",
    "While towns such as Sorby have led the northern states, the south is dry.",
    "As much as a tenth of the water was lost.",
    "As the mayor spoke, the pump broke.",
    "“My aunt dug the well with her hands,” said Ada Renn, whose aunt Maud left in May.",
    "The claim that won the prize was framed.",
    "The guild issued a warning that was read aloud in the street.",
    "The room was plain: it had two chairs and a stove.",
    "Nobody believes that the ice will hold.",
    "From Monday the weir will be shut to barges and rafts.",
    "The guests, who asked the guard to open, went home.",
    "The keeper went on foot to the weir.",
]


@pytest.mark.parametrize(("text", "words", "holder"), HELD)
def test_whose_statement_it_is(text: str, words: str, holder: str) -> None:
    found = {
        " ".join(text[q.start : q.end].split()): q.holder.name for q in reading_of(text).quotes if q.holder is not None
    }
    assert [name for said, name in found.items() if words in said] == [holder]


@pytest.mark.parametrize("text", SILENT)
def test_nothing_is_reported(text: str) -> None:
    assert [text[q.start : q.end] for q in reading_of(text).quotes if not q.direct] == []
