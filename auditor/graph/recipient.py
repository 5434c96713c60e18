"""A recipient of an activity: who receives data by which hops, and what is said of them, the same of thousands.

A recipient is anyone to whom data are disclosed, processors included (GDPR art. 4(9)).
"""

from __future__ import annotations

from msgspec import Struct

from auditor.graph.hop import Hop
from auditor.model.evidence import TRUE, Answer, Choice, Routes


class Standing(Struct, frozen=True, kw_only=True, gc=False):
    """What is said of recipients of an activity, the same of thousands of them.

    `declared` tells whether a notice or the register names them; `doubt` are the facts for want of which they may be no recipients.
    `modelled` tells whether some flow may reach them, `mapped` whether any flow of what declares them is described. `attributed` are
    the facts from which alone it is inferred that the hosts reached are theirs.
    """

    activity: str
    role: Choice
    declared: Answer
    doubt: Routes = ()
    modelled: Answer = TRUE
    attributed: Routes = ()
    mapped: bool = True


class Recipient(Struct, frozen=True, kw_only=True, gc=False):
    """`who` receives the data of `mask` in an activity, by the hops named, the fullest certain one first; that of `maybe` perhaps.

    `who` is a host where nobody says who operates it, so that each is asked about by itself, and `unknown` where nobody says
    where the data goes. A recipient without hops is only declared, as an organisation or as a category, or was only sent an
    attempted request.
    """

    who: str
    standing: Standing
    mask: int = 0
    maybe: int = 0
    hops: tuple[Hop, ...] = ()

    @property
    def activity(self) -> str:
        """The activity."""
        return self.standing.activity

    @property
    def role(self) -> Choice:
        """Its role in the activity."""
        return self.standing.role

    @property
    def declared(self) -> Answer:
        """Whether a notice or the register names it."""
        return self.standing.declared

    @property
    def doubt(self) -> Routes:
        """The facts for want of which it may be no recipient."""
        return self.standing.doubt

    @property
    def route(self) -> str:
        """The fact that stands for the recipient: how data reaches it, else what declares it."""
        return self.hops[0].route if self.hops else self.declared.proof[0]


class Told(Standing, frozen=True, kw_only=True, gc=False):
    """What is said of recipients as one controller has to tell of them; `told` whether a notice does.

    `controller` is empty where nobody says.
    """

    controller: str
    told: Answer


class Disclosure(Recipient, frozen=True, kw_only=True, gc=False):
    """A recipient as one controller has to tell of it."""

    standing: Told

    @property
    def controller(self) -> str:
        """The controller; empty where nobody says."""
        return self.standing.controller

    @property
    def told(self) -> Answer:
        """Whether a notice of the controller tells of it."""
        return self.standing.told
