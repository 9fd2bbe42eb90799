"""The trained network, run by numpy: at this size as quick as a runtime of its own, and 20 MB less to install."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from reader.entities.neural.features import Floats, Ints
from reader.entities.neural.flags import COUNT

Places = npt.NDArray[np.intp]

_DIRECTIONS = ("onward", "backward_")
_GATES = 4
_LEAVING, _NEW = 2, 3
"""Places of the gates in our order: entering, keeping, leaving, new."""

_ONE, _HALF = np.array(1, np.float32), np.array(0.5, np.float32)
"""Arrays: numpy takes longer to make one of a number than to add it."""


@dataclass(frozen=True, slots=True)
class Said:
    """What words say by themselves: to the gates (2, 4, w, hidden) of both directions, and of cuts (w, cuts)."""

    gates: Floats
    cuts: Floats


class Network:
    """Scores the tokens of sentences. The weights are named as packaging/models trained them."""

    def __init__(self, weights: Mapping[str, Floats]) -> None:
        self._weights = weights
        self._hidden = weights["onward.weight_hh_l0"].shape[1]
        self._letters = _by_place(weights)
        self._of_letters = np.concatenate([weights["narrow.bias"], weights["wide.bias"]])
        # tanh does for the gates what the sigmoid would: sigmoid(x) = tanh(x / 2) / 2 + 1 / 2. One call for all four.
        halves = np.repeat(np.array([0.5, 0.5, 0.5, 1], np.float32), self._hidden)
        inward = np.stack([self._in_our_order(weights[f"{way}.weight_ih_l0"]).T * halves for way in _DIRECTIONS])
        biases = [weights[f"{way}.bias_ih_l0"] + weights[f"{way}.bias_hh_l0"] for way in _DIRECTIONS]
        bias = np.stack([self._in_our_order(each) * halves for each in biases])
        # What the LSTM knows is kept as twice as much, which spares each step a multiplication.
        recurrent = np.stack(
            [self._in_our_order(weights[f"{way}.weight_hh_l0"]).T * halves * _HALF for way in _DIRECTIONS]
        )
        seen = weights["onward.weight_ih_l0"].shape[1] - COUNT
        # Each gate by itself: OpenBLAS multiplies what is this small at once, without packing it first.
        self._inward = self._by_gate(np.concatenate([inward[:, :seen], bias[:, None]], axis=1))
        self._of_flags = self._by_gate(inward[:, seen:])
        self._recurrent = self._by_gate(recurrent)
        self._tags_of_context = weights["tag_scores.weight"].T * _HALF
        self._cuts_of_context = weights["cut_scores.weight"].T[: 2 * self._hidden] * _HALF
        self._cuts_of_letters = weights["cut_scores.weight"].T[2 * self._hidden :]

    def empty(self, count: int) -> "Said":
        """Return room for what so many words say."""
        gates = (len(_DIRECTIONS), _GATES, count, self._hidden)
        return Said(np.empty(gates, np.float32), np.empty((count, self._cuts_of_letters.shape[1]), np.float32))

    def say(self, said: Said, begin: int, vectors: Floats, characters: Ints, shapes: Ints) -> None:
        """Write what words say by themselves, from a place on: to the gates of both directions, and of cuts."""
        spelled = self._spelled(characters)
        ones = np.ones((len(vectors), 1), np.float32)
        seen = np.concatenate([vectors, spelled, self._weights["shape.weight"][shapes], ones], axis=1)
        end = begin + len(vectors)
        np.matmul(seen, self._inward, out=said.gates[:, :, begin:end])
        said.cuts[begin:end] = spelled @ self._cuts_of_letters + self._weights["cut_scores.bias"]

    def scores(self, said: Said, words: Places, flags: Floats, lengths: Sequence[int]) -> tuple[Floats, Floats]:
        """Return scores (n, tags) and scores of cuts (n, cuts) for all tokens of sentences, one after the other.

        `said` is what words say by themselves, `words` which of them each token is, `flags` (n, kinds) which lexicons
        each stands in, `lengths` the tokens of each sentence.
        """
        context = self._read(said, words, flags, lengths)
        tags = context @ self._tags_of_context + self._weights["tag_scores.bias"]
        cuts = context @ self._cuts_of_context + said.cuts[words]
        return tags, cuts

    def best(self, scores: Floats, lengths: Sequence[int]) -> Places:
        """Return the likeliest tag of each token: the best sequence of each sentence (Viterbi, 1967)."""
        arriving = np.ascontiguousarray(self._weights["transitions"].T)
        leaving = self._weights["transitions"][:, None]
        order, firsts, running = _by_length(lengths)
        places, _ = _steps(firsts, firsts, running)
        stepwise = scores[places]
        total = self._weights["starts"] + stepwise[: len(order)]
        totals = [total]
        end = len(order)
        for count in running[1:]:
            through = total[:count].T[:, :, None] + leaving
            total = np.maximum.reduce(through, axis=0)
            total += stepwise[end : end + count]
            totals.append(total)
            end += count
        # Of the ways to a tag only the best one's end is asked for, on the way back.
        found = np.empty(len(scores), np.intp)
        at = np.empty(len(order), np.intp)
        after = 0
        for step in range(len(running) - 1, -1, -1):
            count = running[step]
            at[:after] = (totals[step][:after] + arriving[at[:after]]).argmax(1)
            at[after:count] = (totals[step][after:] + self._weights["ends"]).argmax(1)
            found[end - count : end] = at[:count]
            end -= count
            after = count
        tags = np.empty(len(scores), np.intp)
        tags[places] = found
        return tags

    def _spelled(self, characters: Ints) -> Floats:
        """Return what the letters of each word say: each filter's largest answer over the word.

        Where only padding is, filters answer 0: of short words no more than their letters is looked at.
        """
        length, around = characters.shape[1], len(self._letters) // 2
        ends = np.minimum(length - (characters[:, ::-1] != 0).argmax(1) + around, length)
        padded = np.pad(characters, ((0, 0), (around, around)))
        found = np.empty((len(characters), self._letters.shape[2]), np.float32)
        for end in map(int, np.unique(ends)):
            rows = np.flatnonzero(ends == end)
            letters = padded[rows]
            answers = self._letters[0].take(letters[:, :end], axis=0)
            for place in range(1, len(self._letters)):
                answers += self._letters[place].take(letters[:, place : place + end], axis=0)
            largest = answers.max(1)
            found[rows] = largest if end == length else np.maximum(largest, 0)
        found += self._of_letters
        return np.maximum(found, 0, out=found)

    def _in_our_order(self, gates: Floats) -> Floats:
        """Return what torch has for all gates, in the order entering, keeping, leaving, new."""
        entering, keeping, new, leaving = np.split(gates, _GATES)
        return np.concatenate([entering, keeping, leaving, new])

    def _by_gate(self, rows: Floats) -> Floats:
        """Return rows for all gates side by side (2, n, 4 × hidden) as rows for each gate (2, 4, n, hidden)."""
        return np.ascontiguousarray(rows.reshape(*rows.shape[:-1], _GATES, self._hidden).swapaxes(-2, -3))

    def _read(self, said: Said, words: Places, flags: Floats, lengths: Sequence[int]) -> Floats:
        """Run both directions of the LSTM at once; return twice what they know at each token, side by side.

        What goes in and comes out lies in the order of the steps, so that each step works on neighbours.
        """
        hidden = self._hidden
        order, firsts, running = _by_length(lengths)
        places = _steps(firsts, firsts + np.array(lengths, np.intp)[order] - 1, running)
        gates = np.matmul(flags[np.stack(places)][:, None], self._of_flags)
        for way, place in enumerate(places):
            for number, arriving in enumerate(said.gates[way]):
                gates[way, number] += arriving.take(words[place], axis=0)
        found = self._remembered(gates, running)
        context = np.empty((len(words), 2 * hidden), np.float32)
        context[places[0], :hidden] = found[0]
        context[places[1], hidden:] = found[1]
        return context

    def _remembered(self, gates: Floats, running: Sequence[int]) -> Floats:
        """Return twice what the LSTM knows at each step, of what arrives at its gates.

        Of each gate's g, between -1 and 1, the value is (g + 1) / 2. The memory lies behind the gates: each of two
        products is of neighbours then, and half of their sum is the next memory. There is room for the sentences that
        go on, no more: to work on what does not lie side by side takes an eighth of the time.
        """
        hidden = self._hidden
        found = np.empty((2, gates.shape[2], hidden), np.float32)
        state = np.zeros((2, running[0], hidden), np.float32)
        memory = state
        begin, before = 0, 0
        for count in running:
            if count != before:
                room = np.empty((2, _GATES + 1, count, hidden), np.float32)
                room[:, _GATES] = memory[:, :count]
                gate, memory, new, leaving = room[:, :_GATES], room[:, _GATES], room[:, _NEW], room[:, _LEAVING]
                sigmoid, both, twice = room[:, :_NEW], room[:, _NEW:], room[:, :_LEAVING]
                state, before = state[:, :count], count
            end = begin + count
            np.matmul(state[:, None], self._recurrent, out=gate)
            np.add(gate, gates[:, :, begin:end], out=gate)
            np.tanh(gate, out=gate)
            np.add(sigmoid, _ONE, out=sigmoid)
            np.multiply(both, twice, out=both)
            np.add(memory, new, out=memory)
            np.multiply(memory, _HALF, out=memory)
            state = found[:, begin:end]
            np.tanh(memory, out=state)
            np.multiply(state, leaving, out=state)
            begin = end
        return found


def _by_length(lengths: Sequence[int]) -> tuple[Places, Places, list[int]]:
    """Return sentences in order, the longest first: which, where each begins, and how many go on at each step."""
    sizes = np.array(lengths, np.intp)
    order = np.argsort(-sizes, kind="stable")
    firsts = np.concatenate([np.zeros(1, np.intp), np.cumsum(sizes)[:-1]])[order]
    running = [int(count) for count in (sizes[:, None] > np.arange(sizes.max())).sum(0)]
    return order, firsts, running


def _steps(firsts: Places, lasts: Places, running: Sequence[int]) -> tuple[Places, Places]:
    """Return the tokens in the order in which they are read, onward and backward."""
    counts = np.array(running, np.intp)
    step = np.repeat(np.arange(len(counts)), counts)
    which = np.arange(len(step)) - np.repeat(np.cumsum(counts) - counts, counts)
    return firsts[which] + step, lasts[which] - step


def _by_place(weights: Mapping[str, Floats]) -> Floats:
    """Return what each character says to each filter from each place of the widest one: (places, characters, filters).

    A filter's answer is the sum over its places, which is looked up quicker than it is multiplied.
    """
    embedding, narrow, wide = (weights[f"{name}.weight"] for name in ("embedding", "narrow", "wide"))
    missing = (wide.shape[2] - narrow.shape[2]) // 2
    filters = np.concatenate([np.pad(narrow, ((0, 0), (0, 0), (missing, missing))), wide])
    found: Floats = np.ascontiguousarray(embedding @ filters.transpose(2, 1, 0))
    return found
