"""The names that the site answers to come from the settings."""

from pathlib import Path

from app import create_app
from app.config import Settings


def test_a_name_that_is_not_ours_is_refused(tmp_path: Path) -> None:
    environ = {"BYLINE_DATA": str(tmp_path), "BYLINE_HOSTS": "quiz.example, 192.0.2.7"}
    client = create_app(settings=Settings.from_environment(environ)).test_client()
    assert client.get("/", base_url="http://quiz.example:8000/").status_code == 200
    assert client.get("/", base_url="http://192.0.2.7/").status_code == 200
    refused = client.get("/", base_url="http://other.example/")
    assert refused.status_code == 400
    assert "other.example" not in refused.text
