"""Every kind of subject that rules may speak of, with its fields, in one place."""

from __future__ import annotations

from typing import Any, Final

from auditor.rules.subjects.activity import ACTIVITY
from auditor.rules.subjects.base import Field, Subject
from auditor.rules.subjects.claim import CLAIM
from auditor.rules.subjects.copy import COPY
from auditor.rules.subjects.dataset import DATASET
from auditor.rules.subjects.exposure import EXPOSURE
from auditor.rules.subjects.hop import HOP
from auditor.rules.subjects.host import HOST
from auditor.rules.subjects.joint import JOINT
from auditor.rules.subjects.notice import NOTICE
from auditor.rules.subjects.organisation import ORGANISATION
from auditor.rules.subjects.processor import PROCESSOR
from auditor.rules.subjects.question import QUESTION
from auditor.rules.subjects.reading import READING
from auditor.rules.subjects.recipient import RECIPIENT
from auditor.rules.subjects.scenario import SCENARIO
from auditor.rules.subjects.transfer import TRANSFER

SUBJECTS: Final[dict[str, Subject[Any]]] = {
    subject.name: subject
    for subject in (
        HOP,
        HOST,
        DATASET,
        READING,
        EXPOSURE,
        TRANSFER,
        RECIPIENT,
        ACTIVITY,
        PROCESSOR,
        JOINT,
        COPY,
        NOTICE,
        ORGANISATION,
        CLAIM,
        QUESTION,
        SCENARIO,
    )
}

__all__ = ["SUBJECTS", "Field", "Subject"]
