"""Networks that begin as others: a smaller one as the most telling part of a larger one, and one that sees more."""

import torch
from network import Network
from training import new_network

from reader.entities.neural.flags import COUNT

_GATES = 4
_DIRECTIONS = ("onward", "backward_")


def smaller(teacher: Network, hidden: int, vector_size: int, dropout: float, seed: int) -> Network:
    """Return a network with the units of each direction on which the teacher's answers depend most.

    Cut off so and trained on, it is soon as good as one that was trained from the beginning for several times as long.
    """
    weights = {name: value.clone() for name, value in teacher.state_dict().items()}
    size = teacher.onward.hidden_size
    kept = [_most_telling(teacher, way, hidden) + number * size for number, way in enumerate(_DIRECTIONS)]
    columns = torch.cat(kept)
    for number, way in enumerate(_DIRECTIONS):
        units = kept[number] - number * size
        rows = torch.cat([units + gate * size for gate in range(_GATES)])
        for name in ("weight_ih_l0", "weight_hh_l0", "bias_ih_l0", "bias_hh_l0"):
            weights[f"{way}.{name}"] = weights[f"{way}.{name}"][rows]
        weights[f"{way}.weight_hh_l0"] = weights[f"{way}.weight_hh_l0"][:, units]
    weights["tag_scores.weight"] = weights["tag_scores.weight"][:, columns]
    letters = torch.arange(2 * size, weights["cut_scores.weight"].shape[1])
    weights["cut_scores.weight"] = weights["cut_scores.weight"][:, torch.cat([columns, letters])]
    student = new_network(vector_size, COUNT, hidden, dropout, seed)
    student.load_state_dict(weights)
    return student


def seeing_uses(network: Network, vector_size: int, uses: int, dropout: float, seed: int) -> Network:
    """Return a network that is also shown what words are used for, in so many numbers, and does not heed it yet."""
    weights = {name: value.clone() for name, value in network.state_dict().items()}
    for way in _DIRECTIONS:
        inward = weights[f"{way}.weight_ih_l0"]
        whole, stem, rest = inward.split([vector_size, vector_size, inward.shape[1] - 2 * vector_size], dim=1)
        unheeded = inward.new_zeros(len(inward), uses)
        weights[f"{way}.weight_ih_l0"] = torch.cat([whole, unheeded, stem, unheeded, rest], dim=1)
    found = new_network(vector_size + uses, COUNT, network.onward.hidden_size, dropout, seed)
    found.load_state_dict(weights)
    return found


def _most_telling(teacher: Network, way: str, count: int) -> torch.Tensor:
    """Return the units of one direction, in their order, whose weights onward are the largest."""
    size = teacher.onward.hidden_size
    begin = _DIRECTIONS.index(way) * size
    onward = [
        teacher.tag_scores.weight[:, begin : begin + size],
        teacher.cut_scores.weight[:, begin : begin + size],
        getattr(teacher, way).weight_hh_l0,
    ]
    lengths = sum(each.detach().norm(dim=0) / each.detach().norm() for each in onward)
    return lengths.topk(count).indices.sort().values
