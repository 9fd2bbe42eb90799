"""When two addresses on the web are one article's."""

from functools import lru_cache
from urllib.parse import SplitResult, parse_qsl, unquote, urlencode, urlsplit

from reader.text.lazy_pattern import LazyPattern

# What newsletters, feeds and networks hang on an address to count where its readers come from.
_COUNTING = ("utm_", "at_", "mc_", "pk_", "hsa_", "ns_", "ga_", "__twitter_", "wt.")
_COUNTING_ALONE = frozenset(
    {
        *("fbclid", "gclid", "dclid", "yclid", "msclkid", "igshid", "igsh", "twclid", "li_fat_id", "ref_src"),
        *("ref_url", "cmpid", "ocid", "s_cid", "spm", "smid", "ito", "guccounter", "amp", "outputtype", "feature"),
        *("xtor", "rss"),
    }
)
_USUAL_PORTS = {"http": 80, "https": 443}
_OF_A_PATH = LazyPattern(r"https?://(?P<host>(?:[a-z0-9-]+\.)+[a-z]{2,})(?P<path>/[!-\"$-:<->@-~]*)")
_SAME_HOST = ("www.", "m.", "mobile.", "amp.")


@lru_cache(maxsize=4096)
def key_of(address: str) -> str:
    """Return what an article's address is compared by, or "" for none, and for one that is a site's first page.

    Scheme, “www.”, the usual port, fragments, the order of parameters, a slash at the end and what only counts readers
    do not matter.
    """
    address = address.strip()
    if found := _OF_A_PATH().fullmatch(address):  # as most, in a fourth of the time
        return _key_of_path(found["host"], found["path"])
    parts = _split(address)
    if parts is None:
        return ""
    host = _without_prefixes((parts.hostname or "").rstrip("."))
    port = f":{parts.port}" if parts.port not in (None, _USUAL_PORTS[parts.scheme.lower()]) else ""
    path = _plain_path(parts.path)
    # A parameter without a value counts too: some sites name their articles so, as in ?12345.
    asked = parse_qsl(parts.query, keep_blank_values=True)
    told = [(name, value) for name, value in asked if not _only_counts(name.lower())]
    fragment = parts.fragment if parts.fragment.startswith("!") else ""
    if not host or not (path or told or fragment):
        return ""
    query = urlencode(sorted(told), errors="replace")
    return f"{host}{port}{path}{f'?{query}' if query else ''}{f'#{fragment}' if fragment else ''}"


def _key_of_path(host: str, path: str) -> str:
    path = _plain_path(path)
    return f"{_without_prefixes(host)}{path}" if path else ""


def _without_prefixes(host: str) -> str:
    for prefix in _SAME_HOST:
        host = host.removeprefix(prefix)
    return host


def _plain_path(path: str) -> str:
    return unquote(path, errors="replace").rstrip("/").removesuffix("/amp")


def _split(address: str) -> SplitResult | None:
    try:
        parts = urlsplit(address)
        return parts if parts.scheme.lower() in _USUAL_PORTS and parts.hostname and parts.port != 0 else None
    except ValueError:
        return None


def _only_counts(name: str) -> bool:
    return name in _COUNTING_ALONE or name.startswith(_COUNTING)
