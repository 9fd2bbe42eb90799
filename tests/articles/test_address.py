import pytest

from reader.articles.address import key_of

ARTICLE = "https://example.org/news/2024/harbour"


@pytest.mark.parametrize(
    "address",
    [
        "http://www.example.org/news/2024/harbour/",
        "https://EXAMPLE.org:443/news/2024/harbour#comments",
        "https://m.example.org/news/2024/harbour?utm_source=x&fbclid=y",
        " https://example.org/news/2024/harbour/amp ",
    ],
)
def test_what_does_not_lead_elsewhere_makes_no_other_address(address):
    assert key_of(address) == key_of(ARTICLE) != ""


def test_letters_may_be_written_as_percent_signs():
    assert key_of("https://example.org/%D9%85%D9%82%D8%A7%D9%84") == key_of("https://example.org/مقال")


def test_parameters_that_lead_elsewhere_count_in_any_order():
    assert (
        key_of(f"{ARTICLE}?id=2&page=1") == key_of(f"{ARTICLE}?page=1&utm_medium=m&id=2") != key_of(f"{ARTICLE}?id=3")
    )


def test_parameters_without_a_value_lead_elsewhere_too():
    assert key_of(f"{ARTICLE}?1001") != key_of(f"{ARTICLE}?1002") != key_of(ARTICLE)
    assert key_of("https://example.org/?1001") != ""


def test_another_port_leads_elsewhere_and_the_usual_one_does_not():
    assert key_of("http://localhost:8080/a") != key_of("http://localhost:9090/a") != key_of("http://localhost/a")
    assert key_of("https://localhost:443/a") == key_of("http://localhost:80/a") == key_of("http://localhost/a")
    assert key_of("http://localhost:99999/a") == ""


def test_an_address_with_half_a_character_is_compared_as_well():
    assert key_of(f"{ARTICLE}?q=\ud800").startswith("example.org/news/2024/harbour?")


@pytest.mark.parametrize(
    "address",
    ["", "https://example.org/", "http://www.example.org", "ftp://example.org/a", "مقال", "http://[", "//a/b"],
)
def test_what_is_no_articles_address_is_compared_with_none(address):
    assert key_of(address) == ""
