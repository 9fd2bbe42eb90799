"""Good files and what chance makes of them: for reading what nobody vouches for."""

import io
import json
import random
import zipfile
from collections.abc import Iterator
from pathlib import Path

PAPERS = Path(__file__).resolve().parents[1] / "data" / "papers"
MOST_BYTES = 200_000  # of a sample; larger ones only take longer

_TELLING = (
    *(b"\0", b"\xff" * 8, b"%PDF-", b"PK\x03\x04", b"<!ENTITY x SYSTEM 'file:///etc/passwd'>", b"&x;", b"<![CDATA["),
    *(b"../../../../tmp/x", b"endstream", b"999999999999", b"-1", b"\xd8\x00", b"<" * 300, b"[" * 300, b"{" * 300),
    *(
        "\u202e\ufdd0ﷺ".encode(),
        b"<script>",
        b"http://127.0.0.1:9/",
        b"data:image/png;base64,AAAA",
        b"\x1b",
        b"\\" * 50,
    ),
)
_ZIP = b"PK\x03\x04"


def mutated(data: bytes, chance: random.Random) -> bytes:
    """Return a file with a few things changed; in an archive mostly inside its files, so that it still opens."""
    if data.startswith(_ZIP) and chance.random() < 0.8:
        return _repacked(data, chance)
    for _ in range(chance.randint(1, 6)):
        data = _changed(data, chance)
    return data


def _changed(data: bytes, chance: random.Random) -> bytes:
    place = chance.randrange(len(data) + 1)
    end = min(len(data), place + chance.choice((1, 4, 32, 500)))
    other = chance.randrange(len(data) + 1)
    piece = {
        0: bytes([chance.randrange(256)]),
        1: b"",
        2: data[place:end] * 2,
        3: chance.choice(_TELLING) + data[place:end],
        4: chance.randbytes(end - place),
        5: data[other : other + end - place],
    }.get(chance.randrange(7))
    if piece is None:
        return data[:place] if chance.random() < 0.3 else data
    return data[:place] + piece + data[end:]


def _repacked(data: bytes, chance: random.Random) -> bytes:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            files = [(entry.filename, archive.read(entry)) for entry in archive.infolist()]
    except (zipfile.BadZipFile, OSError, ValueError, RuntimeError, NotImplementedError):
        return _changed(data, chance)
    if not files:
        return _changed(data, chance)
    chosen = chance.randrange(len(files))
    name, content = files[chosen]
    match chance.randrange(8):
        case 0:
            files.pop(chosen)
        case 1:
            files[chosen] = (chance.choice(("../../x", "/etc/x", "x\0y", name[::-1], name.upper())), content)
        case 2:
            files[chosen] = (name, bytes(chance.choice((0, 3_000_000))))
        case _:
            for _ in range(chance.randint(1, 5)):
                content = _changed(content, chance)
            files[chosen] = (name, content)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, inside in dict(files).items():
            archive.writestr(zipfile.ZipInfo(path.replace("\0", "_") or "_"), inside, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def cases(samples: dict[str, bytes], seed: int, number: int) -> Iterator[tuple[str, bytes]]:
    """Yield mutations, each with the name of what it was made of; the same for the same seed."""
    names = sorted(name for name, data in samples.items() if data and len(data) <= MOST_BYTES)
    for place in range(number):
        chance = random.Random(f"{seed}:{place}")
        name = names[place % len(names)]
        yield name, mutated(samples[name], chance)


def own_samples() -> dict[str, bytes]:
    """Return small good files of every kind, of our own making."""
    import docx

    from tests.intake.formats.office.test_odt import packed
    from tests.intake.formats.test_epub import book

    text = (PAPERS / "market.md").read_text(encoding="utf-8")
    document = docx.Document()
    document.add_heading("أسعار السمك", 0)
    document.add_paragraph(text[200:900], style="Quote")
    document.add_table(2, 2).cell(0, 0).text = "هامور"
    out = io.BytesIO()
    document.save(out)
    page = f"<!doctype html><html lang='ar'><title>سوق</title><article><h1>سوق</h1><p>{text}</p></article></html>"
    item = f"<item><title>سعر</title><description>{text}</description></item>"
    feed = f"<rss version='2.0'><channel><title>سوق</title>{item}</channel></rss>"
    return {
        **_of_programs(text),
        "a.txt": text.encode("windows-1256", "replace"),
        "a.md": text.encode(),
        "a.html": page.encode(),
        "feed.xml": feed.encode(),
        "feed.json": b'{"version":"https://jsonfeed.org/version/1","items":[{"id":"1","content_text":"x"}]}',
        "pocket.csv": b"title,url,time_added,tags,status\nx,https://example.org/,1700000000,a|b,unread\n",
        "wallabag.json": b'[{"id":1,"title":"x","url":"https://example.org","is_archived":0,"is_starred":1,"content":'
        b'"<p>x</p>","created_at":"2024-10-21T10:00:00+0000","mimetype":"text/html","tags":["a"],"annotations":[]}]',
        "a.epub": book(),
        "a.odt": packed("<text:h text:outline-level='1'>سوق</text:h><text:p>سمك<text:tab/>وخضار</text:p>"),
        "a.docx": out.getvalue(),
        "a.pdf": (PAPERS / "table.libreoffice.pdf").read_bytes(),
        "b.pdf": (PAPERS / "two-columns.chromium.pdf").read_bytes(),
    }


def _of_programs(text: str) -> dict[str, bytes]:
    """Return what programs make of a text: a page that a script shows, whole weblogs, letters, a conversation."""
    paragraphs = "".join(f"<p>{part}</p>" for part in text.split("\n\n"))
    kept = json.dumps({"props": {"post": {"title": "سوق", "body": paragraphs}}}, ensure_ascii=False).replace(
        "</", "<\\/"
    )
    item = (
        f"<item><title>سعر</title><content:encoded><![CDATA[{text}]]></content:encoded><wp:post_type>post</wp:post_type>"
        "<wp:status>publish</wp:status><wp:post_date_gmt>2024-03-05 10:00:00</wp:post_date_gmt></item>"
    )
    weblog = (
        "<rss version='2.0' xmlns:content='http://purl.org/rss/1.0/modules/content/' "
        f"xmlns:wp='http://wordpress.org/export/1.2/'><channel><title>سوق</title>{item}</channel></rss>"
    )
    site = {
        "db": [{"meta": {}, "data": {"posts": [{"id": "1", "title": "سوق", "html": paragraphs, "status": "draft"}]}}]
    }
    letters = io.BytesIO()
    with zipfile.ZipFile(letters, "w") as archive:
        archive.writestr("posts.csv", "post_id,post_date,is_published,title\n1.a,2024-03-05T10:00:00Z,true,سوق\n")
        archive.writestr("posts/1.a.html", paragraphs)
    said = "".join(f"05/03/2024, 10:2{number} - هند: سعر السمك {number}\n" for number in range(9))
    return {
        "kept.html": f"<html><title>سوق</title><body><h1>سوق</h1><script>s={kept}</script></body></html>".encode(),
        "weblog.xml": weblog.encode(),
        "ghost.json": json.dumps(site).encode(),
        "letters.zip": letters.getvalue(),
        "chat.txt": said.encode(),
    }
