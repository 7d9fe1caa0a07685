"""The market check: looked up in one's own words, with what it can't say; or one's own table."""

from pathlib import Path

NORWAY = "Occupation,Area,Median\nNurse,Oslo,610000\nBaker,Oslo,450000\n,Oslo,1\n"


def test_a_kind_of_work_is_looked_up_and_drawn(own, opened):
    page = opened(own, "market")
    assert "plainer word" in page.press("market look", work="xyzzy", area="")
    assert page.trouble["field"] == "work"
    assert "No place is called" in page.press("market look", work="nurse", area="Xanadu")
    assert "Registered Nurses" in page.press("market look", work="nurse", area="Duluth")
    drawing = next(page.blocks("drawing"))
    assert "Duluth, MN-WI" in drawing["day"]
    assert "United States" in drawing["day"]
    table = next(page.blocks("tableblock"))
    assert [row[0] for row in table["rows"]] == ["Duluth, MN-WI", "Minnesota", "United States"]
    assert "don't know whether anybody is hiring" in page.text


def test_another_meaning_and_another_area_are_a_click_away(own, opened):
    page = opened(own, "market")
    page.press("market look", work="nurse", area="")
    page.press("market which", which="291171")
    assert "What Nurse Practitioners earn" in page.text
    page.press("market area", area="Wisconsin")
    assert [row[0] for row in next(page.blocks("tableblock"))["rows"]][-1] == "Wisconsin"
    assert "No place" in page.press("market area", area="Xanadu")


def test_what_one_takes_from_it_is_kept(own, opened):
    page = opened(own, "market")
    page.press("market look", work="nurse", area="")
    page.press("market save", words="It is enough to live on")
    assert own.goals.said("market") == "It is enough to live on"


def test_the_own_city_is_there_to_begin_with(own, opened):
    from olenb.contacts import you

    you.say(own.store, city="Duluth")
    assert opened(own, "market").field("area")["value"] == "Duluth, MN-WI"


def test_a_table_of_ones_own_is_seen_before_it_is_kept(own, opened, tmp_path: Path):
    path = tmp_path / "norway.csv"
    path.write_text(NORWAY, "utf-8")
    page = opened(own, "market")
    assert page.bring("market bring", path) == "2 rows read. 1 rows were left out."
    assert "Line 4: no occupation in this row." in page.text
    page.press("market leave")
    assert not own.store.rows("SELECT * FROM wage")
    page.bring("market bring", path)
    page.press("market keep", source="Statistics Norway, 2025", money="kr")
    page.press("market look", work="nurse", area="Oslo")
    assert "Half earn more than kr 610,000" in page.text
    page.press("market source", source="us")
    assert not list(page.blocks("drawing"))
    page.press("market drop")
    assert not own.store.rows("SELECT * FROM wage")


def test_another_kind_of_file_is_refused_and_nothing_changes(own, opened, tmp_path: Path):
    path = tmp_path / "people.csv"
    path.write_text("Name,Email\nAna,ana@x.example\n", "utf-8")
    page = opened(own, "market")
    assert "first row needs the names Occupation and Median" in page.bring("market bring", path)
    assert not page.buttons("market keep")
