"""Header names of registration systems and hand-kept lists in several languages, and the field each one means.

Sources: reference/peers-and-indico.md §2.1 and the files of real servers in shared/lists; the basics in German,
French, Spanish, Italian, Dutch and Polish are what people call such columns.
"""

from __future__ import annotations

import re
from functools import lru_cache

from checkin.domain.names import fold

# Our field -> header names, without accents, the most telling first.
SYNONYMS: dict[str, str] = {
    "given": """attendee name given name|attendee first name|name teilnehmer in vorname|teilnehmer innenname vorname
        nom du participant prenom|participant first name|given name|given names|first name|first names|firstname
        forename|forenames|fname|first|vorname|vornamen|prenom|prenoms|nombre de pila|nombres|voornaam|voornamen
        imie|imiona|primeiro nome|fornavn|fornamn|etunimi|jmeno|guest first name""",
    "family": """attendee name family name|attendee last name|attendee surname|name teilnehmer in nachname
        teilnehmer innenname nachname|nom du participant nom de famille|participant last name|family name|last name
        last names|lastname|surname|surnames|last|nachname|familienname|zuname
        nom de famille|apellidos|apellido
        cognome|achternaam|nazwisko|sobrenome|apelido|etternavn|efternavn|efternamn|sukunimi|prijmeni
        guest last name""",
    "name": """attendee name|name teilnehmer in|teilnehmer innenname|nom du participant|full name|fullname|name
        your name|participant name
        name of participant|attendee full name|display name|vollstandiger name|vor und nachname
        vorname und nachname|name vorname|nachname vorname|last name first name|surname first name|nom complet
        nom et prenom|nom prenom|prenom et nom|nombre completo|nombre y apellidos|apellidos y nombre|nome completo
        nome e cognome|cognome e nome|volledige naam|naam|imie i nazwisko|nazwisko i imie|nom|nombre|nome
        delegate name|guest name|what is your name|attendee|participant|delegate|person|teilnehmer|teilnehmende""",
    "email": """attendee email|attendee e mail|e mail teilnehmer in|email attendee|participant email|delegate email
        email|e mail|email address|e mail address|emailaddress|your email|mail|e mail adresse|email adresse
        emailadresse|mailadresse|adresse e mail|adresse email|adresse mail|adresse electronique|courriel|mel
        correo electronico|correo|email adres|e mailadres|emailadres|indirizzo email|indirizzo e mail
        posta elettronica|adres e mail|adres email|contact email|work email""",
    "phone": """phone number|phone|telephone|telephone number|tel|mobile|mobile phone|mobile number|cell phone|cell
        contact number|telefonnummer|telefon|handy|handynummer|mobiltelefon|mobilnummer|numero de telephone|portable
        telefono|numero de telefono|movil|cellulare|numero di telefono|telefoon|telefoonnummer|gsm|numer telefonu
        telefone""",
    "organisation": """attendee company|teilnehmer innen firma|organisation|organization|organisation name
        organization name|affiliation|institution|company|company name|company organisation|company organization
        employer|university|school|firma|unternehmen|einrichtung|institut|hochschule|universitat|arbeitgeber
        entreprise|societe|organisme|etablissement|organizacion|empresa|institucion|universidad|azienda|ente
        organizzazione|istituzione|organisatie|bedrijf|bedrijfsnaam|instelling|organizacja|instytucja|uczelnia""",
    "city": """city|town|city town|town city|stadt|ort|wohnort|ville|ciudad|citta|stad|plaats|woonplaats|miasto|cidade
        locality|home city""",
    "country": """country|country code|country of residence|land|staat|pays|pais|paese|nazione|kraj|home country""",
    "category": """category|ticket type|registration type|reg type|ticket category|attendee type|participant type
        ticket name|delegate type|kategorie|teilnehmerkategorie|ticketart|ticketkategorie|tickettyp|teilnahmeart
        categorie|type de billet|type de participant|categoria|tipo de entrada|tipo di biglietto|ticketsoort
        tickettype|kategoria|rodzaj biletu|ticket|type|typ""",
    "product": "product|product name|produkt|produit|producto|prodotto",
    "variation": "variation|variante|product variation",
    "status": """registration state|registration status|attendee status|approval status|booking status|ticket status
        confirmation status|rsvp status|rsvp|anmeldestatus|teilnahmestatus|statut de l'inscription|statut
        etat de l'inscription|estado de la inscripcion|estado del registro|stato iscrizione|stato
        registratiestatus|status zgloszenia|order status|status""",
    "paid": """paid|bezahlt|paye|payee|pagado|pagato|betaald|oplacone|zaplacone|is paid|has paid|payment status
        zahlungsstatus|statut du paiement|estado del pago|stato del pagamento|betaalstatus""",
    "ticket_code": """ticket secret|secret|ticket code|ticketcode|barcode number|barcode|bar code|qr code|qrcode
        checkin secret|check in secret|public id|ticket id|ticket uuid|ticket number|ticket reference|code du billet
        codigo de barras|codice a barre|codice biglietto|kod biletu|code""",
    "order": """order code|order number|order no|order id|bestellnummer|buchungsnummer|auftragsnummer|reservationid
        reservation id|booking reference|booking number|numero de commande|code de commande|numero de pedido
        codice ordine|numero ordine|bestelnummer|numer zamowienia|reference|order""",
    "position": "position id|positions id",
    "source_id": """id|registration id|attendee id|attendee number|participant id|registrant id|guest id|guest api id
        user id|uid|uuid|registration number|confirmation number|teilnehmer id|anmeldenummer|registrierungsnummer
        numero d'inscription|numero de inscripcion""",
    "addon_to": "add on to position id|add on to position|zusatzprodukt zu position|zusatzprodukt zu positions id",
    "blocked": "blocked|gesperrt|bloque|bloqueado|bloccato|geblokkeerd|zablokowane",
    "valid_from": """valid from|gultig ab|gultig von|valable a partir du|valide a partir de|valido desde|valido dal
        geldig vanaf|wazny od""",
    "valid_until": """valid until|valid to|gultig bis|valable jusqu'au|valide jusqu'a|valido hasta|valido fino al
        geldig tot|wazny do""",
    "guests": """guests|accompanying persons|accompanying people|accompanying person|companions|plus ones|plus one
        number of guests|begleitpersonen|begleitung|gaste|anzahl gaste|accompagnants|invites|acompanantes
        accompagnatori|ospiti|gasten|introducees|goscie""",
    "sessions": """sessions|session|workshops|workshop|veranstaltungen|sitzungen|ateliers|atelier|sesiones|talleres
        sessioni|laboratori|sessies|sesje|warsztaty""",
    "visits": """site visits|site visit|visits|visit|excursions|excursion|tours|tour|field trips|field trip|ausfluge
        ausflug|exkursionen|exkursion|besichtigungen|visites|visite|excursiones|visitas|visite guidate|escursioni
        excursies|rondleidingen|wycieczki""",
    "notes": """notes|note|comment|comments|remarks|remark|order comment|bemerkungen|bemerkung|kommentar|anmerkungen
        anmerkung|bestellkommentar|remarques|remarque|notas|observaciones|commenti|opmerkingen|uwagi""",
    "diet": """food|diet|dietary requirements|dietary needs|dietary restrictions|meal|essen|ernahrung|verpflegung
        regime alimentaire|repas|dieta|comida|dieet|maaltijd|posilek""",
    "access": """access|access needs|accessibility|accessibility needs|access requirements|special needs|wheelchair
        barrierefreiheit|rollstuhl|accessibilite|accesibilidad|accessibilita|toegankelijkheid|dostepnosc""",
    "box": "badge box|box|badge tray|box number|box no|badge kiste|kiste|karton|boite|caja|scatola|doos|pudelko",
    "number": """badge number|badge no|badge nr|number of the badge|ausweisnummer|badgenummer|badge nummer
        numero de badge|numero du badge|numero de la tarjeta|numero badge|numer identyfikatora""",
    "photo": "photo|photos|photo consent|fotos|fotoerlaubnis|fotoeinwilligung|droit a l'image|toestemming foto",
}  # fmt: skip

