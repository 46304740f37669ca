"""Takes the pictures of the reading room that README.md and Documentation/reading-room.md show, of the example dossier.

Run it with the Python of the browser tests' environment: .build/browser-venv/bin/python Scripts/pictures.py [BINARY]
"""

import json
import pathlib
import re
import subprocess
import sys
import tempfile
import urllib.request

from playwright.sync_api import sync_playwright

PROJECT = pathlib.Path(__file__).resolve().parents[1]
PICTURES = PROJECT / "Documentation/pictures"
WIDTH, HEIGHT = 1180, 860


def pages(address):
    """The pages that are shown, by the name of the picture."""

    def items(path):
        with urllib.request.urlopen(f"{address}/api/v1{path}") as answer:
            return json.load(answer)["items"]

    told = [entry for entry in items("/timeline") if len(entry["documents"]) > 1 and entry["kind"] == "event"]
    told = [entry for entry in told if not entry.get("doubtful")]
    told.sort(key=lambda entry: (-len(entry["dates"]), entry["id"]))
    essay = next(document for document in items("/documents") if document["name"] == "essay.txt")
    return {
        "two-parties": "/relation?a=Albania&b=Palestine",
        "entry": f"/entry/{told[0]['id']}",
        "document": f"/document/{essay['hash']}",
        "disputes": "/disputes",
    }


def main():
    binary = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else PROJECT / ".build/debug/chancery").resolve()
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        dossier = pathlib.Path(folder) / "adriatic.dossier"
        for words in (["new", dossier], ["add", dossier, PROJECT / "Examples/adriatic"]):
            subprocess.run([binary, *words], check=True, stdout=subprocess.DEVNULL)
        server = subprocess.Popen(
            [binary, "serve", dossier, "--no-browser", "--author", "Ana Dol"], stdout=subprocess.PIPE, text=True)
        try:
            address = re.search(r"http://\S+", server.stdout.readline()).group().rstrip("/")
            with sync_playwright() as playwright:
                browser = playwright.chromium.launch(
                    executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-gpu"])
                page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT})
                for name, path in pages(address).items():
                    page.goto(address + path)
                    page.screenshot(path=PICTURES / f"{name}.png")
                    print(f"{PICTURES.relative_to(PROJECT)}/{name}.png")
                browser.close()
        finally:
            server.terminate()


if __name__ == "__main__":
    main()
