"""The ways in which a state is looked at: width, colours, forced colours."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from playwright.sync_api import Frame, Page

HEIGHTS = {320: 640, 390: 844, 1440: 900}

REACHED = """([width, dark, forced]) => new Promise((drawn) => requestAnimationFrame(() => drawn(
  (width === null || innerWidth === width)
  && matchMedia("(prefers-color-scheme: dark)").matches === dark
  && matchMedia("(forced-colors: active)").matches === forced)))"""


@dataclass(frozen=True)
class Look:
    width: int
    scheme: Literal["light", "dark"] = "light"
    forced: bool = False

    def __str__(self) -> str:
        return "-".join(filter(None, (str(self.width), self.scheme, "forced" if self.forced else "")))

    def apply(self, page: Page) -> None:
        page.set_viewport_size({"width": self.width, "height": HEIGHTS[self.width]})
        page.emulate_media(color_scheme=self.scheme, forced_colors="active" if self.forced else "none")
        for frame in page.frames:
            self.reach(frame)

    def reach(self, frame: Frame) -> None:
        """A frame of another site lives in another process, where the change arrives later."""
        place = frame.frame_element().bounding_box() if frame.parent_frame else None
        width = round(place["width"]) if place else None
        frame.wait_for_function(REACHED, arg=[width, self.scheme == "dark", self.forced])


PHONE, DESK = Look(390), Look(1440)
PHONE_DARK, DESK_DARK = Look(390, "dark"), Look(1440, "dark")
NARROW, FORCED = Look(320), Look(390, forced=True)
#: How each door is mostly used: where a walk goes on after a look around.
USUAL = {"widget": PHONE, "console": DESK}
