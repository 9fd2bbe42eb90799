"""Pictures for tests, made without anything that could draw."""

import struct
import zlib


def png(width: int, height: int, shade: int = 0) -> bytes:
    """Return a grey picture as PNG; of a very high one only the first rows, for nothing here looks at the rest."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = (b"\0" + bytes([shade]) * width) * min(height, 1000)
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")
