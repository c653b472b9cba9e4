"""Traps in which columns a list has: systems, languages, questions, no telling headers."""

from __future__ import annotations

from checkin.domain.listing import ReadOptions
from tests.lists.traps.trap import Trap, text

TRAPS: tuple[Trap, ...] = (
    text(
        "portuguese",
        "Nome;Sobrenome;Endereço de e-mail;Telemóvel;Instituição;Cidade;País;Situação da inscrição",
        "Inês;Gonçalves;i@a.example;+351 912;UP;Porto;Portugal;Confirmado",
        "Rui;Sá;r@a.example;;;Faro;Portugal;Aguardando pagamento",
    ),
    text(
        "italian",
        "Nominativo;Indirizzo email;Cellulare;Ente;Stato iscrizione;Esigenze alimentari",
        "Anna Rossi;a@a.example;+39 3;CNR;In attesa;vegano",
        "Ugo Bo;u@a.example;;;Annullato;",
    ),
    text(
        "dutch-with-particle",
        "Voornaam;Tussenvoegsel;Achternaam;E-mailadres;Inschrijfstatus",
        "Bo;van den;Berg;b@a.example;Wachtlijst",
        "An;;Smit;a@a.example;Betaald",
    ),
    text(
        "polish",
        "Imię i nazwisko;Adres e-mail;Numer telefonu;Nazwa firmy;Status zgłoszenia",
        "Łukasz Żak;l@a.example;+48 1;Żak SA;Opłacone",
        "Ewa Nowak;e@a.example;;;Anulowane",
    ),
    text(
        "headers-with-words-around",
        "Participant's first name *;Last name (required);E-mail / Courriel;Mobile (WhatsApp);Company [optional]",
        "Anna;Kim;a@a.example;+44 1;Acme",
    ),
    text(
        "google-forms",
        "Timestamp,What is your full name?,Your e-mail address,Which organisation do you represent?,"
        "Which workshops would you like to attend?,Do you have any dietary requirements?,May we take photos of you?,"
        "Will you bring a guest?",
        '5/18/2026 9:30:00,Anna Kim,a@a.example,Acme Ltd,"Tools, from A to Z, Maps",Vegan,"Yes, gladly",No',
        "5/18/2026 9:31:00,Bo Li,b@a.example,Lo & Co,Maps,,No,Yes",
    ),
    text(
        "microsoft-forms",
        "ID,Start time,Completion time,Email,Name,Please enter your\u00a0e-mail address,Wie heißen Sie?,Site visits",
        "1,5/1/26,5/1/26,anonymous,,a@a.example,Anna Kim,Harbour;Castle;",
        "2,5/1/26,5/1/26,anonymous,,b@a.example,Bo Li,Castle;",
    ),
    text(
        "spanish-questions",
        "Marca temporal,¿Cuál es su nombre completo?,Dirección de correo electrónico,¿En qué empresa trabaja?,"
        "¿Asistirá a la cena?",
        "18/05/2026,Ana Núñez,a@a.example,Acme,Sí",
        "18/05/2026,Luis Gil,l@a.example,CSIC,No",
    ),
    text(
        "questions-about-others",
        "Name,Email,Emergency contact phone number?,How did you hear about our workshops?,"
        "Do you want our e-mail newsletter?",
        "Anna Kim,a@a.example,+44 7700 900001,a friend,yes",
    ),
    text("will-you-come", "Name,Will you attend the summit?", "Anna Kim,Yes", "Bo Li,No"),
    text("guest-with-e-mail", "First name,Last name,Guest name,Guest email", "Anna,Kim,Bo Li,b@a.example", "Cy,Lo,,"),
    text("guests-as-attendees", "Guest name,Guest email,Guest phone", "Anna Kim,a@a.example,+44 7700 900001"),
    text("addresses-of-others", "Full name,Assistant e-mail,Spouse email", "Anna Kim,x@a.example,y@a.example"),
    text(
        "eventbrite",
        "Order #,Order Date,First Name,Last Name,Email,Quantity,Ticket Type,Attendee #,Barcode #,Attendee Status",
        "123,2026-01-01,Anna,Kim,a@a.example,1,Early,9001,1234567890123001,Attending",
        "123,2026-01-01,Bo,Li,a@a.example,1,Early,9002,1234567890123002,Not Attending",
    ),
    text(
        "hi-events",
        "ID,First Name,Last Name,Email,Status,Is Checked In,Ticket ID,Ticket Name,Event ID,Public ID,Short ID,Notes",
        "1,Anna,Kim,a@a.example,ACTIVE,No,5,Day,7,A-ABC123,a_x,",
        "2,Bo,Li,b@a.example,CANCELLED,No,5,Day,7,A-ABC124,a_y,",
        "3,Cy,Lo,c@a.example,AWAITING_PAYMENT,No,5,Day,7,A-ABC125,a_z,",
    ),
    text(
        "alf-io",
        "ID,Category,Event,Status,OriginalPrice,Full Name,First Name,Last Name,E-Mail,Locked,Language,Country Code",
        "u-1,Std,Summit,ACQUIRED,1,Anna Kim,Anna,Kim,a@a.example,false,en,GB",
        "u-2,Std,Summit,CHECKED_IN,1,Bo Li,Bo,Li,b@a.example,false,en,",
    ),
    text("refused-photos", "Name,I do NOT want to be photographed", "Anna Kim,Yes", "Bo Li,No", "Cy Lo,"),
    text("photo-yes-no", "Name,Photo consent (yes/no)", "Anna Kim,Yes", "Bo Li,no", "Cy Lo,", "Di Ho,perhaps"),
    text(
        "found-by-content",
        "Wer,Adresse elektronisch,Erreichbar,Woher,Kennung",
        "Anna Kim,anna@a.example,+44 7700 900001,Germany,AB12-77Q",
        "Bo Li,bo@a.example,+44 7700 900002,FR,AB12-78R",
        "Cy Lo,cy@a.example,+44 7700 900003,Italy,AB12-79S",
    ),
    text(
        "nothing-to-guess",
        "Name,Passport,Flight,Language,Arrival,Date of birth",
        "Anna Kim,AB1234567,LH1234A,DE,08.05.2026,01.02.1980",
        "Bo Li,CD1234568,BA2234B,FR,09.05.2026,02.02.1981",
        "Cy Lo,EF1234569,AF3234C,IT,09.05.2026,03.02.1982",
    ),
    text("name-and-surname", "Name,Surname,City", "Anna,Kim,Leeds", "Bo,Li,Bath"),
    text("whole-name-and-surname", "Name,Surname,City", "Anna Kim,Kim,Leeds", "Bo Li,Li,Bath"),
    text("phone-header-without-phones", "Name,Phone", "Anna Kim,yes", "Bo Li,no", "Cy Lo,yes"),
    text(
        "said-by-the-caller",
        "Wer,Kennung,Email",
        "Anna Kim,q1,a@a.example",
        mapping={"name": "Wer", "ticket_code": "Kennung", "email": ""},
    ),
    text(
        "zoom",
        "Attendee Report",
        "Topic,Webinar ID,# Registrants",
        "Summit,1,2",
        "Attendee Details",
        "Attended,User Name (Original Name),First Name,Last Name,Email,Phone,Registration Time,"
        "Approval Status,Country/Region Name",
        "Yes,Anna K,Anna,Kim,a@a.example,07700900001,,approved,India",
        "No,Bo L,Bo,Li,b@a.example,,,denied,India",
    ),
    text(
        "tito",
        "Ticket Full Name,Ticket First Name,Ticket Last Name,Ticket Email,Ticket Company Name,Ticket,"
        "Ticket Reference,Order Reference,Order Name",
        "Anna Kim,Anna,Kim,a@a.example,Acme,Early bird,ABCD-1,ABCD,Buyer Person",
    ),
    text(
        "conftool",
        "personID;gender;title;firstname;name;organisation;city;country;email;phone;reg_status",
        "12;f;Dr.;Anna;Kim;Acme;Leeds;GB;a@a.example;+44 1;paid",
    ),
    text(
        "swapcard",
        "First Name,Last Name,Email,Job Title,Company,Groups,Registration Status",
        "Anna,Kim,a@a.example,Chief,Acme,Speakers,Registered",
    ),
    text(
        "idloom",
        "Registration number;Category;First name;Last name;Email;Company;Country;Status;Total;Payment status",
        "R-12;Delegate;Anna;Kim;a@a.example;Acme;Belgium;Complete;120.00;Paid",
        "R-13;Delegate;Bo;Li;b@a.example;Lo;France;Cancelled;0.00;",
    ),
    text(
        "mailchimp",
        '"Email Address","First Name","Last Name",MEMBER_RATING,OPTIN_TIME,LATITUDE,LEID,NOTES,TAGS',
        'a@a.example,Anna,Kim,2,2026-01-01,55.8,1,vip,"""Speaker"",""VIP"""',
    ),
    Trap(
        "attendize",
        "list.csv",
        b"First Name,Last Name,Email,Ticket ID,Reference,Ticket Type,Order Date,Has Arrived,Arrival Time\r\n"
        b"Anna,Kim,a@a.example,9,X-1,Day,2026-01-01,NO,\r\n",
        ReadOptions(),
    ),
)
