"""Pages whose text stands only in what they keep for their scripts, in the manner of the programs that make them."""

import json
import re

import pytest

from reader.articles.article import Article, BlockKind
from reader.intake.formats.html.page import read
from reader.intake.hints import Hints

TITLE = "مكتبة الحيّ القديم تفتح أبوابها ليلًا أمام الطلاب"
TEXT = (
    "فتحت مكتبة الحيّ القديم أبوابها مساء أمس أمام الطلاب حتى منتصف الليل، بعد أن طالب بذلك مئات منهم قبل الامتحانات.",
    "وقالت مديرة المكتبة إنّ القاعات الثلاث امتلأت في الساعة الأولى، وإنّ الموظفين تطوّعوا للعمل من دون أجر إضافيّ.",
    "وأضافت أنّ الكتب النادرة بقيت في خزائنها، أمّا المراجع الدراسية فصارت على الرفوف المفتوحة يأخذ منها كلّ زائر حاجته.",
    "ويأمل الطلاب أن يستمرّ هذا التوقيت بعد الصيف، فكثير منهم لا يجد في بيته مكانًا هادئًا يقرأ فيه ساعة واحدة.",
)
OTHER = (
    "رصدت محطة الأرصاد في الجبل هطول أمطار غزيرة استمرّت ثلاثة أيام متوالية، وحذّرت السائقين من انهيار التربة على الطرق.",
) * 9
MARKUP = "".join(f"<p>{text}</p>" for text in TEXT)
MENU = "".join(f"<li><a href=/{name}>{name}</a></li>" for name in ("سياسة", "اقتصاد", "رياضة", "ثقافة", "منوعات"))
ABOUT_OTHERS = {
    "title": "أمطار في الجبل ثلاثة أيام متوالية",
    "slug": "rain",
    "body": "".join(f"<p>{t}</p>" for t in OTHER),
}


def article(scripts: str, shown: str = "", title: str = TITLE, head: str = "") -> Article:
    page = (
        f"<!DOCTYPE html><html><head><title>{title} - جريدة الرصيف</title>{head}</head><body><nav><ul>{MENU}</ul></nav>"
        f"<div id=root><h1>{title}</h1>{shown}</div>{scripts}</body></html>"
    )
    (one,) = read(page.encode(), Hints())
    return one.article


def texts(one: Article) -> tuple[str, ...]:
    return tuple(block.text for block in one.blocks if block.kind is not BlockKind.HEADLINE)


def in_json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False).replace("</", "<\\/")


def spans(text: str) -> list[dict[str, str]]:
    return [{"type": "text", "text": text[:30]}, {"type": "text", "text": text[30:]}]


SHAPES = {
    "a text of markup": MARKUP,
    "a text of lines": "\n\n".join(TEXT),
    "rendered": {"rendered": MARKUP, "protected": False},
    "texts": list(TEXT),
    "arc": [
        *({"type": "text", "_id": str(n), "content": text} for n, text in enumerate(TEXT[:2])),
        {"type": "interstitial_link", "content": "اقرأ أيضا: أمطار في الجبل", "url": "/rain"},
        {"type": "image", "caption": "قاعة المكتبة الكبرى", "url": "/hall.jpg"},
        *({"type": "text", "content": text} for text in TEXT[2:]),
    ],
    "prosemirror": {"type": "doc", "content": [{"type": "paragraph", "content": spans(text)} for text in TEXT]},
    "lexical": {
        "root": {"type": "root", "children": [{"type": "paragraph", "children": spans(text)} for text in TEXT]}
    },
    "contentful": {
        "nodeType": "document",
        "content": [
            {"nodeType": "paragraph", "content": [{"nodeType": "text", "value": text, "marks": []}]} for text in TEXT
        ],
    },
    "sanity": [{"_type": "block", "style": "normal", "children": [{"_type": "span", "text": text}]} for text in TEXT],
    "editor.js": {"blocks": [{"type": "paragraph", "data": {"text": text}} for text in TEXT]},
    "draft.js": {"blocks": [{"key": "a", "type": "unstyled", "text": text, "depth": 0} for text in TEXT]},
    "gutenberg": [{"name": "core/paragraph", "attributes": {"content": text}, "innerBlocks": []} for text in TEXT],
    "cards of elements": [{"story-elements": [{"type": "text", "text": f"<p>{text}</p>"}]} for text in TEXT],
    "blocks in models": [
        {
            "type": "text",
            "model": {
                "blocks": [
                    {
                        "type": "paragraph",
                        "model": {"text": text, "blocks": [{"type": "fragment", "model": {"text": text}}]},
                    }
                ]
            },
        }
        for text in TEXT
    ],
}


