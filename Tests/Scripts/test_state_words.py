"""The words for states in Reconciling follow from the states of Coding."""

import pathlib
import subprocess
import sys
import unittest

SCRIPT = pathlib.Path(__file__).resolve().parents[2] / "Scripts/state_words.py"


class StateWordsTests(unittest.TestCase):
    def test_the_file_is_up_to_date(self):
        done = subprocess.run([sys.executable, SCRIPT, "--check"], capture_output=True, text=True)
        self.assertEqual((done.returncode, done.stderr), (0, ""))


if __name__ == "__main__":
    unittest.main()
