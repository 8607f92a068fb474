"""A small annotated bank without questions of its own, and how families read it."""

from app.domain.bank import Bank
from app.domain.question import Question
from app.library.reading import read_written
from app.library.reading_result import Reading

ARTICLE = """\
byline: 1
title: The pool
language: en
article:
  title: Pool stays open
  type: news report
  text: |
    The pool stays open all winter. A survey found that about half of the visitors are over sixty.

    "The water is never cold," said Lena Ortiz, who runs the pool. Swimmers have become a family.

    A neighbour, who gave no name, said that the car park is often full. Nobody has counted the
    cars.

    According to the town's budget, heating costs at least 300 euros a day. A miser would shut it.

    Mayor Adam Brandt expects that more schools will come in spring. That is the best news of all.

    The pool opened in 1990. In its first summer it had 12 visitors a day and two lifeguards.
  voices: {1: writer, 2: ortiz, 4: budget}
"""
SOURCES = """\
sources:
  writer: {name: Ida Falk (the writer), type: writer}
  survey: {name: a survey, type: data}
  ortiz: {name: Lena Ortiz (the pool's manager), type: official}
  neighbour: {name: a neighbour of the pool, type: witness, named: false}
  budget: {name: the town's budget, type: document}
  brandt: {name: Adam Brandt (the mayor), type: official}
  radio: {name: the local radio, type: news organisation}
"""
CLAIMS = """\
claims:
  open:
    says: The pool stays open during the whole winter.
    evidence: The pool stays open all winter
    status: unattributed
    chain: [writer]
    misreadings:
      The pool stays open on some days in winter.: The text says "all winter".
      The pool stays shut during the whole winter.: It is the other way round.
  seniors:
    says: About half of the visitors are older than sixty.
    evidence: about half of the visitors are over sixty
    status: attributed
    chain: [survey, radio, writer]
    certainty: about half
    misreadings:
      Just half of the visitors are older than sixty.: The text says "about half".
      Most of the visitors are older than sixty.: The text says "about half".
  warm:
    says: The water of the pool is always warm enough.
    evidence: The water is never cold
    status: opinion
    chain: [ortiz, writer]
    misreadings:
      The water of the pool is sometimes cold.: She says that it never is.
  full:
    says: There is often no room left for another car.
    evidence: the car park is often full
    status: attributed
    chain: [neighbour, writer]
    cue: A neighbour, who gave no name, said
    certainty: often
    misreadings:
      There is never any room left for another car.: The text says "often".
      There is rarely no room left for another car.: The text says "often".
  uncounted:
    says: The number of cars has not been counted.
    evidence: Nobody has counted the cars
    status: unattributed
    chain: [writer]
    misreadings:
      The cars have been counted every evening.: Nobody has counted them.
  heating:
    says: It takes 300 euros or more to heat the water for a day.
    evidence: heating costs at least 300 euros a day
    status: attributed
    chain: [budget, writer]
    certainty: at least 300
    misreadings:
      It takes 300 euros at the most to heat the water for a day.: The text says "at least".
      It takes 300 euros or more to heat the water for a week.: The text says "a day".
  schools:
    says: More classes will come to swim in spring.
    evidence: more schools will come in spring
    status: prediction
    chain: [brandt, writer]
    misreadings:
      More classes have already come to swim.: He speaks of next spring.
"""
LAST = """\
  opened:
    says: The first swimmers came in 1990.
    evidence: The pool opened in 1990
    status: reported fact
    chain: [writer]
    misreadings:
      The first swimmers came in 1909.: The pool opened in 1990.
      The first swimmers came in 1919.: The pool opened in 1990.
      The first swimmers came in 1990 by bus.: {why: How they came is not said., open: true}
  lifeguards:
    says: Two lifeguards worked there in the first summer.
    evidence: it had 12 visitors a day and two lifeguards
    status: reported fact
    chain: [writer]
    misreadings:
      Twelve lifeguards worked there in the first summer.: Twelve is the number of visitors.
      Two lifeguards worked there in the first winter.: The text speaks of summer.
"""
CLAIMS += LAST
REST = """\
not_stated:
  - {id: price, says: A ticket for the pool costs more than last year., absent: [ticket, tickets]}
  - {says: The pool was built by the mayor's father., absent: [built], because: It is not told.}
devices:
  family:
    phrase: have become a family
    device: metaphor
    does: It makes people who swim side by side seem close to each other.
    could_seem:
      It says that the swimmers are relatives of those who run the pool.: A family is an image here.
      It makes people who swim side by side seem angry with each other.: A family is a warm image.
    plainer: know each other
  about-half:
    phrase: about half
    device: hedge
    does: It keeps the share from sounding like an exact count of people.
    could_seem:
      It keeps the number of people in the survey a secret.: The word goes with the share.
      It makes the share sound larger than the count of people in it.: “About” goes both ways.
  miser:
    phrase: A miser
    device: label
    does: It sorts whoever wants to save into a kind of person nobody likes.
    plainer: Somebody who saves
  best-news:
    phrase: the best news of all
    device: superlative
    does: It ranks one piece of news above all others without any measure.
    plainer: good news
  no-name:
    phrase: who gave no name
    device: omission
    does: It leaves readers without a way to ask the neighbour themselves.
"""
BANK = ARTICLE + SOURCES + CLAIMS + REST


def read(yaml: str = BANK) -> Reading:
    """Read a bank from its text, and let the families make their questions."""
    return read_written(yaml, None, "pool", "pool.yaml")


def bank_of(reading: Reading) -> Bank:
    """The bank of a reading that found nothing wrong."""
    assert reading.problems == ()
    assert reading.bank is not None
    return reading.bank


def made(yaml: str = BANK) -> list[Question]:
    """The questions that the families make of a bank."""
    return [question for question in bank_of(read(yaml)).questions if question.family]
