"""`make truth`: the score of the audit on published decisions, as decided and with facts changed."""

from __future__ import annotations

import sys

from tests.decisions.flips import flips, told
from tests.decisions.score import score, table

lines, turned = score(), list(flips())
sys.stdout.write("\n".join([*table(lines), *told(turned)]) + "\n")
sys.exit(not all(line.agrees for line in lines) or not all(flip.agrees for flip in turned))
