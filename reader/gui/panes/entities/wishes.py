"""What a reader can decide about one person, place or organisation: the same in the menu and on the card."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from reader.entities.entity import Kind


@dataclass(frozen=True, slots=True)
class Wish:
    """Something to be done: `id` names it in signals, `icon` is one of ours or nothing."""

    id: str
    words: str
    icon: str = ""


def wishes_of(kind: Kind) -> tuple[tuple[Wish, ...], ...]:
    """Return what can be wished about something of a kind, in groups. A kind's own name as id makes it that kind."""
    translate = QCoreApplication.translate
    not_the_same = {
        Kind.PERSON: translate("Wishes", "Not the same person…"),
        Kind.PLACE: translate("Wishes", "Not the same place…"),
        Kind.ORGANISATION: translate("Wishes", "Not the same organisation…"),
    }
    kinds = {
        Kind.PERSON: translate("Wishes", "It is a person"),
        Kind.PLACE: translate("Wishes", "It is a place"),
        Kind.ORGANISATION: translate("Wishes", "It is an organisation"),
    }
    return (
        (
            Wish("rename", translate("Wishes", "Rename"), "edit"),
            Wish("merge", translate("Wishes", "Merge into…"), "link"),
            Wish("apart", not_the_same[kind]),
        ),
        tuple(Wish(other.value, words, other.value) for other, words in kinds.items() if other is not kind),
        (
            Wish("hide_here", translate("Wishes", "Hide here")),
            Wish("hide_everywhere", translate("Wishes", "Hide everywhere")),
        ),
        (
            Wish("in_all", translate("Wishes", "In all articles"), "library"),
            Wish("dossier", translate("Wishes", "Dossier…"), "export"),
            Wish("copy", translate("Wishes", "Copy the name"), "copy"),
        ),
    )


def kind_words(kind: Kind) -> str:
    """Return what something is, in a word."""
    translate = QCoreApplication.translate
    words = {
        Kind.PERSON: translate("Wishes", "Person"),
        Kind.PLACE: translate("Wishes", "Place"),
        Kind.ORGANISATION: translate("Wishes", "Organisation"),
    }
    return words[kind]
