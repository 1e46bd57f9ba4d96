"""Attributions against the shape of PolNeAR."""

from dataclasses import replace

from averment.evaluate.attribution import AttributionTask, GoldAttribution, GoldDocument
from averment.evaluate.data import Sample

TEXT = 'Rama said that the attack failed. "We knew it," he added.'


def sample(sketch, *rows):
    drawn = sketch(TEXT)

    def spans(piece):
        return (drawn.span(piece),) if piece else ()

    gold = tuple(GoldAttribution(*map(spans, row)) for row in rows)
    return Sample("doc", TEXT, GoldDocument("doc", TEXT, gold))


def values(sample, report):
    task = AttributionTask()
    return {figure.name: figure for figure in task.figures(task.count(sample, report))}


ROW = ("Rama", "said", "that the attack failed")


def test_the_gold_itself_scores_one(sketch):
    drawn = sketch(TEXT)
    drawn.says(*ROW)
    assert {f.value for f in values(sample(sketch, ROW), drawn.report()).values()} == {1.0}


def test_half_the_content_is_enough_but_not_for_exact(sketch):
    drawn = sketch(TEXT)
    drawn.says("Rama", "said", "the attack")
    found = values(sample(sketch, ROW), drawn.report())
    assert (found["content"].value, found["linked"].value, found["exact"].value) == (1, 1, 0)


def test_a_wrong_source_is_not_attributed_and_a_wrong_cue_is_not_linked(sketch):
    drawn = sketch(TEXT)
    drawn.says("he", "said", ROW[2])
    found = values(sample(sketch, ROW), drawn.report())
    assert (found["content"].value, found["attributed"].value, found["linked"].value) == (1, 0, 0)

    drawn = sketch(TEXT)
    drawn.says("Rama", "added", ROW[2])
    found = values(sample(sketch, ROW), drawn.report())
    assert (found["attributed"].value, found["linked"].value) == (1, 0)


def test_no_source_agrees_with_no_source(sketch):
    drawn = sketch(TEXT)
    drawn.says("", "said", ROW[2])
    assert values(sample(sketch, ("", "said", ROW[2])), drawn.report())["attributed"].value == 1
    assert values(sample(sketch, ROW), drawn.report())["attributed"].value == 0


def test_marks_at_the_ends_do_not_count_for_the_looser_exactness(sketch):
    drawn = sketch(TEXT)
    drawn.says("he", "added", '"We knew it,"')
    found = values(sample(sketch, ("he", "added", "We knew it")), drawn.report())
    assert (found["exact"].value, found["exact~"].value) == (0, 1)


def test_each_gold_row_is_matched_once(sketch):
    drawn = sketch(TEXT)
    drawn.says(*ROW)
    drawn.says("Rama", "said", "the attack failed")
    found = values(sample(sketch, ROW), drawn.report())["attributed"]
    assert (found.precision, found.recall) == (0.5, 1)


def test_nothing_to_find_and_nothing_found_is_right(sketch):
    assert values(sample(sketch), sketch(TEXT).report())["attributed"].value == 1


def test_the_prediction_has_the_spans_of_the_three_roles(sketch):
    drawn = sketch(TEXT)
    drawn.says(*ROW)
    made = AttributionTask().prediction(sample(sketch, ROW), drawn.report())
    assert made == {
        "doc": "doc",
        "attributions": [{"source": ((0, 4),), "cue": ((5, 9),), "content": ((10, 32),)}],
    }


def test_misses_list_both_ways(sketch):
    drawn = sketch(TEXT)
    drawn.says("he", "added", "We knew it")
    lines = list(AttributionTask().misses(sample(sketch, ROW), drawn.report()))
    assert lines == [
        "missed attribution: Rama / said / that the attack failed",
        "extra attribution: he / added / We knew it",
    ]


def test_a_statement_inside_another_is_left_out(sketch):
    drawn = sketch(TEXT)
    drawn.says(*ROW)
    report = drawn.report()
    inner = replace(report.statements[0], id="inner", parent=report.statements[0].id, content=(drawn.span("failed"),))
    report = replace(report, statements=(*report.statements, inner))
    assert values(sample(sketch, ROW), report)["attributed"].precision == 1.0


def test_recall_is_told_by_kind(sketch):
    drawn = sketch(TEXT)
    drawn.says("he", "added", '"We knew it,"')
    rows = (ROW, ("he", "added", '"We knew it,"'), ("", "said", 'failed. "We'))
    found = values(sample(sketch, *rows), drawn.report())
    kinds = ("direct", "indirect", "mixed", "no source")
    assert [found[f"recall {kind}"].value for kind in kinds] == [1.0, 0.0, 0.0, 0.0]
    assert [found[f"recall {kind}"].of for kind in kinds] == [1, 1, 1, 1]
