"""The anatomy of every kind is what a student sees, with places that are in the question."""

from typing import Any

from app.domain.kind import Kind, Sample
from tests.contract.sampling import EVERY_SAMPLE, entries_in, ids_in, settled


@EVERY_SAMPLE
def test_the_anatomy_has_what_the_student_sees(kind: Kind, sample: Sample) -> None:
    definition = settled(kind, sample)
    anatomy = kind.anatomy(definition)
    texts = {part.id: part.text for part in (*anatomy.options, *anatomy.rows)}
    for entry in entries_in(kind.present(definition, 1)):
        if "id" in entry and "text" in entry and not anatomy.quoted:
            assert texts[entry["id"]] == entry["text"]
    assert texts.keys() <= set(ids_in(kind.present(definition, 1)))
    assert anatomy.right <= {option.id for option in anatomy.options}
    assert anatomy.key.keys() <= {row.id for row in anatomy.rows}


@EVERY_SAMPLE
def test_the_parts_of_the_anatomy_stand_in_the_question(kind: Kind, sample: Sample) -> None:
    anatomy = kind.anatomy(settled(kind, sample))
    parts = (*anatomy.options, *anatomy.rows, *anatomy.accepted)
    names = {id_: source.name for id_, source in sample.around.sources.items()}
    assert parts
    for part in parts:
        place: Any = sample.fields
        for step in part.path:
            place = place[step]
        written = part.path[-1] if part.text == part.path[-1] else place
        assert anatomy.number or part.text == names.get(written, written)


@EVERY_SAMPLE
def test_ticking_all_earns_what_the_anatomy_says(kind: Kind, sample: Sample) -> None:
    definition = settled(kind, sample)
    anatomy = kind.anatomy(definition)
    if anatomy.ordered or not (anatomy.options and isinstance(sample.right, list)):
        assert anatomy.all_ticked == 0
        return
    everything = kind.read(definition, [option.id for option in anatomy.options])
    assert kind.mark(definition, everything).points == anatomy.all_ticked
