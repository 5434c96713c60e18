"""The flows of an estate as a pytm model, read from JSON (its environment holds no YAML): `--json OUT` after the file."""

import json
import sys
from pathlib import Path

from pytm import TM, Boundary, Dataflow, Server

estate = json.loads(Path(sys.argv.pop(1)).read_text(encoding="utf-8"))
tm = TM("estate")
tm.description = "An estate, for comparison"
everywhere = Boundary("Estate")
places = {name: Server(name) for name in estate["places"]}
for place in places.values():
    place.inBoundary = everywhere
for name, source, target, transport in estate["flows"]:
    flow = Dataflow(places[source], places[target], name)
    flow.protocol = "HTTP" if transport == "none" else "HTTPS"
    flow.isEncrypted = transport != "none"

if __name__ == "__main__":
    tm.process()
