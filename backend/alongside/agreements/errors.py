"""What can go wrong with agreements."""

from alongside.core.errors import (
    AlreadyExists,
    BodyTooLarge,
    CannotMove,
    Conflict,
    Forbidden,
    NotFound,
    UnsupportedMediaType,
)


class AgreementNotFound(NotFound):
    slug, title = "agreement-not-found", "There is no such agreement here"


class DocumentNotFound(NotFound):
    slug, title = "document-not-found", "There is no such paper here"


class PromiseNotFound(NotFound):
    slug, title = "promise-not-found", "The agreement makes no such promise"


class JoinRequestNotFound(NotFound):
    slug, title = "join-request-not-found", "There is no such request to join here"


class OpeningNotFound(NotFound):
    slug, title = "opening-not-found", "Nobody proposed here that other districts may join"


class OpenAgreementNotFound(NotFound):
    slug, title = "open-agreement-not-found", "No district has opened such an agreement, or it is closed"


class CannotOpen(CannotMove):
    slug, title = "cannot-open", "This agreement cannot be opened to other districts now"


class OpeningThere(Conflict):
    slug, title = "opening-there", "It is open to other districts already, or the partner has not answered yet"


class OpeningCannotMove(CannotMove):
    slug, title = "opening-cannot-move", "This step is not possible now"


class CannotAdopt(Conflict):
    slug, title = "cannot-adopt", "This agreement is on hold or closed to other districts now"


class AdoptedAlready(AlreadyExists):
    slug, title = "adopted-already", "An agreement here adopts it already, or is on its way"


class NotYourSchool(Forbidden):
    slug, title = "not-your-school", "A school's principal or coordinator asks for their own school"


class CannotJoin(Conflict):
    slug, title = "cannot-join", "This agreement cannot be joined now, or the school is on it already"


class JoinAsked(Conflict):
    slug, title = "join-asked", "The school has asked already; the office has not answered yet"


class JoinCannotMove(CannotMove):
    slug, title = "join-cannot-move", "This request to join cannot take that step now"


class PlanNotFound(NotFound):
    slug, title = "site-plan-not-found", "There is no such site plan here"


class PlanCannotMove(CannotMove):
    slug, title = "site-plan-cannot-move", "This site plan cannot take that step now"


class PlanIsFixed(Conflict):
    slug, title = "site-plan-is-fixed", "The words of this plan no longer change; write the next one"


class PlanUnderWay(Conflict):
    slug, title = "site-plan-under-way", "A site plan for this school is under way already"


class NoPlansHere(Conflict):
    slug, title = "no-site-plans-here", "Site plans stand under a legal agreement that is not over"


class RevisitNotFound(NotFound):
    slug, title = "revisit-not-found", "The agreement has no such revisit"


class NotYourRevisit(Forbidden):
    slug, title = "not-your-revisit", "The school's side and the partner answer the revisit"


class SpokeForOther(Forbidden):
    slug, title = "spoke-for-other-side", "You spoke for the other side; somebody else answers for this one"


class RevisitNotOpen(Conflict):
    slug, title = "revisit-not-open", "This revisit is not open now"


class RevisitAnswered(Conflict):
    slug, title = "revisit-answered", "Both sides have answered this revisit"


class SchoolNotNamed(NotFound):
    slug, title = "school-not-named", "The agreement does not name this school"


class AgreementCannotMove(CannotMove):
    slug, title = "agreement-cannot-move", "This agreement cannot take that step now"


class TextIsFixed(Conflict):
    slug, title = "text-is-fixed", "The text of this agreement no longer changes; draft an amendment"


class AnotherText(Conflict):
    slug, title = "another-text", "The text was changed since you read it; read it again before you sign"


class NothingToCertify(Conflict):
    slug, title = "nothing-to-certify", "The text was not fixed for signature yet; there is nothing to certify"


class NotWaiting(Conflict):
    slug, title = "not-waiting", "Some of these do not wait for the board now; nothing was recorded"


class BoardVoteNotFound(NotFound):
    slug, title = "board-vote-not-found", "There is no such vote here"


class CannotFollow(Conflict):
    slug, title = "cannot-follow", "This agreement cannot be renewed or amended now"


class TemplateNotFound(NotFound):
    slug, title = "template-not-found", "There is no such template here"


class TemplateVersionNotFound(NotFound):
    slug, title = "template-version-not-found", "The template has no such version"


class TemplateCannotMove(CannotMove):
    slug, title = "template-cannot-move", "This template cannot take that step now"


class TemplateRetired(Conflict):
    slug, title = "template-retired", "This template is retired; bring it back first"


class NothingDrafted(Conflict):
    slug, title = "nothing-drafted", "No version is being written that could be dropped"


class ClauseNotFound(NotFound):
    slug, title = "clause-not-found", "The agreement has no such clause on its checklist"


class NotYourClause(Forbidden):
    slug, title = "not-your-clause", "The two sides of the agreement and its reviewers speak about its clauses"


class ClausesFixed(Conflict):
    slug, title = "clauses-fixed", "The text was sent for signature; its clauses are fixed"


class NothingToChange(Conflict):
    slug, title = "nothing-to-change", "At this revisit both sides did not ask for a change, or have not both spoken"


class WholeDistrict(Forbidden):
    slug, title = "district-matter", "This is set for the whole district, by those who work for all of it"


class NotYourAgreement(Forbidden):
    slug, title = "not-your-agreement", "Only the side that wrote this agreement and the district office may do this"


class NotYourSide(Forbidden):
    slug, title = "not-your-side", "You may draft for your own school or your own organization"


class NotReceiving(Forbidden):
    slug, title = "not-receiving", "The side that should have received it says whether it came"


class NotInForce(Conflict):
    slug, title = "not-in-force", "Only what is fully signed and has begun can be kept or not"


class PersonNeeded(Forbidden):
    slug, title = "person-needed", "Only a person may give their word"


class DocumentTooLarge(BodyTooLarge):
    slug, title = "document-too-large", "A paper may have 25 MB at most"


class DocumentRefused(UnsupportedMediaType):
    slug, title = "document-refused", "Only PDF, PNG, JPEG and Word files are kept, and name and content have to agree"


class NotAboutData(Conflict):
    slug, title = "not-about-data", "Only a data sharing agreement says how student records are shared"


class NotCertifying(Forbidden):
    slug, title = "not-certifying", "The partner, or the office for it, certifies that records were destroyed"


class DestructionNotDue(Conflict):
    slug, title = "destruction-not-due", "No student records have to be destroyed under this agreement now"


class AgreementOverlaps(Conflict):
    slug, title = "agreement-overlaps", "Another agreement of this type already covers this"
