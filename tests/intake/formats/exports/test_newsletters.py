from io import BytesIO
from zipfile import ZipFile

from reader.articles.article import BlockKind
from reader.intake.containers import Container, container_of
from reader.intake.entries import Entries
from reader.intake.gathering import entries_of
from reader.intake.hints import Hints
from reader.intake.making import articles_of

TEXT = (
    "أكتب إليكم هذا الأسبوع من مقهى صغير على طرف الميناء، حيث يلعب الصيادون الورق.",
    "وأسأل نفسي لماذا نكتب الرسائل، ونحن نعرف أنّ أكثرها لن يصل.",
)
MARKUP = "".join(f"<p>{text}</p>" for text in TEXT)


def read(files: dict[str, str]) -> Entries:
    packed = BytesIO()
    with ZipFile(packed, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    data = packed.getvalue()
    assert container_of(data) is Container.ARCHIVE
    return entries_of(Container.ARCHIVE, data, Hints(file="export.zip"))


def texts(entries: Entries, number: int = 0) -> tuple[str, ...]:
    one = list(articles_of(entries.entries, entries.importer))[number].article
    return tuple(block.text for block in one.blocks if block.kind is not BlockKind.HEADLINE)


def test_letters_of_substack_with_what_its_table_knows_of_them():
    offer = '<div class="subscription-widget-wrap"><p>اشترك ليصلك الجديد</p><form><input type="email"></form></div>'
    button = '<p class="button-wrapper"><a class="button primary" href="https://x.example"><span>شارك</span></a></p>'
    entries = read(
        {
            "posts.csv": "post_id,post_date,is_published,email_sent_at,type,audience,title,subtitle,podcast_url\n"
            '101.port,2024-03-05T10:00:00.000Z,true,,newsletter,everyone,"رسالة, من الميناء",عن الكتابة,\n'
            "102.draft,,false,,newsletter,everyone,رسالة أخرى,,\n",
            "email_list.garden.csv": "email,active_subscription\na@example.org,true\n",
            "posts/101.port.html": f"{MARKUP}{offer}{button}",
            "posts/101.opens.csv": "post_id,timestamp\n",
            "posts/102.draft.html": MARKUP,
            "posts/103.empty.html": " ",
        }
    )
    letter, draft = entries.entries
    assert (letter.title, letter.published) == ("رسالة, من الميناء", "2024-03-05T10:00:00.000Z")
    assert texts(entries) == ("عن الكتابة", *TEXT)
    assert (draft.published, draft.leftovers) == ("", ("رسالة أخرى: draft",))
    assert set(entries.leftovers) == {"email_list.garden.csv", "posts/103.empty.html"}


def medium(title: str) -> str:
    return (
        f"<!DOCTYPE html><html><head><meta charset='utf-8'><title>{title}</title></head><body>"
        f"<article class='h-entry'><header><h1 class='p-name'>{title}</h1></header><section "
        f"data-field='subtitle' class='p-summary'>عن الرسائل…"
        "</section><section data-field='body' class='e-content'><section class='section'><div><h3 "
        f"class='graf graf--h3 graf--leading "
        f"graf--title'>{title}</h3>{MARKUP}</div></section></section><footer><p>By <a "
        "href='https://medium.com/@hind' class='p-author h-card'>هند المرّاكشي</a> on <a href='https://medium.com/p/1'>"
        "<time class='dt-published' datetime='2024-03-05T10:00:00.000Z'>March 5, 2024</time></a>.</p><p><a "
        "href='https://medium.com/@hind/port-1' class='p-canonical'>Canonical link</a></p><p>Exported from <a "
        "href='https://medium.com'>Medium</a> on June 1, 2024.</p></footer></article></body></html>"
    )


def test_texts_of_medium_and_what_was_kept_there():
    entries = read(
        {
            "README.html": "<p>This is your archive</p>",
            "posts/2024-03-05_port-1.html": medium("رسالة من الميناء"),
            "posts/draft_port-2.html": medium("رسالة أخرى"),
            "bookmarks/bookmarks-0001.html": "<ul><li><a class='h-cite' href='https://medium.com/p/9'>عن البحر</a><br>"
            "<time class='dt-published' datetime='2020-01-01T00:00:00Z'>2020</time></li></ul>",
            "claps/claps-0001.html": "<ul><li>+1</li></ul>",
        }
    )
    kept, text, draft = entries.entries
    assert (kept.title, kept.address, kept.html) == ("عن البحر", "https://medium.com/p/9", "")
    assert (text.title, text.authors, text.address) == (
        "رسالة من الميناء",
        ("هند المرّاكشي",),
        "https://medium.com/@hind/port-1",
    )
    assert text.published == "2024-03-05T10:00:00.000Z"
    assert texts(entries, 1) == ("عن الرسائل…", *TEXT)
    assert draft.leftovers == ("رسالة أخرى: draft",)
    assert set(entries.leftovers) == {"README.html", "claps/claps-0001.html"}


def test_letters_are_read_where_their_table_is_damaged():
    entries = read({"posts.csv": 'post_id,title\n101.port,"' + "x" * 200_000 + "\n", "posts/101.port.html": MARKUP})
    assert entries.entries[0].title == "101.port"
    assert texts(entries) == TEXT


def test_a_site_with_posts_of_its_own_is_no_archive_of_medium():
    packed = BytesIO()
    with ZipFile(packed, "w") as archive:
        archive.writestr("README.html", "<p>موقع الميناء</p>")
        archive.writestr("posts/port.html", MARKUP)
    assert container_of(packed.getvalue()) is None
