"""The model with heads for events: triggers, what belongs to a trigger, and the kind, status and stance of an event."""

from pathlib import Path

import torch
from torch import Tensor, nn

from training.attribution.model import FARTHEST, WIDTH, Model
from training.events.corpus import KINDS, STANCES, STATUSES

SIDES = 2  # actor and recipient
PARTS, INNER = 4, 64  # of an event: trigger, actor, recipient, sentence


class EventModel(Model):
    """The encoder with the heads for statements and those for events."""

    def __init__(self, base: Path) -> None:
        super().__init__(base)
        width = self.encoder.config.hidden_size
        self.trigger = nn.Linear(width, 3)
        self.side_asks = nn.Linear(width, SIDES * WIDTH)
        self.side_answers = nn.Linear(width, SIDES * WIDTH)
        self.side_distance = nn.Embedding(2 * FARTHEST + 1, SIDES)
        nn.init.zeros_(self.side_distance.weight)
        self.event_weigh = nn.Linear(width, PARTS)
        self.event_inner = nn.Linear(width, PARTS * INNER)
        self.kind = nn.Linear(PARTS * INNER, len(KINDS))
        self.status = nn.Linear(PARTS * INNER, len(STATUSES))
        self.stance = nn.Linear(PARTS * INNER, len(STANCES))

    def sides(self, hidden: Tensor) -> Tensor:
        """Scores [batch, trigger piece, piece, side]."""
        hidden = self.drop(hidden)
        shape = *hidden.shape[:2], SIDES, WIDTH
        asks, answers = self.side_asks(hidden).view(shape).float(), self.side_answers(hidden).view(shape).float()
        at = torch.arange(shape[1])
        far = (at[None, :] - at[:, None]).clamp(-FARTHEST, FARTHEST) + FARTHEST
        return torch.einsum("bird,bjrd->bijr", asks, answers) / WIDTH**0.5 + self.side_distance(far)

    def pooled(self, hidden: Tensor, parts: Tensor) -> Tensor:
        """Vectors [events, parts x INNER]; ``hidden`` [events, length, width], ``parts`` [events, parts, length]."""
        hidden = self.drop(hidden)
        weights = self.event_weigh(hidden).transpose(1, 2).float().masked_fill(parts == 0, -1e4).softmax(-1) * parts
        inner = self.event_inner(hidden).float().view(*hidden.shape[:2], PARTS, INNER)
        return self.drop(nn.functional.gelu(torch.einsum("spl,slpi->spi", weights, inner).flatten(1)))


def kind_loss(scores: Tensor, allowed: Tensor) -> Tensor:
    """Minus the logarithm of the probability of all allowed kinds together; ``allowed`` [events, kinds] is 1 or 0."""
    chances = scores.log_softmax(-1).masked_fill(allowed == 0, -1e4)
    return -chances.logsumexp(-1).mean()
