import re
from dataclasses import replace

from reader.exporting import obsidian
from reader.exporting.exported import Content
from tests.exporting.conftest import HIGHLIGHTS, ID, placed


def made(exported, content=Content.BOTH):
    return obsidian.make([exported], content).encode()


def text(note):
    return note.decode()


def test_a_note_has_front_matter_and_a_named_block_for_each_highlight(exported):
    note = text(made(exported))

    assert note.startswith('---\ntitle: "الجسر <القديم> يعود & يفتح أبوابه"\nauthor: ["محرّر الشؤون المحلية"]\n')
    assert f'hamish: "{ID}"\n---\n' in note
    assert "> ==بعد 12 عامًا==\n> \n> — «الجسر" in note
    assert re.search(r"الفقرة 1\n\n\^h-[0-9a-f]{24}\n\nهل هذا صحيح", note)
    assert "#بحث #جسور_قديمة" in note


def test_exporting_again_leaves_everything_else_as_it_was(exported):
    before = text(made(exported, Content.HIGHLIGHTS))
    mine = before.replace("---\n\n%%", "mood: calm\n---\n\nMine above.\n\n%%", 1)
    between = "%% / %%\n\nMine between, with ==marks== and %% comments %%.\n\n%%"
    mine = mine.replace("%% / %%\n\n%%", between, 1) + "\nMine.\n"
    assert mine.count("Mine") == 3
    more = replace(exported, highlights=(*HIGHLIGHTS, placed("5", "حجر من الجبل")))
    after = text(obsidian.renew(mine.encode(), made(more, Content.HIGHLIGHTS)))

    assert after.startswith(mine[: mine.index("%% hamish")])
    assert [line for line in after.splitlines() if "Mine" in line] == [x for x in mine.splitlines() if "Mine" in x]
    assert after.count("==حجر من الجبل==") == 1
    assert obsidian.renew(after.encode(), made(more, Content.HIGHLIGHTS)) == after.encode()


def test_a_changed_highlight_is_renewed_and_a_removed_one_goes(exported):
    before = made(exported)
    changed = replace(HIGHLIGHTS[1], highlight=replace(HIGHLIGHTS[1].highlight, notes=("جواب جديد",)))
    after = text(obsidian.renew(before, made(replace(exported, highlights=(changed,)))))

    assert "جواب جديد" in after
    assert "هل هذا صحيح" not in after
    assert "everyone came==" not in after


def test_a_piece_that_another_hand_changed_stays_as_it_is(exported):
    mine = text(made(exported)).replace("هل هذا صحيح؟", "كتبت هنا شيئًا.")
    after = obsidian.renew(mine.encode(), made(exported))

    assert after == mine.encode()


def test_a_note_about_another_article_is_known(exported):
    assert obsidian.is_about(made(exported), ID)
    assert not obsidian.is_about(made(exported), ID[::-1])
    assert not obsidian.is_about(b"# mine\n", ID)


def test_no_comment_ends_inside_what_is_known(exported):
    odd = replace(HIGHLIGHTS[1], highlight=replace(HIGHLIGHTS[1].highlight, notes=("a %% b\n%% / %%\nc",)))
    note = made(replace(exported, highlights=(odd,)))
    assert obsidian.renew(note, note) == note
