"""The pages of the demo website: one line each, read by its urls, its navigation and the tests."""

from typing import NamedTuple


class Page(NamedTuple):
    slug: str  # also the name of its URL and of its template
    path: str
    label: str


PAGES = (
    Page("home", "/", "Home"),
    Page("shop", "/shop/", "Shop"),
    Page("workshops", "/workshops/", "Workshops"),
    Page("delivery", "/delivery-and-returns/", "Delivery & returns"),
    Page("visit", "/visit/", "Visit us"),
    Page("about", "/about/", "About"),
)
