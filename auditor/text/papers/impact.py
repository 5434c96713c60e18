"""The impact assessment, as the CNIL's software takes it in: what stands before facts in its answers, measures and comments."""

from __future__ import annotations

from typing import Final

from auditor.model.bilingual import Bilingual

#: Before what is stated, in one answer.
LABELS: Final[dict[str, Bilingual]] = {
    "activity": Bilingual("Traitement", "Processing"),
    "purpose": Bilingual("Finalité", "Purpose"),
    "further": Bilingual("Autre finalité", "Further purpose"),
    "service": Bilingual("Service", "Department"),
    "software": Bilingual("Logiciel", "Software"),
    "scale": Bilingual("Échelle", "Scale"),
    "since": Bilingual("Depuis le", "Since"),
    "controller": Bilingual("Responsable du traitement", "Controller"),
    "joint": Bilingual("Responsables conjoints", "Joint controllers"),
    "processor": Bilingual("Sous-traitant", "Processor"),
    "client": Bilingual("Effectué pour", "Done for"),
    "representative": Bilingual("Représentant", "Representative"),
    "officer": Bilingual("Délégué à la protection des données", "Data protection officer"),
    "certificate": Bilingual("Certificat", "Certificate"),
    "conduct": Bilingual("Code de conduite, signé avec", "Code of conduct, signed with"),
    "regime": Bilingual("Régime", "Regime"),
    "people": Bilingual("Personnes concernées", "People"),
    "recipients": Bilingual("Destinataires", "Recipients"),
    "kept": Bilingual("Conservation", "Retention"),
    "in_notice": Bilingual("Selon l'information des personnes", "By the privacy notice"),
    "in_flows": Bilingual("Selon les flux", "By the flows"),
    "basis": Bilingual("Base légale", "Legal basis"),
    "basis_of": Bilingual("Base légale de « {of} »", 'Legal basis of "{of}"'),
    "legal_text": Bilingual("Texte", "Text"),
    "interest": Bilingual("Intérêt légitime", "Legitimate interest"),
    "interest_assessment": Bilingual("Mise en balance", "Balancing"),
    "condition": Bilingual("Condition de l'article 9", "Condition of art. 9"),
    "necessary": Bilingual("Nécessaire à la finalité", "Needed for the purpose"),
    "needs": Bilingual("Nécessaire à {who}", "Needed by {who}"),
    "beyond": Bilingual(
        "Transmis à {who} au-delà de ce qui est nécessaire", "Sent to {who} beyond what is needed"
    ),
    "collected_from": Bilingual("Origine des données", "Where the data comes from"),
    "rectification": Bilingual("Rectification possible", "Rectification possible at"),
    "erasure": Bilingual("Effacement possible", "Erasure possible at"),
    "access": Bilingual("Accès possible", "Access possible at"),
    "kept_at": Bilingual("Conservé par {who}", "Kept by {who}"),
    "erased": Bilingual("Effacé à l'échéance, {who}", "Erased in the end, {who}"),
    "notice": Bilingual("Information", "Notice"),
    "transfer": Bilingual("Transfert", "Transfer"),
    "exposure": Bilingual(
        "Exposition au droit d'un pays tiers (ce n'est pas un transfert)",
        "Exposure to the law of a third country (this is no transfer)",
    ),
    "agreement": Bilingual("Contrat avec {who}", "Contract with {who}"),
    "point": Bilingual("Contrat avec {who}, {point}", "Contract with {who}, {point}"),
    "sub_processor": Bilingual("Sous-traitant ultérieur de {who}", "Sub-processor of {who}"),
    "host": Bilingual("Hôte", "Host"),
    "flow": Bilingual("Flux {number}", "Flow {number}"),
    "end": Bilingual("Fin de vie", "In the end"),
}
LINE: Final = Bilingual("{label} : {value}", "{label}: {value}")
SPECIAL: Final = Bilingual("art. 9 ou 10", "art. 9 or 10")
TO_WHOM: Final = Bilingual("{start} vers {end} : {data}", "{start} to {end}: {data}")
OPEN: Final = Bilingual(
    "Rien n'est déclaré pour cette question ; à demander : {question}",
    "Nothing is declared for this question; to be asked: {question}",
)
OPEN_ONLY: Final = Bilingual(
    "Rien n'est déclaré pour cette question.", "Nothing is declared for this question."
)
FINDING: Final = Bilingual("{rule} · {message} (F-{finding})", "{rule} · {message} (F-{finding})")
MEASURE_STATED: Final = Bilingual(
    "Mesure énoncée dans le dossier, sans autre détail.",
    "Measure stated in the case, without further detail.",
)
SOURCED: Final = Bilingual("Provenance : {source} ({known})", "From: {source} ({known})")
ONE_COPY: Final = Bilingual("Aucune sauvegarde, selon les faits : {host}", "No backup, by the facts: {host}")
#: What the commas and the signs of markup become in a list, which the software joins by commas into markup.
AND: Final = Bilingual("et", "and")
FOUND_IN_FLOWS: Final = Bilingual("trouvé dans les flux, non déclaré", "found in the flows, not declared")
