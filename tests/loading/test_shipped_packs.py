"""The made form of the packs says what their YAML says, and is left aside once it does not."""

from __future__ import annotations

import pytest

from auditor.loading import shipped_packs
from auditor.loading.files.folder import shipped
from auditor.loading.policy_files import load_policies, without_tests

FILES = shipped("policies")
READ = load_policies([without_tests(file) for file in FILES], None, None)


def test_the_made_form_says_what_the_yaml_says(monkeypatch: pytest.MonkeyPatch) -> None:
    def never(*_: object) -> None:
        raise AssertionError("the YAML was read")

    monkeypatch.setattr(shipped_packs, "load_policies", never)
    assert shipped_packs.load_shipped(FILES) == READ
    assert shipped_packs.load_shipped(FILES[1:2]) == tuple(p for p in READ if p.policy == "cloud")


def test_a_pack_that_changed_is_read_from_its_yaml() -> None:
    path, data = FILES[0]
    changed = (path, data.replace(b"policy: claims", b"policy: claimed"))
    assert changed != FILES[0]
    assert shipped_packs.load_shipped([changed]) == load_policies([without_tests(changed)], None, None)
    assert shipped_packs.load_shipped([changed]) != shipped_packs.load_shipped([FILES[0]])


def test_a_pack_that_the_made_form_has_not_is_read_from_its_yaml() -> None:
    added = ("policies/more.yaml", FILES[0][1])
    assert shipped_packs.load_shipped([added]) == load_policies([without_tests(added)], None, None)


@pytest.mark.parametrize("broken", [b"", b"{", b'{"files":{}}', b'{"files":{},"packs":{}}', b"[]"])
def test_a_made_form_that_is_none_is_left_aside(broken: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shipped_packs, "aside", lambda name: broken)
    assert shipped_packs.load_shipped(FILES) == READ


def test_a_made_form_of_other_fields_is_left_aside(monkeypatch: pytest.MonkeyPatch) -> None:
    made = shipped_packs.make(FILES).replace(b'"remedy":', b'"remedies":')
    monkeypatch.setattr(shipped_packs, "aside", lambda name: made)
    assert shipped_packs.load_shipped(FILES) == READ
