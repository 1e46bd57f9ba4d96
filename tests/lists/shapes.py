"""Rows of a list written as OFAC writes them: SDN.XML, and the CSV files with aliases, addresses and comments.

A row is a dict as in the reference data: id, name, type, programs, aliases, remarks, and title where there is one;
``countries`` holds the countries of its addresses. The remarks are those of the CSV files, where births,
nationalities, weak names and wallets stand; the XML has elements for them.
"""

import re
from pathlib import Path
from xml.sax.saxutils import escape

NAMESPACE = "https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/XML"
SDN = {"primary": "sdn.csv", "alt": "alt.csv", "add": "add.csv", "comments": "sdn_comments.csv"}
CONSOLIDATED = {
    "primary": "cons_prim.csv", "alt": "cons_alt.csv", "add": "cons_add.csv", "comments": "cons_comments.csv"
}  # fmt: skip

MINISTRY = {
    "id": 501, "name": "MINISTRY OF SIGNALS OF RURITANIA", "type": "entity", "programs": ["CYBER2", "RURITANIA"],
    "aliases": ["RURITANIAN SIGNALS MINISTRY", "RSM"], "countries": ["Iran"],
    "remarks": "Target Type Government Entity; Registration ID 36157 (Iran); a.k.a. 'RSM'.",
}  # fmt: skip
MINISTER = {
    "id": 502, "name": "HENTZAU, Rupert Esmail", "type": "individual", "programs": ["CYBER2"],
    "aliases": ["HENTZAU, Seyed Rupert", "The Fencer"], "title": "Minister of Signals",
    "remarks": "DOB 1960 to 1961; alt. DOB circa 1958; POB Zenda, Streslau Province, Iran; nationality Iran; alt. "
    "nationality Syria; Gender Male; Passport A0012345 (Iran) expires 04 May 2025; Minister of Signals; Digital "
    "Currency Address - XBT 1FencerAbCdEfGhJkLmNpQrStUvWxYz12; alt. Digital Currency Address - ETH "
    "0xABCDEF0123456789abcdef0123456789ABCDEF01; a.k.a. 'The Fencer'; Linked To: MINISTRY OF SIGNALS OF RURITANIA.",
}  # fmt: skip
SHIP = {
    "id": 503, "name": "BLUE GANNET", "type": "vessel", "programs": ["IRAN"], "aliases": ["GREY GANNET"],
    "remarks": "Former Vessel Flag Malta; Vessel Registration Identification IMO 9000001.", "flag": "Iran",
}  # fmt: skip
FIRM = {
    "id": 504, "name": "AFKAR & SONS \"QUICK\" TRADING CO., LTD.", "type": "entity", "programs": ["CYBER2"],
    "aliases": [], "remarks": "", "countries": ["Korea, North", "Burma"],
}  # fmt: skip
ROWS = [MINISTRY, MINISTER, SHIP, FIRM]


def weak(row: dict) -> dict[str, str]:
    """The names that stand in the remarks, with the kind of each."""
    return {name: kind for kind, name in re.findall(r"([afn])\.k\.a\. '(.+?)'(?=;|\.$)", row["remarks"])}


def facts(row: dict, word: str) -> list[str]:
    """What follows ``word`` in the facts of the remarks."""
    parts = row["remarks"].removesuffix(".").split("; ")
    return [m[1] for part in parts if (m := re.fullmatch(rf"(?:alt\. )?{word}:? (.+)", part))]


