"""Puts what `make demo` prints into README.md: `make demo | python3 Scripts/readme_demo.py`.

Of the timeline it takes the dated entries that tell how one relation began, found by the documents' own words; of `show` the
first telling. Run it after a change of what is coded or how views are set.
"""

import pathlib
import re
import sys

WORDS = [
    "the PLO sought an office",
    "the PLO opened an office",
    "Albania recognised Palestine in 1988.",
    "Embassy of Palestine in Tirana was opened",
    "established diplomatic relations in 1990",
    "towards the end of 1996",
]


def part(text, command):
    """What a command of the demo printed, and its whole line."""
    found = re.search(rf"^\$ (chancery {command}[^\n]*)\n\n(.*?)(?=\n\n\$ chancery |\Z)", text, re.MULTILINE | re.DOTALL)
    if not found:
        sys.exit(f"readme_demo: the demo did not run 'chancery {command}'")
    return found.group(1), found.group(2).strip("\n")


def main():
    demo = sys.stdin.read()
    add, added = part(demo, "add")
    timeline, entries = part(demo, "timeline")
    show, shown = part(demo, "show")
    flat = {entry: " ".join(entry.split()) for entry in entries.split("\n\n")}
    chosen = [entry for entry in flat if any(words in flat[entry] for words in WORDS) and not entry.startswith(" ")]
    shown = shown.split("\n\nTelling 2")[0]
    blocks = [
        "\n\n".join([f"$ {add}", added, f"$ {timeline}", "…", *chosen, "…"]),
        f"$ {show}\n\n{shown}\n\n…",
    ]
    readme = pathlib.Path(__file__).parent.parent / "README.md"
    text = readme.read_text(encoding="utf-8")
    for block in blocks:
        head = re.escape("```\n" + " ".join(block.split("\n")[0].split()[:3]))
        text, count = re.subn(head + r".*?\n```\n", lambda _: f"```\n{block}\n```\n", text, count=1, flags=re.DOTALL)
        if count == 0:
            sys.exit(f"readme_demo: README.md has no block of '{block.splitlines()[0]}'")
    readme.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
