"""Recognises whole questions as headers, as forms of Microsoft, Google and others write them, in eight languages."""

from __future__ import annotations

import re

from checkin.domain.names import fold

# Of these a question is enough; people word them as they like.
ALWAYS: dict[str, re.Pattern[str]] = {
    "diet": re.compile(
        r"\b(diet\w*|food|meal (preference|choice)s?|allerg\w+|intoleran\w+|intolleran\w+|ernahrung\w*|unvertraglich\w*"
        r"|alimentai\w+|aliment\w+|dieet\w*|alerg\w+|restricoes alimentares)\b"
    ),
    "access": re.compile(
        r"\b(accessib\w+|access (needs?|requirements?)|special (needs|assistance)|wheelchair\w*|mobility|disabilit\w+"
        r"|barrierefrei\w*|rollstuhl\w*|behinderung\w*|handicap\w*|accesib\w+|acessib\w+|toegankelijk\w*|rolstoel\w*"
        r"|mobilite reduite|discapacidad\w*|disabilita|necessidades especiais|niepelnosprawn\w*|dostepnosc\w*)\b"
    ),
    "photo": re.compile(
        r"\b(photo\w*|foto\w*|picture\w*|film\w*|l?image\w*|imagen\w*|immagin\w+|imagem|bild\w*|zdjec\w*|wizerun\w*)\b.*"
        r"\b(consent\w*|permission|permit\w*|agree\w*|allow\w*|object\w*|may|ok|yes|einverst\w*|erlaub\w*|zustimm\w*"
        r"|widersp\w*|droit\w*|autori[sz]\w*|accept\w*|acepto|acconsent\w*|consen\w*|toestemming|akkoord|zgod\w*)\b"
        r"|\b(consent\w*|permission|permit|agree|allow|object|may we|do not want|opt out|einverstanden|darf|durfen"
        r"|widersp\w*|droit|j ?autorise|j ?accepte|autori[sz]\w*|consiento|acepto|acconsent\w*|toestemming|zgod\w*)\b.*"
        r"\b(photo\w*|foto\w*|picture\w*|film\w*|l?image\w*|imagen\w*|immagin\w+|imagem|bild\w*|zdjec\w*|wizerun\w*)\b"
    ),
}

# Of these the cells below have to agree.
CHECKED: dict[str, re.Pattern[str]] = {
    "email": re.compile(
        r"\b(e ?mails?|mail ?adress?\w*|e ?mailadres\w*|courriel|correo|correio|posta elettronica|poczt\w+)\b"
    ),
    "phone": re.compile(
        r"\b(phone|telephone|mobile|cell|whatsapp|telefon\w*|handy\w*|rufnummer|portable|movil|celular|cellulare"
        r"|telemovel|telefoon\w*|mobiel\w*|komork\w*)\b"
    ),
    "family": re.compile(
        r"\b((last|family|sur) ?names?|nach?namen?|familiennamen?|noms? de famille|apellidos?|cognome|sobrenome|apelido"
        r"|achterna(am|men)|nazwisk\w+)\b"
    ),
    "given": re.compile(
        r"\b((first|given|fore|christian) ?names?|vornamen?|prenoms?|nombre de pila|voorna(am|men)|imi(e|ona)"
        r"|primeiro nome)\b"
    ),
    "name": re.compile(
        r"\b((your|full|complete|whole) names?|name of (the )?(participant|attendee|delegate)|who are you"
        r"|wie (heissen sie|heisst du|ist ihr name|lautet ihr name)|(ihr|dein)(en)? (vollstandiger |vollen )?name\w*"
        r"|vollstandigen namen|(votre|vos|ton) (nom|nom complet|nom et prenom)s?|comment vous appelez vous"
        r"|nom et prenom\w*|(su|tu) nombre|como (se llama|te llamas)|nombre (completo|y apellidos?)"
        r"|(il )?(tuo|suo) nome|come (si chiama|ti chiami)|nome (completo|e cognome|e sobrenome|e apelido)"
        r"|(seu|teu) nome|como se chama|(uw|je|jouw) (volledige )?naam|hoe heet|imie i nazwisko|jak sie nazywa\w*)\b"
    ),
    "organisation": re.compile(
        r"\b(organi[sz]ations?|company|employer|institutions?|institutes?|affiliat\w+|university|where do you work"
        r"|firma|unternehmen|einrichtung|arbeitgeber\w*|hochschule|entreprise|societe|organisme|etablissement"
        r"|organizacion|empresa|institucion|azienda|ente|societa|organizzazione|instituicao|organizacao|organisatie"
        r"|bedrijf|werkgever|organizacj\w+|firm\w+|instytucj\w+)\b"
    ),
    "country": re.compile(r"\b(country|land|pays|pais|paese|kraj\w*)\b"),
    "city": re.compile(r"\b(city|town|stadt|ville|ciudad|citta|cidade|stad|woonplaats|miast\w+|miejscowosc\w*)\b"),
    "status": re.compile(
        r"\b(will you (attend|be attending|join|come|be joining)|are you (coming|attending|joining)"
        r"|can you (come|attend)|do you plan to attend|nehmen sie .*teil|kommen sie|werden sie .*teilnehmen"
        r"|(participerez|viendrez|serez) vous"
        r"|(asistira|asistiras|vas a asistir)|(parteciperai|partecipera)|(vai|voce vai) participar"
        r"|(komt|kom) (u|je)|bent u aanwezig|czy (wezmie\w*|bedzie\w*))\b"
    ),
    "guests": re.compile(
        r"\b(bring\w*|accompan\w+|guests?|plus one|companions?|begleit\w+|mitbring\w+|accompagn\w+|acompan\w+"
        r"|invitados?|accompagnator\w+|ospit\w+|acompanhant\w+|introduce\w*|meebreng\w*|osob\w* towarzysz\w+|gosc\w*)\b"
    ),
    "sessions": re.compile(
        r"\b(workshops?|sessions?|ateliers?|sesiones|talleres|sessioni|laboratori|sessoes|oficinas|sessies|warsztat\w*"
        r"|sesj\w+)\b"
    ),
    "visits": re.compile(
        r"\b(site visits?|visits?|excursions?|tours?|field trips?|exkursion\w*|ausflu\w+|besichtigung\w*|visites?"
        r"|excursion\w*|visitas?|escursion\w+|excursoes|excursie\w*|rondleiding\w*|wycieczk\w*|zwiedza\w+)\b"
    ),
}

