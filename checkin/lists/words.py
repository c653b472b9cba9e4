"""Words for yes and no, for registration status and for taking photographs, in the languages of the lists."""

from __future__ import annotations

from checkin.domain.names import fold
from checkin.domain.people import Status

_YES = """yes y true 1 x ja j oui o si s sim tak t wahr vrai vero verdadero verdadeiro prawda ok kyllä ano da áno
    ✓ ✔ ☑ checked granted given agreed allowed einverstanden erlaubt accord accepté"""
_NO = """no n false 0 nein non nee nie falsch faux falso não fałsz ei nej nei ne
    ☐ ✗ ✘ unchecked refused denied abgelehnt refusé -"""

YES = {fold(word) or word for word in _YES.split()}
NO = {fold(word) or word for word in _NO.split()}

_STATUS: dict[Status, str] = {
    Status.CONFIRMED: """confirmed|paid|complete|completed|attending|checked in|registered|approved|accepted|active
        valid|going|acquired|visited|attended|booked|ok|pending confirmed|free|joined|signed up|issued|yes|arrived
        bestätigt|bezahlt|abgeschlossen|vollständig|angemeldet|zugelassen|genehmigt|teilnehmend|gültig|eingecheckt
        ausstehend bestätigt|freigegeben|zugesagt
        confirmé|confirmée|terminé|terminée|payé|payée|inscrit|inscrite|approuvé|accepté|validé|validée
        en attente confirmé|confirmado|confirmada|completado|completada|pagado|pagada|inscrito|inscrita|aprobado
        aceptado|confermato|confermata|completato|completata|pagato|pagata|iscritto|iscritta|approvato|accettato
        bevestigd|voltooid|betaald|ingeschreven|aangemeld|goedgekeurd|geaccepteerd
        potwierdzony|potwierdzone|potwierdzona|zakończone|zakończony|opłacone|opłacony|zarejestrowany|zatwierdzony""",
    Status.UNPAID: """unpaid|awaiting payment|payment pending|pending payment|not paid|payment due|to be paid|invoiced
        due|outstanding|offline payment|unbezahlt|nicht bezahlt|zahlung ausstehend|zahlung offen|offen
        warten auf zahlung|en attente du paiement|en attente de paiement|non payé|non payée|impayé|à payer
        pendiente de pago|no pagado|impagado|in attesa di pagamento|in attesa del pagamento|non pagato|da pagare
        wacht op betaling|in afwachting van betaling|niet betaald|onbetaald|openstaand|oczekuje na płatność
        nieopłacone|nieopłacony|do zapłaty""",
    Status.CANCELLED: """cancelled|canceled|canceled paid fee|expired|withdrawn|rejected|declined|refunded|not attending
        deleted|void|voided|released|invalidated|transferred|not going|denied|removed|refused|partially refunded
        storniert|abgelaufen|abgesagt|abgelehnt|zurückgezogen|erstattet|abgemeldet|ungültig|gelöscht|storno
        annulé|annulée|expiré|expirée|retiré|retirée|refusé|refusée|rejeté|rejetée|remboursé|remboursée|désisté
        cancelado|cancelada|anulado|anulada|caducado|expirado|retirado|retirada|rechazado|rechazada|reembolsado
        annullato|annullata|cancellato|cancellata|scaduto|scaduta|ritirato|ritirata|rifiutato|rifiutata|rimborsato
        geannuleerd|verlopen|ingetrokken|teruggetrokken|afgewezen|geweigerd|terugbetaald|afgemeld
        anulowane|anulowany|wygasłe|wycofane|wycofany|odrzucone|odrzucony|zwrócone""",
    Status.PENDING: """pending|approval pending|pending approval|waiting for approval|awaiting approval|in review|review
        submitted|invited|incomplete|tentative|maybe|unconfirmed|no response|in progress|unapproved|draft
        freigabe ausstehend|in prüfung|unbestätigt|eingeladen|wartet auf freigabe|unvollständig
        en attente|en attente d'approbation|en attente de validation|non confirmé|invité|incomplet
        pendiente|pendiente de aprobación|sin confirmar|invitado|in attesa|in attesa di approvazione|in sospeso|invitato
        in afwachting|wacht op goedkeuring|uitgenodigd|oczekujące|oczekujący|oczekuje|w oczekiwaniu|zaproszony""",
    Status.WAITLISTED: """waitlisted|waitlist|waiting list|on waiting list|on waitlist|waiting|waiting for a voucher
        wait listed|warteliste|auf der warteliste|auf warteliste|wartend|liste d'attente|en liste d'attente
        sur liste d'attente|lista de espera|en lista de espera|lista d'attesa|in lista d'attesa|wachtlijst
        op de wachtlijst|lista oczekujących|lista rezerwowa""",
}  # fmt: skip

STATUS_WORDS: dict[str, Status] = {
    fold(word): status
    for status, text in _STATUS.items()
    for line in text.splitlines()
    for word in line.split("|")
    if word.strip()
}

PRETIX_WORDS: dict[str, Status] = STATUS_WORDS | {
    # pretix's bare “pending” is an order whose payment is open; one that waits for a person says “approval pending”.
    "pending": Status.UNPAID,
    "ausstehend": Status.UNPAID,
}


def is_yes(text: str) -> bool:
    """Whether the text is a yes in one of the languages."""
    return (fold(text) or text) in YES


def is_no(text: str) -> bool:
    """Whether the text is a no in one of the languages."""
    return (fold(text) or text) in NO


def consent(text: str) -> str:
    """A photo consent as “yes”, “no” or "" (not asked, or not understood)."""
    key = fold(text) or text
    first = key.split(" ", 1)[0]
    if key in NO or first in NO or "not" in key.split():
        return "no"
    return "yes" if key in YES or first in YES else ""
