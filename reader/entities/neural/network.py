"""The trained network, run by numpy: at this size as quick as a runtime of its own, and 20 MB less to install."""

from collections.abc import Mapping, Sequence

import numpy as np

from reader.entities.neural.features import Encoded, Floats, Ints


class Network:
    """Scores the tokens of sentences. The weights are named as packaging/models trained them."""

    def __init__(self, weights: Mapping[str, Floats]) -> None:
        self._weights = weights
        self._hidden = weights["lstm.weight_hh_l0"].shape[1]
        self._embedding = weights["embedding.weight"]
        self._narrow = _as_matrix(weights["narrow.weight"])
        self._wide = _as_matrix(weights["wide.weight"])

    def scores(self, sentences: Sequence[Encoded]) -> list[tuple[Floats, Floats]]:
        """Return, for each sentence of n tokens, scores (n, tags) and scores of cuts (n, cuts)."""
        order = sorted(range(len(sentences)), key=lambda number: -len(sentences[number].shapes))
        batch = [sentences[number] for number in order]
        lengths = [len(sentence.shapes) for sentence in batch]
        spelled = self._spelled(np.concatenate([sentence.characters for sentence in batch]))
        seen = np.concatenate(
            [
                np.concatenate([sentence.vectors for sentence in batch]),
                spelled,
                self._weights["shape.weight"][np.concatenate([sentence.shapes for sentence in batch])],
                np.concatenate([sentence.flags for sentence in batch]),
            ],
            axis=1,
        )
        context = np.concatenate([self._read(seen, lengths, ""), self._read(seen, lengths, "_reverse")], axis=1)
        tags = context @ self._weights["tag_scores.weight"].T + self._weights["tag_scores.bias"]
        cuts = np.concatenate([context, spelled], 1) @ self._weights["cut_scores.weight"].T
        cuts += self._weights["cut_scores.bias"]
        ends = np.cumsum(lengths)[:-1]
        scored = dict(zip(order, zip(np.split(tags, ends), np.split(cuts, ends), strict=True), strict=True))
        return [scored[number] for number in range(len(batch))]

    def best(self, scores: Floats) -> list[int]:
        """Return the likeliest sequence of tags for one sentence (Viterbi)."""
        transitions = self._weights["transitions"]
        total = self._weights["starts"] + scores[0]
        back = []
        for row in scores[1:]:
            through = total[:, None] + transitions
            came_from = through.argmax(0)
            back.append(came_from)
            total = through[came_from, np.arange(len(total))] + row
        path = [int((total + self._weights["ends"]).argmax())]
        for came_from in reversed(back):
            path.append(int(came_from[path[-1]]))
        return path[::-1]

    def _spelled(self, characters: Ints) -> Floats:
        """Return what the letters of each word say. Words that recur are looked at once."""
        words, places = np.unique(characters, axis=0, return_inverse=True)
        letters = self._embedding[words]
        narrow = _widest(letters, self._narrow, 3) + self._weights["narrow.bias"]
        wide = _widest(letters, self._wide, 5) + self._weights["wide.bias"]
        found: Floats = np.maximum(np.concatenate([narrow, wide], axis=1), 0)[places.reshape(-1)]
        return found

    def _read(self, seen: Floats, lengths: Sequence[int], way: str) -> Floats:
        """Run one direction of the LSTM over sentences sorted by length, longest first."""
        weights, hidden = self._weights, self._hidden
        gates_in = seen @ weights[f"lstm.weight_ih_l0{way}"].T
        gates_in += weights[f"lstm.bias_ih_l0{way}"] + weights[f"lstm.bias_hh_l0{way}"]
        recurrent = np.ascontiguousarray(weights[f"lstm.weight_hh_l0{way}"].T)
        firsts = np.cumsum([0, *lengths[:-1]])
        lasts = np.array(lengths)
        context = np.zeros((len(seen), hidden), np.float32)
        state = np.zeros((len(lengths), hidden), np.float32)
        memory = np.zeros_like(state)
        for step in range(lengths[0]):
            running = int((lasts > step).sum())
            rows = firsts[:running] + (step if not way else lasts[:running] - 1 - step)
            gates = gates_in[rows] + state[:running] @ recurrent
            _sigmoid(gates[:, : 2 * hidden])
            _sigmoid(gates[:, 3 * hidden :])
            memory[:running] = gates[:, hidden : 2 * hidden] * memory[:running] + gates[:, :hidden] * np.tanh(
                gates[:, 2 * hidden : 3 * hidden]
            )
            state[:running] = gates[:, 3 * hidden :] * np.tanh(memory[:running])
            context[rows] = state[:running]
        return context


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


def _sigmoid(values: Floats) -> None:
    np.negative(values, out=values)
    np.exp(values, out=values)
    values += 1
    np.reciprocal(values, out=values)
