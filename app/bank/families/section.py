"""Reading the section `families`: parsed and validated; what they make comes later."""

from app.bank.family_models import FamiliesFields
from app.bank.item import Item
from app.bank.nodes import UNREAD
from app.bank.sections import inner
from app.bank.validation import check
from app.kinds import KINDS


def read_families(root: Item) -> None:
    """Validate the families of a bank, each with its errors."""
    if root.value.get("families", UNREAD) is UNREAD:
        return
    item = inner(root, "families", "`families`")
    fields = check(FamiliesFields, item)
    first: dict[str, int] = {}
    for number, family in enumerate(fields.own if fields else ()):
        path = ("own", number)
        if family.kind not in KINDS:
            item.add(
                (*path, "kind"),
                "unknown-kind",
                f"There is no kind of question “{family.kind}”.",
                f"The kinds are {', '.join(KINDS)}.",
            )
        line = item.line_of((*path, "id"))
        if first.setdefault(family.id, line) != line:
            item.add(
                (*path, "id"),
                "duplicate-id",
                f"`{family.id}` is already there, in line {first[family.id]}.",
                "Give one of the two families another id.",
            )
