"""The rights for whose exercise a path exists."""

from typing import Literal

Right = Literal["access", "rectification", "erasure", "return", "unknown"]


#: The rights for whose exercise a path exists (GDPR arts 15 to 20, 28(3)(e) and (g)); complete as written.
Rights = (
    list[Right] | Literal["access", "rectification", "erasure", "return", "none", "unknown", "not-produced"]
)
