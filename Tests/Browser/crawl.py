"""Goes through a site by its links: which pages there are, where they lead, what of them is broken."""

import collections
import dataclasses
import html.parser
from urllib.parse import parse_qsl, urldefrag, urljoin, urlsplit


@dataclasses.dataclass
class Sheet:
    """An answer, and what stands in it."""

    status: int
    type: str = ""
    size: int = 0
    header: str = ""
    links: list = dataclasses.field(default_factory=list)
    ids: list = dataclasses.field(default_factory=list)
    twin: str = ""
    tags: collections.Counter = dataclasses.field(default_factory=collections.Counter)


class _Reader(html.parser.HTMLParser):
    def __init__(self, sheet):
        super().__init__()
        self.sheet = sheet

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        self.sheet.tags[tag] += 1
        if "id" in given:
            self.sheet.ids.append(given["id"])
        if tag == "link" and given.get("rel") == "alternate":
            self.sheet.twin = given["href"]
        elif tag in ("a", "link") and "href" in given:
            self.sheet.links.append(given["href"])
        elif tag in ("script", "img") and "src" in given:
            self.sheet.links.append(given["src"])


def read(status, headers, text):
    """What stands in an answer."""
    sheet = Sheet(status, headers.get("Content-Type", ""), len(text), headers.get("Link", ""))
    if sheet.type.startswith("text/html"):
        _Reader(sheet).feed(text)
    return sheet


def shape(address):
    """What pages made alike have in common: the first part of their path, and the names of their fields."""
    parts = urlsplit(address)
    fields = sorted({name for name, _ in parse_qsl(parts.query)})
    return "/" + parts.path.split("/")[1] + ("?" + "&".join(fields) if fields else "")


def crawl(get, most, start="/"):
    """The pages that links lead to, by address, up to so many; those of a shape seldom seen come first.

    `get` gives an answer for a path: its status, its headers, its text.
    """
    pages = {}
    waiting = {start: start}
    seen = collections.Counter()
    while waiting and len(pages) < most:
        address = min(waiting, key=lambda each: seen[shape(each)])
        del waiting[address]
        seen[shape(address)] += 1
        sheet = pages[address] = read(*get(address))
        for link in sheet.links:
            to = urldefrag(urljoin(address, link)).url
            if to.startswith("/") and not to.startswith("//") and to not in pages:
                waiting[to] = to
    return pages


def kind(address):
    """What pages of one template have in common; a document opened at some words is a kind of its own."""
    return shape(address).split("?")[0] + ("?at" if "?at=" in address else "")


def samples(pages, each=1):
    """Of every kind of pages the largest ones: what is wrong with any shows there."""
    kinds = collections.defaultdict(list)
    for address, sheet in pages.items():
        if sheet.type.startswith("text/html"):
            kinds[kind(address)].append((sheet.size, address))
    return [address for name in sorted(kinds) for _, address in sorted(kinds[name], reverse=True)[:each]]


def faults(pages):
    """What is broken in pages, a line each: answers, addresses, places within pages, ids that stand twice."""
    found = []
    for address, sheet in pages.items():
        if sheet.status >= 400:
            found.append(f"{address}: status {sheet.status}")
        for link in sheet.links:
            if not link:
                found.append(f"{address}: a link without an address")
            whole = urljoin(address, link)
            to, place = urldefrag(whole)
            if place and to in pages and place not in pages[to].ids:
                found.append(f"{address}: {whole} names a place that is not there")
        if "" in sheet.ids:
            found.append(f"{address}: an id without a name")
        found += [f"{address}: id {each} stands {n} times" for each, n in collections.Counter(sheet.ids).items()
                  if n > 1 and each]
    return found
