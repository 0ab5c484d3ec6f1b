"""Page rules: on which pages a person answers at once."""

import pytest

from chat.domain.escalation import read_signals
from chat.domain.pages import BadPage, Fault, check, corrected, rule_for

CHECKOUT = "https://shop.example/checkout/pay?step=2#card"


@pytest.mark.parametrize("rule", ["/checkout/*", "/check*/pay", "shop.example/*", "/Checkout/pay/", "*/pay", "/*"])
def test_a_rule_speaks_of_its_pages(rule: str) -> None:
    assert rule_for(CHECKOUT, [rule]) == rule


@pytest.mark.parametrize("rule", ["/checkout", "/pay", "other.example/*", "/checkout/pay/*/done", "/checkouts/*", "/"])
def test_and_of_no_others(rule: str) -> None:
    assert rule_for(CHECKOUT, [rule]) is None


@pytest.mark.parametrize("page", [None, "", "checkout", "about:blank", "https://[", "https://shop.example"])
def test_what_is_no_such_page_has_no_rule(page: str | None) -> None:
    assert rule_for(page, ["/checkout"]) is None


def test_a_folder_is_spoken_of_with_its_pages() -> None:
    assert rule_for("https://shop.example/help", ["/help/*"]) == "/help/*"


def test_the_first_rule_is_the_evidence() -> None:
    assert (
        read_signals("How much?", page=CHECKOUT, page_rules=["/help", "/checkout/*", "/*"]).page_rule == "/checkout/*"
    )


@pytest.mark.parametrize("rules", [["checkout"], ["/a b"], [""], [7], "/help", ["/" * 201], ["/help"] * 51])
def test_what_is_no_rule_is_refused(rules: object) -> None:
    with pytest.raises(ValueError, match=r"page"):
        check(rules)


def test_rules_are_accepted() -> None:
    check(["/", "/help/*", "shop.example/checkout", "*.shop.example/*", "localhost:8000/x"])


ORIGINS = ["https://shop.example", "http://localhost:9101"]


@pytest.mark.parametrize(
    ("written", "rule"),
    [
        *[("/checkout/*", "/checkout/*"), ("workshops/*", "/workshops/*"), ("visit", "/visit"), ("*", "/*")],
        *[("http://localhost:9101/visit/", "/visit/"), ("https://Shop.example", "/"), ("//shop.example/a", "/a")],
        *[("http://shop.example/*?page=2#top", "/*"), (" /visit?a=b ", "/visit"), ("https://shop.example:443/a", "/a")],
        *[
            ("shop.example/help", "shop.example/help"),
            ("shop.example", "shop.example/"),
            ("*.example/*", "*.example/*"),
        ],
        *[("help.html", "/help.html"), ("index.php/cart", "/index.php/cart"), ("v1.2/docs", "/v1.2/docs")],
        *[("*/pay", "*/pay"), ("/café", "/café"), ("localhost:9101/a", "localhost:9101/a")],
    ],
)
def test_what_is_plainly_a_page_becomes_its_rule(written: str, rule: str) -> None:
    assert corrected([written], ORIGINS) == [rule]


@pytest.mark.parametrize(
    ("written", "why"),
    [
        *[("https://other.example/visit", Fault.OTHER_SITE), ("www.shop.example/help", Fault.OTHER_SITE)],
        *[("ftp://shop.example.org/", Fault.OTHER_SITE), ("other.example", Fault.OTHER_SITE)],
        *[("localhost:8000/x", Fault.OTHER_SITE), ("10.0.0.1/x", Fault.OTHER_SITE), ("/my page", Fault.BLANK)],
        *[("https://shop.example/my page", Fault.BLANK), ("/#/cart", Fault.HASH), ("shop.example/#!cart", Fault.HASH)],
        *[("", Fault.NO_PAGE), ("?a=b", Fault.NO_PAGE), (7, Fault.NO_PAGE), ("/" + "x" * 200, Fault.TOO_MUCH)],
    ],
)
def test_what_can_be_no_rule_is_named_with_its_fault(written: object, why: Fault) -> None:
    with pytest.raises(BadPage) as refused:
        corrected(["/help", written], ORIGINS)
    assert refused.value.why is why and refused.value.rule == (written if isinstance(written, str) else "")


def test_pages_are_corrected_each_once_and_not_too_many() -> None:
    assert corrected(["visit", "/visit", "https://shop.example/visit"], ORIGINS) == ["/visit"]
    for rules in ("/help", ["/help"] * 51):
        with pytest.raises(BadPage, match="too_much"):
            corrected(rules, ORIGINS)


def test_a_site_without_origins_may_name_any() -> None:
    assert corrected(["other.example/help"], []) == ["other.example/help"]


def test_letters_are_found_as_browsers_write_them() -> None:
    assert rule_for("https://shop.example/caf%C3%A9/b%20c", ["/café/*"]) == "/café/*"
    assert rule_for("https://shop.example/my%20page", ["/my%20page"]) == "/my%20page"
