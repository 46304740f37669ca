"""What `make gate` says of figures that fell, rose, are missing or unknown."""

import pathlib
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "Scripts"))

import gate  # noqa: E402
from gate import Figure  # noqa: E402


class CompareTests(unittest.TestCase):
    def faults(self, baseline, *figures):
        return {row.name: row.fault for row in gate.compare(baseline, figures) if row.fault}

    def test_a_share_may_fall_by_the_tolerance_and_no_further(self):
        self.assertEqual(self.faults({"events": 0.5}, Figure("events", 0.495)), {})
        self.assertEqual(self.faults({"events": 0.5}, Figure("events", 0.9)), {})
        self.assertEqual(self.faults({"events": 0.5}, Figure("events", 0.494)), {"events": "fell from 0.5000 to 0.4940"})

    def test_a_count_is_better_the_lower_it_is(self):
        self.assertEqual(self.faults({"extra": 50}, Figure("extra", 10, is_count=True)), {})
        self.assertEqual(self.faults({"extra": 50}, Figure("extra", 55, is_count=True)), {})
        self.assertEqual(self.faults({"extra": 50}, Figure("extra", 56, is_count=True)), {"extra": "rose from 50 to 56"})

    def test_a_missing_and_an_unknown_figure_are_faults(self):
        faults = self.faults({"events": 0.5, "states": 0.4}, Figure("events", 0.5), Figure("visits", 0.3))
        self.assertEqual(faults, {"states": "was not measured", "visits": "is not in the baseline"})

    def test_the_verdict_names_what_is_wrong(self):
        rows = gate.compare({"events": 0.5, "states": 0.4}, [Figure("events", 0.3), Figure("states", 0.4)])
        self.assertIn("events fell from 0.5000 to 0.3000 (1 of 2 figures)", gate.verdict(rows))
        self.assertIsNone(gate.verdict(rows[1:]))

    def test_the_table_shows_before_now_and_difference(self):
        rows = gate.compare({"events": 0.5, "extra": 9}, [Figure("events", 0.3), Figure("extra", 8, is_count=True)])
        lines = [line.split() for line in gate.table(rows).splitlines()]
        self.assertEqual(lines[0], ["figure", "baseline", "now", "difference"])
        self.assertEqual(lines[1], ["events", "0.5000", "0.3000", "-0.2000", "wrong"])
        self.assertEqual(lines[2], ["extra", "9", "8", "-1"])


class ReadingTests(unittest.TestCase):
    def test_figures_are_read_from_the_lines_that_fit(self):
        output = "documents 3\nall        0.7500  0.2500\nother words\n"
        figures = gate.rows_of("task", rf"^(\w+) +{gate.NUMBER} +{gate.NUMBER}$", output, ["found", "right"])
        self.assertEqual(figures, [Figure("task, all found", 0.75), Figure("task, all right", 0.25)])

    def test_a_program_that_fails_is_named(self):
        runner = gate.Gate(pathlib.Path("."), sys.executable, sys.executable)
        with self.assertRaisesRegex(gate.GateError, "ended with status 3"):
            runner.run([sys.executable, "-c", "raise SystemExit(3)"])


if __name__ == "__main__":
    unittest.main()
