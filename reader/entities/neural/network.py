"""The trained network, run by numpy: at this size as quick as a runtime of its own, and 20 MB less to install."""

from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt

from reader.entities.neural.features import Floats, Ints

Places = npt.NDArray[np.intp]

_DIRECTIONS = ("onward", "backward_")
_GATES = 4
_PARTS = 2
"""Each gate is computed in so many parts: OpenBLAS multiplies what is this small at once, without packing it first."""


class Network:
    """Scores the tokens of sentences. The weights are named as packaging/models trained them."""

    def __init__(self, weights: Mapping[str, Floats]) -> None:
        self._weights = weights
        self._hidden = weights["onward.weight_hh_l0"].shape[1]
        self._narrow = _as_matrix(weights["narrow.weight"])
        self._wide = _as_matrix(weights["wide.weight"])
        # tanh does for the gates what the sigmoid would: sigmoid(x) = tanh(x / 2) / 2 + 1 / 2. One call for all four.
        halves = np.repeat(np.array([0.5, 0.5, 1, 0.5], np.float32), self._hidden)
        self._inward = [np.ascontiguousarray(weights[f"{way}.weight_ih_l0"].T * halves) for way in _DIRECTIONS]
        self._bias = [(weights[f"{way}.bias_ih_l0"] + weights[f"{way}.bias_hh_l0"]) * halves for way in _DIRECTIONS]
        recurrent = np.stack([weights[f"{way}.weight_hh_l0"].T * halves for way in _DIRECTIONS])
        self._recurrent = np.ascontiguousarray(_in_blocks(recurrent, self._hidden // _PARTS))

    def said(self, vectors: Floats, characters: Ints, shapes: Ints) -> Floats:
        """Return what words say by themselves to the gates of both directions, and of cuts: (w, 8 × hidden + cuts)."""
        spelled = self._spelled(characters)
        seen = np.concatenate([vectors, spelled, self._weights["shape.weight"][shapes]], axis=1)
        to_gates = [
            seen @ inward[: seen.shape[1]] + bias for inward, bias in zip(self._inward, self._bias, strict=True)
        ]
        of_cuts = self._weights["cut_scores.weight"].T[2 * self._hidden :]
        return np.concatenate([*to_gates, spelled @ of_cuts + self._weights["cut_scores.bias"]], axis=1)

    def scores(self, said: Floats, words: Ints, flags: Floats, lengths: Sequence[int]) -> tuple[Floats, Floats]:
        """Return scores (n, tags) and scores of cuts (n, cuts) for all tokens of sentences, one after the other.

        `said` is what the distinct words say by themselves, `words` which of them each token is, `flags` (n, kinds)
        which lexicons each stands in, `lengths` the tokens of each sentence.
        """
        weights = self._weights
        context = self._read(said, words, flags, lengths)
        tags = context @ weights["tag_scores.weight"].T + weights["tag_scores.bias"]
        cuts = context @ weights["cut_scores.weight"].T[: context.shape[1]] + said[words, 2 * _GATES * self._hidden :]
        return tags, cuts

    def best(self, scores: Floats, lengths: Sequence[int]) -> Ints:
        """Return the likeliest tag of each token: the best sequence of each sentence (Viterbi, 1967)."""
        transitions = self._weights["transitions"]
        order, firsts, running = _by_length(lengths)
        total = self._weights["starts"] + scores[firsts]
        back = np.zeros((len(running), len(order), len(transitions)), np.int32)
        for step, count in enumerate(running[1:], start=1):
            through = total[:count, :, None] + transitions
            back[step, :count] = through.argmax(1)
            total[:count] = through.max(1) + scores[firsts[:count] + step]
        tags = np.zeros(len(scores), np.int32)
        at = (total + self._weights["ends"]).argmax(1)
        for step in range(len(running) - 1, -1, -1):
            count = running[step]
            tags[firsts[:count] + step] = at[:count]
            at[:count] = np.where(step > 0, back[step, np.arange(count), at[:count]], at[:count])
        return tags

    def _spelled(self, characters: Ints) -> Floats:
        """Return what the letters of each word say."""
        letters = self._weights["embedding.weight"][characters]
        narrow = _widest(letters, self._narrow, 3) + self._weights["narrow.bias"]
        wide = _widest(letters, self._wide, 5) + self._weights["wide.bias"]
        found: Floats = np.maximum(np.concatenate([narrow, wide], axis=1), 0)
        return found

    def _read(self, said: Floats, words: Ints, flags: Floats, lengths: Sequence[int]) -> Floats:
        """Run both directions of the LSTM at once; return what they know at each token, side by side.

        What goes in and comes out lies in the order of the steps, so that each step works on neighbours.
        """
        hidden, size, width = self._hidden, len(words), self._hidden // _PARTS
        order, firsts, running = _by_length(lengths)
        lasts = firsts + np.array(lengths, np.intp)[order] - 1
        steps = list(enumerate(running))
        places = [
            np.concatenate([firsts[:count] + step for step, count in steps]),
            np.concatenate([lasts[:count] - step for step, count in steps]),
        ]
        gates = np.empty((2, _GATES * _PARTS, size, width), np.float32)
        for way, place in enumerate(places):
            columns = slice(way * _GATES * hidden, (way + 1) * _GATES * hidden)
            arriving = flags[place] @ self._inward[way][-flags.shape[1] :]
            arriving += said[words[place], columns]
            gates[way] = _in_blocks(arriving, width)
        found = np.empty((2, size, hidden), np.float32)
        state = np.zeros((2, len(order), hidden), np.float32)
        memory = np.zeros((2, _PARTS, len(order), width), np.float32)
        begin = 0
        for count in running:
            now = np.matmul(state[:, None, :count], self._recurrent)
            now += gates[:, :, begin : begin + count]
            np.tanh(now, out=now)
            entering, keeping, new, leaving = (now[:, gate * _PARTS : (gate + 1) * _PARTS] for gate in range(_GATES))
            kept = memory[:, :, :count]
            # With each gate g the value is (g + 1) / 2.
            keeping += 1
            kept *= keeping
            entering += 1
            new *= entering
            kept += new
            kept *= 0.5
            leaving += 1
            leaving *= 0.5
            state = found[:, begin : begin + count]
            np.multiply(np.tanh(kept), leaving, out=_in_blocks(state, width))
            begin += count
        context = np.empty((size, 2 * hidden), np.float32)
        context[places[0], :hidden] = found[0]
        context[places[1], hidden:] = found[1]
        return context


def _in_blocks(rows: Floats, width: int) -> Floats:
    """Return a view of rows (…, n, columns) as blocks of some columns each: (…, columns / width, n, width)."""
    return rows.reshape(*rows.shape[:-1], -1, width).swapaxes(-2, -3)


def _by_length(lengths: Sequence[int]) -> tuple[Places, Places, list[int]]:
    """Return sentences in order, the longest first: which, where each begins, and how many go on at each step."""
    sizes = np.array(lengths, np.intp)
    order = np.argsort(-sizes, kind="stable")
    firsts = np.concatenate([np.zeros(1, np.intp), np.cumsum(sizes)[:-1]])[order]
    running = [int(count) for count in (sizes[:, None] > np.arange(sizes.max())).sum(0)]
    return order, firsts, running


def _as_matrix(weights: Floats) -> Floats:
    """Return a convolution's weights (filters, channels, width) as a matrix (width × channels, filters)."""
    return np.ascontiguousarray(weights.transpose(2, 1, 0).reshape(-1, weights.shape[0]))


def _widest(letters: Floats, matrix: Floats, width: int) -> Floats:
    """Return each filter's largest answer over a word: letters (words, length, channels)."""
    around = width // 2
    padded = np.pad(letters, ((0, 0), (around, around), (0, 0)))
    windows = np.lib.stride_tricks.sliding_window_view(padded, width, axis=1)
    flat = windows.transpose(0, 1, 3, 2).reshape(-1, matrix.shape[0])
    found: Floats = (flat @ matrix).reshape(len(letters), -1, matrix.shape[1]).max(1)
    return found
