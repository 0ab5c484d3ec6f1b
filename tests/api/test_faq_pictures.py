"""A picture in an answer says what it shows, and brings nothing along but what it shows."""

from __future__ import annotations

import io
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image

from chat.actions import pictures
from chat.models import Picture
from tests import cast
from tests.api.http import Console

pytestmark = pytest.mark.django_db
SECRET = b"51.4779N 0.0015W"


def photo(*, size: tuple[int, int] = (40, 20), kind: str = "JPEG", mode: str = "RGB") -> bytes:
    """Taken sideways, with where it was taken written into it."""
    out = io.BytesIO()
    exif = Image.Exif()
    exif[0x0112], exif[0x010E] = 6, SECRET.decode()
    Image.new(mode, size, "red").save(out, kind, exif=exif)
    return out.getvalue()


def send(agent: cast.Agent, data: bytes, alt: str = "A red pot") -> Any:
    console, body = Console(agent), {"alt": alt, "file": SimpleUploadedFile("x.jpg", data)}
    return console.client.post("/api/v1/faq/pictures/", body, headers=console.headers)


def shown(address: str) -> Any:
    return Client().get(address)


def test_it_is_served_upright_and_without_what_the_camera_wrote(olga: cast.Agent) -> None:
    sent = photo()
    made = send(olga, sent).json()
    answer = shown(made["address"])
    drawn = Image.open(io.BytesIO(answer.content))
    assert (drawn.format, drawn.size, made["width"], made["height"]) == ("WEBP", (20, 40), 20, 40)
    assert SECRET in sent and SECRET not in answer.content and not drawn.getexif()


def test_opened_by_itself_it_may_do_nothing(olga: cast.Agent) -> None:
    headers = shown(send(olga, photo()).json()["address"]).headers
    assert headers["Content-Type"] == "image/webp" and headers["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in headers["Content-Security-Policy"] and "immutable" in headers["Cache-Control"]


def test_large_ones_are_made_smaller(olga: cast.Agent) -> None:
    made = send(olga, photo(size=(3200, 800))).json()
    assert (made["width"], made["height"]) == (400, 1600)


@pytest.mark.parametrize(
    ("kind", "mode"), [("PNG", "RGBA"), ("PNG", "P"), ("WEBP", "RGBA"), ("GIF", "P"), ("JPEG", "CMYK")]
)
def test_what_cameras_and_drawing_programs_write_is_read(kind: str, mode: str, olga: cast.Agent) -> None:
    assert send(olga, photo(kind=kind, mode=mode)).status_code == 200


SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'


@pytest.mark.parametrize("data", [SVG, b"<html>", b"GIF89a", photo()[:200], photo(kind="TIFF"), b"x"])
def test_what_is_no_picture_is_refused(data: bytes, olga: cast.Agent) -> None:
    assert send(olga, data).status_code == 400 and not Picture.objects.exists()


def test_a_bomb_is_not_opened(olga: cast.Agent, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pictures, "OPENED_PIXELS", 40 * 20 - 1)
    assert send(olga, photo()).status_code == 400
    monkeypatch.setattr(pictures, "FILE_BYTES", 10)
    assert send(olga, photo()).status_code == 413


def test_without_words_for_it_there_is_no_picture(olga: cast.Agent) -> None:
    assert send(olga, photo(), alt=" ").status_code == 400


def test_agents_add_none(ana: cast.Agent) -> None:
    assert send(ana, photo()).status_code == 403
