"""Packs the list of brands from its package, and keeps NOTICE in step; run by `make brands`, which fetches the package.

    python docs/brands.py PACKAGE [--month YYYY-MM]

PACKAGE is the unpacked package. A new version needs the month it was released in, which the package does not hold.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from pathlib import Path
from typing import Final

from publicsuffixlist import PublicSuffixList

from auditor.loading.knowledge.brands import PACKED, Unfit, load_brands, load_table, pack

ROOT: Final = Path(__file__).resolve().parents[1]
LIST: Final = "third-party-web"
ENTITIES: Final = "dist/entities-nostats.json"


def main() -> None:
    """Write the packed list and the version in NOTICE, or tell why not."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    arguments.add_argument("package", type=Path)
    arguments.add_argument("--month", default="")
    given = arguments.parse_args()
    told = json.loads((given.package / "package.json").read_text(encoding="utf-8"))
    notice = ROOT / "NOTICE"
    try:
        text = noticed(notice.read_text(encoding="utf-8"), given.package, told["version"])
        data = packed(given.package, told, given.month)
    except Unfit as unfit:
        sys.exit(str(unfit))
    (ROOT / "auditor" / PACKED).write_bytes(data)
    notice.write_text(text, encoding="utf-8")


def packed(package: Path, told: dict[str, str], month: str) -> bytes:
    """Return the packed list of a package that `told` its name, version and licence. Raises Unfit."""
    if told["name"] != LIST or told["license"] != "MIT":
        raise Unfit(f"not {LIST} under the MIT licence: read it before it is used")
    before = load_brands() if (ROOT / "auditor" / PACKED).is_file() else None
    if not month:
        if before is None or before.version != told["version"]:
            raise Unfit(f"say when {LIST} {told['version']} was released: make brands MONTH=YYYY-MM")
        month = before.as_of
    table, read = load_table()
    head = {
        "name": LIST,
        "version": told["version"],
        "licence": told["license"],
        "copyright": copyright_of(package),
        "as_of": month,
        "read": read,
    }
    entities = json.loads((package / ENTITIES).read_text(encoding="utf-8"))
    return pack(entities, table, head, _shared(entities))


def copyright_of(package: Path) -> str:
    """Return the line of its licence that says whose the package is. Raises Unfit where there is none."""
    found = re.search(
        r"^Copyright \(c\) .+$", (package / "LICENSE").read_text(encoding="utf-8"), re.MULTILINE
    )
    if found is None:
        raise Unfit("the licence says nothing of copyright")
    return found[0].strip()


def noticed(notice: str, package: Path, version: str) -> str:
    """Return the notice with the version of the package. Raises Unfit where it does not hold the whole of its licence."""
    licence = (package / "LICENSE").read_text(encoding="utf-8").partition("Copyright (c)")
    if " ".join(licence[2].split()) not in " ".join(notice.split()):
        raise Unfit("NOTICE does not hold the licence of the package: read it, and put it there")
    return re.sub(rf"\b{LIST} [0-9]+(\.[0-9]+)+", f"{LIST} {version}", notice)


def _shared(entities: list[dict[str, list[str]]]) -> set[str]:
    """Return the domains of patterns that are suffixes, below which anybody registers names or runs something."""
    suffixes = PublicSuffixList()
    domains = {
        pattern.removeprefix("*.")
        for entity in entities
        for pattern in entity["domains"]
        if pattern[0] == "*"
    }
    return {domain for domain in domains if suffixes.publicsuffix(domain) == domain}


if __name__ == "__main__":
    main()
