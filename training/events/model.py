"""The model with heads for events: triggers, what belongs to a trigger, and the kind, status and stance of an event."""

from pathlib import Path

import torch
from torch import Tensor, nn

from averment.models.kinds import KINDS
from training.attribution.model import FARTHEST, WIDTH, Model
from training.events.corpus import STANCES, STATUSES

LINKED_PARTS = 3  # what belongs to a trigger: actor, recipient, its other words
PARTS, INNER = 4, 64  # of an event: trigger, actor, recipient, sentence


class EventModel(Model):
    """The encoder with the heads for statements and those for events.

    It may be shown a pair: ``pairs`` [batch, length] is 1 at the actor's pieces, 2 at the recipient's, else 0.
    """

    def __init__(self, base: Path) -> None:
        super().__init__(base)
        width = self.encoder.config.hidden_size
        self.pair = nn.Embedding(3, width, padding_idx=0)
        nn.init.zeros_(self.pair.weight)
        self.trigger = nn.Linear(width, 3)
        self.side_asks = nn.Linear(width, LINKED_PARTS * WIDTH)
        self.side_answers = nn.Linear(width, LINKED_PARTS * WIDTH)
        self.side_distance = nn.Embedding(2 * FARTHEST + 1, LINKED_PARTS)
        nn.init.zeros_(self.side_distance.weight)
        self.event_weigh = nn.Linear(width, PARTS)
        self.event_inner = nn.Linear(width, PARTS * INNER)
        self.kind = nn.Linear(PARTS * INNER, len(KINDS))
        self.relation = nn.Linear(PARTS * INNER, len(KINDS))  # the kind between a pair that is shown
        self.status = nn.Linear(PARTS * INNER, len(STATUSES))
        self.stance = nn.Linear(PARTS * INNER, len(STANCES))

    def forward(
        self, numbers: Tensor, cases: Tensor, quotes: Tensor, mask: Tensor, pairs: Tensor
    ) -> tuple[Tensor, ...]:
        """What is shipped, see ``averment.models.encoder.OUTPUTS``."""
        hidden = self.shown(numbers, cases, quotes, mask, pairs)
        return (
            self.tags(hidden), self.asks(hidden), self.answers(hidden), self.weigh(hidden), self.inner(hidden),
            self.trigger(hidden), self.side_asks(hidden), self.side_answers(hidden), self.event_weigh(hidden),
            self.event_inner(hidden),
        )  # fmt: skip

    def shown(self, numbers: Tensor, cases: Tensor, quotes: Tensor, mask: Tensor, pairs: Tensor) -> Tensor:
        """The vector of each piece where a pair is shown: [batch, length, width]."""
        words = self.encoder.get_input_embeddings()(numbers) + self.case(cases) + self.quote(quotes) + self.pair(pairs)
        return self.encoder(inputs_embeds=words, attention_mask=mask).last_hidden_state

    def sides(self, hidden: Tensor) -> Tensor:
        """Scores [batch, trigger piece, piece, part]: the second piece is of the part of the event at the first."""
        hidden = self.drop(hidden)
        shape = *hidden.shape[:2], LINKED_PARTS, WIDTH
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


def mean(checkpoints: list[Path]) -> dict[str, Tensor]:
    """The mean of the weights of checkpoints; what one knows of kinds is what it knows of relations, if it has none."""
    weights = [torch.load(path, weights_only=True, map_location="cpu") for path in checkpoints]
    for one in weights:
        for part in ("weight", "bias"):
            if f"kind.{part}" in one:
                one.setdefault(f"relation.{part}", one[f"kind.{part}"])
    return {
        name: (sum(one[name].float() for one in weights) / len(weights)).to(first.dtype)
        for name, first in weights[0].items()
    }


def kind_loss(scores: Tensor, allowed: Tensor) -> Tensor:
    """Minus the logarithm of the probability of all allowed kinds together; ``allowed`` [events, kinds] is 1 or 0."""
    chances = scores.log_softmax(-1).masked_fill(allowed == 0, -1e4)
    return -chances.logsumexp(-1).mean()
