"""Documents whose words would be markup, scripts, escapes or templates: on every page they are words, and nothing happens."""

import functools
import json
import shutil
import time
import unittest
from urllib.parse import quote, urljoin

import crawl
from house import Room, RoomCase, adriatic, chancery, place

TEXT = """<script>alert("title")</script> {{shell.token}} {{{shell.token}}} "quoted" & 'more'

By <img src=x onerror=alert(1)>

In 1991 Albania recognised <b onmouseover=alert(2)>Palestine</b>. In March 1992 Albania accused <script>alert(3)</script> \
Iran of a plot. In 1993 Iran rejected {{shell.token}} and {{{shell.token}}} of Albania. {{#shell.nav}}{{href}}{{/shell.nav}}

"See javascript:alert(4) and <a href='javascript:alert(5)'>this</a>," said Evil" onfocus="alert(6)" autofocus="Kola, who \
lives in Tirana.

In 1995 Albania visited Israel. In 1996 Is\u202erael vis\u202cited Alb\u2066ania\u2069. \u202eIran accused Albania in 2001.

In 1997 Albania recognised </textarea></title></style></script><script src=https://elsewhere.example/x.js></script> Israel. \
Iran accused Albania of <svg/onload=alert(7)> on 5 May 1998 and <iframe srcdoc="<script>alert(8)</script>"></iframe> Israel.

In 1999 Javascript:Alert(9) visited Albania. O'Brien<script> met "Palestine" in 2000. [Iran](javascript:alert(10)) \
condemned Albania in 2004. <meta http-equiv=refresh content=0;url=https://elsewhere.example/> <base href=https://elsewhere.example/>
"""

PAGE = """<html><head><title>&lt;script&gt;alert(20)&lt;/script&gt;</title>
<meta property="og:site_name" content="&quot;&gt;&lt;img src=x onerror=alert(21)&gt;">
<link rel="canonical" href="javascript:alert(22)"></head><body><article>
<p>In 2002 Albania visited &lt;img src=//elsewhere.example/x onerror=alert(23)&gt; Iran.</p>
<p><a href="javascript:alert(24)">In 2003 Iran accused Albania.</a></p></article></body></html>"""

ESCAPES = {
    "id": "\x1b]0;owned\x07", "title": "\x1b[31mRed\x1b[0m <script>alert(30)</script>", "publisher": "\x1b[2J Press",
    "authors": ["<script>alert(31)</script>"], "published_on": "2005-03-02", "url": "javascript:alert(32)",
    "text": "A terminal\n\nIn 2005 Iran visited Albania. The screen went <script>alert(33)</script> red.",
}

WORD = "In 1990 Albania recognised Palestine.\n\nIn 1992 Albania accused " + "x" * (1 << 20) + " of a plot.\n"

NAME = "<img src=x onerror=alert('name')>.txt"
HARMFUL = {NAME, "page.html", "\x1b]0;owned\x07"}

# What must not be in a page, whatever stands in documents: a line for each.
HARM = """() => {
  const found = [];
  for (const element of document.querySelectorAll("*")) {
    const tag = element.localName;
    const isOwn = tag === "script" && element.getAttribute("src") === "/static/room.js" && !element.textContent;
    if (["iframe", "object", "embed", "img", "base", "style", "script"].includes(tag) && !isOwn) found.push(tag);
    if (element.httpEquiv) found.push("http-equiv");
    for (const { name, value } of element.attributes) {
      if (name.startsWith("on")) found.push(name);
      if (["href", "src", "action", "formaction", "xlink:href"].includes(name)) {
        if (!/^(\\/(?!\\/)|#|https?:\\/\\/|$)/.test(value)) found.push(`${name}=${value.slice(0, 60)}`);
      }
    }
  }
  const text = document.body.innerText + document.title;
  const token = document.querySelector("input[name=token]")?.value;
  if (token && text.includes(token)) found.push("the token");
  if (/[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f]/.test(text)) found.push("a control character");
  return found;
}"""

