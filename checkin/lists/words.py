"""Words for yes and no, for registration status and for taking photographs, in the languages of the lists."""

from __future__ import annotations

from functools import lru_cache

from checkin.domain.names import fold
from checkin.domain.people import Status

_YES = """yes y true 1 x ja j oui o si s sim tak t wahr vrai vero verdadero verdadeiro prawda ok kyllä ano da áno
    ✓ ✔ ☑ checked granted given agreed allowed einverstanden erlaubt accord accepté"""
_NOTHING = """none|nothing|n/a|na|nil|not applicable|no one|nobody|keine|keiner|kein|niemand|entfällt
    nicht zutreffend|aucun|aucune|néant|sans objet|personne|ninguno|ninguna|ningún|nada|no aplica|nadie|nessuno
    nessuna|niente|nenhum|nenhuma|não se aplica|ninguém|geen|geen enkele|nvt|n.v.t.|niemand|brak|nie dotyczy|nikt
    żaden"""
_NO = """no n false 0 nein non nee nie falsch faux falso não fałsz ei nej nei ne
    ☐ ✗ ✘ unchecked refused denied abgelehnt refusé -"""

YES = {fold(word) or word for word in _YES.split()}
NO = {fold(word) or word for word in _NO.split()}
NOTHING = {fold(word) for line in _NOTHING.splitlines() for word in line.split("|")}
_AGREES = """agree agreed accept consent allow permit stimme zustimmung einverstanden erlaube accepte jaccepte
    autorise jautorise acepto autorizo consiento acconsento autorizzo accetto aceito concordo akkoord toestemming
    zgadzam wyrażam zgoda zugestimmt accordé autorisé aceptado autorizado accettato autorizzato aceite toegestaan"""
_DENIES = """not dont no nicht kein keine nein pas non aucune nao não niet geen nie object refuse decline
    widerspreche refuse"""
_AGREE, _DENY = {fold(word) for word in _AGREES.split()}, {fold(word) for word in _DENIES.split()}

