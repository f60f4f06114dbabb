"""Recognizing data about single students by the names of its columns, so that it is refused at the door.

Source: EDU-09. Aggregates only: no names, birth dates, e-mail addresses, national or student numbers.
"""

import itertools
import re
from typing import Final

_WORD: Final = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+")
_STUDENT: Final = frozenset({"student", "pupil", "learner", "child"})
_OF_ONE: Final = frozenset(
    {"id", "ids", "number", "no", "num", "nbr", "key", "name", "names", "first", "last", "uid", "code"}
)
_ALWAYS: Final = frozenset(
    {"ssn", "dob", "email", "emails", "mail", "birthdate", "birthday", "firstname", "lastname", "surname",
     "middlename", "givenname", "familyname", "studentid", "studentname", "studentnumber", "studentno", "pupilid",
     "guardian", "guardians", "ssid", "sasid", "suid", "emailaddress"}
)  # fmt: skip
_TOGETHER: Final = (
    ("birth",), ("social", "security"), ("first", "name"), ("last", "name"), ("middle", "name"), ("given", "name"),
    ("family", "name"), ("e", "mail"), ("sis", "id"), ("lunch", "number"), ("parent", "name"),
)  # fmt: skip


def student_field(name: str) -> bool:
    """Whether a column or field of this name belongs to single students: `Student ID`, `DOB`, `last_name`.

    `Student_Count_Total` and `School_Survey_Student_Response_Rate_Pct` do not.
    """
    words = [word.lower() for word in _WORD.findall(name)]
    joined = "".join(words)
    if joined in _ALWAYS or not _ALWAYS.isdisjoint(words):
        return True
    pairs = list(itertools.pairwise(words))
    if any(first in _STUDENT and second in _OF_ONE for first, second in pairs):
        return True
    if any(first in _STUDENT and third == "id" for first, third in zip(words, words[2:], strict=False)):
        return True
    return any(
        tuple(words[at : at + len(together)]) == together
        for together in _TOGETHER
        for at in range(len(words) - len(together) + 1)
    )
