"""Names and codes of countries as they stand in lists, in eight languages."""

from __future__ import annotations

from checkin.domain.names import fold

_CODES = """
    AD AE AF AG AL AM AO AR AT AU AZ BA BB BD BE BF BG BH BI BJ BN BO BR BS BT BW BY BZ CA CD CF CG CH CI CL CM CN
    CO CR CU CV CY CZ DE DJ DK DM DO DZ EC EE EG ER ES ET FI FJ FR GA GB GD GE GH GM GN GQ GR GT GW GY HK HN HR HT
    HU ID IE IL IN IQ IR IS IT JM JO JP KE KG KH KI KM KN KP KR KW KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME
    MG MK ML MM MN MO MR MT MU MV MW MX MY MZ NA NE NG NI NL NO NP NZ OM PA PE PG PH PK PL PS PT PY QA RO RS RU RW
    SA SB SC SD SE SG SI SK SL SM SN SO SR SS ST SV SY SZ TD TG TH TJ TL TM TN TO TR TT TW TZ UA UG UK US UY UZ VA
    VC VE VN XK YE ZA ZM ZW
    """

_NAMES = """
    Afghanistan|Albania|Algeria|Andorra|Angola|Argentina|Armenia|Australia|Austria|Azerbaijan|Bahamas|Bahrain
    Bangladesh|Belarus|Belgium|Belize|Benin|Bhutan|Bolivia|Bosnia and Herzegovina|Botswana|Brazil|Brunei|Bulgaria
    Burkina Faso|Burundi|Cambodia|Cameroon|Canada|Cape Verde|Chad|Chile|China|Colombia|Congo|Costa Rica|Croatia
    Cuba|Cyprus|Czech Republic|Czechia|Denmark|Dominican Republic|Ecuador|Egypt|El Salvador|England|Eritrea
    Estonia|Eswatini|Ethiopia|Fiji|Finland|France|Gabon|Gambia|Georgia|Germany|Ghana|Great Britain|Greece
    Guatemala|Guinea|Guyana|Haiti|Honduras|Hong Kong|Hungary|Iceland|India|Indonesia|Iran|Iraq|Ireland|Israel
    Italy|Ivory Coast|Jamaica|Japan|Jordan|Kazakhstan|Kenya|Kosovo|Kuwait|Kyrgyzstan|Laos|Latvia|Lebanon|Lesotho
    Liberia|Libya|Liechtenstein|Lithuania|Luxembourg|Madagascar|Malawi|Malaysia|Maldives|Mali|Malta|Mauritania
    Mauritius|Mexico|Moldova|Monaco|Mongolia|Montenegro|Morocco|Mozambique|Myanmar|Namibia|Nepal|Netherlands
    The Netherlands|New Zealand|Nicaragua|Niger|Nigeria|North Macedonia|Northern Ireland|Norway|Oman|Pakistan
    Palestine|Panama|Papua New Guinea|Paraguay|Peru|Philippines|Poland|Portugal|Qatar|Republic of Korea|Romania
    Russia|Russian Federation|Rwanda|Saudi Arabia|Scotland|Senegal|Serbia|Sierra Leone|Singapore|Slovakia|Slovenia
    Somalia|South Africa|South Korea|South Sudan|Spain|Sri Lanka|Sudan|Suriname|Sweden|Switzerland|Syria|Taiwan
    Tajikistan|Tanzania|Thailand|Togo|Trinidad and Tobago|Tunisia|Turkey|Türkiye|Turkmenistan|Uganda|Ukraine
    United Arab Emirates|United Kingdom|United States|United States of America|USA|Uruguay|Uzbekistan|Vatican
    Venezuela|Vietnam|Viet Nam|Wales|Yemen|Zambia|Zimbabwe|Deutschland|Österreich|Schweiz|Frankreich|Italien
    Spanien|Niederlande|Belgien|Polen|Tschechien|Slowakei|Ungarn|Dänemark|Schweden|Norwegen|Finnland
    Großbritannien|Vereinigtes Königreich|Irland|Griechenland|Türkei|Rumänien|Bulgarien|Kroatien|Slowenien
    Russland|Vereinigte Staaten|Luxemburg|Brasilien|Indien|Japan|Kanada|Australien|Allemagne|Autriche|Suisse
    Italie|Espagne|Pays-Bas|Belgique|Pologne|Tchéquie|Slovaquie|Hongrie|Danemark|Suède|Norvège|Finlande
    Royaume-Uni|Grande-Bretagne|Irlande|Grèce|Turquie|Roumanie|Bulgarie|Croatie|Slovénie|Russie|États-Unis|Brésil
    Inde|Japon|Maroc|Tunisie|Algérie|Chine|Canada|Australie|Afrique du Sud|Sénégal|Côte d'Ivoire|Cameroun|Alemania
    Austria|Suiza|Francia|Italia|España|Países Bajos|Holanda|Bélgica|Polonia|Chequia|Hungría|Dinamarca|Suecia
    Noruega|Finlandia|Reino Unido|Irlanda|Grecia|Turquía|Rumanía|Croacia|Rusia|Estados Unidos|EE UU|Brasil|México
    Perú|Marruecos|China|Japón|Germania|Svizzera|Spagna|Paesi Bassi|Belgio|Cechia|Repubblica Ceca|Ungheria
    Danimarca|Svezia|Norvegia|Regno Unito|Turchia|Croazia|Stati Uniti|Brasile|Giappone|Cina|Alemanha|Áustria|Suíça
    França|Itália|Espanha|Países Baixos|Bélgica|Polónia|Polônia|Hungria|Suécia|Grécia|Turquia|Roménia|Rússia|Japão
    Angola|Moçambique|Cabo Verde|Duitsland|Oostenrijk|Zwitserland|Frankrijk|Italië|Spanje|Nederland|België
    Tsjechië|Denemarken|Zweden|Noorwegen|Verenigd Koninkrijk|Engeland|Ierland|Griekenland|Turkije|Verenigde Staten
    Suriname|Niemcy|Szwajcaria|Francja|Włochy|Hiszpania|Portugalia|Holandia|Niderlandy|Belgia|Polska|Czechy
    Słowacja|Węgry|Dania|Szwecja|Norwegia|Wielka Brytania|Irlandia|Grecja|Turcja|Ukraina|Białoruś|Litwa|Łotwa
    Rosja|Stany Zjednoczone|Česko|Slovensko|Magyarország|Sverige|Norge|Danmark|Suomi|Hrvatska|Slovenija|Россия
    Україна|Украина|Ελλάδα|中国|日本
    """

_KNOWN = frozenset(fold(name) for line in _NAMES.splitlines() for name in line.split("|") if name.strip())
_ISO = frozenset(_CODES.split())


def is_country(text: str) -> bool:
    """Whether a cell names a country or is its code of two letters."""
    return text in _ISO or (len(text) < 60 and fold(text) in _KNOWN)
