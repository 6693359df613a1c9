"""The index of listing words: every reader is shown each word at which it reads something."""

import pytest

from briefgen.extract.designations.cues import READERS
from briefgen.reading.line import Line
from tests.readings import reading_of

from . import test_designation_gaps, test_designation_neither, test_designations

TABLES = (test_designations.STATED, test_designation_gaps.STATED, test_designation_neither.STATED)


@pytest.mark.parametrize("text", [text for table in TABLES for text, _ in table])
def test_no_reader_reads_a_cue_at_a_word_that_the_index_keeps_from_it(text: str) -> None:
    reading = reading_of(text)
    for line in (Line(reading, sentence) for sentence in reading.sentences):
        for reader in READERS:
            for i in range(line.start, line.stop):
                low = line.low(i)
                if reader.starts().isdisjoint((low, low.replace("-", ""), low.rpartition("-")[2])):
                    assert reader.read(line, i) is None, (reader, low)
