"""The house of the browser tests: dossiers made once a run, the program serving them, one browser, and watched pages.

Scripts/browser.sh runs the tests and says where the two programs are, in CHANCERY and in CHROMIUM.
"""

import atexit
import functools
import http.client
import json
import os
import pathlib
import re
import shutil
import subprocess
import tempfile
import threading
import unittest
from urllib.parse import urlsplit

from playwright.sync_api import sync_playwright

PROJECT = pathlib.Path(__file__).resolve().parents[2]
TEXTS = pathlib.Path(__file__).resolve().parent / "texts"
CHANCERY = os.environ.get("CHANCERY", str(PROJECT / ".build/debug/chancery"))
CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
AUTHOR = "Ana Dol"
MACHINE = "127.0.0.1"


def chancery(*arguments):
    """Runs the program; what it said is told where it fails."""
    done = subprocess.run([CHANCERY, *map(str, arguments)], capture_output=True, text=True, timeout=120)
    if done.returncode != 0:
        raise AssertionError(f"chancery {arguments[0]} ended with {done.returncode}: {done.stderr or done.stdout}")
    return done.stdout


# Dossiers.


@functools.cache
def place():
    """A folder for this run, gone with it."""
    folder = pathlib.Path(tempfile.mkdtemp(prefix="chancery-browser-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


@functools.cache
def adriatic():
    """The example, and beside it a text that is in part Arabic and Hebrew."""
    path = place() / "adriatic.dossier"
    chancery("new", path)
    chancery("add", path, PROJECT / "Examples/adriatic", TEXTS / "scripts.txt")
    return path


# The program.


class Room:
    """The program serving one dossier, until it is closed."""

    def __init__(self, dossier):
        self.dossier = dossier
        self.process = subprocess.Popen(
            [CHANCERY, "serve", str(dossier), "--no-browser", "--port", "0", "--author", AUTHOR],
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
        )
        atexit.register(self.close)
        self.address = self._printed()
        self.port = urlsplit(self.address).port

    @classmethod
    @functools.cache
    def shared(cls, dossier):
        """The room of a dossier that nobody changes, opened once a run."""
        return cls(dossier())

    @classmethod
    def own(cls, dossier):
        """A room of a copy, for who changes it."""
        copy = pathlib.Path(tempfile.mkdtemp(dir=place())) / dossier().name
        shutil.copyfile(dossier(), copy)
        return cls(copy)

    def _printed(self):
        late = threading.Timer(60, self.process.kill)
        late.start()
        said = ""
        for line in self.process.stdout:
            said += line
            if found := re.search(r"http://\S+", line):
                late.cancel()
                return found.group().rstrip("/")
        late.cancel()
        raise AssertionError(f"chancery serve printed no address: {said}")

    def close(self):
        """Stops the program."""
        if self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(10)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
        self.process.stdout.close()

    def get(self, path):
        """An answer without a browser: its status, its headers, its text."""
        connection = http.client.HTTPConnection(MACHINE, self.port, timeout=30)
        try:
            connection.request("GET", path)
            answer = connection.getresponse()
            return answer.status, answer.headers, answer.read().decode("utf-8")
        finally:
            connection.close()

    def json(self, path):
        """What the twin of a page says."""
        status, _, text = self.get("/api/v1" + path)
        if status != 200:
            raise AssertionError(f"/api/v1{path}: {status}")
        return json.loads(text)


# The browser.


@functools.cache
def browser():
    """The browser of this run."""
    playwright = sync_playwright().start()
    atexit.register(playwright.stop)
    started = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
    atexit.register(started.close)
    return started


class Watch:
    """What the pages of a browsing context said, and what they asked for."""

    def __init__(self, context):
        self.console = []
        self.errors = []
        self.requests = []
        self.dialogs = []
        self.forgiven = []
        context.on("console", lambda message: self.console.append((message.type, message.text)))
        context.on("weberror", lambda error: self.errors.append(str(error.error)))
        context.on("request", lambda request: self.requests.append(request.url))
        context.on("dialog", self._dismiss)

    def _dismiss(self, dialog):
        self.dialogs.append(f"{dialog.type}: {dialog.message}")
        dialog.dismiss()

    def forgive(self, pattern):
        """Takes an error of the console for expected: a page of status 404 is one to the browser."""
        self.forgiven.append(re.compile(pattern))

    @property
    def faults(self):
        """All that no page may do."""
        said = [text for kind, text in self.console if kind == "error"]
        told = [text for text in said if not any(pattern.search(text) for pattern in self.forgiven)]
        away = [url for url in self.requests if not is_here(url)]
        return (
            [f"console: {text}" for text in told] + [f"error: {text}" for text in self.errors]
            + [f"request off the machine: {url}" for url in away] + [f"dialog: {text}" for text in self.dialogs]
        )


def is_here(url):
    """Whether an address is of this machine, or of none."""
    parts = urlsplit(url)
    return parts.scheme in ("data", "about") or parts.scheme == "http" and parts.hostname == MACHINE


class RoomCase(unittest.TestCase):
    """Tests on pages of a room; each has a fresh page, and fails where that did what no page may do."""

    dossier = staticmethod(adriatic)
    changes = False
    options = {}

    @classmethod
    def setUpClass(cls):
        cls.room = Room.own(cls.dossier) if cls.changes else Room.shared(cls.dossier)
        if cls.changes:
            cls.addClassCleanup(cls.room.close)

    def setUp(self):
        # Cleanups run last first: what was watched is judged when the page is closed.
        self.addCleanup(lambda: self.assertEqual(self.watch.faults, []))
        self.page, self.watch = self.fresh(**self.options)

    def fresh(self, **options):
        """A page of a context of its own, and its watch."""
        context = browser().new_context(**{"base_url": self.room.address, "reduced_motion": "reduce", **options})
        self.addCleanup(context.close)
        context.set_default_timeout(10_000)
        return context.new_page(), Watch(context)

    def open(self, path, status=200):
        """Opens an address in the page; its status is to be this."""
        if status >= 400:
            self.watch.forgive(f"status of {status}")
        answer = self.page.goto(path)
        self.assertEqual(answer.status, status, path)
        return self.page

    def at(self, path):
        """Waits until the page is at a path, and says which query it has."""
        self.page.wait_for_url(lambda url: urlsplit(url).path == path)
        return urlsplit(self.page.url).query

    def texts(self, selector):
        """The texts of all elements that a selector finds."""
        return [words(text) for text in self.page.locator(selector).all_inner_texts()]


def words(text):
    """A text with single spaces."""
    return " ".join(text.split())
