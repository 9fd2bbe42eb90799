import pytest

from reader.intake.formats.plain_text import read
from reader.intake.hints import Hints

FIRST = "هل قرأت المقال عن المنارة؟"
ANSWER = "نعم، وأعجبني كثيرًا"
PHONE = (
    "\u200e05/03/2024، 10:22 ص - الرسائل والمكالمات مشفرة تمامًا بين الطرفين. لا يستطيع أحد قراءتها.\n"
    f"05/03/2024، 10:22 ص - هند: {FIRST}\n05/03/2024، 10:23 ص - سامي: {ANSWER}\nوسأكتب عنه غدًا\n"
    "05/03/2024، 10:24 ص - سامي: <تم استبعاد الوسائط>\n"
)
OTHER_PHONE = (
    f"[05/03/2024, 10:22:13] هند: {FIRST}\n[05/03/2024, 10:23:01] سامي: {ANSWER}\nوسأكتب عنه غدًا\n"
    "[05/03/2024, 10:24:09] سامي: \u200eimage omitted\n"
)


@pytest.mark.parametrize(
    ("file", "title"),
    [
        ("/home/x/محادثة واتساب مع هند (1).txt", "محادثة واتساب مع هند"),
        ("/home/x/WhatsApp Chat - هند.zip/_chat.txt", "WhatsApp Chat - هند"),
        ("_chat.txt", "هند، سامي"),
        ("", "هند، سامي"),
    ],
)
@pytest.mark.parametrize("text", [PHONE, OTHER_PHONE])
def test_a_conversation_is_called_as_its_file_or_its_writers(text, file, title):
    (one,) = read(text.encode(), Hints(file=file))
    assert one.article.title == title
    assert [block.text.rpartition(": ")[2] for block in one.article.blocks] == [FIRST, ANSWER, "وسأكتب عنه غدًا"]
    assert all("omitted" in line or "استبعاد" in line or "مشفرة" in line for line in one.leftovers)
    assert one.leftovers


def test_a_diary_with_dates_is_no_conversation():
    (one,) = read(f"يوميات الميناء\n\n05/03/2024\n{FIRST}\n\n06/03/2024\n{ANSWER}\n".encode(), Hints(file="a.txt"))
    assert one.article.title == "يوميات الميناء"
