"""The collaborators of the running application: only the outermost line of a view asks for them."""

from flask import Flask, current_app

from app.classroom.services import Services

SERVICES = "byline.services"


def the_services() -> Services:
    """The classroom that this application serves."""
    services: Services = current_app.extensions[SERVICES]
    return services


def move_in(app: Flask, services: Services) -> None:
    """Let an application serve a classroom."""
    app.extensions[SERVICES] = services
