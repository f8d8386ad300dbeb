"""Pictures for the README: screenshots.py FOLDER IMAGES, with the files that Scripts/screenshots writes."""
import base64
import html
import os
import re
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from browser import Browser  # noqa: E402

FOLDER, IMAGES = sys.argv[1], sys.argv[2]
LIMIT = 150_000
COLOURS = {"31": "#e06c75", "32": "#98c379", "33": "#e5c07b", "34": "#61afef", "35": "#c678dd", "36": "#56b6c2"}


def take(browser, name):
    data = base64.b64decode(browser.driver.execute_cdp_cmd("Page.captureScreenshot", {"format": "png"})["data"])
    if len(data) > LIMIT:
        raise SystemExit(f"{name}.png has {len(data)} bytes, more than {LIMIT}")
    with open(os.path.join(IMAGES, name + ".png"), "wb") as file:
        file.write(data)
    print(f"{IMAGES}/{name}.png {len(data)} bytes")


def terminal_page(text):
    """Colours as a terminal shows them."""
    parts, open_spans = [], 0
    for piece in re.split(r"(\x1b\[[0-9;]*m)", text):
        match = re.fullmatch(r"\x1b\[([0-9;]*)m", piece)
        if not match:
            parts.append(html.escape(piece))
            continue
        codes = match.group(1).split(";")
        if codes in ([""], ["0"]):
            parts.append("</span>" * open_spans)
            open_spans = 0
            continue
        style = "".join(
            "font-weight:700;" if code == "1" else "opacity:.65;" if code == "2" else f"color:{COLOURS.get(code, 'inherit')};"
            for code in codes)
        parts.append(f'<span style="{style}">')
        open_spans += 1
    return ('<!DOCTYPE html><meta charset="utf-8"><style>body{margin:0;background:#1e1f24;color:#dcdfe4;padding:16px 20px}'
            'pre{margin:0;font:14px/1.45 "DejaVu Sans Mono","Noto Sans Mono CJK SC",monospace}</style><pre>'
            + "".join(parts) + "</pre>")


def main():
    browser = Browser()
    sheet = os.path.join(FOLDER, "both.html")
    browser.open(sheet, width=390, height=780, scale=1.35)
    browser.run("localStorage.clear(); location.reload()")
    browser.run("document.querySelectorAll('.deal .bought')[0].click(); scrollTo(0, 0)")
    take(browser, "sheet")
    browser.run("const deal = document.querySelectorAll('.deal')[1]; deal.querySelector('.more').open = true;"
                "deal.querySelector('.soldout').click(); deal.scrollIntoView(); scrollBy(0, -10)")
    take(browser, "fallback")
    browser.run("document.querySelectorAll('.deal .show')[0].click()")
    take(browser, "card")
    browser.run("document.querySelector('.shut').click(); document.getElementById('street').scrollIntoView()")
    take(browser, "map")
    browser.run("localStorage.clear()")
    browser.open(sheet, width=390, height=780, scale=1.35, dark=True)
    browser.run("document.querySelectorAll('.stop')[3].scrollIntoView()")
    take(browser, "dark")
    browser.open(os.path.join(FOLDER, "en.html"), width=794, height=600, media="print")
    take(browser, "print")
    page = os.path.join(FOLDER, "terminal.html")
    with open(os.path.join(FOLDER, "terminal.txt"), encoding="utf-8") as file:
        lines = file.read().split("\n")[:42]
    with open(page, "w", encoding="utf-8") as file:
        file.write(terminal_page("\n".join(lines)))
    browser.open(page, width=880, height=900)
    take(browser, "terminal")
    browser.close()


main()
