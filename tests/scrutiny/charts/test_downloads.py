"""Downloads: what a spreadsheet reads, and that it runs nothing there."""

import csv
import io

import pandas as pd
import pytest

from scrutiny.charts import downloads
from tests.scrutiny.charts.frames import NO, D, none_of

DAY = D("2018-02-15")


def download(rows: pd.DataFrame, notice: str = "Made up.") -> tuple[str, list[list[str]]]:
    """The notice line and the records below it, as a spreadsheet would read them."""
    content = downloads.csv(rows, notice)
    assert content.startswith(b"\xef\xbb\xbf")
    first, *records = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""))
    assert len(first) == 1
    return first[0], records


class TestCsv:
    def test_the_notice_comes_first_on_one_line(self) -> None:
        rows = pd.DataFrame({"a": [1]})
        first, records = download(rows, 'All "of it",\r\nis made up.')
        assert first == "# All 'of it', is made up."
        assert records == [["a"], ["1"]]
        assert downloads.csv(rows, "Æ").decode("utf-8-sig").splitlines()[0] == '"# Æ"'

    def test_every_line_ends_as_spreadsheets_end_them(self) -> None:
        content = downloads.csv(pd.DataFrame({"a": [1, 2]}), "n")
        assert content.count(b"\n") == content.count(b"\r\n") == 4

    def test_dates_are_iso_and_what_is_missing_is_empty(self) -> None:
        rows = pd.DataFrame(
            {
                "on": [D("2018-02-15"), NO],
                "days": pd.array([3, None], dtype="Int64"),
                "share": [28.5, float("nan")],
                "said": ["Yes, then.", None],
            }
        )
        _, records = download(rows)
        assert records[1] == ["2018-02-15", "3", "28.5", "Yes, then."]
        assert records[2] == ["", "", "", ""]

    def test_no_rows_still_have_a_header(self) -> None:
        assert download(none_of("a", "b"))[1] == [["a", "b"]]

    @pytest.mark.parametrize("start", list("=+-@\t\r\n"))
    @pytest.mark.parametrize("kind", ["str", "object"])
    def test_text_that_a_spreadsheet_would_run_is_led_by_an_apostrophe(
        self, start: str, kind: str
    ) -> None:
        text = f'{start}HYPERLINK("http://evil.example")'
        _, records = download(pd.DataFrame({"a": pd.Series([text, None], dtype=kind)}))
        assert records[1:] == [[f"'{text}"], [""]]

    def test_numbers_are_left_alone(self) -> None:
        _, records = download(pd.DataFrame({"a": [-3, 4], "b": [-0.5, 1.0], "c": [True, False]}))
        assert records[1:] == [["-3", "-0.5", "True"], ["4", "1.0", "False"]]

    @pytest.mark.parametrize("text", ["a = b", " =1", "'x", 'say "so", he\nsaid', "é†"])
    def test_other_text_is_left_alone(self, text: str) -> None:
        assert download(pd.DataFrame({"a": [text]}))[1][1] == [text]

    def test_the_rows_on_screen_are_not_changed(self) -> None:
        rows = pd.DataFrame({"a": ["=1"], "on": [DAY]})
        downloads.csv(rows, "n")
        assert rows["a"].tolist() == ["=1"]
        assert rows["on"].tolist() == [DAY]