@pytest.mark.parametrize("body", SHAPES.values(), ids=SHAPES.keys())
def test_the_text_is_read_in_whatever_shape_an_editor_keeps_it(body):
    state = {"props": {"pageProps": {"article": {"id": 7, "title": TITLE, "body": body}, "latest": [ABOUT_OTHERS]}}}
    one = article(f'<script id="__NEXT_DATA__" type="application/json">{in_json(state)}</script>')
    assert texts(one) == TEXT
    assert one.title == TITLE


STATE = {"story": {"headline": TITLE, "content": MARKUP}, "others": [ABOUT_OTHERS], "ui": {"menu": ["سياسة", "اقتصاد"]}}
NUMBERED = [
    ["ShallowReactive", 1],
    {"data": 2, "state": 7},
    {"story": 3, "others": 6},
    {"title": 4, "body": 5},
    TITLE,
    MARKUP,
    [8],
    ["Reactive", 3],
    {"title": 9, "body": 10},
    ABOUT_OTHERS["title"],
    ABOUT_OTHERS["body"],
]
APOLLO = {
    "ROOT_QUERY": {"__typename": "Query", "post": {"__ref": "Post:1"}},
    "Post:1": {
        "__typename": "Post",
        "title": TITLE,
        "content": {"paragraphs": [{"__ref": f"P:{n}"} for n in range(4)]},
    },
    "Post:2": {"__typename": "Post", **ABOUT_OTHERS},
    **{f"P:{n}": {"__typename": "Paragraph", "type": "P", "text": text} for n, text in enumerate(TEXT)},
}
ROWS = (
    f'2:{{"story":{{"title":"{TITLE}","body":"$1a"}}}}\n1a:T{len(MARKUP.encode()):x},{MARKUP}3:["$","div",null,{{}}]\n'
)
KEPT = {
    "assigned": f"<script>window.__INITIAL_STATE__ = {in_json(STATE)};</script>",
    "assigned in a program": f"<script>var a=1;window.__DATA__={in_json(STATE)};(function(){{}})();</script>",
    "in a text": f"<script>window.__STATE__ = JSON.parse({json.dumps(json.dumps(STATE))});</script>",
    "in a text of single quotes": "<script>var s = JSON.parse('"
    + json.dumps(STATE).replace("\\", "\\\\").replace("'", "\\'")
    + "');</script>",
    "in an attribute": "<div id=app data-page='" + in_json(STATE).replace("'", "&#39;") + "'></div>",
    "by numbers": f'<script type="application/json" id="__NUXT_DATA__">{in_json(NUMBERED)}</script>',
    "by names": f"<script>window.__APOLLO_STATE__={in_json(APOLLO)}</script>",
    "pushed": f"<script>self.__next_f.push([1,{json.dumps(ROWS[:90])}])</script>"
    f"<script>self.__next_f.push([1,{json.dumps(ROWS[90:])}])</script>",
    "in a text inside": '<script type="application/json" data-fetched>'
    + in_json({"status": 200, "body": json.dumps(STATE)})
    + "</script>",
}


@pytest.mark.parametrize("scripts", KEPT.values(), ids=KEPT.keys())
def test_the_text_is_found_wherever_a_program_keeps_it(scripts):
    assert texts(article(scripts)) == TEXT


def test_of_what_is_no_json_the_text_is_taken_that_begins_as_the_page_does():
    program = (
        f"<script>window.__NUXT__=(function(a,b){{return {{story:{{title:a,body:b}},u:undefined}}}}({json.dumps(TITLE)}"
    )
    program += f",{json.dumps(MARKUP)}))</script>"
    assert texts(article(program, f"<p>{TEXT[0]}</p>")) == TEXT
    summary = f'<meta property="og:description" content="{TEXT[0][:90]}…">'
    assert texts(article(program, head=summary)) == TEXT


