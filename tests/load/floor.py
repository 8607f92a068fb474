"""The floor of the benchmark: a bare Flask application that answers as many requests as Byline.

Each save is one durable SQLite commit through SQLAlchemy Core; the other requests answer a short
text. It is also its own configuration for gunicorn (`gunicorn -c python:tests.load.floor`), with
the same worker class, threads and pinning to cores as `byline serve`.
"""

import os
from typing import Any

import sqlalchemy as sa
from flask import Flask, Response, redirect, request
from werkzeug.wrappers import Response as AnyResponse

from app.config import cores
from app.store.engine import sqlite_module

FOLDER = os.environ.get("FLOOR_DATA", ".")

wsgi_app = "tests.load.floor:app"
worker_class = "gthread"
workers = int(os.environ.get("FLOOR_WORKERS", "0")) or cores()
threads = 8
keepalive = 15
preload_app = True
loglevel = "warning"

app = Flask(__name__)
engine = sa.create_engine(f"sqlite:///{FOLDER}/floor.sqlite3", module=sqlite_module())
answers = sa.Table(
    "answers",
    sa.MetaData(),
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("attempt", sa.String),
    sa.Column("n", sa.Integer),
    sa.Column("response", sa.JSON),
)


@sa.event.listens_for(engine, "connect")
def _durable(connection: Any, _record: object) -> None:
    connection.isolation_level = None
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "busy_timeout=10000"):
        connection.execute(f"PRAGMA {pragma}")


@sa.event.listens_for(engine, "begin")
def _begin(connection: sa.Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def post_fork(_server: Any, worker: Any) -> None:
    """Tie each worker to one core, as `byline serve` does."""
    if hasattr(os, "sched_setaffinity"):
        allowed = sorted(os.sched_getaffinity(0))
        os.sched_setaffinity(0, {allowed[worker.age % len(allowed)]})


@app.post("/practice/<bank>")
def begin(bank: str) -> AnyResponse:
    """Stand for the drawing of a paper; every `bank` is as good."""
    return redirect("/attempts/floor" if bank else "/", 303)


@app.get("/attempts/floor")
@app.get("/attempts/floor/result")
def page() -> str:
    """Stand for a page."""
    return "a page"


@app.put("/api/attempts/floor/answers/<int:n>")
def save(n: int) -> Response:
    """Keep an answer: one insert, one durable commit."""
    given = request.get_json()
    with engine.begin() as connection:
        kept = {"attempt": "floor", "n": n, "response": given["response"]}
        connection.execute(answers.insert().values(**kept))
    return Response('{"revision": 1}', mimetype="application/json")


@app.post("/attempts/floor/hand-in")
def hand_in() -> AnyResponse:
    """Stand for handing in."""
    return redirect("/attempts/floor/result", 303)


def on_starting(_server: Any) -> None:
    """Make the table before the workers start."""
    answers.metadata.create_all(engine)
    engine.dispose()
