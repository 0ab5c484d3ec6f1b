"""Pictures of answers: whatever is uploaded is drawn anew, so that nothing but what it shows is kept or served."""

from __future__ import annotations

import io
import warnings
from typing import Any

from django.db import transaction
from PIL import Image, ImageOps, UnidentifiedImageError

from chat.models import Picture, Site, User

#: Of a file: a phone's photo. Of what it holds, in pixels: what it may cost to open it, and what is kept of it.
FILE_BYTES = 8 * 1024 * 1024
OPENED_PIXELS = 40_000_000
KEPT_SIDE = 1_600
QUALITY = 82
ALT_CHARS = 300
_FORMATS = ("PNG", "JPEG", "WEBP", "GIF")


class BadPicture(Exception):
    """Not a picture that we read, or too large a one."""


def add_picture(site: Site, data: bytes, *, alt: str, by: User) -> Picture:
    """``alt`` says what it shows. Raises BadPicture."""
    drawn = redrawn(data)
    with transaction.atomic():
        return Picture.objects.create(
            site=site, by=by, alt=alt, width=drawn.width, height=drawn.height, data=_encoded(drawn)
        )


def redrawn(data: bytes) -> Image.Image:
    """The pixels alone, upright, at most KEPT_SIDE wide and high. Raises BadPicture."""
    if len(data) > FILE_BYTES:
        raise BadPicture
    try:
        # A bomb unpacks to gigabytes: what Pillow only warns of is refused, and before anything is unpacked.
        with warnings.catch_warnings(action="error", category=Image.DecompressionBombWarning):
            picture = Image.open(io.BytesIO(data), formats=_FORMATS)
            if picture.width * picture.height > OPENED_PIXELS:
                raise BadPicture
            picture.draft("RGB", (KEPT_SIDE, KEPT_SIDE))
            upright = ImageOps.exif_transpose(picture)
            upright.thumbnail((KEPT_SIDE, KEPT_SIDE))
            return upright.convert("RGBA" if _see_through(upright) else "RGB")
    # Pillow's decoders raise nearly anything at a broken file.
    except (UnidentifiedImageError, Image.DecompressionBombError, Warning, OSError, ValueError, SyntaxError) as error:
        raise BadPicture from error


def _see_through(picture: Image.Image) -> bool:
    return picture.mode in ("RGBA", "LA", "PA") or "transparency" in picture.info


def _encoded(picture: Image.Image) -> bytes:
    out: Any = io.BytesIO()
    picture.save(out, "WEBP", quality=QUALITY)
    encoded: bytes = out.getvalue()
    return encoded
