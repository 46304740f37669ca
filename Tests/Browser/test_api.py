"""What programs are told at /api/v1, held against its description: every address, with questions as they should be and as they should
not, by schemathesis, an independent reader of OpenAPI."""

import json
import pathlib
import subprocess
import sys
import tempfile
import unittest
import urllib.request

from house import Room, adriatic

EXAMPLES = 12


class DescriptionTests(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.room = Room.shared(adriatic)

    def get(self, path):
        with urllib.request.urlopen(f"{self.room.address}/api/v1{path}") as answer:
            return json.load(answer)

    def test_the_server_answers_as_it_is_described(self):
        hashes = [item["hash"] for item in self.get("/documents")["items"]]
        entry = self.get("/timeline?limit=1")["items"][0]["id"]
        people = [item["name"] for item in self.get("/entities?limit=1000")["items"] if item["kind"] == "person"]
        # What exists, so that more than errors is seen, and what OpenAPI cannot say: `alone` wants a document, a relation two parties.
        known = {
            "path.id": entry, "path.hash": hashes[0], "query.first": hashes[0], "query.second": hashes[1],
            "query.name": people[0], "query.alone": "no", "query.from": "1912", "query.to": "2030-12-05",
            "query.type": "CONSULT", "query.a": "Albania", "query.b": "Italy", "query.by": people[0],
        }
        with tempfile.TemporaryDirectory() as folder:
            settings = pathlib.Path(folder) / "schemathesis.toml"
            settings.write_text(
                "[parameters]\n" + "".join(f'"{name}" = {json.dumps(values)}\n' for name, values in known.items()))
            run = subprocess.run(
                [str(pathlib.Path(sys.executable).parent / "schemathesis"), "--config-file", str(settings), "run",
                 f"{self.room.address}/api/v1/openapi.json", "--checks", "all", "--max-examples", str(EXAMPLES),
                 "--generation-deterministic", "--continue-on-failure"],
                cwd=folder, capture_output=True, text=True, check=False)
        self.assertEqual(run.returncode, 0, run.stdout[-12_000:] + run.stderr[-2_000:])
        # It leaves the address of the description itself aside.
        self.assertRegex(run.stdout, rf"Tested:\s+{len(self.get('/openapi.json')['paths']) - 1}\b")

    def test_a_page_names_its_twin_and_the_twin_is_described(self):
        paths = self.get("/openapi.json")["paths"]
        for page in ["/timeline", "/disputes", "/relation?a=Albania&b=Italy", "/entities", "/"]:
            with urllib.request.urlopen(self.room.address + page) as answer:
                link = answer.headers["Link"]
            address = link.split(">")[0].removeprefix("</api/v1")
            self.assertIn(address.split("?")[0], paths, link)


if __name__ == "__main__":
    unittest.main()