# What a question about somebody or something else speaks of, where it names a field of ours in passing.
_OTHERS = re.compile(
    r"\b(emergency|notfall|urgence|emergencia|emergenza|noodgeval|awaryjn\w+|newsletter|hear about|badge|billing"
    r"|invoice|rechnung\w*|facture|factura|fattura|fatura|factuur|faktur\w*|buyer|partner|spouse|assistant|manager|previous"
    r"|updates?|share\w*|contact you|kontaktieren|signature|hotel|tax|vat|why|how did|rate|feedback)\b"
)
_NO_NAME = re.compile(
    r"\b(organi[sz]ation|company|institution|employer|university|firma|firmy|unternehmen|entreprise|societe|empresa"
    r"|azienda|bedrijf|organisatie|guests?|companion|accompanying|begleit\w+|hotel|session|workshop|event|user ?name"
    r"|file|project)\b"
)
_OF_A_PART = re.compile(
    r"\b(dinner|lunch|breakfast|gala|reception|party|drinks|cena|almuerzo|comida|diner|dejeuner|cocktail|essen|empfang"
    r"|feier|jantar|almoco|borrel|lunsj|kolacj\w+|obiad\w*|workshops?|sessions?|visits?|tours?|excursions?)\b"
)
_FREE = re.compile(r"\?$|\b(please|bitte|veuillez|por favor|per favore|prosze|graag|alstublieft)\b", re.IGNORECASE)
_CHOICES = re.compile(
    r"[(\[][^()\[\]]*[)\]]|\b(yes|ja|oui|si|sim|tak)\s*/\s*(no|nein|non|não|nee|nie)\b", re.IGNORECASE
)
_REFUSES = re.compile(
    r"\b(not|no|dont|without|opt out|object\w*|refuse\w*|nicht|keine?n?|widersp\w*|ne|pas|refus\w*|oppose\w*|no deseo"
    r"|rechaz\w*|non|nao|niet|geen|bezwaar|nie|sprzeciw\w*)\b"
)


def asks_to_refuse(header: str) -> bool:
    """Whether a question about consent asks the other way round, so that a yes refuses (“I do not want photos”)."""
    return bool(_REFUSES.search(fold(_CHOICES.sub(" ", header))))


def is_question(header: str, key: str) -> bool:
    """Whether a header is worded like a question or a request and not like a name of a column."""
    return bool(_FREE.search(header)) or len(key.split()) >= 4


def fields_asked(header: str, key: str) -> list[str]:
    """The fields that a question may ask for, of those that the cells below have to agree with; the likeliest first."""
    if not is_question(header, key) or _OTHERS.search(key):
        return []
    found = [name for name, pattern in CHECKED.items() if pattern.search(key)]
    if "family" in found and "given" in found:
        found = ["name", *(f for f in found if f not in ("family", "given", "name"))]
    if "status" in found and _OF_A_PART.search(key):
        found.remove("status")
    if _NO_NAME.search(key):
        found = [f for f in found if f not in ("name", "given", "family")]
    return found
