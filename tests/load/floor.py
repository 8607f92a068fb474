"""The floor of the benchmark: the least that a Flask application does for the same requests.

It reads, commits and sends as much as Byline: an attempt and its marks in one commit each, an
answer in a durable one, pages of the same bytes by Jinja with gzip. `FLOOR_PLAIN=1` takes the
standard library's SQLite interface instead of SQLAlchemy Core. It is its own configuration for
gunicorn (`gunicorn -c python:tests.load.floor`), with the threads, lock and cores of `byline
serve`.
"""

import gzip
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from random import Random
from threading import Lock
from typing import Any

import sqlalchemy as sa
from flask import Flask, Response, redirect, request
from werkzeug.wrappers import Response as AnyResponse

from app.config import cores
from app.store.engine import sqlite_module

FOLDER = os.environ.get("FLOOR_DATA", ".")
PLAIN = os.environ.get("FLOOR_PLAIN") == "1"

wsgi_app = "tests.load.floor:app"
worker_class = "gthread"
workers = int(os.environ.get("FLOOR_WORKERS", "0")) or cores()
threads = 8
keepalive = 15
preload_app = True
loglevel = "warning"

ITEMS = 12
OPTIONS = 4
CHANCE = Random(1)
WORDS = ["".join(CHANCE.choices("etaoinshrdlu", k=n % 7 + 2)) for n in range(900)]
TEXT = " ".join(CHANCE.choice(WORDS) for _ in range(2000))
PAPER = {"text": TEXT, "items": [[n, TEXT[n * 70 : n * 70 + 60]] for n in range(ITEMS * OPTIONS)]}

# Some 35 kB and 8 kB compressed, as the pages of Byline.
PAGE = """<!doctype html><title>{{ place }}</title><article>{{ text }}</article><form>
{% for n, words in items %}<fieldset class="question" id="q{{ n }}"><legend>{{ words }}</legend>
<label class="option"><input type="radio" name="a{{ n }}" value="{{ words[:10] }}"
{{ "checked" if n in kept }}> <span>{{ words }}</span></label><p class="small">{{ words }}</p>
<p class="state" id="s{{ n }}"><span>{{ kept.get(n, "") }}</span> {{ words }}</p></fieldset>
{% endfor %}</form>"""

app = Flask(__name__)
TEMPLATE = app.jinja_env.from_string(PAGE)
engine = sa.create_engine(f"sqlite:///{FOLDER}/floor.sqlite3", module=sqlite_module())
meta = sa.MetaData()
attempts = sa.Table(
    "attempts",
    meta,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("paper", sa.JSON),
    sa.Column("state", sa.String),
)
answers = sa.Table(
    "answers",
    meta,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("attempt", sa.Integer, index=True),
    sa.Column("n", sa.Integer),
    sa.Column("response", sa.JSON),
)
marks = sa.Table("marks", meta, *(column._copy() for column in answers.columns))
lock = Lock()


@sa.event.listens_for(engine, "connect")
def _durable(connection: Any, _record: object) -> None:
    connection.isolation_level = None
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "busy_timeout=10000"):
        connection.execute(f"PRAGMA {pragma}")


@contextmanager
def writing() -> Iterator[Any]:
    """A durable transaction, one at a time in a process."""
    with lock, engine.connect() as connection:
        connection.exec_driver_sql("BEGIN IMMEDIATE")
        yield connection.connection.driver_connection if PLAIN else connection
        connection.connection.driver_connection.execute("COMMIT")  # type: ignore[union-attr]


@contextmanager
def reading() -> Iterator[Any]:
    """A connection to read with."""
    with engine.connect() as connection:
        yield connection.connection.driver_connection if PLAIN else connection


