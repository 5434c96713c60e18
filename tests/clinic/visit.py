"""The visits that are captured, one state of consent each, and what the pages did in each."""

from __future__ import annotations

import json
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit

from auditor.loading.captures.redacted import redacted
from tests.browser.chromium import ARGUMENTS
from tests.clinic.site import served

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page, Playwright, StorageState

STATES: Final = {"before-choice": "", "refused": "#refuser", "accepted": "#accepter"}
PAGE: Final = "https://rdv.clinique.test/rendez-vous/cardiologie"
#: What the visitor types; none of it may stand in what is kept.
TYPED: Final = {
    "motif": "palpitations nocturnes",
    "ville": "Trifouillis-sur-Indre",
    "nom": "Planchet-Dubosc",
    "telephone": "06 39 98 00 42",
}
#: How names of the pages end; a browser calls others of its own accord.
OURS: Final = (".test", ".example")
#: The first line of a list of hosts.
LISTED: Final = (
    "# Hosts for which the network log of Chromium (--log-net-log) has a request begin, after an agreement"
)
#: What the visitor's browser blocks, as an extension against advertising would.
BLOCKED: Final = "*://annonces.bloc-pub.example/*"
#: Chromium turns to HTTPS of its own accord, where the pages show what a request in clear is.
PLAIN_REQUESTS: Final = "--disable-features=HttpsUpgrades,HttpsFirstBalancedModeAutoEnable,HttpsFirstModeV2,LocalNetworkAccessChecks"


def capture(playwright: Playwright, program: str) -> dict[str, bytes]:
    """Visit the pages once in each state, and give the captures by state, as `auditor capture redact` writes them."""
    with served() as rules:
        browser = playwright.chromium.launch(
            executable_path=program, args=[*ARGUMENTS, PLAIN_REQUESTS, f"--host-resolver-rules={rules}"]
        )
        try:
            return {state: _captured(browser, button) for state, button in STATES.items()}
        finally:
            browser.close()


def listed(playwright: Playwright, program: str, button: str) -> bytes:
    """Visit the pages once more, and give the hosts that the network log of Chromium lists, one a line: a second tool's account."""
    with served() as rules, TemporaryDirectory() as name:
        log = Path(name) / "network.json"
        browser = playwright.chromium.launch(
            executable_path=program,
            args=[*ARGUMENTS, PLAIN_REQUESTS, f"--host-resolver-rules={rules}", f"--log-net-log={log}"],
        )
        context = _context(browser, storage_state=_chosen(browser, button))
        page = context.new_page()
        _watched(page)
        _open(page)
        _walk(page)
        browser.close()
        hosts = _asked_for(json.loads(log.read_text("utf-8")))
    return "".join(f"{line}\n" for line in (LISTED, *hosts)).encode()


def _asked_for(log: dict[str, Any]) -> list[str]:
    """Give the hosts of the pages for which a network log has a request begin, each once, as they were first called."""
    begins = log["constants"]["logEventTypes"]["URL_REQUEST_START_JOB"]
    asked = (
        urlsplit(event["params"]["url"])
        for event in log["events"]
        if event["type"] == begins and "url" in event.get("params", {})
    )
    return list(
        dict.fromkeys(
            url.hostname
            for url in asked
            if url.scheme in ("http", "https") and url.hostname and url.hostname.endswith(OURS)
        )
    )


def _chosen(browser: Browser, button: str) -> StorageState:
    """Make the choice in a visit of its own, and give what the browser keeps of it."""
    context = _context(browser)
    if button:
        page = context.new_page()
        _open(page)
        page.click(button)
    stored = context.storage_state()
    context.close()
    return stored


def _captured(browser: Browser, button: str) -> bytes:
    """Capture a visit after the choice: no request of the one in which it was made is in the file."""
    stored = _chosen(browser, button)
    with TemporaryDirectory() as name:
        file = Path(name) / "visit.har"
        context = _context(browser, storage_state=stored, record_har_path=file)
        page = context.new_page()
        causes = _watched(page)
        _open(page)
        _walk(page)
        context.close()
        file.write_text(json.dumps(_with_causes(json.loads(file.read_text("utf-8")), causes)), "utf-8")
        return b"".join(redacted(file))


def _watched(page: Page) -> list[tuple[str, dict[str, str]]]:
    """Block what is blocked, and give a list that fills with each request's address and initiator, as the developer tools write it."""
    causes: list[tuple[str, dict[str, str]]] = []

    def asked(event: dict[str, Any]) -> None:
        told = event["initiator"]
        frames = told.get("stack", {}).get("callFrames", [])
        url = told.get("url") or next((frame["url"] for frame in frames if frame["url"]), "")
        causes.append((event["request"]["url"], {"type": told["type"], **({"url": url} if url else {})}))

    session = page.context.new_cdp_session(page)
    session.on("Network.requestWillBeSent", asked)
    session.send("Network.enable")
    session.send("Network.setBlockedURLs", {"urls": [BLOCKED]})
    return causes


def _with_causes(har: dict[str, Any], causes: list[tuple[str, dict[str, str]]]) -> dict[str, Any]:
    """Add to each entry the initiator of the next request to its address that has none yet."""
    left = list(causes)
    for entry in har["log"]["entries"]:
        found = next((cause for cause in left if cause[0] == entry["request"]["url"]), None)
        if found is not None:
            left.remove(found)
            entry["_initiator"] = found[1]
    return har


def _context(browser: Browser, **options: Any) -> BrowserContext:
    return browser.new_context(ignore_https_errors=True, locale="fr-FR", **options)


def _open(page: Page) -> None:
    page.goto(PAGE)
    _finished(page)


def _finished(page: Page) -> None:
    page.wait_for_selector("html[data-done]", state="attached")


def _walk(page: Page) -> None:
    """Search for a reason, then ask to be called back: the same steps in every state."""
    for field in ("motif", "ville"):
        page.fill(f"[name={field}]", TYPED[field])
    page.click("#chercher")
    page.wait_for_url("**/recherche?*")
    _finished(page)
    page.click("#rappel")
    for field in ("nom", "telephone", "motif"):
        page.fill(f"[name={field}]", TYPED[field])
    page.click("#envoyer")
    page.wait_for_selector("#merci")


def told(har: dict[str, Any]) -> list[dict[str, Any]]:
    """Give what the pages did, request by request: without times, sizes and what a version of the browser adds."""
    return [
        {
            "request": f"{entry['request']['method']} {entry['request']['url']}",
            "status": entry["response"]["status"],
            "sent": [cookie["name"] for cookie in entry["request"]["cookies"]],
            "set": [cookie["name"] for cookie in entry["response"]["cookies"]],
            "referrer": [
                pair["value"] for pair in entry["request"]["headers"] if pair["name"].lower() == "referer"
            ],
            "body": entry["request"].get("postData", {}).get("text", ""),
            "redirect": entry["response"]["redirectURL"],
            "initiator": entry.get("_initiator", {}),
            "address": entry.get("serverIPAddress", ""),
        }
        for entry in har["log"]["entries"]
    ]
