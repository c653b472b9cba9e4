"""Names and places of the languages that attendee lists come in, to be written in the encodings of those languages."""

from __future__ import annotations

NAMES: dict[str, tuple[str, ...]] = {
    "de": ("Jürgen Groß", "Käthe Müller", "Björn Schäfer", "Günther Weiß", "Zoë Böhm", "Jörg Köhler"),
    "fr": ("Zoé Lefèvre", "François Bérenger", "Hélène Guérin", "Noël Châtelain", "Anaïs Lebœuf", "Jérôme Gaîté"),
    "es": ("José Núñez", "María Peña", "Andrés Ibáñez", "Begoña Muñoz", "Ángel Gutiérrez", "Inés Güell"),
    "it": ("Niccolò Forlì", "Nicolò Cantù", "Università di Forlì", "Località Sabaudìa", "Giosuè Però"),
    "pt": ("João Guimarães", "Conceição Magalhães", "António Simões", "Inês Gonçalves", "Célia Araújo", "Brandão"),
    "nl": ("Daniël Noë", "Loïs van Coëvorden", "Chloë Geërts", "Zoë Citroën", "André Coördes"),
    "da": ("Søren Kjær", "Jørgen Ågård", "Bjørn Sørensen", "Mæt Østergård", "Åse Højbjerg"),
    "sv": ("Åsa Sjöström", "Göran Öberg", "Björn Åkesson", "Märta Hägglund", "Håkan Nyström"),
    "fi": ("Päivi Mäkinen", "Väinö Hämäläinen", "Jyrki Pöllänen", "Aino Järvinen"),
    "is": ("Þórður Guðmundsson", "Björk Guðjónsdóttir", "Sigurður Þór", "Ragnheiður Ævarsdóttir", "Hörður Ýmir"),
    "pl": ("Łukasz Żak", "Małgorzata Wójcik", "Agnieszka Dąbrowska", "Paweł Święch", "Józef Piłsudski", "Łódź Źródło"),
    "cs": ("Jiří Dvořák", "Tomáš Růžička", "Věra Čermáková", "Lukáš Kříž", "Zdeněk Šťastný", "Božena Němcová"),
    "sk": ("Ľubomír Ďurica", "Žofia Kováčová", "Ján Šťastný", "Mária Hlaváčová", "Peter Kľúčik", "Ďuriš Viliam"),
    "hu": ("Szőke Gergő", "Kovács Lőrinc", "Tóth Ágnes", "Dzsűdló Győző", "Fűzfa Erzsébet", "Nagy Ödön"),
    "sl": ("Žiga Černe", "Špela Krašovec", "Matjaž Gašper", "Urša Žnidaršič", "Blaž Čuk"),
    "hr": ("Željko Đukić", "Ivana Kovačević", "Šime Marković", "Nikša Božić", "Đurđa Perić"),
    "ro": ("Ştefan Ţiriac", "Mălina Brâncuşi", "Ioniţă Băsescu", "Răzvan Niţă", "Înţelept Şerban"),
    "tr": ("Şükrü Yıldız", "Ayşe Güneş", "İbrahim Çağlar", "Gülşah Öztürk", "Işıl Doğan", "Nuri Bilge Ceylanoğlu"),
    "ru": ("Иван Петров", "Ольга Щербакова", "Юрий Жуков", "Наталья Ёлкина", "Сергей Фёдоров", "Анна Эрнст"),
    "uk": ("Олександр Шевченко", "Їжакевич Іван", "Євген Ґалаґан", "Наталія Кравчук", "Микола Лисенко"),
    "bg": ("Георги Димитров", "Мария Иванова", "Пламен Щерев", "Цветан Ангелов", "Юлия Ъглова"),
    "sr": ("Ђорђе Јовановић", "Љиљана Петровић", "Њежић Милош", "Драган Џајић", "Ћирић Јелена"),
    "el": ("Γιώργος Παπαδόπουλος", "Ελένη Νικολάου", "Αθηνά Ξένου", "Δημήτρης Ψαρράς", "Άννα Θεοδώρου"),
    "lt": ("Žydrūnas Ilgauskas", "Eglė Jančiūtė", "Jūratė Čepaitė", "Mindaugas Šimkus", "Ąžuolas Kęstutis"),
    "lv": ("Jānis Bērziņš", "Līga Kalniņa", "Ģirts Krūmiņš", "Ilze Ķēniņa", "Raimonds Pauļuks"),
    "et": ("Jüri Mõttus", "Ülle Käärik", "Tõnis Šmidt", "Märt Õunapuu", "Pärt Žukov"),
}  # fmt: skip

# The old encodings in which lists of these languages are written, the usual one first.
WRITTEN: dict[str, tuple[str, ...]] = {
    "de": ("cp1252", "iso8859-1", "iso8859-15", "mac_roman", "cp850"), "fr": ("cp1252", "iso8859-15", "mac_roman"),
    "es": ("cp1252", "iso8859-1", "mac_roman", "cp850"), "it": ("cp1252", "iso8859-1", "mac_roman"),
    "pt": ("cp1252", "iso8859-1", "mac_roman"), "nl": ("cp1252", "iso8859-1", "mac_roman"),
    "da": ("cp1252", "iso8859-1", "mac_roman"), "sv": ("cp1252", "iso8859-1", "mac_roman"),
    "fi": ("cp1252", "mac_roman"),
    "is": ("cp1252", "iso8859-1"), "pl": ("cp1250", "iso8859-2", "mac_latin2", "cp852"),
    "cs": ("cp1250", "iso8859-2", "mac_latin2"), "sk": ("cp1250", "iso8859-2"), "hu": ("cp1250", "iso8859-2"),
    "sl": ("cp1250", "iso8859-2"), "hr": ("cp1250", "iso8859-2"), "ro": ("cp1250", "iso8859-2"),
    "tr": ("cp1254", "iso8859-9"), "ru": ("cp1251", "koi8-r", "iso8859-5", "mac_cyrillic", "cp866"), "uk": ("cp1251",),
    "bg": ("cp1251", "iso8859-5"), "sr": ("cp1251", "iso8859-5"), "el": ("cp1253", "iso8859-7"), "lt": ("cp1257",),
    "lv": ("cp1257",), "et": ("cp1257", "cp1252"),
}  # fmt: skip
