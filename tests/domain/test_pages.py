"""Page rules: on which pages a person answers at once."""

import pytest

from chat.domain.escalation import read_signals
from chat.domain.pages import check, rule_for

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
