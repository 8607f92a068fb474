"""Which questions of families a bank has: made anew of its annotation, or kept with its version."""

from app.bank.annotation import Annotation
from app.bank.articles import ArticleSection
from app.bank.item import Item
from app.bank.questions import written_ids
from app.domain.bank import Snapshot
from app.families.reading_made import kept, make_all
from app.families.section import read_families, say_unmade
from app.families.selection import Made


def made_anew(root: Item, language: str, article: ArticleSection, annotation: Annotation) -> Made:
    """What the families make; nothing while the annotation is broken."""
    wishes = read_families(root)
    if root.problems.broken or not article.paragraphs:
        return Made()
    taken = written_ids(root)
    text = (article.paragraphs, article.voices)
    made = make_all(root, wishes, language, taken, text, annotation)
    say_unmade(root, wishes, made.unmade)
    return made


def made_before(root: Item, snapshot: Snapshot) -> Made:
    """What the families made when the snapshot was taken; `families` is validated all the same."""
    read_families(root)
    return kept(snapshot.generated) if snapshot.generated else Made()
