"""One CSV file: rows counted as a spreadsheet does, and what is wrong with it by itself."""

from pathlib import Path

import pytest

from scrutiny.problems import Problem
from tests.scrutiny.board_files import BoardFiles, place


@pytest.fixture
def files(tmp_path: Path) -> BoardFiles:
    return BoardFiles(tmp_path)


def test_a_byte_order_mark_blank_rows_and_spaces_are_allowed(files: BoardFiles) -> None:
    text = files.text("note").replace("N1,", " N1\u00a0,").replace("\r\n", "\r\n\r\n,,,,,,,,,,\r\n")
    files.path("note").write_text("\ufeff" + text, encoding="utf-8")
    note = next(e for e in files.read().entries if e.kind == "note")
    assert note.body["note_id"] == "N1"


def test_columns_may_come_in_any_order(files: BoardFiles) -> None:
    lines = [line.split(",")[::-1] for line in files.text("agency").splitlines()]
    files.path("agency").write_text("\n".join(map(",".join, lines)), encoding="utf-8")
    assert files.read().reference["agency"][0]["agency_id"] == "LA"


def test_a_record_over_several_lines_is_one_row_and_blank_rows_count(files: BoardFiles) -> None:
    files.put("note", 2, said='One\ntwo\nand "three"')
    row = files.add("note", 2, note_id="N2", effective_on="soon")
    assert place(files.problem()) == ("note.csv", row, "effective_on", "soon")
    header, rest = files.text("note").split("\n", 1)
    files.path("note").write_text(f"{header}\n\n{rest}", encoding="utf-8")
    assert files.problem().row == row + 1


@pytest.mark.parametrize(("before", "row"), [(b"", 1), (b"note_id\nN1,", 2), (b"note_id\nN1\n", 3)])
def test_a_file_that_is_not_utf_8_names_the_byte_and_the_row(
    files: BoardFiles, before: bytes, row: int
) -> None:
    files.path("note").write_bytes(before + b"\x96 dash")
    problem = files.problem()
    assert place(problem) == ("note.csv", row, None, "0x96")
    assert f"byte {len(before)} " in problem.remedy
    assert "CSV UTF-8" in problem.remedy


@pytest.mark.parametrize("text", ["", "\n\n", "\ufeff", " , ,\n"])
def test_an_empty_file_is_told_its_header(files: BoardFiles, text: str) -> None:
    files.path("note").write_text(text, encoding="utf-8")
    problem = files.problem()
    assert place(problem) == ("note.csv", None, None, None)
    assert "note_id,rec_ids" in problem.remedy


@pytest.mark.parametrize("text", ["x,y\n1,2\n", "\nnote_id,rec_ids\n"])
def test_a_file_without_its_header_on_top_is_told_it(files: BoardFiles, text: str) -> None:
    files.path("note").write_text(text, encoding="utf-8")
    problem = files.problem()
    assert (problem.file, problem.row) == ("note.csv", 1)
    assert "note_id,rec_ids" in problem.remedy


@pytest.mark.parametrize("mark", [";", "\t"])
def test_cells_not_separated_by_commas_are_one_problem(files: BoardFiles, mark: str) -> None:
    files.path("note").write_text(files.text("note").replace(",", mark), encoding="utf-8")
    problem = files.problem()
    assert (problem.file, problem.row) == ("note.csv", 1)
    assert "commas" in problem.remedy


def test_a_misspelt_column_is_missing_and_extra_and_each_names_the_other(files: BoardFiles) -> None:
    files.replace("note", "meeting_id", "meting_id")
    missing, extra = files.problems()
    assert place(missing) == ("note.csv", 1, "meeting_id", None)
    assert '"meting_id"' in missing.remedy
    assert place(extra) == ("note.csv", 1, "meting_id", "meting_id")
    assert '"meeting_id"' in extra.remedy


def test_a_repeated_column_is_named(files: BoardFiles) -> None:
    lines = files.text("agency").splitlines()
    files.path("agency").write_text(f"{lines[0]},name\n{lines[1]},Other\n", encoding="utf-8")
    problem = files.problem()
    assert place(problem) == ("agency.csv", 1, "name", "name")
    assert "2 times" in problem.remedy


def test_a_column_without_a_name_is_counted(files: BoardFiles) -> None:
    lines = files.text("agency").splitlines()
    files.path("agency").write_text(f"{lines[0]},\n{lines[1]},\n", encoding="utf-8")
    problem = files.problem()
    assert place(problem) == ("agency.csv", 1, "5", "")
    assert "Column 5 has no name" in problem.remedy


@pytest.mark.parametrize(
    ("old", "new", "value"),
    [("Council", "Council, County", "5 cells"), (",illustrative", "", "3 cells")],
)
def test_a_row_of_another_width_than_the_header_is_named(
    files: BoardFiles, old: str, new: str, value: str
) -> None:
    files.replace("agency", old, new)
    problem = files.problem()
    assert place(problem) == ("agency.csv", 2, None, value)
    assert "4" in problem.remedy
    assert "double quotes" in problem.remedy