@pytest.mark.parametrize("tag", ["noscript", "template", "textarea", 'script type="text/template"'])
def test_what_a_page_holds_and_does_not_show_is_read_where_it_shows_no_more_than_its_beginning(tag):
    held = f"<{tag}><div>{MARKUP}</div></{tag.split()[0]}>"
    assert texts(article(held, f"<p>{TEXT[0]}</p>")) == TEXT


def test_a_text_whose_rest_is_hidden_from_who_has_not_paid_is_read_whole():
    rest = "".join(f"<p>{text}</p>" for text in TEXT[1:])
    for hiding in ("style='display: none'", "hidden"):
        page = f"<article><h1>{TITLE}</h1><p>{TEXT[0]}</p><div class=paywall-content {hiding}>{rest}</div></article>"
        (one,) = read(f"<html><head><title>{TITLE}</title></head><body>{page}</body></html>".encode(), Hints())
        assert texts(one.article) == TEXT


def test_names_that_only_sound_like_those_of_other_texts_are_looked_into():
    state = {"payload": {"threads": {"title": TITLE, "description": MARKUP}}}
    assert texts(article(f"<script>window.__STATE__={in_json(state)}</script>")) == TEXT


def test_a_text_with_all_its_vowels_is_one_as_well():
    vowelled = tuple(re.sub("(?<=[بتثجحخدذرزسشصضطظعغفقكلمنه])(?=[ء-ي])", "\u064e", text) for text in TEXT)
    state = {"title": TITLE, "body": "".join(f"<p>{text}</p>" for text in vowelled)}
    assert texts(article(f"<script>window.__STATE__={in_json(state)}</script>")) == vowelled


def test_a_standfirst_that_only_the_page_shows_stays_above_the_text():
    standfirst = "قرار انتظره الطلاب منذ سنوات، ولم يكن ليتحقّق لولا تطوّع موظفي المكتبة وتبرّعات أهل الحيّ القديم كلّهم."
    kept = f"<script>window.__STATE__={in_json(STATE)}</script>"
    assert texts(article(kept, f"<p>{standfirst}</p>")) == (standfirst, *TEXT)


def test_what_the_page_shows_in_full_is_never_given_up_for_what_it_keeps():
    kept = (
        f"<script>window.__STATE__={in_json({'story': {'title': TITLE, 'body': MARKUP, 'notes': [*OTHER]}})}</script>"
    )
    assert texts(article(kept, MARKUP)) == TEXT


@pytest.mark.parametrize(
    "state",
    [
        {"latest": [ABOUT_OTHERS]},
        {"story": {"title": TITLE, "related": [ABOUT_OTHERS], "comments": [{"text": text} for text in OTHER]}},
        {"story": {"title": TITLE, "keywords": [f"كلمة {n}" for n in range(99)]}},
        {"story": {"title": TITLE, "style": ".a{color:red;background:#fff;margin:0 auto}" * 40}},
        {"menu": [{"title": name, "items": [{"title": name, "url": "/x"}] * 40} for name in ("سياسة", "اقتصاد")]},
    ],
)
def test_the_texts_of_others_are_not_taken(state):
    one = article(f"<script>window.__STATE__={in_json(state)}</script>", f"<p>{TEXT[0]}</p>")
    assert texts(one) == TEXT[:1]


def test_data_that_is_made_to_be_endless_ends():
    doubled = [{"title": 1, "body": 2}, TITLE, *([n + 1] * 9 for n in range(2, 42)), OTHER[0]]
    for scripts in (
        f"<script>a={'[' * 5000}</script>",
        f"<script>{'a={' * 5000}</script>",
        f'<script>{{"a": {{"__typename": "b"}}, "c": {"[" * 900}{"]" * 900}}}</script>',
        f"<script>self.__next_f.push([1,{json.dumps('1:' + '[' * 900 + ']' * 900)}])</script>",
        '<script>a = {"title": "' + TITLE + '", "body": "' + "\\ud800 \\u0000 " * 200 + '"}</script>',
        f"<script>{chr(34) * 90_000}</script>",
        f"<script>self.__next_f.push([1,{json.dumps('1:Tffffff,' * 999)}])</script>",
        f'<script type="application/json">{in_json(doubled)}</script>',
    ):
        assert texts(article(scripts, f"<p>{TEXT[0]}</p><p>{TEXT[1]}</p>")) == TEXT[:2]