# Text whose direction another text set: what turns letters around must end where the element does that holds it.
TURNED = """() => {
  const found = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!/[\\u202a-\\u202e\\u2066-\\u2069]/.test(node.data)) continue;
    let holder = node.parentElement;
    while (!holder.hasAttribute("dir") && holder !== document.body) holder = holder.parentElement;
    if (holder === document.body) found.push(node.data.slice(0, 80));
  }
  return found;
}"""


@functools.cache
def hostile():
    """The example, and beside it documents that mean harm."""
    path = place() / "hostile.dossier"
    shutil.copyfile(adriatic(), path)
    folder = place() / "hostile"
    folder.mkdir()
    (folder / NAME).write_text(TEXT)
    (folder / "page.html").write_text(PAGE)
    (folder / "escapes.jsonl").write_text(json.dumps(ESCAPES) + "\n")
    (folder / "word.txt").write_text(WORD)
    chancery("add", path, folder)
    return path


class HostileTests(RoomCase):
    dossier = staticmethod(hostile)

    def documents(self):
        return {item["name"].rsplit("/")[-1]: item for item in self.room.json("/documents")["items"]}

    def test_they_are_all_there(self):
        self.assertLessEqual({NAME, "page.html", "word.txt"}, set(self.documents()))
        self.assertTrue(any("Red" in item["title"] for item in self.documents().values()))

    def addresses(self):
        """Pages of every kind, the documents among them, and what an address alone could bring in."""
        shown = crawl.crawl(self.room.get, 100)
        markup = quote('"><script>alert(40)</script>{{shell.token}}\x1b[31m')
        names = [item["name"] for item in self.room.json("/entities?limit=1000")["items"]]
        return [
            *crawl.samples(shown, each=2),
            *(f"/document/{item['hash']}" for name, item in self.documents().items() if name in HARMFUL),
            *(f"/party?name={quote(name)}" for name in names if set(name) & set("<>{}\":;=/")),
            f"/search?q={markup}", f"/party?name={markup}", f"/timeline?party={markup}", f"/timeline?from={markup}",
            f"/nowhere/{markup}", f"/?told={markup}", f"/entry/{markup}", f"/check?sentence={markup}",
            "/search?q=script", "/search?q=shell.token",
        ]

    def test_words_do_nothing_on_any_page(self):
        self.watch.forgive("status of 40[04]")
        for address in self.addresses():
            with self.subTest(address):
                self.page.goto(address)
                self.assertEqual(self.page.evaluate(HARM), [])
                self.assertEqual(self.page.evaluate(TURNED), [])
                self.assertEqual(self.watch.faults, [])
                self.watch.requests.clear()

    def test_they_are_shown_as_they_are_written(self):
        title = '<script>alert("title")</script> {{shell.token}} {{{shell.token}}}'
        document = self.documents()[NAME]
        self.open(f"/document/{document['hash']}")
        self.assertIn(title, self.texts("h1")[0])
        self.assertIn(title, self.page.title())
        told = self.page.locator("[data-text]").inner_text()
        for words in ["<b onmouseover=alert(2)>Palestine</b>", "{{#shell.nav}}{{href}}{{/shell.nav}}", "javascript:alert(4)",
                      '<iframe srcdoc="<script>alert(8)</script>"></iframe>']:
            self.assertIn(words, told)

    def test_pointer_and_keyboard_wake_nothing(self):
        document = self.documents()[NAME]
        self.open(f"/document/{document['hash']}")
        for run in self.page.locator("[data-text] [data-at]").all()[:20]:
            run.hover()
        for _ in range(30):
            self.page.keyboard.press("Tab")
        self.assertEqual(self.page.evaluate(HARM), [])

    def test_names_on_offer_are_words(self):
        self.open("/")
        field = self.page.locator("input[name=name]")
        field.press_sequentially("jav")
        self.page.locator("[role=option]").first.wait_for()
        self.assertEqual(self.page.evaluate(HARM), [])

    def test_what_came_as_an_address_of_the_document_is_no_link(self):
        item = self.documents()["page.html"]
        self.assertEqual(item["url"], "javascript:alert(22)", "it was kept")
        self.open(f"/document/{item['hash']}")
        self.assertEqual(self.page.locator("a[href^='javascript' i]").count(), 0)

    def test_a_word_of_a_megabyte_opens_within_five_seconds(self):
        word = self.documents()["word.txt"]
        started = time.monotonic()
        self.open(f"/document/{word['hash']}")
        taken = time.monotonic() - started
        self.assertGreater(len(self.page.locator("[data-text]").inner_text()), 1 << 20)
        self.assertLess(taken, 5)
        self.assertEqual(self.page.evaluate("document.documentElement.scrollWidth - innerWidth"), 0)

    def test_what_does_harm_is_found(self):
        self.open("/")
        self.page.evaluate("""() => {
          const token = document.querySelector("input[name=token]").value;
          document.querySelector("main").insertAdjacentHTML("beforeend", `<p onclick="no()">${token}</p><iframe></iframe>
            <a href="javascript:no()">a</a><a href="//elsewhere.example/">b</a><p>\\x1b</p><p>\\u202etxet</p>`);
        }""")
        self.assertEqual(sorted(self.page.evaluate(HARM)), [
            "a control character", "href=//elsewhere.example/", "href=javascript:no()", "iframe", "onclick", "the token",
        ])
        self.assertEqual(self.page.evaluate(TURNED), ["\u202etxet"])
        self.assertEqual(len(self.watch.faults), 1)
        self.watch.forgive("inline event handler violates the following Content Security Policy")


