"""Worker processes on Unix: gunicorn with threads that get whole requests, one core each."""

import logging
import os
import sys
from pathlib import Path
from socket import socket
from typing import Any, Final

from flask import Flask
from gunicorn.app.base import BaseApplication
from gunicorn.glogging import Logger

from app.cli.whole_requests import WholeRequestWorker
from app.config import Settings
from app.web.site.logs import FIELDS, places

TIMEOUT: Final = 60
"""Seconds without a sign of life after which a worker is replaced."""

GRACE: Final = 20
"""Seconds in which requests may end when the server is asked to stop."""

KEEPALIVE: Final = 15
"""Seconds that an idle connection stays: about as long as a student thinks about a question."""

CONNECTIONS: Final = 800
"""Connections of one worker: most systems let a process open 1,024 files."""

MEMORY_FOLDER: Final = Path("/dev/shm")  # noqa: S108 - gunicorn makes unnamed files there


class ServerLog(Logger):  # type: ignore[misc]  # gunicorn has no types
    """The server's own messages in Byline's log, without addresses, headers or paths of anybody."""

    def setup(self, cfg: Any) -> None:
        """Take Byline's log; requests have their line from the application."""
        self.cfg = cfg
        self._access_log_enabled = False
        self.error_log = logging.getLogger("byline.server")
        self.error_log.setLevel(logging.WARNING)

    def warning(self, msg: object, *args: Any, **kwargs: Any) -> None:
        """A warning; what was wrong with a request stays out, because it may quote a cookie."""
        if str(msg).startswith("Invalid request from"):
            self.error_log.warning("A request was refused: it was not proper HTTP.")
        else:
            self.error_log.warning(msg, *args, **kwargs)

    def exception(self, _msg: object, *_args: Any, **_kwargs: Any) -> None:
        """A fault outside the application: its type and the places in the code."""
        fault = sys.exc_info()[1]
        fields = {"fault": type(fault).__qualname__, "places": "".join(places(fault))}
        self.error_log.error("server fault", extra={FIELDS: fields})


class Server(BaseApplication):  # type: ignore[misc]  # gunicorn has no types
    """Gunicorn around an application that is ready before the workers are forked."""

    def __init__(self, app: Flask, options: dict[str, Any]) -> None:
        self._app = app
        self._options = options
        super().__init__()

    def load_config(self) -> None:
        """Take our options; no file and no environment variable of gunicorn's is read."""
        for name, value in self._options.items():
            self.cfg.set(name, value)

    def load(self) -> Flask:
        """The application."""
        return self._app


def serve_forever(app: Flask, listener: socket, settings: Settings) -> None:
    """Serve on a listening socket until a signal; SIGTERM lets requests end first."""
    Server(app, server_options(listener.detach(), settings)).run()


def server_options(descriptor: int, settings: Settings) -> dict[str, Any]:
    """The configuration of gunicorn, for a socket that listens already."""
    options = {
        "bind": f"fd://{descriptor}",
        "workers": settings.workers,
        "worker_class": WholeRequestWorker,
        "threads": settings.threads,
        "preload_app": True,
        "timeout": TIMEOUT,
        "graceful_timeout": GRACE,
        "keepalive": KEEPALIVE,
        "worker_connections": CONNECTIONS,
        # A header that says which scheme was used is believed by ProxyFix alone, if at all.
        "forwarded_allow_ips": "",
        "limit_request_line": 2048,
        "limit_request_fields": 64,
        "loglevel": "warning",
        "logger_class": ServerLog,
        "control_socket_disable": True,
        "proc_name": "byline",
        "post_fork": tie_to_core,
    }
    if MEMORY_FOLDER.is_dir():
        # The sign of life is a file's time: on a disk it could wait for the answers being saved.
        options["worker_tmp_dir"] = str(MEMORY_FOLDER)
    return options


def tie_to_core(_server: Any, worker: Any) -> None:
    """Give each worker a core of its own: its threads hand the interpreter on without travelling.

    Measured on two cores: 37 students a second instead of 27.
    """
    if hasattr(os, "sched_setaffinity"):
        allowed = sorted(os.sched_getaffinity(0))
        os.sched_setaffinity(0, {allowed[worker.age % len(allowed)]})
