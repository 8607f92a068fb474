"""One process with threads, where there is no fork (Windows): waitress."""

from socket import socket
from typing import Final

from flask import Flask
from waitress import serve

from app.config import Settings

CONNECTIONS: Final = 1000
"""Browsers that may be connected at once; waitress would stop at 100, three classes."""

LEAST_THREADS: Final = 16


def serve_forever(app: Flask, listener: socket, settings: Settings) -> None:
    """Serve on a listening socket until Ctrl-C."""
    serve(
        app,
        sockets=[listener],
        threads=max(settings.threads, LEAST_THREADS),
        connection_limit=CONNECTIONS,
        # ProxyFix believes as many proxies as the settings say; without one no proxy is believed.
        clear_untrusted_proxy_headers=not settings.proxies,
        ident=None,
    )
