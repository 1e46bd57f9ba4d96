"""The tagger: a BERT encoder with letter case and quotation marks added to its words, and a linear layer over it."""

from pathlib import Path

from torch import Tensor, nn
from transformers import AutoModel

from averment.models.pieces import Case, Quote

ROLES, TAGS = 3, 3


class Tagger(nn.Module):
    """Scores OUT, BEGIN and INSIDE for each role at each piece: [batch, length, roles, tags]."""

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

    def hidden(self, numbers: Tensor, cases: Tensor, quotes: Tensor, mask: Tensor) -> Tensor:
        """The vector of each piece, [batch, length, width]; inputs are [batch, length], ``mask`` 1 at pieces."""
        words = self.encoder.get_input_embeddings()(numbers) + self.case(cases) + self.quote(quotes)
        return self.encoder(inputs_embeds=words, attention_mask=mask).last_hidden_state

    def forward(self, numbers: Tensor, cases: Tensor, quotes: Tensor, mask: Tensor) -> Tensor:
        """The scores of each piece, from inputs as for ``hidden``."""
        scores = self.head(self.drop(self.hidden(numbers, cases, quotes, mask)))
        return scores.view(*scores.shape[:2], ROLES, TAGS)


def loss(scores: Tensor, tags: Tensor) -> Tensor:
    """Cross entropy over all roles; pieces tagged -100 do not count."""
    return nn.functional.cross_entropy(scores.flatten(0, 2).float(), tags.flatten(), ignore_index=-100)
