"""What partners say of their programs to families at Alderbrook School, and what the page there says itself."""

from dataclasses import dataclass
from datetime import date
from typing import Final


@dataclass(frozen=True, slots=True, kw_only=True)
class Public:
    """A partner's word on a program, and when the office put it on the school's page; None while it waits."""

    program: str
    partner: str
    said_on: date
    words: dict[str, str | bool]
    shown_on: date | None = None
    schedule_es: str | None = None
    place_es: str | None = None


SCHOOL: Final = "alderbrook"
OPENED_ON: Final = date(2020, 1, 14)
PAGE: Final = {
    "is_open": True,
    "ask": "Marisol Vega, partner coordinator, at the front desk",
    "ask_es": "Marisol Vega, coordinadora de organizaciones, en la recepción",
    "ask_phone": "(312) 555-0110",
}

PUBLIC: Final = (
    Public(
        program="riverbend/reading", partner="riverbend", said_on=date(2020, 1, 9), shown_on=date(2020, 1, 14),
        words={
            "summary": "Two students with one tutor.", "is_free": True,
            "how_to_join": "Ask your child’s teacher.", "name_es": "Tutoría de lectura",
            "summary_es": "Dos estudiantes con un tutor.", "how_to_join_es": "Pregunte a la maestra de su hijo.",
        },
        schedule_es="Martes y jueves, 3:45 a 5:00 p. m.", place_es="Cafetería",
    ),
    Public(
        program="secondbell/mural", partner="secondbell", said_on=date(2020, 1, 10), shown_on=date(2020, 1, 14),
        words={
            "summary": "Paint a wall of the school.", "is_free": True, "how_to_join": "Just come.",
            "name_es": "Taller de murales", "summary_es": "Pinten una pared de la escuela.",
            "how_to_join_es": "Solo vengan.",
        },
        schedule_es="Lunes y miércoles, 3:45 a 5:15 p. m.", place_es="Salón 208",
    ),
    Public(
        program="kitchen/evenings", partner="kitchen", said_on=date(2020, 1, 10), shown_on=date(2020, 1, 14),
        words={
            "summary": "Cook and eat together. Dinner is included.", "is_free": True, "how_to_join": "Call us.",
            "contact": "Rosa Ibarra", "phone": "(312) 555-0117", "name_es": "Noche de cocina en familia",
            "summary_es": "Cocinar y comer juntos. La cena está incluida.", "how_to_join_es": "Llámenos.",
        },
        schedule_es="El último lunes del mes, 5:30 a 7:00 p. m.", place_es="Cafetería",
    ),
    Public(
        program="harbor/counseling", partner="harbor", said_on=date(2020, 1, 13), shown_on=date(2020, 1, 15),
        words={
            "summary": "Somebody to talk to, in private.", "is_free": True, "how_to_join": "Ask any teacher, or call.",
            "phone": "(312) 555-0186", "name_es": "Alguien con quien hablar",
            "summary_es": "Alguien con quien hablar, en privado.",
            "how_to_join_es": "Pregunte a cualquier maestro o llame.",
        },
        schedule_es="Días de clases, 8:30 a. m. a 3:00 p. m.", place_es="Oficina principal",
    ),
    Public(
        program="kindling/club", partner="kindling", said_on=date(2020, 1, 24),
        words={
            "summary": "Read a book a month and talk about it.", "is_free": False, "cost": "$5 for each book",
            "how_to_join": "Sign up in the library.",
        },
    ),
)  # fmt: skip
