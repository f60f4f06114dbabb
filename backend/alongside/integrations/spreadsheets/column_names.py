"""By what names people call the columns of their lists; a star marks a field that several columns may fill."""

from typing import Final

PARTNER: Final = """
partner.name: partner | partner name | organization | organization name | organisation | org | org name |
    agency | agency name | provider | provider name | vendor | vendor name | community partner | name of
    organization | name of partner | cbo | company | nonprofit name | lead agency | partner organization |
    socio | organizacion
partner.legal_name: legal name | legal entity | registered name | legal organization name | full legal name
partner.ein: ein | fein | tax id | tax id number | federal tax id | ein number | tin | employer id | ein tax
    id
partner.org_type: type of organization | organization type | org type | partner type | agency type | sector
    type
partner.mission: mission | mission statement | about | organization description | description of organization
partner.website: website | web site | url | web | web address | homepage | web page | site web
partner.phone: main phone | organization phone | office phone | partner phone | agency phone | org phone
partner.email: main email | organization email | office email | general email | partner email | agency email
partner.address: address | street address | street | mailing address | address 1 | address line 1 | direccion
partner.city: city | town | ciudad
partner.state: state | st | estado
partner.postal_code: zip | zip code | zipcode | postal code | zip postal code
partner.languages*: languages | language | languages spoken | languages served | idiomas
partner.funding_status: funding status | funding | funded
partner.charges_fee: charges fee | fee | fees | charges a fee | fee based | charge to school | fee yn
partner.vendor_number: vendor number | vendor no | vendor id | supplier number | district vendor number
"""

WORK: Final = """
program.name: program | program name | programme | service | services | name of program | program title |
    programa | program service | initiative | activity
program.description: description | program description | service description | what they do | summary | notes
    on program | description of services
program.areas*: area | areas | focus area | focus areas | service area | category | program area | need area |
    program type | type of service | service type
program.delivery: delivery | mode | format | in person or virtual | delivery mode | modality
program.supervision: alone with students | alone | ever alone with students | volunteers alone with students |
    people alone with students | unsupervised with students | sin supervision
program.times_of_day*: time | time of day | when | times | program time | schedule
program.weekdays*: days | weekdays | days of week | day of week | meeting days
program.grades*: grades | grade | grade levels | grade level | grades served | grade band | grados
program.capacity_students: capacity | students served | number of students | max students | slots | student
    capacity | number served | students | how many students
program.cost_to_school: cost | cost to school | price | program cost | school cost | cost per school | amount
agreement.type: agreement type | type of agreement | contract type | document type | mou or contract |
    agreement | mou type | mou
agreement.title: agreement title | contract title | agreement name | mou title | title of agreement
agreement.schools*: school | schools | site | sites | school site | schools served | school name | school
    names | campus | campuses | location | locations | school s | escuela | escuelas | school 1 | school 2 |
    school 3 | school 4
agreement.starts_on: start | start date | begin | begin date | beginning | agreement start | effective date |
    effective | from | mou start | contract start | mou start date | contract start date | term start | inicio
agreement.ends_on: end | end date | expiration | expiration date | expires | expires on | expiry | agreement
    end | to | mou end | contract end | mou end date | mou expires | mou expiration | contract end date | term
    end | through | fin
agreement.signed_on: signed | date signed | signed on | signature date | executed | execution date | signed
    date
agreement.financial_terms: financial terms | contract amount | contract value | payment terms | compensation
agreement.shares_student_records: data sharing | shares student data | student data | data shared | ferpa |
    dsa
"""

PEOPLE: Final = {
    "contact": ("contact", "primary contact", "main contact", "contact person", "point of contact", "poc"),
    "second_contact": (
        "second contact", "secondary contact", "contact 2", "other contact", "alternate contact", "program contact",
        "site contact",
    ),
    "signatory": (
        "signatory", "signer", "authorized signatory", "authorized signer", "executive director", "signed by",
    ),
}  # fmt: skip
"""Whom a list names: the first is also meant by a bare "email" or "phone"."""

OF_A_PERSON: Final = {
    "name": ("name",),
    "first_name": ("first name", "first"),
    "last_name": ("last name", "last", "surname"),
    "title": ("title", "job title", "role", "position"),
    "email": ("email", "e mail", "email address", "mail", "correo"),
    "phone": ("phone", "telephone", "tel", "phone number", "cell", "mobile", "telefono"),
}
