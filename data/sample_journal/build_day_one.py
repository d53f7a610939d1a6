"""Build ``day_one.zip`` out of the Markdown folder beside this file: ``python build_day_one.py``.

The zip has the shape of a Day One JSON export without its media files, and the same bytes at every run.
"""

import json
import re
import uuid
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time
from pathlib import Path
from typing import Any, TypeAlias
from zoneinfo import ZoneInfo

import yaml

Json: TypeAlias = dict[str, Any]

HERE = Path(__file__).parent
NAMESPACE = uuid.uuid5(uuid.NAMESPACE_URL, "reflection-analyzer/sample-journal")
ZONE = "America/Chicago"
USUAL_TIME = time(21, 30)  # for a page that tells no time
ZIP_TIME = (2026, 1, 1, 0, 0, 0)  # fixed, so that the bytes do not depend on the day of the build

FRONT_MATTER = re.compile(r"\A---\n(.*?)^---\n*", re.DOTALL | re.MULTILINE)
IMAGE = re.compile(r"!\[\]\((?:photos/)?([\w.-]+)\)")
BLOCK_MARK = re.compile(r"^(?:#+ |- |\d+\. )?")  # a heading or list mark keeps its meaning: never escaped
PUNCTUATION = re.compile(r"([.!()+-])")

PLACES: dict[str, tuple[float, float, str, str]] = {
    "Grand Marais": (47.7505, -90.3343, "Grand Marais", "Minnesota"),
    "Mom's house": (44.9591, -89.6301, "Wausau", "Wisconsin"),
    "Phoenix Park": (44.8146, -91.5022, "Eau Claire", "Wisconsin"),
    "River trail": (44.8170, -91.5085, "Eau Claire", "Wisconsin"),
}


@dataclass(frozen=True, slots=True)
class Page:
    """One Markdown file: its front matter, if any, and its body."""

    name: str
    matter: Json
    body: str

    @property
    def written(self) -> datetime:
        """The writer's local time, aware."""
        day = datetime.fromisoformat(self.name[:10])
        local = datetime.fromisoformat(self.matter.get("created", f"{day:%Y-%m-%d}T{USUAL_TIME:%H:%M}"))
        return local.replace(tzinfo=ZoneInfo(ZONE))


def read_page(path: Path) -> Page:
    """Read one Markdown file."""
    text = path.read_text(encoding="utf-8")
    found = FRONT_MATTER.match(text)
    matter: Json = yaml.safe_load(found.group(1)) if found else {}
    return Page(path.stem, matter, text[found.end() :].strip() if found else text.strip())


def identifier(name: str) -> str:
    """Name a thing as Day One does: 32 upper-case hexadecimal digits."""
    return uuid.uuid5(NAMESPACE, name).hex.upper()


def escape(line: str) -> str:
    r"""Escape a line's punctuation as Day One's editor does, as in ``Fine\.``; marks and images stay."""
    if IMAGE.search(line):
        return line
    mark = BLOCK_MARK.match(line)
    start = mark.end() if mark else 0
    return line[:start] + PUNCTUATION.sub(r"\\\1", line[start:])


def day_one_text(page: Page, *, escaped: bool) -> str:
    """Give the page's body with Day One's escapes and its placeholders for photos."""
    lines = page.body.split("\n")
    body = "\n".join(map(escape, lines) if escaped else lines)
    return IMAGE.sub(lambda image: f"![](dayone-moment://{identifier(image.group(1))})", body)


def photos(page: Page) -> list[Json]:
    """Describe the page's photos, those in its body first."""
    names: Sequence[str] = [*IMAGE.findall(page.body), *page.matter.get("photos", [])]
    return [
        {
            "identifier": identifier(name),
            "md5": identifier(f"bytes of {name}").lower(),
            "type": "jpeg",
            "orderInEntry": order,
            "width": 4032,
            "height": 3024,
            "date": utc(page.written),
        }
        for order, name in enumerate(names)
    ]


def location(place: str) -> Json:
    """Describe a place that the front matter names."""
    latitude, longitude, town, state = PLACES[place]
    return {
        "placeName": place,
        "localityName": town,
        "administrativeArea": state,
        "country": "United States",
        "latitude": latitude,
        "longitude": longitude,
        "timeZoneName": ZONE,
    }


def weather(told: str) -> Json:
    """Turn ``Clear, -17`` (degrees Fahrenheit) into Day One's description and degrees Celsius."""
    conditions, fahrenheit = told.rsplit(", ", 1)
    return {
        "conditionsDescription": conditions,
        "temperatureCelsius": round((int(fahrenheit) - 32) / 1.8, 1),
        "weatherServiceName": "WeatherKit",
    }


def utc(moment: datetime) -> str:
    """Write an aware time as Day One does."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def entry(page: Page) -> Json:
    """Make the page's Day One entry; a page with nothing but a photo has no ``text``."""
    number = identifier(page.name)
    on_phone = int(number[0], 16) % 2 == 0  # her phone escapes punctuation, her old laptop does not
    made: Json = {
        "uuid": number,
        "creationDate": utc(page.written),
        "modifiedDate": utc(page.written),
        "timeZone": ZONE,
        "creationDevice": "Nora’s iPhone" if on_phone else "Nora’s MacBook Air",
        "starred": bool(page.matter.get("starred", False)),
        "isPinned": False,
        "isAllDay": False,
        "duration": 0,
    }
    if page.body:
        made["text"] = day_one_text(page, escaped=on_phone)
    if tags := page.matter.get("tags"):
        made["tags"] = tags
    if pictures := photos(page):
        made["photos"] = pictures
    if place := page.matter.get("place"):
        made["location"] = location(place)
    if sky := page.matter.get("weather"):
        made["weather"] = weather(sky)
    return made


def build(folder: Path, target: Path) -> None:
    """Write the export of all pages in `folder`, oldest first, to the zip file `target`."""
    pages = sorted(map(read_page, folder.glob("*.md")), key=lambda page: page.written)
    journal = {"metadata": {"version": "1.0"}, "entries": [entry(page) for page in pages]}
    text = json.dumps(journal, ensure_ascii=False, indent=2, separators=(",", " : "))
    info = zipfile.ZipInfo("Journal.json", date_time=ZIP_TIME)
    info.compress_type = zipfile.ZIP_DEFLATED
    info.external_attr = 0o644 << 16
    info.create_system = 3
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr(info, text.replace("/", r"\/"))  # as Apple's writer escapes it


if __name__ == "__main__":
    build(HERE / "markdown", HERE / "day_one.zip")
