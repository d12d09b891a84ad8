"""What people are called in their work: "senior beleidsadviseur", "teamleider", "medewerker belastingen".

A regular expression for the word itself. In: nothing. Out: patterns, without capitals. Plurals do not match: "taxateurs" are people that the work is about.
"""

from __future__ import annotations

_NAMES_TEXT = """
adviseur adviseuse medewerker medewerkster leider leidster manager directeur directrice hoofd chef secretaris secretaresse coördinator coordinator specialist
consulent consulente inspecteur inspectrice controleur controller jurist juriste ambtenaar ambtenares beheerder analist analiste deurwaarder taxateur
taxatrice invorderaar inner griffier stagiair stagiaire trainee assistent assistente planner architect ontwikkelaar engineer tester archivaris boekhouder
administrateur accountant auditor inkoper redacteur receptionist receptioniste bode kok chauffeur handhaver toezichthouder expert strateeg officer functionaris
opzichter voorman monteur schoonmaker bibliothecaris docent trainer coach begeleider regisseur procesregisseur kwartiermaker bestuurder programmeur
"""
_GRADES = (
    r"(?:senior|junior|medior|ervaren|nieuwe?|eerste|tweede|strategisch|tactisch|operationeel|algemeen|plaatsvervangend|waarnemend|technisch|juridisch|financieel"
    r"|administratief|functioneel|meewerkend|allround|adjunct|vakkundige?|enthousiaste?|zelfstandige?|gemotiveerde?)"
)
ROLE = rf"(?:{_GRADES}\s+){{0,3}}[\w-]*(?:{'|'.join(_NAMES_TEXT.split())})"
"""One role, with what stands before it."""
