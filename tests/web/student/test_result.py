"""The result page."""

from selectolax.lexbor import LexborHTMLParser as Page

from tests.web.cast import Browser, all_forms, paper_of, start_practice


def test_before_handing_in_it_leads_to_the_paper(owner: Browser) -> None:
    address = start_practice(owner)
    reply = owner.get(f"{address}/result")
    assert (reply.status_code, reply.location) == (303, address)


def test_it_shows_points_and_evidence(owner: Browser) -> None:
    address = start_practice(owner, length=18)
    owner.post(f"{address}/hand-in", data=all_forms(paper_of(owner, address)["paper"]["items"]))
    document = owner.get(f"/api{address}/result").get_json()
    page = Page(owner.get(f"{address}/result").text)
    heading = page.css_first("h1")
    assert heading is not None
    assert "of 18 points" in heading.text()
    marks = [mark.text() for mark in page.css("mark")]
    quotes = [place["quote"] for item in document["items"] for place in item["evidence"]]
    assert marks.count("nineteen trees") == quotes.count("nineteen trees") > 0
    assert "Qx-source-name" in str(page.html)  # whose words a paragraph is, is shown now


def test_it_is_the_same_at_every_look(owner: Browser) -> None:
    address = start_practice(owner)
    owner.post(f"{address}/hand-in")
    assert owner.get(f"{address}/result").text == owner.get(f"{address}/result").text


def test_every_mark_leads_to_its_question(owner: Browser) -> None:
    address = start_practice(owner, length=18)
    owner.post(f"{address}/hand-in", data=all_forms(paper_of(owner, address)["paper"]["items"]))
    page = Page(owner.get(f"{address}/result").text)
    links = [link.attributes["href"] for link in page.css(".marks a")]
    assert links == [f"#q{n}" for n in range(1, 19)]
    words = {"right": "Right", "partly": "Partly right", "wrong": "Not right"}
    for link in page.css(".marks a"):
        assert words.get(str(link.attributes["data-fate"]), "") in link.text()
    again = {link.attributes["href"] for link in page.css(".again a")}
    lost = {f"#{one.attributes['id']}" for one in page.css(".review:not([data-fate=right])")}
    assert again == lost != set()


def test_what_guessing_earns_is_not_held_against_a_weak_result(owner: Browser) -> None:
    address = start_practice(owner)
    owner.post(f"{address}/hand-in")
    assert "Guessing alone" not in owner.get(f"{address}/result").text
