"""Hostile inputs for Scripts/campaign.py: mutations of honest files, and shapes that programs have stumbled over.

Everything is drawn from one random generator, so that a seed names an input.
"""

import json

SENTENCES = [
    "Osk recognised Veldania in 1988.", "Veldania's foreign minister, Mira Tal, met her counterpart from Osk on 3 May 1994.",
    "“We closed the embassy,” said Ivo Brandt, “and we will not open it again.”",
    "According to the agency, citing two officials, Osk sold 12,400 tons of fuel to Veldania.",
    "Neither Osk nor Veldania signed the treaty.", "The talks broke down in 30 BC.", "Osk's army attacked Veldania last Friday.",
]

# Pieces that are put anywhere into a text.
TOKENS = [
    "\x00", "\x1b[31m", "\x7f", "\x85", "\u200b", "\u00ad", "\u2028", "\u202e", "\ufeff", "\ufffd", "\U0001f1e6\U0001f1f1", "e\u0301" * 40,
    "\U000e0001", "\u0378", "\ud7ff", "İ", "ß", "ﬁ", "٣٤", "Ⅻ", "１９８８", "\r", "\r\n\r\n", "\t\t", "\u00a0", "&nbsp;", "&#0;", "&#x110000;",
    "&" * 50, "<![CDATA[", "<!--", "-->", "<script>", "</p>", "<p>", "<br", "<p>Strength:&nbsp;</p>", "\"", "'", "“", "”", "«", "»", "(", ")", "[",
    "]]", "[[", "{{", "}}", "{|", "|}", "==", "'''", "**", "__", "```", "> ", "- ", "1. ", "# ", "[^1]", "[^1]: ", "<ref>", "</ref>", "—", "–", "%",
    "9" * 310, "1e999", "inf", "NaN", "-0", "0/0", "31 February 2001", "30 BC", "the year 99999", "13/13/1313", "$9" + "9" * 40 + "bn", "MMMM",
    "the 29th of February 1900", "25:61", "and", "who", "which", "that", "said", "not", "its", "they", "according to", ":", ";", "…", "." * 30, "- " * 30,
    "A" * 5000, "a.b." * 500, "-" * 3000, "\n" * 200, " " * 2000,
]


def deep(random, limit):
    """One construction nested, or repeated, many times."""
    n = random.choices([3, 30, 300, limit], [10, 6, 2, 1])[0]
    opening, middle, closing = random.choice([
        ("The president of ", "Osk left", "."), ("Ana Dol said that ", "Osk left", "."), ("“", "Osk left", "”"), ("(", "Osk", ")"),
        ("the envoy of the minister of ", "Osk", " arrived."), ("Osk and ", "Veldania", " met."), ("not ", "true", "."),
        ("<div>", "<p>Osk left.</p>", "</div>"), ("<blockquote>", "Osk left.", "</blockquote>"), ("<b><i>", "Osk", "</i></b>"),
        ("<ul><li>", "Osk left", "</li></ul>"), ("<table><tr><td>", "Osk left", "</td></tr></table>"), ("> ", "Osk left.", ""),
        ("{{a|", "Osk", "}}"), ("[[Osk|", "Osk", "]]"), ("<ref>", "Osk", "</ref>"), ("'''", "Osk", "'''"), ("*", "Osk left.", "*"),
        ("[", "Osk", "](x)"), ("  " + "- ", "Osk left.\n", ""), ("1", "Osk left.", "th"), ("If ", "Osk left", ", Veldania stayed."),
        ("who said ", "Osk left", " to him"), ("on 3 May 1994 and ", "Osk left", ""), ("Osk said: ", "no", "."), ("{", '"a":1', "}"), ("[", "1", "]"),
        ("Osk's ", "Osk", " left."), ("the ", "Osk", " embassy."), ("1,", "000", " tons"), ("of 1988 ", "Osk", " in May"), ("<a b='", "x", "'>"),
    ])
    return opening * n + middle + closing * random.choice([n, 0, 1])


def mutate(random, data):
    """A few changes of a file's bytes."""
    data = bytearray(data)
    for _ in range(random.randint(1, 6)):
        if not data:
            return bytes(data)
        place = random.randrange(len(data))
        length = random.choice([1, 1, 2, 5, 40, 400])
        kind = random.randrange(7)
        if kind == 0:
            data[place] = random.randrange(256)
        elif kind == 1:
            del data[place:place + length]
        elif kind == 2:
            data[place:place] = data[place:place + length] * random.choice([1, 2, 50])
        elif kind == 3:
            data[place:place] = random.choice(TOKENS).encode("utf-8", "replace")
        elif kind == 4:
            del data[place:]
        elif kind == 5:
            data[place:place] = bytes(random.randrange(256) for _ in range(length))
        else:
            other = random.randrange(len(data))
            data[place:place + length], data[other:other + length] = data[other:other + length], data[place:place + length]
    return bytes(data)


def text(random, limit):
    """A made text: sentences with hostile pieces between and inside."""
    parts = []
    for _ in range(random.randint(1, 8)):
        kind = random.randrange(4)
        if kind == 0:
            parts.append(deep(random, limit))
        elif kind == 1:
            parts.append(random.choice(TOKENS))
        else:
            words = random.choice(SENTENCES).split(" ")
            if kind == 2:
                words.insert(random.randrange(len(words) + 1), random.choice(TOKENS))
            parts.append(" ".join(words))
    return random.choice([" ", "\n", "\n\n", ""]).join(parts)


def markup(random, limit):
    """A made page."""
    body = "".join(
        f"<{tag}{attributes}>{text(random, limit)}</{random.choice([tag, tag, 'p', 'x'])}>"
        for tag, attributes in (
            (random.choice(["p", "div", "li", "blockquote", "h1", "td", "span", "template", "pre", "sup", "title", "svg"]),
             random.choice(["", " class=x", " style='display:none'", ' a="', " hidden", " " + "a=1 " * random.choice([3, 600])]))
            for _ in range(random.randint(1, 6))))
    return random.choice(["<html><body>", "", "<!doctype html><meta charset=windows-1252>"]) + body


def document_line(random, limit):
    """A line of a document stream: honest fields with values of the wrong kind among them."""
    wrong = [None, "", 1, -1, 1e308, [], {}, [None], "x" * 3000, "2001-13-45", "\u0000", "\u202e", True, {"a": {"b": []}}]
    row = {"id": random.choice(["a", "b", "../../x", "", "é\u0301"]), "text": text(random, limit)}
    for field in ["title", "authors", "publisher", "published_on", "url", "via", "language", "archive_url", "retrieved_on", "other"]:
        if random.random() < 0.3:
            row[field] = random.choice([*wrong, "2001-05-03", "Osk Review", "en"])
    if random.random() < 0.1:
        row[random.choice(["id", "text"])] = random.choice(wrong)
    line = json.dumps(row, ensure_ascii=random.random() < 0.5)
    return mutate(random, line.encode("utf-8", "replace")).replace(b"\n", b" ") if random.random() < 0.3 else line.encode("utf-8", "replace")