# Questions that organisers word as they like are recognised by what they speak of.
QUESTIONS: dict[str, re.Pattern[str]] = {
    "diet": re.compile(r"\b(diet\w*|food|meal preference|allerg\w+|ernahrung\w*|alimentai\w+|aliment\w+|dieet\w*)\b"),
    "access": re.compile(
        r"\b(accessib\w+|access (needs?|requirements?)|special needs|wheelchair\w*|mobility|disabilit\w+"
        r"|barrierefrei\w*|rollstuhl\w*|behinderung\w*|handicap\w*|accesib\w+|toegankelijk\w*)\b"
    ),
    "photo": re.compile(
        r"\b(photo\w*|foto\w*|picture\w*|l?image|bild\w*)\b.*\b(consent\w*|permission|agree\w*|allow\w*|may|ok|yes|einverst\w*"
        r"|erlaub\w*|zustimm\w*|droit\w*|autoris\w*|consen\w*|toestemming|zgod\w*)\b"
        r"|\b(consent|permission|agree|allow|may we|einverstanden|darf|durfen|droit|j ?autorise|consiento)\b.*"
        r"\b(photo\w*|foto\w*|picture\w*|l?image|bild\w*)\b"
    ),
}

# Columns that no desk needs: least data (DESIGN §2.6). Whole keys, or beginnings of keys.
_NEEDLESS = re.compile(
    r"""^(price|preis|prix|prezzo|precio|currency|tax|steuer\w*|vat|ust|total\ paid|fees?|eventbrite\ (fees|payment)
    |gross|net\ (at|total)|originalprice|paidprice|discount|order\ total|amount
    |ip|optin|confirm\ (ip|time)|latitude|longitude
    |gmtoff|dstoff|timezone|region|last\ changed|leid|euid|member\ rating|address|adresse|street|strasse|zip
    |postleitzahl|plz|postal|postcode|state$|bundesland|home\ address|billing|invoice|rechnungs\w*|payment|zahlungs\w*
    |promo|voucher|gutschein\w*|verwendetes\ gutschein\w*|order\ (locale|date|time|type|link)
    |bestell(sprache|datum|uhrzeit)|sales\ channel|verkaufskanal|external\ customer|externe\ kunden\w*|pseudonym\w*
    |product\ id|produkt\ id|variation\ id|varianten\ id|event\ (slug|name|id)|kurzname\ der\ veranstaltung
    |veranstaltungstitel|follow\ up\ date|datum\ zur\ wiedervorlage|position\ order\ link|link\ zur\ bestell\w*
    |check\ in\ listen|check\ in\ lists|email\ address\ verified|e\ mail\ adresse\ verifiziert|seat\ id
    |sitzplatz\ id|automatically\ checked|automatisch\ eingecheckt|created|modification\ date|last\ updated
    |last\ modified|registration\ date|start\ time|completion\ time|timestamp|zeitstempel|buyer)\b""",
    re.VERBOSE,
)
# Answers of these are only worth showing when they are no “No”.
_FLAGS = re.compile(r"^(checked (in|out)|eingecheckt|ausgetreten|requires special|benotigt besondere|has arrived)")
# One of these and no name of a person of its own: a list of orders.
_ORDERS = re.compile(
    r"^(order total|order link|positions|gross at|net at|number of tickets|gesamtbetrag|bestellsumme|positionen|"
    r"link zur bestellung|brutto|fee type|art der gebuhr|buyer (first|last) name|buyer name)\b"
)


@lru_cache(maxsize=4096)
def header_key(header: str) -> str:
    """A header as it is compared: folded, “#” read as “number”."""
    return fold(header.replace("#", " number "))


def _keys(text: str) -> tuple[str, ...]:
    return tuple(header_key(word) for line in text.splitlines() for word in line.split("|") if word.strip())


FIELDS: dict[str, tuple[str, ...]] = {name: _keys(text) for name, text in SYNONYMS.items()}
_KNOWN = {key for keys in FIELDS.values() for key in keys}


def is_known_header(cell: str) -> bool:
    """Whether a cell reads like the header of a column that we understand."""
    return bool(cell) and len(cell) < 100 and header_key(cell) in _KNOWN


def is_needless(key: str) -> bool:
    """Whether nobody at a desk needs the column (prices, addresses, technical data)."""
    return bool(_NEEDLESS.match(key))


def is_flag(key: str) -> bool:
    """Whether a “No” in the column says nothing."""
    return bool(_FLAGS.match(key))


def is_order_mark(key: str) -> bool:
    """Whether the column stands in lists of orders or fees and not in lists of people."""
    return bool(_ORDERS.match(key))