def insert(connection: Any, table: sa.Table, rows: list[dict[str, Any]]) -> int:
    """Insert rows; the id of the last, where there is one alone."""
    if not PLAIN:
        done = connection.execute(table.insert(), rows if len(rows) > 1 else rows[0])
        return int(done.inserted_primary_key[0]) if len(rows) == 1 else 0
    names = list(rows[0])
    # The names are those of the tables above.
    sql = f"INSERT INTO {table} ({','.join(names)}) VALUES ({','.join('?' * len(names))})"  # noqa: S608
    values = [[json.dumps(v) if isinstance(v, dict) else v for v in row.values()] for row in rows]
    return int(connection.cursor().executemany(sql, values).lastrowid or 0) or newest(connection)


def newest(connection: Any) -> int:
    """The id of the row that was inserted last."""
    return int(connection.execute("SELECT last_insert_rowid()").fetchone()[0])


def find(connection: Any, table: sa.Table, column: str, value: object) -> list[Any]:
    """The rows with a value in a column."""
    if not PLAIN:
        return list(connection.execute(sa.select(table).where(table.c[column] == value)))
    # As above.
    return list(connection.execute(f"SELECT * FROM {table} WHERE {column} = ?", (value,)))  # noqa: S608


def packed(place: str, kept: dict[int, Any]) -> Response:
    """A page, compressed as Byline's are."""
    page = TEMPLATE.render(place=place, kept=kept, **PAPER)
    body = gzip.compress(page.encode(), 5, mtime=0)
    return Response(body, mimetype="text/html", headers={"Content-Encoding": "gzip"})


def post_fork(_server: Any, worker: Any) -> None:
    """Tie each worker to one core, as `byline serve` does."""
    if hasattr(os, "sched_setaffinity"):
        allowed = sorted(os.sched_getaffinity(0))
        os.sched_setaffinity(0, {allowed[worker.age % len(allowed)]})


@app.post("/practice/<bank>")
def begin(bank: str) -> AnyResponse:
    """Keep an attempt in one commit; every `bank` is as good."""
    with writing() as connection:
        row = {"paper": {"items": PAPER["items"][:ITEMS], "bank": bank}, "state": "open"}
        number = insert(connection, attempts, [row])
    return redirect(f"/attempts/{number}", 303)


@app.get("/api/attempts/<int:number>")
def items(number: int) -> dict[str, Any]:
    """What there is to answer."""
    options = [{"id": f"{number}-{n}"} for n in range(OPTIONS)]
    found = [{"n": n, "kind": "choice", "options": options} for n in range(1, ITEMS + 1)]
    return {"paper": {"items": found}}


@app.get("/attempts/<int:number>")
@app.get("/attempts/<int:number>/result", endpoint="result")
def page(number: int) -> Response:
    """A page with an attempt and its answers, or its marks."""
    with reading() as connection:
        (found,) = find(connection, attempts, "id", number)
        table = marks if request.path.endswith("result") else answers
        kept = {row[2]: row[3] for row in find(connection, table, "attempt", number)}
    return packed(str(found[0]), kept)


@app.put("/api/attempts/<int:number>/answers/<int:n>")
def save(number: int, n: int) -> Response:
    """Keep an answer: one insert, one durable commit."""
    given = request.get_json()
    with writing() as connection:
        row = {"attempt": number, "n": n, "response": {"given": given["response"]}}
        insert(connection, answers, [row])
    return Response('{"revision": 1}', mimetype="application/json")


@app.post("/attempts/<int:number>/hand-in")
def hand_in(number: int) -> AnyResponse:
    """Close an attempt and keep its marks, in one commit."""
    with writing() as connection:
        kept = find(connection, answers, "attempt", number)
        rows = [{"attempt": number, "n": row[2], "response": {"points": 1}} for row in kept]
        insert(connection, marks, rows)
        if PLAIN:
            connection.execute("UPDATE attempts SET state = 'closed' WHERE id = ?", (number,))
        else:
            closed = attempts.update().where(attempts.c.id == number)
            connection.execute(closed.values(state="closed"))
    return redirect(f"/attempts/{number}/result", 303)


@app.get("/")
def ready() -> str:
    """Say that the server answers."""
    return "ready"


def on_starting(_server: Any) -> None:
    """Make the tables before the workers start."""
    meta.create_all(engine)
    engine.dispose()