def test_empty_cells_past_the_last_column_are_allowed(files: BoardFiles) -> None:
    files.replace("agency", ",illustrative", ",illustrative,,")
    assert files.read().reference["agency"]


@pytest.mark.parametrize(("old", "new"), [("Noted.", '"Noted.'), ("Noted.", '"Noted." twice')])
def test_a_quotation_mark_out_of_place_names_the_row(files: BoardFiles, old: str, new: str) -> None:
    files.replace("note", old, new)
    problem = files.problem()
    assert place(problem) == ("note.csv", 2, None, None)
    assert "quotation mark" in problem.remedy


def test_something_that_is_no_file_is_told(files: BoardFiles) -> None:
    files.path("note").unlink()
    files.path("note").mkdir()
    problem = files.problem()
    assert place(problem) == ("note.csv", None, None, None)
    assert "cannot be read" in problem.remedy


def told(files: BoardFiles, table: str, column: str, text: str) -> Problem:
    files.put(table, 2, **{column: text})
    problem = next(p for p in files.problems() if p.file == f"{table}.csv")
    assert place(problem) == (f"{table}.csv", 2, column, text.strip())
    return problem


@pytest.mark.parametrize(
    "text",
    [
        "15/02/2018",
        "2018-2-15",
        "20180215",
        "2017-02-29",
        "\u0662\u0660\u0661\u0667-01-01",
        "TBC",
        "2018-W07-4",
    ],
)
def test_a_bad_date_is_told_the_form_wanted(files: BoardFiles, text: str) -> None:
    assert "YYYY-MM-DD" in told(files, "note", "effective_on", text).remedy


@pytest.mark.parametrize("text", ["1899-12-31", "2200-01-01", "0217-09-14"])
def test_a_date_of_another_age_is_a_slip(files: BoardFiles, text: str) -> None:
    assert "between 1900 and 2199" in told(files, "note", "effective_on", text).remedy


def test_a_leap_day_is_a_date(files: BoardFiles) -> None:
    files.put("note", 2, effective_on="2020-02-29")
    assert files.read()


@pytest.mark.parametrize("text", ["forty", "40%", "40.5", "1e2", "\u0663", "99999999999"])
def test_a_bad_whole_number_is_told(files: BoardFiles, text: str) -> None:
    assert "whole number" in told(files, "report", "percent", text).remedy


@pytest.mark.parametrize("text", ["8 %", "8,5", "nan", "inf", "1e400"])
def test_a_bad_number_is_told(files: BoardFiles, text: str) -> None:
    assert "such as 8 or 8.5" in told(files, "scope", "first_stage_percent", text).remedy


def test_a_word_outside_the_choices_is_told_all_of_them(files: BoardFiles) -> None:
    remedy = told(files, "answer", "outcome", "Satisfied").remedy
    assert "satisfied, not satisfied, withdrawn" in remedy
    assert 'Did you mean "satisfied"?' in remedy


def test_a_word_outside_a_table_of_the_schema_is_told_all_of_them(files: BoardFiles) -> None:
    remedy = told(files, "response", "acceptance", "accepted partly").remedy
    assert "accepted, accepted in part, in principle" in remedy


@pytest.mark.parametrize("text", ["", "   ", "\u00a0"])
def test_a_required_cell_may_not_be_empty_nor_all_spaces(files: BoardFiles, text: str) -> None:
    assert "fill it in" in told(files, "note", "said", text).remedy


@pytest.mark.parametrize("text", ["R1; R2; R1"])
def test_a_member_of_a_list_is_named_once(files: BoardFiles, text: str) -> None:
    assert '"R1" only once' in told(files, "note", "rec_ids", text).remedy


def test_a_list_of_separators_is_empty(files: BoardFiles) -> None:
    assert "fill it in" in told(files, "note", "rec_ids", "; ;").remedy


def test_what_cannot_be_seen_may_not_stand_in_a_key(files: BoardFiles) -> None:
    assert "cannot be seen" in told(files, "note", "note_id", "N\u200b1").remedy


def test_a_semicolon_may_not_stand_in_a_key(files: BoardFiles) -> None:
    assert "semicolon" in told(files, "note", "note_id", "N;1").remedy


def test_a_control_character_may_stand_nowhere(files: BoardFiles) -> None:
    assert "control character" in told(files, "note", "said", "a\x00b").remedy


def test_line_ends_within_a_cell_become_one_kind(files: BoardFiles) -> None:
    files.put("note", 2, said="a\r\nb")
    note = next(e for e in files.read().entries if e.kind == "note")
    assert note.body["said"] == "a\nb"
