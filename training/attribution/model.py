"""The model: a BERT encoder with letter case and quotation marks added to its words, and three heads over it.

- tags: whether a piece begins, goes on with, or is outside a source, a cue, a content;
- links: whether a piece is of the source, or of the content, that belongs to the cue at another piece;
- acts: the speech act of a statement whose source, cue and content are known.
"""

from pathlib import Path

import torch
from torch import Tensor, nn
from transformers import AutoModel

from averment.models.pieces import Case, Quote
from averment.records import Act

ROLES, TAGS = 3, 3
LINKED = 2  # source and content
WIDTH = 64  # of the vectors that a cue and a piece are compared by
FARTHEST = 64  # pieces; farther ones count as this far
PARTS, INNER = 3, 64  # of a statement (cue, source, content), and the width of each in the act head


class Model(nn.Module):
    """Encoder and heads; inputs are [batch, length], ``mask`` 1 at pieces."""

    def __init__(self, base: Path) -> None:
        super().__init__()
        self.encoder = AutoModel.from_pretrained(base, add_pooling_layer=False)
        width = self.encoder.config.hidden_size
        self.case = nn.Embedding(len(Case), width)
        self.quote = nn.Embedding(len(Quote), width)
        nn.init.zeros_(self.case.weight)
        nn.init.zeros_(self.quote.weight)
        self.drop = nn.Dropout(0.1)
        self.head = nn.Linear(width, ROLES * TAGS)
        self.asks = nn.Linear(width, LINKED * WIDTH)
        self.answers = nn.Linear(width, LINKED * WIDTH)
        self.distance = nn.Embedding(2 * FARTHEST + 1, LINKED)
        nn.init.zeros_(self.distance.weight)
        self.weigh = nn.Linear(width, PARTS)
        self.inner = nn.Linear(width, PARTS * INNER)
        self.act = nn.Linear(PARTS * INNER, len(Act))

    def hidden(self, numbers: Tensor, cases: Tensor, quotes: Tensor, mask: Tensor) -> Tensor:
        """The vector of each piece: [batch, length, width]."""
        words = self.encoder.get_input_embeddings()(numbers) + self.case(cases) + self.quote(quotes)
        return self.encoder(inputs_embeds=words, attention_mask=mask).last_hidden_state

    def forward(self, numbers: Tensor, cases: Tensor, quotes: Tensor, mask: Tensor) -> tuple[Tensor, ...]:
        """What is shipped: tag scores [batch, length, roles, tags], asks and answers, weights and inner vectors."""
        hidden = self.hidden(numbers, cases, quotes, mask)
        return (self.tags(hidden), self.asks(hidden), self.answers(hidden), self.weigh(hidden), self.inner(hidden))

    def tags(self, hidden: Tensor) -> Tensor:
        """Scores of OUT, BEGIN and INSIDE for each role at each piece: [batch, length, roles, tags]."""
        return self.head(self.drop(hidden)).view(*hidden.shape[:2], ROLES, TAGS)

    def links(self, hidden: Tensor) -> Tensor:
        """Scores [batch, cue piece, piece, linked]: the second piece is of what belongs to the cue at the first."""
        hidden = self.drop(hidden)
        shape = *hidden.shape[:2], LINKED, WIDTH
        scores = torch.einsum(
            "bird,bjrd->bijr", self.asks(hidden).view(shape).float(), self.answers(hidden).view(shape).float()
        )
        at = torch.arange(shape[1])
        far = (at[None, :] - at[:, None]).clamp(-FARTHEST, FARTHEST) + FARTHEST
        return scores / WIDTH**0.5 + self.distance(far)

    def acts(self, hidden: Tensor, parts: Tensor) -> Tensor:
        """Scores [statements, acts]; ``hidden`` [statements, length, width], ``parts`` [statements, parts, length]."""
        hidden = self.drop(hidden)
        weights = self.weigh(hidden).transpose(1, 2).float().masked_fill(parts == 0, -1e4).softmax(-1) * parts
        inner = self.inner(hidden).float().view(*hidden.shape[:2], PARTS, INNER)
        pooled = torch.einsum("spl,slpi->spi", weights, inner).flatten(1)
        return self.act(self.drop(nn.functional.gelu(pooled)))


def tag_loss(scores: Tensor, tags: Tensor) -> Tensor:
    """Cross entropy over all roles; pieces tagged -100 do not count."""
    return nn.functional.cross_entropy(scores.flatten(0, 2).float(), tags.flatten(), ignore_index=-100)


OTHERS = 0.2  # weight of the pieces that are no cue, which nothing belongs to


def link_loss(scores: Tensor, belongs: Tensor, rows: Tensor, columns: Tensor) -> Tensor:
    """Binary cross entropy of the rows of cues (``rows`` 1), and with less weight of other rows (2)."""
    each = nn.functional.binary_cross_entropy_with_logits(scores, belongs, reduction="none").mean(-1)
    each = (each * columns[:, None]).sum(-1) / columns.sum(-1, keepdim=True).clamp(min=1)
    total = torch.zeros(())
    for kind, weight in ((1, 1.0), (2, OTHERS)):
        there = rows == kind
        if there.any():
            total = total + weight * each[there].mean()
    return total
