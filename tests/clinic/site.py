"""A server on this machine that answers for every host of the pages, in clear and by TLS, each organisation at an address of its own."""

from __future__ import annotations

import socket
import ssl
import subprocess
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread
from typing import Any, Final
from urllib.parse import urlsplit

PAGES: Final = Path(__file__).parent / "pages"
#: The address of each organisation's hosts, by the end of their name; one address for two of them would say that they are one.
ADDRESSES: Final = {
    "clinique.test": "127.0.1.1",
    "plan-ouvert.example": "127.0.1.2",
    "audimetre.example": "127.0.1.3",
    "livraison-nuage.example": "127.0.1.4",
    "partage-social.example": "127.0.1.5",
    "regie-nova.example": "127.0.1.6",
    "rejoue.example": "127.0.1.7",
    "courtier-data.example": "127.0.1.8",
    "zq4x.example": "127.0.1.9",
}
TYPES: Final = {".html": "text/html; charset=utf-8", ".js": "text/javascript", ".css": "text/css"}
PIXEL: Final = bytes.fromhex(
    "47494638396101000100800000000000ffffff21f90401000000002c00000000010001000002024401003b"
)
#: What an answer has besides its body.
COOKIES: Final = {
    "boutons.partage-social.example/partage.js": "ps_id=7c1d90e2b4f8a635; Path=/; Secure; SameSite=None; Partitioned",
    "pixel.regie-nova.example/p.gif": "nova_uid=5b0e2f6c9a714d38; Path=/; Secure; SameSite=None; Partitioned",
    "match.courtier-data.example/m.gif": "cd=e14a77b09c52f3d6; Path=/; Secure; SameSite=None; Partitioned",
}
REDIRECTS: Final = {
    "pixel.regie-nova.example/sync.gif": "https://match.courtier-data.example/m.gif?partenaire=nova&uid=5b0e2f6c9a714d38"
}


class Answers(BaseHTTPRequestHandler):
    """Answers with the file of the page that lies below the name of the host, a pixel, or nothing."""

    def do_GET(self) -> None:
        place = f"{self.headers['Host']}{urlsplit(self.path).path}"
        file = PAGES / place
        if place in REDIRECTS:
            self.answer(302, b"", {"Location": REDIRECTS[place]})
        elif file.suffix == ".gif":
            self.answer(200, PIXEL, {"Content-Type": "image/gif"}, place)
        elif file.with_suffix(".html").is_file() and not file.suffix:
            self.answer(200, file.with_suffix(".html").read_bytes(), {"Content-Type": TYPES[".html"]}, place)
        elif file.is_file():
            self.answer(200, file.read_bytes(), {"Content-Type": TYPES[file.suffix]}, place)
        else:
            self.answer(404, b"", {})

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers.get("Content-Length", "0")))
        page = PAGES / f"{self.headers['Host']}{self.path}.html"
        if page.is_file():
            self.answer(200, page.read_bytes(), {"Content-Type": TYPES[".html"]})
        else:
            self.answer(204, b"", {})

    def answer(self, status: int, body: bytes, headers: dict[str, str], place: str = "") -> None:
        """Answer without a date and a version, so that two visits get the same."""
        self.send_response_only(status)
        cookie = {"Set-Cookie": COOKIES[place]} if place in COOKIES else {}
        for name, value in {**headers, **cookie, "Content-Length": str(len(body))}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002  the name is the library's
        """Say nothing."""


class Server(ThreadingHTTPServer):
    """Speaks TLS with who begins so, and clear text with who does not, on one port."""

    daemon_threads = True

    def __init__(self, address: tuple[str, int], certificate: Path) -> None:
        super().__init__(address, Answers)
        self.tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self.tls.load_cert_chain(certificate)

    def finish_request(self, request: Any, client_address: Any) -> None:
        if request.recv(1, socket.MSG_PEEK) != b"\x16":
            super().finish_request(request, client_address)
            return
        with self.tls.wrap_socket(request, server_side=True) as sealed:
            super().finish_request(sealed, client_address)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing where a browser hangs up."""


@contextmanager
def served() -> Iterator[str]:
    """Serve every host, and give the rules by which Chromium finds them and nothing else."""
    with TemporaryDirectory() as name, ExitStack() as stack:
        certificate = Path(name) / "made.pem"
        subprocess.run(
            [
                *("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2"),
                *("-subj", "/CN=clinique.test", "-keyout", certificate, "-out", certificate),
            ],
            check=True,
            capture_output=True,
        )
        rules = []
        for end, address in ADDRESSES.items():
            server = stack.enter_context(Server((address, 0), certificate))
            Thread(target=server.serve_forever, daemon=True).start()
            stack.callback(server.shutdown)
            rules.append(f"MAP *.{end} {address}:{server.server_port}")
        yield ", ".join([*rules, "MAP * ~NOTFOUND"])
