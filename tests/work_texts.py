"""Descriptions of work for the tests, written for them."""

INVORDERAAR = (
    "Wij bieden een goede reiskostenvergoeding en een laptop van de zaak. Je int openstaande aanslagen van inwoners en kleine bedrijven. "
    "Je treft betalingsregelingen binnen de leidraad, stuurt dwangbevelen en legt loonbeslag als iemand niet reageert. "
    "Aan de telefoon leg je boze mensen rustig uit waarom zij moeten betalen. "
    "Wat je met een dossier doet bepaal je zelf, een senior kijkt alleen mee bij een faillissement. "
    "Beleidsnota's schrijf je niet. Vroeger deed je ook de post."
)

TEAMLEIDER = (
    "Je geeft leiding aan achttien juristen en beleidsadviseurs. Je neemt mensen aan, voert de jaargesprekken, verdeelt het werk "
    "en gaat over het budget van de afdeling. "
    "De directie vraagt je om raad over de koers, maar beslist zelf. Je maakt het jaarplan en legt er verantwoording over af."
)

COORDINATOR = (
    "Ik behandel bezwaren tegen de WOZ-waarde van woningen: ik lees de bezwaren, bel de mensen en schrijf de uitspraak. "
    "Daarnaast verdeel ik elke ochtend de nieuwe zaken onder de zes collega's, plan ik het rooster en houd ik de werkvoorraad van het team in de gaten. "
    "Beoordelingsgesprekken voer ik niet en een budget heb ik niet: dat doet de teamleider."
)

KOK = (
    "Je kookt elke dag de lunch voor de bewoners van het verzorgingshuis, bestelt vlees en groente, maakt de keuken schoon "
    "en houdt je aan de regels voor hygiëne. "
    "Je begeleidt de leerling-kok en bedenkt het menu voor de feestdagen."
)

HELPDESK = (
    "- neemt meldingen van collega's over computers en telefoons aan en legt ze vast\n"
    "- zet wachtwoorden terug en lost bekende storingen op\n"
    "- richt werkplekken in, sluit laptops en schermen aan\n"
    "- zet moeilijke storingen door naar de beheerder"
)