def write_csv(folder: Path, rows: list[dict], names: dict[str, str] = SDN, cut: int = 1000) -> Path:
    """Write the CSV files to ``folder``, remarks longer than ``cut`` going on in the comments; the first path."""
    lines: dict[str, list[str]] = {part: [] for part in names}
    number = 0
    for row in rows:
        remarks = [row["remarks"][begin : begin + cut] for begin in range(0, len(row["remarks"]), cut)] or [""]
        kind = "" if row["type"] == "entity" else row["type"]
        programs = "] [".join(row["programs"])
        own = [row["name"], kind, programs, row.get("title", ""), "", "", "", "", row.get("flag", ""), "", remarks[0]]
        lines["primary"].append(_line(row["id"], *own))
        for more in remarks[1:]:
            lines["comments"].append(_line(row["id"], more))
        for alias in row["aliases"]:
            if alias not in weak(row):
                number += 1
                lines["alt"].append(_line(row["id"], number, "aka", alias, ""))
        for country in row.get("countries", [""]):
            number += 1
            lines["add"].append(_line(row["id"], number, "", "", country, ""))
    for part, name in names.items():
        (folder / name).write_bytes(("".join(f"{line}\r\n" for line in lines[part]) + "\x1a").encode())
    return folder / names["primary"]


def _line(*cells: object) -> str:
    quoted = ('"{}"'.format(cell.replace('"', '""')) if isinstance(cell, str) and cell else cell for cell in cells)
    return ",".join("-0- " if cell == "" else str(cell) for cell in quoted)


def write_xml(path: Path, rows: list[dict], published: str = "09/14/2022", count: int | None = None) -> Path:
    """Write SDN.XML to ``path``; ``published`` as OFAC writes it, MM/DD/YYYY."""
    head = f"<Publish_Date>{published}</Publish_Date><Record_Count>{count or len(rows)}</Record_Count>"
    entries = "\n".join(map(_entry, rows))
    text = (
        f'<?xml version="1.0" standalone="yes"?>\n<sdnList xmlns="{NAMESPACE}">\n'
        f"<publshInformation>{head}</publshInformation>\n{entries}\n</sdnList>"
    )
    path.write_text(text, encoding="utf-8")
    return path


def _entry(row: dict) -> str:
    alike = weak(row)
    names = [(f"{alike.get(name, 'a')}.k.a.", "weak" if name in alike else "strong", name) for name in row["aliases"]]
    parts = [
        f"<uid>{row['id']}</uid>",
        _name(row["name"], row["type"]),
        _tag("title", row.get("title", "")),
        _tag("sdnType", row["type"].capitalize()),
        _tag("remarks", " ".join(f"(Linked To: {name})" for name in facts(row, "Linked To"))),
        _list("program", [escape(program) for program in row["programs"]]),
        _list("id", [_document(*wallet) for wallet in _wallets(row)]),
        _list("aka", [_tag("type", t) + _tag("category", c) + _name(n, row["type"]) for t, c, n in names]),
        _list("address", [_tag("city", "Zenda") + _tag("country", c) for c in row.get("countries", [])]),
        _list("nationality", [_tag("country", c) + _tag("mainEntry", "true") for c in facts(row, "nationality")]),
        _list("citizenship", [_tag("country", c) for c in facts(row, "citizen")]),
        _items("dateOfBirth", facts(row, "DOB")),
        _items("placeOfBirth", facts(row, "POB")),
        f"<vesselInfo>{_tag('vesselFlag', row['flag'])}</vesselInfo>" if "flag" in row else "",
    ]
    return f"<sdnEntry>{''.join(parts)}</sdnEntry>"


def _name(name: str, kind: str) -> str:
    last, _, first = name.partition(", ") if kind == "individual" else (name, "", "")
    return _tag("firstName", first) + _tag("lastName", last)


def _wallets(row: dict) -> list[tuple[str, str]]:
    return re.findall(r"Digital Currency Address - (\w+) (\w+)", row["remarks"])


def _document(asset: str, address: str) -> str:
    return _tag("idType", f"Digital Currency Address - {asset}") + _tag("idNumber", address)


def _tag(name: str, text: str) -> str:
    return f"<{name}>{escape(text)}</{name}>" if text else ""


def _list(name: str, items: list[str]) -> str:
    return f"<{name}List>{''.join(f'<{name}>{item}</{name}>' for item in items)}</{name}List>" if items else ""


def _items(name: str, items: list[str]) -> str:
    inner = "".join(f"<{name}Item>{_tag(name, item)}</{name}Item>" for item in items)
    return f"<{name}List>{inner}</{name}List>" if items else ""
