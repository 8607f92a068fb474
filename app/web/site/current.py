"""The collaborators of the running application: only the outermost line of a view asks for them."""

from flask import Flask, current_app

from app.classroom.services import Room

ROOM = "byline.room"


def the_room() -> Room:
    """The classroom that this application serves."""
    room: Room = current_app.extensions[ROOM]
    return room


def move_in(app: Flask, room: Room) -> None:
    """Let an application serve a classroom."""
    app.extensions[ROOM] = room
