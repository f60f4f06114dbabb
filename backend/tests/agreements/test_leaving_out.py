"""Schools whose principals do not answer: the office goes on without them, and nobody else is asked again (B4)."""

from uuid import UUID

import pytest

from alongside.identity.scopes import Role
from tests.agreements.scene import URL, Scene, a_scene, done, match, moves, slug
from tests.schools.factories import a_school
from tests.world import World

REASON = {"reason": "Say who opens the gym"}


@pytest.fixture
async def scene(world: World) -> Scene:
    return await a_scene(world)


def words(agreement: dict) -> dict[str, str]:
    return {each["school"]["name"]: each["confirmation"] for each in agreement["schools"]}


async def test_thirteen_of_fourteen_go_on_without_the_one_that_is_silent(world: World, scene: Scene) -> None:
    named = [scene.alder, scene.birch, *[await a_school(world, name=f"School {n:02}") for n in range(12)]]
    leader = await world.person(Role.SCHOOL_LEADER, schools=named, name="Fourteen Schools")
    silent = named[-1]
    there = {"party": "partner", "text": "Two tutors", "school_id": str(silent)}
    everywhere = {"party": "partner", "text": "Books", "school_id": None}
    agreement = await scene.drafted(school_ids=[str(each) for each in named], resources=[there, everywhere])
    agreement = await scene.moved(agreement, "submit", "start-review")
    at = f"{URL}/{agreement['id']}"
    for school in named[:-1]:
        agreement = done(await leader.http.post(f"{at}/schools/{school}/confirm"))
    stuck = await scene.office.http.post(f"{at}/approve")
    assert (stuck.status_code, stuck.json()["needs"]) == (409, ["schools_answered"])
    agreement = done(await scene.office.http.get(at))
    assert [each["school"]["id"] for each in agreement["schools"] if each["can_leave_out"]] == [str(silent)]
    seen = done(await scene.admin.http.get(at))
    assert not any(each["can_leave_out"] for each in seen["schools"])
    refused = await scene.admin.http.delete(f"{at}/schools/{silent}", headers=match(seen))
    assert refused.status_code == 403

    left = done(await scene.office.http.delete(f"{at}/schools/{silent}", headers=match(agreement)))
    assert set(words(left).values()) == {"confirmed"}
    assert len(left["schools"]) == 13
    assert [each["text"] for each in left["resources"]] == ["Books"]
    history = done(await scene.office.http.get(f"/api/v1/history/agreement/{agreement['id']}"))
    assert history["items"][-1]["kind"] == "agreement.school_removed"
    approved = await scene.moved(left, "approve", "send-for-signature")
    text = done(await scene.office.http.get(f"{at}/text"))
    assert "School 11" not in str(text["document"])
    assert "Two tutors" not in str(text["document"])
    assert approved["status"] == "out_for_signature"


async def test_a_school_that_answered_is_not_left_out(scene: Scene) -> None:
    agreement = await scene.moved(await scene.drafted(), "submit", "start-review")
    at = f"{URL}/{agreement['id']}"
    agreement = done(await scene.principal.http.post(f"{at}/schools/{scene.alder}/confirm"))
    refused = await scene.office.http.delete(f"{at}/schools/{scene.alder}", headers=match(agreement))
    assert (refused.status_code, slug(refused)) == (409, "text-is-fixed")
    assert words(done(await scene.office.http.get(at)))["Alderbrook School"] == "confirmed"


async def test_without_any_school_it_is_not_approved(scene: Scene) -> None:
    agreement = await scene.moved(await scene.drafted(school_ids=[str(scene.alder)]), "submit", "start-review")
    at = f"{URL}/{agreement['id']}"
    left = done(await scene.office.http.delete(f"{at}/schools/{scene.alder}", headers=match(agreement)))
    assert left["schools"] == []
    assert moves(left)["approve"] == ["school_confirmed"]


async def test_a_school_less_or_more_in_what_was_sent_back_leaves_the_other_words(scene: Scene, world: World) -> None:
    cedar = await a_school(world, name="Cedar School")
    agreement = await scene.moved(await scene.drafted(), "submit", "start-review")
    at = f"{URL}/{agreement['id']}"
    done(await scene.principal.http.post(f"{at}/schools/{scene.alder}/confirm"))
    back = done(await scene.office.http.post(f"{at}/request-changes", json=REASON))
    fewer = done(await scene.office.http.delete(f"{at}/schools/{scene.birch}", headers=match(back)))
    assert words(fewer) == {"Alderbrook School": "confirmed"}
    more = done(await scene.office.http.put(f"{at}/schools/{cedar}", headers=match(fewer)))
    assert words(more) == {"Alderbrook School": "confirmed", "Cedar School": "pending"}
    other = done(await scene.office.http.patch(at, json={"purpose": "Another one"}, headers=match(more)))
    assert set(words(other).values()) == {"pending"}


@pytest.mark.parametrize(
    ("refused_with", "method", "path", "body"),
    [
        ("agreement-cannot-move", "POST", "reviews", {"step": "program", "decision": "approved"}),
        ("agreement-cannot-move", "POST", "start-review", None),
        ("agreement-cannot-move", "POST", "sign-on-paper", "paper"),
        ("text-is-fixed", "PATCH", "", {"title": "Another"}),
        ("text-is-fixed", "DELETE", "schools/{alder}", None),
        ("cannot-follow", "POST", "amendments", None),
    ],
)
async def test_what_is_refused_says_what_is_possible_instead(
    scene: Scene, refused_with: str, method: str, path: str, body: object
) -> None:
    """Wherever a step is refused for where the agreement stands, the answer carries the caller's own moves."""
    agreement = await scene.moved(await scene.drafted(), "submit")
    if path == "amendments":
        agreement = await scene.moved(agreement, "withdraw")
    if path == "start-review":
        agreement = await scene.moved(agreement, "start-review")
    if path.startswith("schools"):
        agreement = done(await scene.principal.http.post(f"{URL}/{agreement['id']}/schools/{scene.alder}/confirm"))
    if body == "paper":
        body = {
            "party": "partner", "name": "Tomas Reyes", "title": "Chair", "signed_on": "2020-01-27",
            "sha256": "0" * 64, "document_id": str(UUID(int=0)),
        }  # fmt: skip
    at = f"{URL}/{agreement['id']}"
    now = done(await scene.office.http.get(at))
    address = f"{at}/{path.format(alder=scene.alder)}".rstrip("/")
    answer = await scene.office.http.request(method, address, json=body, headers=match(now))
    assert (answer.status_code, slug(answer)) == (409, refused_with)
    assert answer.json()["allowed_moves"] == now["allowed_moves"]
    assert answer.json()["state"] == now["status"]
