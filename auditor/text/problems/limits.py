"""What a case asks that would take more time or memory than it may."""

from __future__ import annotations

from typing import Final

from auditor.text.problems.template import Template

MANY_HOLDERS: Final = Template(
    "dire qui contrôle qui demande plus de {limit} pas d'un détenteur à l'autre",
    "to tell who controls whom takes more than {limit} steps from holder to holder",
)
SHORTEN_CHAIN: Final = Template(
    "dire de qui est au bout de la chaîne ce qu'on en sait, et laisser des intermédiaires",
    "state what is known of whoever is at the end of the chain, and leave some between out",
)
MANY_LINKS: Final = Template(
    "les chaînes de détenteurs font {links} liens à écrire ; il peut y en avoir {limit}",
    "the chains of holders come to {links} links to write; there may be {limit}",
)
MANY_LETTERS: Final = Template(
    "les constats citent {letters} caractères de faits à écrire ; il peut y en avoir {limit}",
    "the findings cite {letters} letters of facts to write; there may be {limit}",
)
PART_LISTS: Final = Template(
    "répartir les longues listes de destinataires et d'arrivées sur plusieurs activités et flux, ou sur plusieurs dossiers",
    "part long lists of recipients and of ends among several activities and flows, or among several cases",
)
STACKED: Final = Template(
    "les hôtes reposent en tout sur plus de {limit} hôtes, comptés pour chacun",
    "hosts run on more than {limit} hosts in all, counted for each",
)
UNSTACK: Final = Template(
    "laisser des hôtes intermédiaires entre une machine et ce qui repose dessus",
    "leave some hosts between a machine and what runs on it out",
)
LONG_WAYS: Final = Template(
    "le long des chemins, plus de {limit} faits restent ouverts ou scellés, comptés pour chaque lieu atteint",
    "along the ways of the data more than {limit} facts are open or sealed, counted for each place reached",
)
SHORTEN_WAYS: Final = Template(
    "dire comment le contenu de certains flux est protégé, ou répartir les flux sur plusieurs activités",
    "state how the content of some flows is protected, or part the flows among activities",
)
POSSIBLE_WAYS: Final = Template(
    "plus de {limit} chemins sont possibles, car on ne sait pas où mènent des flux",
    "more than {limit} ways are possible, as it is unknown where flows lead",
)
STATE_ENDS: Final = Template(
    "dire où mènent certains d'entre eux (from, to, for), ou répartir les flux sur plusieurs activités",
    "state where some of them lead (from, to, for), or part the flows among activities",
)
MANY_PAIRS: Final = Template(
    "les responsables d'activités font plus de {limit} paires qui décident peut-être ensemble",
    "the controllers of activities come to more than {limit} pairs that may decide together",
)
PART_ACTIVITY: Final = Template(
    "répartir l'activité en plusieurs, chacune avec ses responsables",
    "part the activity into several, each with its controllers",
)
MANY_CERTIFICATES: Final = Template(
    "plus de {limit} certificats couvrent peut-être un hôte, comptés pour chaque hôte",
    "more than {limit} certificates may cover a host, counted for each host",
)
PART_HOSTS: Final = Template(
    "laisser les certificats échus, ou répartir les hôtes sur plusieurs dossiers",
    "leave out certificates that have lapsed, or part the hosts among several cases",
)
MANY_CLAIMS: Final = Template(
    "{claims} affirmations sur un dossier de {entries} hôtes et flux en font peser plus de {limit}",
    "{claims} claims on a case of {entries} hosts and flows have more than {limit} weighed",
)
FEWER_CLAIMS: Final = Template(
    "répartir les affirmations entre plusieurs dossiers, ou en garder {few} au plus",
    "divide the claims among several cases, or keep {few} at most",
)
MANY_SCENARIOS: Final = Template(
    "{count} scénarios sur un dossier de {entries} entrées font juger plus de {limit} entrées en plus",
    "{count} scenarios on a case of {entries} entries have more than {limit} entries judged once more",
)
FEWER_SCENARIOS: Final = Template(
    "répartir les scénarios entre plusieurs dossiers, ou en garder dix au plus",
    "divide the scenarios among several cases, or keep ten at most",
)
