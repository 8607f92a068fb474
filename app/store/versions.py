"""Bank versions as they are kept: the content of every bank that a paper was drawn from."""

from datetime import datetime

from sqlalchemy import Connection, bindparam, insert, select

from app.domain.bank import Bank, Snapshot
from app.store.tables import bank_versions

_IS_KEPT = select(bank_versions.c.version).where(bank_versions.c.version == bindparam("version"))
_ADD = insert(bank_versions)
_FIND = select(bank_versions.c.yaml, bank_versions.c.text, bank_versions.c.generated).where(
    bank_versions.c.version == bindparam("version")
)


def add_version(connection: Connection, bank: Bank, now: datetime) -> None:
    """Keep a bank's content, unless this version is kept already.

    Asking first costs a look-up in an index; binding the content, to insert nothing, cost hundreds
    of kilobytes at every start of an attempt.
    """
    if connection.execute(_IS_KEPT, {"version": bank.version}).first() is None:
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


def find_snapshot(connection: Connection, version: str) -> Snapshot | None:
    """The content of a version; None when it is not kept."""
    row = connection.execute(_FIND, {"version": version}).one_or_none()
    return Snapshot(row.yaml, row.text, row.generated) if row else None