class PolicyTests(RoomCase):
    """Should words ever become markup, the policy of every answer still keeps them from doing anything."""

    dossier = staticmethod(hostile)

    PUT = """() => {
      const main = document.querySelector("main");
      main.insertAdjacentHTML("beforeend", `<img src=x onerror="window.ran = 1"><img src="http://elsewhere.example/x">
        <iframe src="http://elsewhere.example/f"></iframe><form action="http://elsewhere.example/s"></form>`);
      const script = document.createElement("script");
      script.textContent = "window.ran = 2";
      const foreign = document.createElement("script");
      foreign.src = "http://elsewhere.example/x.js";
      main.append(script, foreign);
      fetch("http://elsewhere.example/t", { mode: "no-cors" }).catch(() => {});
      setTimeout(() => main.querySelector("form[action^=http]").submit(), 600);
    }"""

    def put(self, page):
        """Puts into a page what harm would be: which requests left it, and whether a script ran."""
        left = []
        page.route("http://elsewhere.example/**", lambda route: (left.append(route.request.url), route.abort()))
        page.goto("/")
        page.evaluate(self.PUT)
        page.wait_for_timeout(300)
        # The form leaves the page, and with it what a script did there.
        ran = page.evaluate("window.ran ?? null")
        page.wait_for_timeout(800)
        return sorted({url.rsplit("/")[-1] for url in left}), ran

    def test_what_is_put_into_a_page_neither_runs_nor_asks(self):
        page, watch = self.fresh()
        self.assertEqual(self.put(page), ([], None))
        self.assertGreater(len([text for _, text in watch.console if "Content Security Policy" in text]), 5)

    def test_without_the_policy_it_would(self):
        page, _ = self.fresh(bypass_csp=True)
        left, ran = self.put(page)
        self.assertLessEqual({"x", "x.js", "t", "s?"}, set(left))
        self.assertIsNotNone(ran)

    def test_every_kind_of_answer_has_the_policy(self):
        for path in ["/", "/nowhere", "/static/room.js", "/static/none", "/api/v1/timeline", "/api/v1/nowhere", "/party"]:
            _, headers, _ = self.room.get(path)
            self.assertIn("default-src 'none'; script-src 'self'", headers["Content-Security-Policy"], path)
            self.assertEqual(headers["X-Content-Type-Options"], "nosniff", path)
            self.assertIn(headers["Referrer-Policy"], ["no-referrer", "same-origin"], path)


if __name__ == "__main__":
    unittest.main()
