"""One row per field of a holding."""

from __future__ import annotations

from typing import Final

from auditor.model.bilingual import Bilingual
from auditor.text.fields.base import WHOLE, Row, Rows, aside, says, yes_no
from auditor.text.fields.common import ALSO, AS_OF, CHECKED, KNOWN, NOTE, SOURCE, STATUS, UNCHECKED

OWNERSHIP_VOTES_QUESTION: Final = Bilingual(
    "Quelle part des votes et du capital {owned:de} est détenue par {owner} ?",
    "Which share of the votes and of the capital of {owned} does {owner} hold?",
)
SECTIONS: Final[dict[str, Rows]] = {
    "ownership": {
        "owner": Row(
            doc=Bilingual("qui détient", "the owner"),
            question=OWNERSHIP_VOTES_QUESTION,
            clause=WHOLE,
            whose="owned",
        ),
        "of": Row(
            doc=Bilingual("ce qui est détenu", "what is owned"),
            question=OWNERSHIP_VOTES_QUESTION,
            clause=WHOLE,
            whose="owned",
        ),
        "kind": Row(
            doc=Bilingual("le genre de lien", "the kind of link"),
            question=OWNERSHIP_VOTES_QUESTION,
            clause=WHOLE,
            whose="owned",
        ),
        "votes": Row(
            doc=Bilingual("la part des votes", "the share of the votes"),
            question=OWNERSHIP_VOTES_QUESTION,
            clause=WHOLE,
            whose="owned",
        ),
        "shares": Row(
            doc=Bilingual("la part du capital", "the share of the capital"),
            question=OWNERSHIP_VOTES_QUESTION,
            clause=WHOLE,
            whose="owned",
        ),
        "decides": Row(
            doc=Bilingual("le fait de décider aux assemblées", "deciding in fact at general meetings"),
            question=Bilingual(
                "{owner}, qui détient plus de 40 % des votes {owned:de} sans porteur plus important, y décide-t-il en fait aux assemblées ?",
                "Does {owner}, with more than 40 % of the votes of {owned} and no larger holder, decide there in fact at the general meetings?",
            ),
            clause=yes_no(
                (
                    "{owner} décide en fait dans les assemblées {owned:de}",
                    "{owner} decides in fact at the general meetings of {owned}",
                ),
                (
                    "{owner} ne décide pas en fait dans les assemblées {owned:de}",
                    "{owner} does not decide in fact at the general meetings of {owned}",
                ),
            ),
            whose="owned",
        ),
        "since": Row(
            doc=Bilingual("le premier jour", "the first day"),
            question=Bilingual(
                "Depuis quand {owner} détient-il une part {owned:de} ?",
                "Since when does {owner} hold a share of {owned}?",
            ),
            clause=WHOLE,
            whose="owned",
        ),
        "until": Row(
            doc=Bilingual("le dernier jour", "the last day"),
            question=Bilingual(
                "{owner} détient-il encore une part {owned:de} à la date du cas, ou depuis quand n'en détient-il plus ?",
                "Does {owner} still hold a share of {owned} on the date of the case, or since when does it not?",
            ),
            clause=says(
                (
                    "le dernier jour où {owner} a détenu une part {owned:de} est : {value}",
                    "the last day on which {owner} held a share of {owned} is {value}",
                )
            ),
            whose="owned",
        ),
        "known": KNOWN,
        "source": SOURCE,
        "also": ALSO,
        "unchecked": UNCHECKED,
        "as_of": AS_OF,
        "status": STATUS,
        "verified_since": aside(
            "le premier jour où la pièce qui le vérifie a été vue",
            "the first day on which the document that verifies it was seen",
            CHECKED,
        ),
        "note": NOTE,
    },
}
