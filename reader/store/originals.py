"""What articles were read from, and their pictures: kept once each, by content."""

from collections.abc import Sequence

from reader.store.layout import Places


class Originals:
    """Knows which originals were given to the writer; the articles of one file come with the same bytes."""

    def __init__(self, places: Places) -> None:
        self._places = places
        self._given: set[str] = set()
        self._last = (b"", "")

    def files(self, original: bytes, images: Sequence[bytes]) -> dict[str, bytes]:
        """Return the files of an original, if it is new, and of pictures."""
        from hashlib import sha256

        files = {str(self._places.image(sha256(image).hexdigest())): image for image in images}
        if original and (digest := self._digest(original)) not in self._given:
            self._given.add(digest)
            files[str(self._places.original(digest))] = original
        return files

    def _digest(self, original: bytes) -> str:
        if self._last[0] is not original:
            from hashlib import sha256

            self._last = (original, sha256(original).hexdigest())
        return self._last[1]