_STATUS: dict[Status, str] = {
    Status.CONFIRMED: """confirmed|paid|complete|completed|attending|checked in|registered|approved|accepted|active
        valid|going|acquired|visited|attended|booked|ok|pending confirmed|free|joined|signed up|issued|yes|arrived
        bestätigt|bezahlt|abgeschlossen|vollständig|angemeldet|zugelassen|genehmigt|teilnehmend|gültig|eingecheckt
        ausstehend bestätigt|freigegeben|zugesagt|teilgenommen|nimmt teil|zugesichert|gebucht|angenommen|akzeptiert
        fest|confirmé|confirmée|terminé|terminée|payé|payée|inscrit|inscrite|approuvé|accepté|validé|validée
        en attente confirmé|confirmado|confirmada|completado|completada|pagado|pagada|inscrito|inscrita|aprobado
        aceptado|confermato|confermata|completato|completata|pagato|pagata|iscritto|iscritta|approvato|accettato
        bevestigd|voltooid|betaald|ingeschreven|aangemeld|goedgekeurd|geaccepteerd|potwierdzony|potwierdzone
        potwierdzona|zakończone|zakończony|opłacone|opłacony|opłacona|zarejestrowany|zarejestrowana|zatwierdzony
        zatwierdzona|zatwierdzone|zapłacone|zapłacony|zapłacona|przyjęty|przyjęta|obecny|présent|présente|participe
        réservée|réglé|réglée|acquitté|acquittée|asistirá|confirmó|abonado|abonada|aceptada|aprobada|completo
        reservado|reservada|saldato|saldata|accettato|accettata|approvata|prenotato|prenotata|partecipa|pago|paga
        pagos|inscrição confirmada|inscrito confirmado|complimentary|kostenlos|gratuit|gratuito|gratis|bezpłatne
        zaakceptowano|potwierdzono|opłacono|zapłacono|concluído|concluída|aprovado|aprovada|aceite|aceito|quitado
        quitada|participa|validado|validada|aanwezig|akkoord|definitief|voldaan""",
    Status.UNPAID: """unpaid|awaiting payment|payment pending|pending payment|not paid|payment due|to be paid
        invoiced|due|outstanding|offline payment|unbezahlt|nicht bezahlt|zahlung ausstehend|zahlung offen|offen
        warten auf zahlung|en attente du paiement|en attente de paiement|non payé|non payée|impayé|à payer
        pendiente de pago|no pagado|impagado|in attesa di pagamento|in attesa del pagamento|non pagato|da pagare
        wacht op betaling|in afwachting van betaling|niet betaald|onbetaald|openstaand|oczekuje na płatność
        nieopłacone|nieopłacony|nieopłacona|niezapłacone|do zapłaty|oczekuje na wpłatę|brak wpłaty|zahlung erwartet
        rechnung gestellt|ausstehende zahlung|en attente de règlement|paiement en attente|à régler|non réglé
        pago pendiente|pendiente pago|por pagar|sin pagar|impagada|da saldare|pagamento in sospeso|non saldato
        aguardando pagamento|a aguardar pagamento|pagamento pendente|pendente de pagamento|não pago|não paga
        por pagar|em aberto|nog te betalen|betaling in behandeling""",
    Status.CANCELLED: """cancelled|canceled|canceled paid fee|expired|withdrawn|rejected|declined|refunded
        not attending|deleted|void|voided|released|invalidated|transferred|not going|denied|removed|refused
        partially refunded|storniert|abgelaufen|abgesagt|abgelehnt|zurückgezogen|erstattet|abgemeldet|ungültig
        gelöscht|storno|annulé|annulée|expiré|expirée|retiré|retirée|refusé|refusée|rejeté|rejetée|remboursé
        remboursée|désisté|cancelado|cancelada|anulado|anulada|caducado|expirado|retirado|retirada|rechazado
        rechazada|reembolsado|annullato|annullata|cancellato|cancellata|scaduto|scaduta|ritirato|ritirata|rifiutato
        rifiutata|rimborsato|geannuleerd|verlopen|ingetrokken|teruggetrokken|afgewezen|geweigerd|terugbetaald
        afgemeld|anulowane|anulowany|anulowana|wygasłe|wycofane|wycofany|odrzucone|odrzucony|zwrócone|zrezygnował
        zrezygnowała|rezygnacja|nieobecny|nimmt nicht teil|verhindert|nicht teilnehmend|absage|zurückgetreten
        ne participe pas|absent|absente|désinscrit|désinscrite|no asistirá|no asiste|baja|denegado|denegada
        non partecipa|rinuncia|disdetto|disdetta|annullata iscrizione|cancelamento|desistiu|desistência|recusado
        recusada|rejeitado|rejeitada|não participa|expirada|reembolsada|afwezig|neemt niet deel|vervallen|dropped out
        opted out|unsubscribed|se désiste|s'est désisté|s'est désistée|anulowano|odrzucono|zrezygnowano""",
    Status.PENDING: """pending|approval pending|pending approval|waiting for approval|awaiting approval|in review
        review|submitted|invited|incomplete|tentative|maybe|unconfirmed|no response|in progress|unapproved|draft
        freigabe ausstehend|in prüfung|unbestätigt|eingeladen|wartet auf freigabe|unvollständig|en attente
        en attente d'approbation|en attente de validation|non confirmé|invité|incomplet|pendiente
        pendiente de aprobación|sin confirmar|invitado|in attesa|in attesa di approvazione|in sospeso|invitato
        in afwachting|wacht op goedkeuring|uitgenodigd|oczekujące|oczekujący|oczekuje|w oczekiwaniu|zaproszony
        zaproszona|niepotwierdzony|niepotwierdzone|do zatwierdzenia|wstępnie|angefragt|vorläufig|vorgemerkt
        vielleicht|noch offen|à confirmer|en cours|peut-être|invitée|por confirmar|en proceso|tal vez|invitada
        da confermare|forse|invitata|pendente|a confirmar|por confirmar|em análise|em espera|convidado|convidada
        talvez|não confirmado|aguardando|aguardando aprovação|a aguardar aprovação|te bevestigen|misschien
        onbevestigd|awaiting confirmation|to be confirmed|tbc|unanswered|no reply|not responded|on hold
        not confirmed|not yet confirmed|nicht bestätigt|noch nicht bestätigt|ausstehend|non confirmée|no confirmado
        no confirmada|non confermato|non confermata|não confirmada|niet bevestigd|nie potwierdzono""",
    Status.WAITLISTED: """waitlisted|waitlist|waiting list|on waiting list|on waitlist|waiting|waiting for a voucher
        wait listed|warteliste|auf der warteliste|auf warteliste|wartend|liste d'attente|en liste d'attente
        sur liste d'attente|lista de espera|en lista de espera|lista d'attesa|in lista d'attesa|wachtlijst
        op de wachtlijst|lista oczekujących|lista rezerwowa|na liście oczekujących|na liście rezerwowej|rezerwowy
        rezerwowa|reserve list|standby|nachrücker|nachrückliste|liste complémentaire|en espera|en lista|in lista
        em lista de espera|na lista de espera|suplente|wachtend""",
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


@lru_cache(maxsize=4096)
def says_nothing(text: str) -> bool:
    """Whether an answer is a way to say that there is nothing: no, none, n/a."""
    key = fold(text) or text
    return key in NO or key in NOTHING


def consent(text: str) -> str:
    """A photo consent as “yes”, “no” or "" (not asked, or not understood)."""
    key = fold(text) or text
    words = set(key.split())
    if key in NO or key.split(" ", 1)[0] in NO or words & _DENY:
        return "no"
    return "yes" if key in YES or key.split(" ", 1)[0] in YES or words & _AGREE else ""
