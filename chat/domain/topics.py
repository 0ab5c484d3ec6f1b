"""Topics that many owners want people to answer, as a start for a site's own list.

Each with visitors' words for it; an owner takes what fits and adds the rest. Nothing is on before an owner says so.
"""

from collections.abc import Mapping

SUGGESTED: Mapping[str, tuple[str, ...]] = {
    "missed delivery": (
        "missed delivery", "never arrived", "not arrived", "hasnt arrived", "didnt arrive", "lost parcel",
        "lost package", "parcel is missing", "package is missing", "wrong address", "stolen parcel",
    ),
    "billing dispute": (
        "charged twice", "double charged", "overcharged", "wrong amount", "wrong invoice", "didnt authorise",
        "didnt authorize", "unknown charge", "dispute", "chargeback", "billing error",
    ),
    "outage": ("outage", "website is down", "site is down", "service is down", "not loading", "keeps crashing"),
    "complaint": (
        "complaint", "complain", "ombudsman", "lawyer", "solicitor", "legal action", "sue you", "suing you",
        "see you in court", "trading standards",
    ),
    "cancellation": (
        "cancel my subscription", "cancel my account", "cancel my contract", "close my account",
        "terminate my contract", "cancellation fee",
    ),
    "renewal": ("renewal", "auto renew", "renewed without", "renew my contract", "renew my subscription"),
}  # fmt: skip
