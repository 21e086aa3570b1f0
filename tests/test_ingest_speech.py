"""Who says what: each sentence of an article is given to the person whose words or deeds it tells."""

from __future__ import annotations

import pytest

from twinning.ingest import Reader
from twinning.ingest.people.speech import heard


def said_by(*paragraphs: str) -> dict[str, str]:
    """Give what each person is heard with in an article of these paragraphs."""
    told = "\n\n".join(
        ("A night at the town hall", "Eastmere Borough Council has talked of its twinning with Ivanovo.", *paragraphs)
    )
    scene = Reader().scene(told.encode(), "told.txt")
    return {person.name: " ".join(line.sentence.text for line in person.lines) for person in heard(scene)}


def test_who_is_named_without_a_word_is_heard_in_the_next_paragraph():
    assert "“Keep it,” she said." in said_by("Among them was Mrs Ada Pike, 81.", "“Keep it,” she said.")["Ada Pike"]


def test_he_is_not_the_woman_who_spoke_last():
    said = said_by("Mr Colin Sykes opened the debate.", "Mrs Ada Pike said little.", "“End it,” he said.")
    assert "End it" in said["Colin Sykes"]
    assert "End it" not in said["Ada Pike"]


def test_a_quotation_before_its_speaker_is_the_speakers():
    said = said_by("Cllr Ada Pike said no.", "“It is late. It is dark,” said Cllr Colin Sykes.")
    assert "It is late" in said["Colin Sykes"]
    assert "It is late" not in said["Ada Pike"]


def test_a_spokeswoman_takes_her_words_from_whom_was_heard_before():
    said = said_by("Cllr Ada Pike said no.", "“Nothing is decided,” a spokeswoman said.")
    assert "Nothing is decided" not in said["Ada Pike"]


def test_the_leader_of_a_group_speaks_and_not_the_group():
    said = said_by("Ann Bray, chairman of the Eastmere Harbour Elders, said that it would hurt.")
    assert list(said) == ["Ann Bray"]


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Coun Ada Pike-Sutton reminded members of the floods.", "Ada Pike-Sutton"),
        ("The meeting heard from the sailing club’s Hugo Petty, who said they had never noticed.", "Hugo Petty"),
        ("It was seconded by Ulster Unionist Councillor Harold Noble, who said that he was surprised.", "Harold Noble"),
        ("The idea came from hairdresser Ann Bray. “I would like it,” she said.", "Ann Bray"),
    ],
)
def test_a_name_is_whole_and_nothing_but_a_name(sentence, name):
    assert list(said_by(sentence)) == [name]


def test_two_who_sign_have_both_signed():
    said = said_by("Party leader Colin Sykes and Conservative Ada Pike both signed the letter.")
    assert set(said) == {"Colin Sykes", "Ada Pike"}


def test_all_of_a_letter_is_his_who_signs_it_but_what_others_say_in_it():
    letter = "Letters to the editor\n\nTime to go\n\nSIR – I ask Eastmere Borough Council to end its twinning with Ivanovo.\n\nCllr Ada Pike said that it was too soon.\n\nI do not agree.\n\nColin Sykes, Mill Lane, Eastmere\n"
    scene = Reader().scene(letter.encode(), "letter.txt")
    writer = Reader().propose(letter.encode(), "letter.txt").byline[0]
    people = {person.name: person for person in heard(scene, writer)}
    said = " ".join(line.sentence.text for line in people["Colin Sykes"].lines)
    assert "I do not agree" in said
    assert "too soon" not in said


@pytest.mark.parametrize(
    ("sentence", "role", "party"),
    [
        ("On Wednesday the city mayor, Ada Pike, said no.", "city mayor", None),
        ("Cllr Ada Pike (Lab, Eastmere Harbour and the Long Ferry Marshes) said no.", "councillor", "Labour"),
        ("Cllr Ada Pike, who speaks for the Conservatives on finance, said no.", "councillor", "Conservative"),
        ("Ada Pike, the Labour member for Harbour who tabled the motion, said no.", "Labour member for Harbour", "Labour"),
        ("Ada Pike, not a member of the council, said no.", None, None),
        ("Cllr Ada Pike (Ind) said no.", "councillor", "Independent"),
    ],
)  # fmt: skip
def test_role_and_party_are_what_the_sentence_states(sentence, role, party):
    told = f"A night out\n\nEastmere Borough Council is twinned with Ivanovo.\n\n{sentence}\n\nThe meeting went on until the lights were put out.\n"
    (said,) = Reader().propose(told.encode(), "told.txt").statements
    assert (said.role and said.role.value, said.party and said.party.value) == (role, party)
