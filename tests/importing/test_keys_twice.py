"""A key that stands twice in one mapping of a document: the document is refused with its name, as one value would be lost."""

from __future__ import annotations

import pytest

from auditor.errors import Refused
from tests.importing.reading import read

HEAD = '"bomFormat": "CycloneDX", "specVersion": "1.6"'


@pytest.mark.parametrize(
    ("text", "key"),
    [
        (f'{{{HEAD}, "services": [], "services": []}}', "services"),
        (f'{{{HEAD}, "services": [{{"name": "a", "bom-ref": "b", "bom-ref": "c"}}]}}', "bom-ref"),
        (f'{{{HEAD}, "x": 1, "services": [], "y": 1, "y": 2}}', "y"),
    ],
)
def test_a_key_that_stands_twice_is_named(text: str, key: str) -> None:
    with pytest.raises(Refused) as refused:
        read("cyclonedx", text)
    (problem,) = refused.value.problems
    assert key in problem.message.en
    assert not [other for other in ("bomFormat", "specVersion", "name", '"x"') if other in problem.message.en]


def test_a_key_may_stand_in_several_mappings() -> None:
    text = f'{{{HEAD}, "services": [{{"name": "a", "bom-ref": "a"}}, {{"name": "b", "bom-ref": "b"}}]}}'
    assert set(read("cyclonedx", text)["hosts"]) == {"m-a", "m-b"}
