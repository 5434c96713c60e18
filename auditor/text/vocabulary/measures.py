"""Measures of security (GDPR art. 32)."""

from __future__ import annotations

from typing import Final

from auditor.text.vocabulary.word import Word, word

MEASURES: Final[dict[str, Word]] = {
    "encryption": word("chiffrement", "encryption"),
    "encryption-at-rest": word("chiffrement au repos", "encryption at rest"),
    "encryption-in-transit": word("chiffrement en transit", "encryption in transit"),
    "encryption-in-use": word("chiffrement pendant le traitement", "encryption in use"),
    "end-to-end-encryption": word("chiffrement de bout en bout", "end-to-end encryption"),
    "key-management": word("gestion des clés", "key management"),
    "pseudonymisation": word("pseudonymisation", "pseudonymisation"),
    "anonymisation": word("anonymisation", "anonymisation"),
    "minimisation": word("minimisation des données", "data minimisation"),
    "access-control": word("contrôle des accès", "access control"),
    "multi-factor-authentication": word(
        "authentification à plusieurs facteurs", "multi-factor authentication"
    ),
    "password-policy": word("règles sur les mots de passe", "password policy"),
    "physical-security": word("sécurité des locaux", "physical security"),
    "logging": word("journalisation des accès", "logging of access"),
    "intrusion-detection": word("détection d'intrusions", "intrusion detection"),
    "network-separation": word("cloisonnement du réseau", "network separation"),
    "malware-protection": word("protection contre les logiciels malveillants", "protection against malware"),
    "security-updates": word("mises à jour de sécurité", "security updates"),
    "backup": word("sauvegardes", "backups"),
    "business-continuity": word("continuité d'activité", "business continuity"),
    "secure-erasure": word("effacement sécurisé", "secure erasure"),
    "incident-response": word("gestion des incidents", "incident response"),
    "penetration-testing": word("tests d'intrusion", "penetration testing"),
    "audit": word("audits", "audits"),
    "training": word("formation des personnes habilitées", "training of staff"),
    "confidentiality-undertaking": word("engagement de confidentialité", "undertaking of confidentiality"),
    "processor-oversight": word("contrôle des sous-traitants", "oversight of processors"),
}
