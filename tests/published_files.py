"""A small folder of published figures for a test: a few areas, indicators and years."""

from collections.abc import Mapping
from pathlib import Path
from typing import Self

HEADS = {
    "indicators.csv": (
        "indicator_id,name,theme,agency,unit,polarity,frequency,definition,recommendations,"
        "compared_with_all_areas"
    ),
    "areas.csv": "area_code,area_name,level,in_south_east",
    "neighbours.csv": "model,of_area,rank,area_code,closeness",
    "publications.csv": "publication_id,publication,publisher,derived,licence",
}
HEAD = (
    "indicator_id,area_code,breakdown,period_start,period_end,value,numerator,denominator,status,"
    "publication_id"
)
AREAS = ("OWN,Ownshire,local_authority,True", "E12000008,South East,region,False",
         "E92000001,England,country,False")  # fmt: skip
PUBLICATION = "P1,A publication,A publisher,False,OGL"


class PublishedFiles:
    """Files in a folder, valid until a test adds what is not. Every method but write adds rows."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "published"
        self.breaks = folder / "breaks.csv"
        self.rows: dict[str, list[str]] = {name: [] for name in HEADS}
        self.rows["areas.csv"] += AREAS
        self.rows["publications.csv"].append(PUBLICATION)
        self.observed: list[str] = []
        self.broken: list[str] = []

    def indicator(
        self,
        key: str = "rate",
        *,
        unit: str = "%",
        polarity: str = "lower",
        frequency: str = "annual",
        recs: str = "R1 R2",
        all_areas: bool = True,
        theme: str = "front_door",
    ) -> Self:
        self.rows["indicators.csv"].append(
            f"{key},Name of {key},{theme},Council,{unit},{polarity},{frequency},What {key} is.,"
            f"{recs},{all_areas}"
        )
        return self

    def area(self, code: str, *models: str, rank: int = 1) -> Self:
        """An authority, and the models in which it is a neighbour of the board's own."""
        self.rows["areas.csv"].append(f"{code},Area {code},local_authority,False")
        self.rows["neighbours.csv"] += [f"{model},OWN,{rank},{code},Close" for model in models]
        return self

    def year(
        self,
        year: int,
        values: Mapping[str, object],
        *,
        indicator: str = "rate",
        part: str = "",
        status: str = "",
    ) -> Self:
        """Figures of the year to 31 March for several areas; None is withheld by the status."""
        for area, value in values.items():
            shown, mark = ("", status or "c") if value is None else (value, "")
            self.observe(indicator, area, part, f"{year - 1}-04-01", f"{year}-03-31", shown, mark)
        return self

    def observe(
        self,
        indicator: str,
        area: str,
        part: str,
        start: str,
        end: str,
        value: object,
        mark: str = "",
    ) -> Self:
        self.observed.append(f"{indicator},{area},{part},{start},{end},{value},,,{mark},P1")
        return self

    def write(self) -> Path:
        """Writes every file; the folder they are in."""
        (self.folder / "observations").mkdir(parents=True, exist_ok=True)
        for name, rows in self.rows.items():
            _put(self.folder / name, HEADS[name], rows)
        _put(self.folder / "observations" / "all.csv", HEAD, self.observed)
        _put(self.breaks, "break_id,indicator_id,on_day,known_on,kind,reason", self.broken)
        return self.folder


def _put(path: Path, head: str, rows: list[str]) -> None:
    path.write_text("\n".join([head, *rows]) + "\n", encoding="utf-8")
