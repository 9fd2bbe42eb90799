import subprocess
import sys
from collections.abc import Iterator

import pytest

from reader.changes import EntitiesChanged
from reader.entities.entity import Kind
from reader.gui.background import Background
from reader.gui.jobs.extract_entities import ExtractEntities
from reader.library import Library
from tests.gui.conftest import article

WAIT = 30_000
"""ms: on a busy machine the first article waits for what looks names up to be loaded."""

TEXTS = ("وصل ليث الحوراني إلى بغداد.", "وقال الحوراني إنّ الجسر جاهز.")


@pytest.fixture
def background(qapp) -> Iterator[Background]:
    background = Background()
    yield background
    background.close()
    qapp.processEvents()


@pytest.fixture
def job(library: Library, background: Background) -> Iterator[ExtractEntities]:
    job = ExtractEntities(library, background)
    yield job
    job.close()


def add(library: Library, title: str, *texts: str) -> str:
    return library.add([article(title, texts or TEXTS)])[0].id


def test_an_article_is_looked_through_and_its_mentions_are_kept(library: Library, job: ExtractEntities, qtbot):
    name = add(library, "خبر قصير")
    with qtbot.waitSignal(job.found, timeout=WAIT) as found:
        job.look(name)
    told, entities = found.args
    assert told == name
    assert [(each.kind, each.name, len(each.mentions)) for each in entities] == [
        (Kind.PERSON, "ليث الحوراني", 2),
        (Kind.PLACE, "بغداد", 1),
    ]


def test_mentions_stand_where_they_say_in_the_articles_text(library: Library, job: ExtractEntities, qtbot):
    name = add(library, "خبر قصير")
    with qtbot.waitSignal(job.found, timeout=WAIT) as found:
        job.look(name)
    text = library.article(name).text
    assert all(mention.span.of(text) == mention.text for each in found.args[1] for mention in each.mentions)


def test_what_was_found_once_is_not_kept_again(library: Library, job: ExtractEntities, qtbot):
    name = add(library, "خبر قصير")
    announced = []
    library.on_change(announced.append)
    for _ in range(2):
        with qtbot.waitSignal(job.found, timeout=WAIT) as found:
            job.look(name)
    assert found.args[1]
    assert [change for change in announced if isinstance(change, EntitiesChanged)] == [EntitiesChanged(name)]


def test_only_the_article_asked_for_last_is_answered(library: Library, job: ExtractEntities, background, qtbot):
    first, second = add(library, "خبر قصير"), add(library, "في السوق", "زار سمير الكيلاني القاهرة.")
    told = []
    job.found.connect(lambda name, _: told.append(name))
    job.look(first)
    job.look(second)
    qtbot.waitUntil(lambda: background.is_idle, timeout=WAIT)
    assert told == [second]


def test_an_article_that_is_not_there_has_no_answer_but_says_so(job: ExtractEntities, qtbot):
    with qtbot.waitSignal(job.found, timeout=WAIT) as found:
        job.look("0" * 32)
    assert found.args == ["0" * 32, None]


def test_a_decision_is_obeyed_at_once_without_looking_again(library: Library, job: ExtractEntities, background, qtbot):
    name = add(library, "خبر قصير")
    with qtbot.waitSignal(job.found, timeout=WAIT) as found:
        job.look(name)
    told = []
    job.found.connect(lambda _, entities: told.append([each.name for each in entities]))
    library.deciding.rename(name, found.args[1][0], "ليث الراوي")
    job.decide_again(name)
    assert told == [["ليث الراوي", "بغداد"]]
    assert background.is_idle


def test_an_article_that_was_looked_at_last_is_told_again_at_once(library: Library, job: ExtractEntities, qtbot):
    name = add(library, "خبر قصير")
    with qtbot.waitSignal(job.found, timeout=WAIT):
        job.look(name)
    told = []
    job.found.connect(lambda article, _: told.append(article))
    job.look(name)
    assert told == [name]


def test_what_is_hidden_is_told_apart(library: Library, job: ExtractEntities, qtbot):
    name = add(library, "خبر قصير")
    with qtbot.waitSignal(job.found, timeout=WAIT) as found:
        job.look(name)
    library.deciding.hide(name, found.args[1][1], everywhere=True)
    with qtbot.waitSignal(job.hidden, timeout=WAIT) as hidden:
        job.decide_again()
    assert [(each.entity.name, each.is_everywhere) for each in hidden.args[1]] == [("بغداد", True)]


def test_what_the_window_does_with_an_articles_names_needs_no_numpy():
    program = (
        "import sys\n"
        "from reader.entities.interpreting import Interpreter\n"
        "from reader.entities.pool import tagger_version\n"
        "Interpreter.load().entities('وصل ليث الحوراني إلى بغداد.', ())\n"
        "assert tagger_version().startswith('neural ')\n"
        "assert 'numpy' not in sys.modules\n"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
