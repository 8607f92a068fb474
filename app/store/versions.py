"""Bank versions as they are kept: the content of every bank that a paper was drawn from."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, bindparam, exists, insert, select

from app.domain.bank import Bank, Snapshot
from app.store.tables import Moment, bank_versions

_COLUMNS = ("version", "bank_id", "title", "yaml", "text", "generated", "stored_at")

# Insert unless it is there, in words that every database knows.
_ADD = insert(bank_versions).from_select(
    _COLUMNS,
    select(
        bindparam("version", type_=bank_versions.c.version.type),
        bindparam("bank_id", type_=bank_versions.c.bank_id.type),
        bindparam("title", type_=bank_versions.c.title.type),
        bindparam("yaml", type_=bank_versions.c.yaml.type),
        bindparam("text", type_=bank_versions.c.text.type),
        bindparam("generated", type_=bank_versions.c.generated.type),
        bindparam("stored_at", type_=Moment()),
    ).where(~exists().where(bank_versions.c.version == bindparam("version"))),
)

_FIND = select(
    bank_versions.c.bank_id,
    bank_versions.c.yaml,
    bank_versions.c.text,
    bank_versions.c.generated,
).where(bank_versions.c.version == bindparam("version"))


@dataclass(frozen=True, slots=True)
class StoredVersion:
    """What one version was read from."""

    bank_id: str
    snapshot: Snapshot


def add_version(connection: Connection, bank: Bank, now: datetime) -> None:
    """Keep a bank's content, unless this version is kept already."""
    connection.execute(
        _ADD,
        {
            "version": bank.version,
            "bank_id": bank.id,
            "title": bank.title,
            "yaml": bank.snapshot.yaml,
            "text": bank.snapshot.text,
            "generated": bank.snapshot.generated,
            "stored_at": now,
        },
    )


def find_version(connection: Connection, version: str) -> StoredVersion | None:
    """The content of a version; None when it is not kept."""
    row = connection.execute(_FIND, {"version": version}).one_or_none()
    if row is None:
        return None
    return StoredVersion(row.bank_id, Snapshot(row.yaml, row.text, row.generated))
