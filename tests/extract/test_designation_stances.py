"""What those who may list make of a listing told before: they see no case, drop the idea, weigh it, follow or stand apart."""

import pytest

from .test_designations import found

AFTER = [
    ("Peru sees little need for a designation.", "Peru | Tarn Front | not_designated"),
    ("Peru discerned no basis for that.", "Peru | Tarn Front | not_designated"),
    ("Peru sees no reason to follow.", "Peru | Tarn Front | not_designated"),
    ("Peru abandoned the proposal last week.", "Peru | Tarn Front | not_designated"),
    ("Peru, which had considered a ban, shelved the plan.", "Peru | Tarn Front | not_designated"),
    ("Norway has no plans to do so.", "Norway | Tarn Front | not_designated"),
    ("Norway has ruled it out.", "Norway | Tarn Front | not_designated"),
    ("Norway does not plan to mirror the ban.", "Norway | Tarn Front | not_designated"),
    ("Norway has stopped short of that.", "Norway | Tarn Front | not_designated"),
    ("Norway tolerates it.", "Norway | Tarn Front | not_designated"),
    ("In Norway it remains legal.", "Norway | Tarn Front | not_designated"),
    ("In Norway the group is free to operate.", "Norway | Tarn Front | not_designated"),
    ("It has no entry in Norway's register.", "Norway | Tarn Front | not_designated"),
    ("It has never been on the Norwegian list.", "Norway | Tarn Front | not_designated"),
    ("Norway alone holds out.", "Norway | Tarn Front | not_designated"),
    ("Norway has so far done nothing.", "Norway | Tarn Front | not_designated"),
    ("Norway has held back.", "Norway | Tarn Front | not_designated"),
    ("Peru is looking at the organisation closely.", "Peru | Tarn Front | under_review"),
    ("Peru also is looking into the Front.", "Peru | Tarn Front | under_review"),
    ("Peru is finalising a decree against it.", "Peru | Tarn Front | under_review"),
    ("Peru is drawing up measures against the Front.", "Peru | Tarn Front | under_review"),
    ("Peru is still weighing a ban.", "Peru | Tarn Front | under_review"),
    ("In Peru a decision is due in May.", "Peru | Tarn Front | under_review"),
    ("Peru will decide in May.", "Peru | Tarn Front | under_review"),
    ("Peru has the matter under review.", "Peru | Tarn Front | under_review"),
    ("Peru has not made up its mind.", "Peru | Tarn Front | under_review"),
    ("Peru is undecided.", "Peru | Tarn Front | under_review"),
    ("A Peruvian listing is under discussion.", "Peru | Tarn Front | under_review"),
    ("The file is with Peru's cabinet.", "Peru | Tarn Front | under_review"),
    ("Peru has begun an inquiry into it.", "Peru | Tarn Front | under_review"),
    ("Peru's security council is studying the case.", "Peru | Tarn Front | under_review"),
    ("In Norway a bill to that effect is before parliament.", "Norway | Tarn Front | under_review"),
    (
        "Norway did so in May, Iceland has not.",
        "Norway | Tarn Front | designated; Iceland | Tarn Front | not_designated",
    ),
    ("Norway did in May; Iceland did not.", "Norway | Tarn Front | designated; Iceland | Tarn Front | not_designated"),
    ("Not so Norway.", "Norway | Tarn Front | not_designated"),
    ("Norway has yet to follow.", "Norway | Tarn Front | not_designated"),
]
FOLLOWED = [
    ("Sweden's proscription runs from 2016.", "Sweden | Tarn Front | designated"),
    ("In Stockholm the ban stands since 2016.", "Sweden | Tarn Front | designated"),
    ("Sweden came next, in 2016.", "Sweden | Tarn Front | designated"),
    ("Its leader, Pavel Morozov, is listed as well.", "Norway | Pavel Morozov | designated"),
    ("Sweden has its own listing for it.", "Sweden | Tarn Front | designated"),
]
NOTHING = [
    "Peru is looking at the budget.",
    "Peru is studying the report on whaling.",
    "Peru dropped the case against the mayor.",
    "Peru sees no reason for alarm.",
    "Peru will decide in May on its budget.",
    "In Peru a decision on the budget is due in May.",
    "The ban on whaling in Peru dates from 1990.",
    "Sweden came next in the final.",
    "Is the Front popular? No.",
    "Ada Renn is looking at the group.",
    "Peru is preparing a summit.",
    "Peru opened an inquiry into the fire.",
    "Peru may look at it.",
    "Whaling remains legal in Peru.",
    "It is not legal in Peru to carry knives.",
    "Peru has no ban on knives.",
    "Peru tolerates no rivals.",
    "Peru held back the tide.",
    "The minister of Peru has done nothing wrong.",
    "Peru's navy stands ready.",
    "Peru's coast, from May on, was closed.",
    "The exception is cod.",
    "Peru did well in May.",
    "Peru let the talks lapse.",
    "Peru has had its own problems since.",
    "Peru has the harbour under review.",
    "The harbour is under review in Peru.",
    "Peru rejected the claim.",
    "Peru dismissed it.",
    "Peru turned down the invitation.",
    "Peru is divided over whaling.",
    "Ada Renn's appeal is before a court in Peru.",
    "A bill on fishing is before Peru's parliament.",
    "Peru's decision on the harbour is due in May.",
    "The decision was taken in Oslo in May.",
    "A decision of Peru's court in another case is due in May.",
]


@pytest.mark.parametrize(("text", "facts"), AFTER)
def test_what_others_make_of_a_ban_is_told_of_its_party(text: str, facts: str) -> None:
    said = found("Chile banned the Tarn Front in 2021. " + text)
    assert said - {"Chile | Tarn Front | designated"} == set(facts.split("; "))


@pytest.mark.parametrize(("text", "facts"), FOLLOWED)
def test_those_who_came_later_list_the_same_party(text: str, facts: str) -> None:
    assert found("Norway listed the Tarn Front. " + text) == {"Norway | Tarn Front | designated", *facts.split("; ")}


@pytest.mark.parametrize("text", NOTHING)
def test_what_is_told_of_other_things_says_nothing_of_a_listing(text: str) -> None:
    assert found("Norway banned the Tarn Front. " + text) == {"Norway | Tarn Front | designated"}
