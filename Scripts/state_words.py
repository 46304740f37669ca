#!/usr/bin/env python3
"""Write the words by which texts name states, for comparing the words of clauses without the names in them.

    Scripts/state_words.py            writes Sources/Reconciling/Resources/state-words.txt
    Scripts/state_words.py --check    says whether the file is up to date; exit status 1 where it is not

From Sources/Coding/Resources/entities/states.tsv and former-states.tsv: names, adjectives and words for the people. Needs Python 3.9 or
newer, its standard library only.
"""
import pathlib
import re
import sys
import unicodedata

ROOT = pathlib.Path(__file__).resolve().parent.parent
ENTITIES = ROOT / "Sources/Coding/Resources/entities"
FILE = ROOT / "Sources/Reconciling/Resources/state-words.txt"
HEAD = """# The words by which texts name states, by code: names, adjectives, people.
# Written by Scripts/state_words.py from Coding's entities: never edit by hand.
# Format: code, colon, words in lower case without accents.
"""
# Words of long names that are no names by themselves.
PLAIN = set("""and of the in new north south east west northern southern eastern western republic kingdom state states people peoples
democratic socialist federal islamic united union principality grand commonwealth territory authority government duchy empire free city
saint sultanate emirate emirates communist soviets confederation federation plurinational bolivarian cooperative arab
occupied territories national red mainland republics""".split())


def folded(text):
    return "".join(c for c in unicodedata.normalize("NFD", text.lower()) if not unicodedata.combining(c))


def text():
    words = {}
    for name in ("states.tsv", "former-states.tsv"):
        for line in (ENTITIES / name).read_text(encoding="utf-8").splitlines():
            if not line or line.startswith("#"):
                continue
            cells = line.split("\t") + [""] * 5
            found = re.findall(r"[a-z0-9]+", folded("; ".join(cells[1:5])))
            words.setdefault(cells[0], set()).update(w for w in found if w not in PLAIN and len(w) > 1)
    return HEAD + "".join(f"{code}: {' '.join(sorted(found))}\n" for code, found in sorted(words.items()) if found)


def main():
    if sys.argv[1:] == ["--check"]:
        if not FILE.exists() or FILE.read_text(encoding="utf-8") != text():
            sys.exit(f"{FILE.relative_to(ROOT)} is not up to date: run Scripts/state_words.py")
    elif sys.argv[1:]:
        sys.exit(__doc__)
    else:
        FILE.write_text(text(), encoding="utf-8")


if __name__ == "__main__":
    main()
