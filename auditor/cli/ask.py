"""`auditor ask`: the open questions as letters."""

from __future__ import annotations

from auditor.cli.options import AsOf, KnowledgeDate, KnowledgeOption, Lang, LangOption, Paths, Policies, read
from auditor.cli.output import put


def run(
    paths: Paths,
    lang: LangOption = Lang.en,
    as_of: AsOf = "",
    policy: Policies = [],  # noqa: B006
    knowledge: KnowledgeOption = [],  # noqa: B006
    knowledge_date: KnowledgeDate = "",
) -> None:
    """Write the open questions, per addressee, ready to send."""
    from auditor.api.assess import assess
    from auditor.api.publish import questions

    put(questions(assess(read(paths, as_of, policy, knowledge, [], knowledge_date)), lang.value))
