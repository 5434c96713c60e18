"""What the system answers where a file cannot be read or written."""

from __future__ import annotations

import errno
from typing import Final

from auditor.model.bilingual import Bilingual
from auditor.text.problems.template import Template

SAYS: Final = Template("le système dit « {words} »", "{words}")
UNSAID: Final = Template("le système ne dit pas pourquoi", "the system does not say why")
#: By number of error; English as the C library says it.
ANSWERS: Final[dict[int, Template]] = {
    errno.EPERM: Template("opération non permise", "Operation not permitted"),
    errno.ENOENT: Template("aucun fichier ni dossier de ce nom", "No such file or directory"),
    errno.EIO: Template("erreur d'entrée ou de sortie", "Input/output error"),
    errno.ENXIO: Template(
        "ce n'est pas un fichier sur un disque : un tube, un périphérique ou une prise",
        "not a file on a disk: a pipe, a device or a socket",
    ),
    errno.EBADF: Template("flux fermé", "Bad file descriptor"),
    errno.EACCES: Template("accès refusé", "Permission denied"),
    errno.EEXIST: Template("existe déjà", "File exists"),
    errno.ENOTDIR: Template("ce n'est pas un dossier", "Not a directory"),
    errno.EISDIR: Template("c'est un dossier", "Is a directory"),
    errno.EINVAL: Template("argument invalide", "Invalid argument"),
    errno.EMFILE: Template("trop de fichiers ouverts", "Too many open files"),
    errno.EFBIG: Template("fichier trop gros", "File too large"),
    errno.ENOSPC: Template("plus de place sur le disque", "No space left on device"),
    errno.EROFS: Template("système de fichiers en lecture seule", "Read-only file system"),
    errno.EPIPE: Template("le lecteur est parti", "Broken pipe"),
    errno.ENAMETOOLONG: Template("nom trop long", "File name too long"),
    errno.ELOOP: Template("trop de liens symboliques", "Too many levels of symbolic links"),
    errno.EDQUOT: Template("quota de disque dépassé", "Disk quota exceeded"),
}


def system_says(error: OSError) -> Bilingual:
    """Give why the system could not do what was asked."""
    known = ANSWERS.get(error.errno or 0)
    if known is not None:
        return known()
    words = error.strerror or str(error)
    return SAYS(words=words) if words else UNSAID()
