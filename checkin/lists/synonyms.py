"""Header names of registration systems and hand-kept lists in eight languages, and the field each one means.

Sources: reference/peers-and-indico.md §2.1 and the files of real servers in shared/lists; the basics in English,
German, French, Spanish, Italian, Portuguese, Dutch and Polish are what people call such columns.
"""

from __future__ import annotations

# Our field -> header names, without accents, the most telling first.
SYNONYMS: dict[str, str] = {
    "given": """attendee name given name|attendee first name|name teilnehmer in vorname|teilnehmer innenname vorname
        nom du participant prenom|participant first name|given name|given names|first name|first names|firstname
        firstnames|forename|forenames|fname|first|christian name|call name|given name s|first name s
        first and middle name|first name and middle name|vorname|vornamen|vorname n|vorname s|rufname|prenom|prenoms
        prenom s|prenom usuel|nombre de pila|nombres|nombre s|voornaam|voornamen|roepnaam|imie|imiona|imie imiona
        primeiro nome|nome proprio|fornavn|fornamn|etunimi|jmeno|keresztnev|prenume|guest first name""",
    "family": """attendee name family name|attendee last name|attendee surname|name teilnehmer in nachname
        teilnehmer innenname nachname|nom du participant nom de famille|participant last name|family name
        family names|last name|last names|lastname|lastnames|surname|surnames|lname|last|last name s|surname s
        family name s|nachname|nachnamen|familienname|zuname|nom de famille|nom d usage|nom d'usage|nom usuel|noms
        apellidos|apellido|apellido s|primer apellido|apellido paterno|cognome|cognomi|achternaam|achternamen
        familienaam|nazwisko|nazwiska|sobrenome|sobrenomes|apelido|apelidos|ultimo nome|etternavn|efternavn|efternamn
        sukunimi|prijmeni|vezeteknev|guest last name""",
    "particle": "tussenvoegsel|tussenvoegsels|tussenv|voorvoegsel|voorvoegsels|namenszusatz|namensvorsatz",
    "name": """attendee name|name teilnehmer in|teilnehmer innenname|nom du participant|full name|fullname|name|names
        your name|participant name|name of participant|name of the participant|name of attendee|attendee full name
        ticket full name|display name|registrant name|invitee name|vollstandiger name|voller name|vor und nachname
        vor und zuname|vorname und nachname|vorname nachname|name vorname|nachname vorname|name und vorname
        nachname und vorname|name der teilnehmerin|name des teilnehmers|name teilnehmer|last name first name
        surname first name|family name given name|surname and first name|nom complet|nom et prenom|nom prenom
        prenom et nom|prenom nom|nom et prenoms|nom du participant e|nombre completo|nombre y apellidos
        nombre y apellido|apellidos y nombre|apellidos y nombres|apellidos nombre|nombre apellidos
        nombre del participante|nome completo|nome e cognome|nome cognome|cognome e nome|cognome nome|nominativo
        nome del partecipante|nome e sobrenome|nome e apelido|nome do participante|volledige naam|naam|naam deelnemer
        naam van de deelnemer|voor en achternaam|voornaam en achternaam|imie i nazwisko|imie nazwisko|nazwisko i imie
        nazwisko imie|imie i nazwisko uczestnika|nom|nombre|nome|delegate name|guest name|what is your name|attendee
        attendees|participant|participants|delegate|delegates|invitee|registrant|person|people|teilnehmer
        teilnehmende|teilnehmerin|teilnehmer innen|teilnehmer in|namen|participante|participantes|asistente
        asistentes|partecipante|partecipanti|deelnemer|deelnemers|uczestnik|uczestnicy|nombres y apellidos""",
    "email": """attendee email|attendee e mail|e mail teilnehmer in|email attendee|participant email|delegate email
        email|e mail|emails|e mails|email address|e mail address|emailaddress|email addresses|e mail addresses
        your email|your email address|email id|mail|mail address|e mail adresse|email adresse|emailadresse
        mailadresse|e mail adressen|adresse e mail|adresse email|adresse mail|adresse electronique
        adresse de courriel|courriel|mel|email professionnel|correo electronico|correo
        direccion de correo electronico|direccion de correo|direccion de email|e mail adres|email adres|e mailadres
        emailadres|indirizzo email|indirizzo e mail|indirizzo di posta elettronica|posta elettronica
        endereco de e mail|endereco de email|endereco eletronico|correio eletronico|adres e mail|adres email
        adres poczty elektronicznej|adres mailowy|poczta elektroniczna|contact email|work email|work e mail
        business email|company email|user email|upn|e mail dienstlich|e mail geschaftlich""",
    "phone": """phone number|phone|phones|telephone|telephone number|tel|tel no|tel nr|phone no|phone nr|mobile
        mobile phone|mobile number|mobile phone number|mobile no|cell phone|cell|cellphone|cell number|contact number
        contact phone|work phone|whatsapp|whatsapp number|telefonnummer|telefon|telefonnr|telefon nr|rufnummer|handy
        handynummer|handynr|mobiltelefon|mobilnummer|mobil|mobilnr|telefon mobil|telefon handy|numero de telephone
        n de telephone|no de telephone|no de tel|telephone portable|telephone mobile|portable|numero de portable
        telefono|numero de telefono|telefono movil|movil|celular|telefono celular|numero de movil|cellulare
        numero di telefono|numero di cellulare|telefono cellulare|recapito telefonico|recapito|telemovel
        numero de telemovel|numero de telefone|contacto telefonico|telefone celular|telefoon|telefoonnummer
        telefoonnr|gsm|mobiel|mobiel nummer|mobiele telefoon|mobiele nummer|mobielnummer|numer telefonu|nr telefonu
        nr tel|numer tel|telefon komorkowy|komorka|telefon kontaktowy|telefone""",
    "organisation": """attendee company|teilnehmer innen firma|organisation|organization|organisation name
        organization name|affiliation|affiliations|institution|institutions|institute|company|company name
        company organisation|company organization|organisation company|organization company|company institution
        institution company|institution organisation|organisation institution|affiliation organisation|employer
        university|school|workplace|account name|firma|firmenname|firma institution|firma organisation|unternehmen
        einrichtung|organisation firma|organisation einrichtung|institut|hochschule|universitat|arbeitgeber|verein
        verband|dienststelle|behorde|entreprise|societe|organisme|organisme entreprise|etablissement|raison sociale
        structure|nom de l'entreprise|nom de l'organisation|nom de la societe|organizacion|empresa
        nombre de la empresa|entidad|institucion|compania|centro de trabajo|universidad|azienda|ente|societa
        ragione sociale|nome azienda|istituto|ente azienda|universita|organizzazione|ente di appartenenza|istituzione
        organizacao|instituicao|entidade|nome da empresa|universidade|organisatie|bedrijf|bedrijfsnaam
        naam organisatie|naam bedrijf|organisatie bedrijf|bedrijf organisatie|instelling|werkgever|universiteit
        organizacja|instytucja|nazwa firmy|nazwa instytucji|nazwa organizacji|firma instytucja|miejsce pracy|uczelnia
        uniwersytet""",
    "city": """city|town|city town|town city|stadt|ort|wohnort|ville|commune|ciudad|localidad|poblacion|municipio|citta
        comune|localita|stad|plaats|woonplaats|gemeente|miasto|miejscowosc|cidade|localidade|locality|home city
        place of residence|lieu""",
    "country": """country|country code|country name|country region|country region name|country of residence|land
        herkunftsland|landerkennung|staat|pays|pays de residence|pais|pais de residencia|paese|paese di residenza
        nazione|kraj|kraj zamieszkania|home country|nation|cc""",
    "category": """category|category name|ticket type|registration type|type of registration|reg type|ticket category
        attendee type|participant type|participant category|registration category|registration group|admission item
        admission type|pass type|badge type|ticket name|ticket title|delegate type|kategorie|teilnehmerkategorie
        ticketart|ticketkategorie|tickettyp|teilnahmeart|teilnehmertyp|teilnehmerart|teilnehmergruppe|categorie
        type de billet|type de participant|categorie de participant|type d'inscription|tarif|categoria
        tipo de entrada|tipo de inscripcion|tipo de participante|tipo di biglietto|tipo di iscrizione|tipologia
        tipologia di partecipante|tipo de inscricao|tipo de bilhete|tipo de ingresso|ticketsoort|soort ticket
        type deelnemer|tickettype|kategoria|kategoria uczestnika|rodzaj biletu|typ biletu|rodzaj uczestnictwa|ticket
        type|typ|tipo|role|groups""",
    "product": "product|product name|produkt|produit|producto|prodotto|produto",
    "variation": "variation|variante|product variation",
    "status": """registration state|registration status|reg status|attendee status|approval status|booking status
        ticket status|confirmation status|participation status|attendance status|invitation status|rsvp status|rsvp
        rsvp response|anmeldestatus|teilnahmestatus|buchungsstatus|statut de l'inscription|statut inscription|statut
        etat de l'inscription|estado de la inscripcion|estado de inscripcion|estado del registro|stato iscrizione
        stato dell'iscrizione|stato della registrazione|stato|estado da inscricao|situacao da inscricao
        status da inscricao|registratiestatus|inschrijfstatus|status inschrijving|status zgloszenia
        status rejestracji|status uczestnika|order status|status|estado|situacao|etat|attendance|attending|response
        teilnahme|zusage""",
    "paid": """paid|bezahlt|paye|payee|pagado|pagato|betaald|oplacone|zaplacone|pago|is paid|has paid|paid in full
        payment status|payment state|zahlungsstatus|statut du paiement|statut paiement|estado del pago|estado de pago
        stato del pagamento|stato pagamento|situacao do pagamento|estado do pagamento|status do pagamento|betaalstatus
        status platnosci|payment|zahlung|paiement|reglement|pagamento|betaling|platnosc""",
    "ticket_code": """ticket secret|secret|ticket code|ticketcode|barcode number|barcode|bar code|qr code|qrcode
        checkin secret|check in secret|check in code|checkin code|public id|ticket id|ticket uuid|ticket number
        ticket reference|ticket barcode|ticket qr code|qr code text|scan code|code du billet|code barres|code a barres
        code barre|code qr|numero de billet|codigo de barras|codigo qr|codigo de entrada|codigo do bilhete
        codice a barre|codice qr|codice biglietto|numero biglietto|kod biletu|numer biletu|kod qr|kod kreskowy
        strichcode|ticketnummer|ticketnr|eintrittscode|streepjescode|unique code|badge code|badge id|code""",
    "order": """order code|order number|order no|order id|order reference|bestellnummer|bestellnr|buchungsnummer
        auftragsnummer|reservationid|reservation id|reservation number|booking reference|booking number|booking id
        booking code|numero de commande|code de commande|reference de commande|reference de la commande|n de commande
        numero de reservation|numero de pedido|codigo de pedido|numero de reserva|localizador|codice ordine
        numero ordine|codice prenotazione|numero prenotazione|numero da encomenda|codigo do pedido|codigo da reserva
        bestelnummer|boekingsnummer|reserveringsnummer|numer zamowienia|nr zamowienia|numer rezerwacji|reference
        order""",
    "position": "position id|positions id",
    "source_id": """id|registration id|attendee id|attendee number|participant id|registrant id|guest id|guest api id
        person id|personid|delegate id|respondent id|response id|contact id|external id|user id|uid|uuid
        registration number|registration no|reg no|reg id|regnum|registration code|confirmation number|teilnehmer id
        teilnehmernummer|anmeldenummer|anmelde id|registrierungsnummer|numero d'inscription|id participant
        numero de inscripcion|id de inscripcion|numero di iscrizione|id iscrizione|numero de inscricao|deelnemernummer
        inschrijfnummer|registratienummer|numer zgloszenia|numer rejestracji|id uczestnika""",
    "addon_to": "add on to position id|add on to position|zusatzprodukt zu position|zusatzprodukt zu positions id",
    "blocked": "blocked|gesperrt|bloque|bloqueado|bloccato|geblokkeerd|zablokowane",
    "valid_from": """valid from|gultig ab|gultig von|valable a partir du|valide a partir de|valido desde|valido dal
        valido a partir de|geldig vanaf|wazny od|wazne od""",
    "valid_until": """valid until|valid to|valid till|gultig bis|valable jusqu'au|valide jusqu'a|valido hasta
        valido fino al|valido ate|geldig tot|geldig tot en met|wazny do|wazne do""",
    "guests": """guests|accompanying persons|accompanying people|accompanying person|accompanying guests|companions
        companion|plus ones|plus one|number of guests|no of guests|additional guests|guest names|names of guests
        name of guest|guest name|begleitpersonen|begleitperson|begleitung|gaste|anzahl gaste|anzahl begleitpersonen
        namen der gaste|accompagnants|accompagnant|invites|nombre d'accompagnants|nombre d'invites|acompanantes
        acompanante|invitados|numero de acompanantes|numero de invitados|accompagnatori|accompagnatore|ospiti
        numero ospiti|acompanhantes|acompanhante|convidados|numero de acompanhantes|gasten|introducees|introduce
        aantal gasten|aantal introducees|goscie|osoby towarzyszace|osoba towarzyszaca|liczba gosci""",
    "quantity": """quantity|qty|number of tickets|no of tickets|ticket quantity|tickets|number of people
        number of persons|number of participants|number of attendees|party size|group size|pax|number of seats
        number of places|anzahl|anzahl tickets|anzahl personen|personenzahl|personenanzahl|anzahl teilnehmer
        anzahl platze|nombre de billets|nombre de personnes|nombre de participants|nombre de places|quantite|cantidad
        numero de entradas|numero de personas|numero de asistentes|numero de plazas|quantita|numero biglietti
        numero di persone|numero persone|numero partecipanti|quantidade|numero de bilhetes|numero de pessoas|aantal
        aantal personen|aantal tickets|aantal deelnemers|ilosc|liczba osob|liczba biletow|ilosc osob""",
    "sessions": """sessions|session|workshops|workshop|veranstaltungen|sitzungen|ateliers|atelier|sesiones|sesion
        talleres|taller|sessioni|sessione|laboratori|laboratorio|sessoes|sessao|oficinas|oficina|sessies|sessie|sesje
        sesja|warsztaty|warsztat|session choice|session choices|workshop choice|workshop choices|selected sessions
        chosen sessions""",
    "visits": """site visits|site visit|visits|visit|excursions|excursion|tours|tour|field trips|field trip|ausfluge
        ausflug|exkursionen|exkursion|besichtigungen|besichtigung|visites|visite|excursiones|visitas|visita
        visite guidate|visita guidata|escursioni|escursione|excursoes|excursao|excursies|excursie|rondleidingen
        rondleiding|wycieczki|wycieczka|zwiedzanie|visites guidees|visite guidee""",
    "notes": """notes|note|comment|comments|remarks|remark|order comment|bemerkungen|bemerkung|kommentar|kommentare
        anmerkungen|anmerkung|bestellkommentar|hinweise|remarques|remarque|commentaire|commentaires|notas|observaciones
        comentarios|commenti|osservazioni|comentario|observacoes|opmerkingen|opmerking|uwagi|komentarz""",
    "diet": """food|diet|dietary requirements|dietary requirement|dietary needs|dietary restrictions
        dietary preferences|dietary|meal|meal preference|meal choice|allergies|food allergies|essen|ernahrung
        verpflegung|ernahrungswunsche|essenswunsche|allergien|unvertraglichkeiten|regime alimentaire|regime|repas
        allergies alimentaires|dieta|comida|alergias|requisitos alimentarios|restricciones alimentarias|allergie
        intolleranze|esigenze alimentari|pasto|restricoes alimentares|refeicao|dieet|maaltijd|dieetwensen|allergieen
        posilek|dieta posilek|wymagania dietetyczne|alergie""",
    "access": """access|access need|access needs|accessibility|accessibility needs|access requirements|special needs
        wheelchair|mobility|barrierefreiheit|rollstuhl|barrierefreier zugang|accessibilite|besoins d'accessibilite|pmr
        accesibilidad|necesidades de accesibilidad|accessibilita|esigenze di accessibilita|acessibilidade
        necessidades especiais|toegankelijkheid|rolstoel|dostepnosc|wozek""",
    "box": "badge box|box|badge tray|box number|box no|badge kiste|kiste|karton|boite|caja|scatola|doos|pudelko|caixa",
    "number": """badge number|badge no|badge nr|number of the badge|ausweisnummer|badgenummer|badge nummer
        numero de badge|numero du badge|numero de la tarjeta|numero badge|numero do cracha|numer identyfikatora""",
    "photo": """photo|photos|photo consent|photo permission|consent to photos|photography|fotos|foto|fotoerlaubnis
        fotoeinwilligung|fotozustimmung|droit a l'image|droit image|autorisation photo|consentimiento de imagen
        derechos de imagen|consenso foto|liberatoria foto|direitos de imagem|autorizacao de imagem|toestemming foto
        toestemming foto s|zgoda na zdjecia|zgoda na wizerunek|fotos erlaubt""",
}  # fmt: skip

# Words that may stand around a header without changing what it means.
BEFORE = """attendee|attendee s|attendees|participant|participant s|participants|delegate|delegate s|registrant
    registrant s|ticket|ticket holder|person|guest|visitor|user|contact|speaker|author|teilnehmer|teilnehmerin
    teilnehmer in|gast|participante|asistente|partecipante|deelnemer|uczestnik|uczestnika|du participant
    del participante|del partecipante|do participante|your|ihr|ihre|votre|su|tu|suo|tua|seu|sua|uw|jouw|twoj|twoje
    please enter your|enter your|please provide your"""
AFTER = """required|mandatory|optional|pflichtfeld|obligatoire|facultatif|obligatorio|opcional|obbligatorio
    facoltativo|verplicht|optioneel|wymagane|opcjonalne|as on badge|for the badge|for badge|as on id|block capitals
    y n|j n|o n|s n|yes no|ja nein|oui non|si no|sim nao|ja nee|tak nie"""

# Headers that also mean something else (a federal state, a method of payment, a marital state): only above words of
# status.
NEEDS_WORDS = """estado|stato|situacao|etat|attendance|attending|response|teilnahme|zusage|payment|zahlung|paiement
    reglement|pagamento|pago|betaling|platnosc|order status"""
