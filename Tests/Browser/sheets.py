"""What walk sheets must hold in a browser: sheets.py FOLDER, with the sheets that Scripts/test-sheets writes.

Every check opens its page fresh from file://, with the network off, on a screen of 360 x 740, and fails on any console
message.
"""
import base64
import glob
import json
import os
import re
import sys
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from browser import Browser  # noqa: E402

FOLDER = sys.argv[1]
HERE = os.path.dirname(os.path.abspath(__file__))
PHONE = os.path.join(FOLDER, "feature-phone.both.html")
CONTRAST = open(os.path.join(HERE, "contrast.js"), encoding="utf-8").read()
CONTROLS = open(os.path.join(HERE, "controls.js"), encoding="utf-8").read()

checks = []


def check(function):
    checks.append(function)
    return function


def expect(holds, message):
    if not holds:
        raise AssertionError(message)


def open_sheet(browser, path=PHONE, keep=False, **screen):
    browser.open(path, **screen)
    if not keep:
        browser.run("localStorage.clear()")
        browser.open(path, **screen)


def state(browser):
    return browser.run(
        "return [document.querySelector('.paid').textContent, document.querySelector('.left').textContent,"
        " document.querySelector('.open').textContent, document.querySelector('.count').textContent,"
        " Array.from(document.querySelectorAll('.bought,.soldout')).map(box => box.checked),"
        " Array.from(document.querySelectorAll('.price,.memo')).map(field => field.value)]")


def act(browser):
    """Ticks two lines, corrects a price, marks a third as sold out and buys it elsewhere, writes a note."""
    browser.run("""
      const deals = document.querySelectorAll('.deal[data-pieces]');
      deals[0].querySelector('.bought').click();
      deals[1].querySelector('.bought').click();
      deals[1].querySelector('.more').open = true;
      deals[2].querySelector('.more').open = true;
      deals[2].querySelector('.soldout').click();
      const there = deals[2].querySelector('.instead .bought');
      if (there) { there.click(); }
    """)
    for selector, text in ((".price", "12,5"), (".memo", "note <b> 备注 \u202e")):
        field = browser.driver.find_elements("css selector", ".deal[data-pieces] .more[open] " + selector)[0]
        field.send_keys(text)


def fen(text):
    return round(float(text.replace("¥", "")) * 100)


@check
def ticks_and_texts_survive_a_reload(browser):
    open_sheet(browser)
    planned = browser.run("return Array.from(document.querySelectorAll('.deal[data-pieces]')).slice(0, 3)"
                          ".map(deal => [Number(deal.dataset.fen), Number(deal.querySelector('.instead').dataset.fen)])")
    wallet = browser.run("return Number(document.querySelector('.walk').dataset.wallet)")
    act(browser)
    before = state(browser)
    paid = planned[0][0] + 1250 + planned[2][1]
    expect(fen(before[0]) == paid, f"paid is {before[0]}, not {paid} fen")
    expect(fen(before[1]) == wallet - paid, f"left is {before[1]}")
    expect(before[3].startswith("3 /"), f"three lines are settled, not {before[3]}")
    open_sheet(browser, keep=True)
    expect(state(browser) == before, "a reload changed the record")
    browser.run("document.querySelector('.deal .bought').click()")
    expect(fen(state(browser)[0]) == paid - planned[0][0], "an untick takes its price back")


@check
def export_and_import_give_the_same_state(browser):
    open_sheet(browser)
    act(browser)
    before = state(browser)
    browser.run("document.querySelector('.save').click()")
    deadline = time.time() + 10
    while not (files := glob.glob(os.path.join(FOLDER, "downloads", "*.json"))) and time.time() < deadline:
        time.sleep(0.1)
    expect(len(files) == 1, f"one file is saved, not {files}")
    record = json.load(open(files[0], encoding="utf-8"))
    expect(record["schema"] == "peidan.walk/1", "the record names its schema")
    sold = [line for line in record["lines"] if line["soldOut"]]
    expect(len(sold) == 1 and "at" in sold[0] and sold[0]["instead"]["bought"], f"the sold-out line: {sold}")
    bought = [line for line in record["lines"] if line["bought"]]
    expect(len(bought) == 2 and bought[1]["paidYuan"] == "12.50" and bought[0]["offer"].startswith(bought[0]["stall"]),
           f"the bought lines: {bought}")
    browser.run("localStorage.clear()")
    open_sheet(browser)
    expect(state(browser) != before, "an empty record differs")
    browser.find(".file").send_keys(files[0])
    deadline = time.time() + 10
    while state(browser) != before and time.time() < deadline:
        time.sleep(0.1)
    expect(state(browser) == before, "an imported file gives the same state")
    text = browser.run("return document.querySelector('textarea.text').value")
    open_sheet(browser)
    browser.run("document.querySelector('textarea.text').value = arguments[0];"
                "document.querySelector('.apply').click()", text)
    expect(state(browser) == before, "pasted text gives the same state")
    for wrong in ("no json", "{}", '{"schema":"peidan.walk/1","plan":"other","lines":[]}', "[1]", "null"):
        browser.run("document.querySelector('textarea.text').value = arguments[0];"
                    "document.querySelector('.apply').click()", wrong)
        expect(browser.find(".said").text != "", f"{wrong} is answered")
        expect(state(browser) == before, f"{wrong} changes nothing")


@check
def cards_open_and_close(browser):
    open_sheet(browser)
    for index in (0, 5):
        browser.run("document.querySelectorAll('.deal > .row .show')[arguments[0]].click()", index)
        size = browser.run("const box = document.querySelector('dialog.card').getBoundingClientRect();"
                           "return [box.width, box.height, innerWidth, innerHeight]")
        expect(size[0] >= size[2] and size[1] >= size[3], f"a card fills the screen: {size}")
        text = browser.run("return document.querySelector('.cardtext').textContent")
        expect("多少钱" in text, f"a card asks how much: {text}")
        large = browser.run("return parseFloat(getComputedStyle(document.querySelector('.cardtext .large')).fontSize)")
        expect(large >= 32, f"a card's type is large: {large} px")
        report = browser.run(CONTROLS)
        expect(report["count"] >= 2 and not report["found"], f"controls of a card: {report}")
        browser.run("document.querySelector('.replies').open = true; document.querySelectorAll('.reply')[1].click()")
        expect("便宜" in browser.run("return document.querySelector('.cardtext').textContent"), "a reply fills the card")
        browser.run("document.querySelector('.back').click()")
        expect(browser.run("return document.querySelector('.cardtext').textContent") == text, "back to the goods")
        browser.run("document.querySelector('.shut').click()")
        expect(not browser.run("return document.querySelector('dialog.card').open"), "a card closes")
    button = browser.driver.find_elements("css selector", ".deal > .row .show")[0]
    button.send_keys("\ue007")
    expect(browser.run("return document.querySelector('dialog.card').open"), "Enter opens a card")
    browser.driver.switch_to.active_element.send_keys("\ue00c")
    expect(not browser.run("return document.querySelector('dialog.card').open"), "Escape closes a card")
    expect(browser.run("return document.activeElement === document.querySelector('.deal > .row .show')"),
           "the focus is back where it was")


@check
def the_fallback_unfolds(browser):
    open_sheet(browser)
    script = "return document.querySelectorAll('.deal[data-pieces]')[0].querySelector('.instead').checkVisibility()"
    expect(not browser.run(script), "a fallback is folded at first")
    browser.run("const deal = document.querySelectorAll('.deal[data-pieces]')[0]; deal.querySelector('.more').open = true;"
                "deal.querySelector('.soldout').click()")
    expect(browser.run(script), "sold out unfolds the fallback")
    browser.run("document.querySelectorAll('.deal[data-pieces]')[0].querySelector('.instead .show').click()")
    expect("多少钱" in browser.run("return document.querySelector('.cardtext').textContent"), "it has a card too")
    browser.run("document.querySelector('.shut').click()")
    browser.run("document.querySelectorAll('.deal[data-pieces]')[0].querySelector('.soldout').click()")
    expect(not browser.run(script), "and folds again")


@check
def what_is_asked_for_keeps_its_answers(browser):
    path = os.path.join(FOLDER, "floors.both.html")
    open_sheet(browser, path)
    expect(browser.run("return document.querySelectorAll('.deal.ask').length") == 3, "three lines are asked for")
    browser.run("document.querySelectorAll('.deal.ask .more').forEach(more => { more.open = true; })")
    for selector, text in ((".each", "0,035"), (".counter", "B114"), (".datecode", "2531"), (".memo", "卷装")):
        browser.driver.find_elements("css selector", ".deal.ask " + selector)[0].send_keys(text)
    browser.run("""
      const deals = document.querySelectorAll('.deal.ask');
      const select = deals[0].querySelector('.condition');
      select.value = 'loose-new';
      select.dispatchEvent(new Event('change', { bubbles: true }));
      deals[0].querySelector('.bought').click();
      deals[1].querySelector('.soldout').click();
    """)
    pieces = browser.run("return Number(document.querySelector('.deal.ask').dataset.ask)")
    expect(fen(state(browser)[0]) == int(3.5 * pieces + 0.5), f"what was paid: {state(browser)[0]}")
    expect(browser.run("return document.querySelectorAll('.deal.ask .instead')[1].checkVisibility()"), "what next unfolds")
    record = json.loads(browser.run("return document.querySelector('textarea.text').value"))
    first, second = record["asks"][:2]
    expect([first[key] for key in ("each", "counter", "condition", "dateCode", "note", "bought")]
           == ["0,035", "B114", "loose-new", "2531", "卷装", True], f"the answers: {first}")
    expect(first["key"] == "ask/floors/U1" and first["stall"].startswith("floor:") and first["quantity"] == pieces,
           f"what it is: {first}")
    expect(second["soldOut"] and not second["bought"], f"nobody has it: {second}")
    expect(all(not key.startswith("ask/") for key in record["pickUps"]), "an ask is no pick-up")
    before = state(browser)
    open_sheet(browser, path, keep=True)
    expect(state(browser) == before, "a reload keeps the answers")
    expect(browser.run("return document.querySelector('.deal.ask .condition').value") == "loose-new", "and the condition")
    text = json.dumps(record)
    open_sheet(browser, path)
    browser.run("document.querySelector('textarea.text').value = arguments[0];"
                "document.querySelector('.apply').click()", text)
    expect(state(browser) == before, "pasted text gives the same state")
    field = browser.driver.find_elements("css selector", ".deal.ask .each")[1]
    browser.run("document.querySelectorAll('.deal.ask .more').forEach(more => { more.open = true; })")
    field.send_keys("cheap")
    expect(field.get_attribute("aria-invalid") == "true", "what is no price is marked")
    report = browser.run(CONTROLS)
    expect(report["count"] > 20 and not report["found"], f"controls: {report}")
    for dark in (False, True):
        open_sheet(browser, path, dark=dark)
        browser.run("document.querySelectorAll('details').forEach(one => { one.open = true; });"
                    "document.querySelectorAll('.soldout').forEach(one => one.click())")
        report = browser.run(CONTRAST)
        expect(report["count"] > 100 and not report["found"], f"dark {dark}: {report}")


@check
def nothing_overflows_sideways(browser):
    for path in sorted(glob.glob(os.path.join(FOLDER, "*.html"))):
        for width, height in ((360, 740), (320, 600), (1280, 800)):
            open_sheet(browser, path, width=width, height=height)
            browser.run("document.querySelectorAll('details').forEach(one => { one.open = true; });"
                        "document.querySelectorAll('.soldout').forEach((one, index) => { if (index < 3) { one.click(); } })")
            wide = browser.run("return document.documentElement.scrollWidth")
            expect(wide <= width, f"{os.path.basename(path)} is {wide} px wide at {width}")
        open_sheet(browser, path)
        browser.run("document.querySelector('.show').click()")
        wide = browser.run("const card = document.querySelector('dialog.card'); return [card.scrollWidth, card.clientWidth]")
        expect(wide[0] <= wide[1], f"a card of {os.path.basename(path)} is {wide[0]} px wide on {wide[1]}")


@check
def all_text_has_contrast(browser):
    for dark in (False, True):
        for name in ("usb-charger.both", "usb-charger.en", "usb-charger.zh", "feature-phone.both", "asset-tracker.both"):
            open_sheet(browser, os.path.join(FOLDER, f"{name}.html"), dark=dark)
            act(browser)
            browser.run("document.querySelectorAll('details').forEach(one => { one.open = true; })")
            browser.run("document.activeElement.blur()")
            report = browser.run(CONTRAST)
            expect(report["count"] > 200 and not report["found"], f"dark {dark}, {name}: {report}")
            expect(report["drawings"] > 20, f"texts of maps are looked at: {report}")
            browser.run("document.querySelector('.show').click(); document.querySelector('.replies').open = true")
            report = browser.run(CONTRAST)
            expect(report["count"] > 5 and not report["found"], f"card, dark {dark}, {name}: {report}")


@check
def every_control_has_a_name_and_is_reached(browser):
    open_sheet(browser, os.path.join(FOLDER, "usb-charger.both.html"))
    browser.run("document.querySelectorAll('details').forEach(one => { one.open = true; });"
                "document.querySelector('.soldout').click()")
    report = browser.run(CONTROLS)
    expect(report["count"] > 100 and not report["found"], f"controls: {report}")
    open_sheet(browser, os.path.join(FOLDER, "usb-charger.both.html"))
    seen = []
    for _ in range(25):
        browser.driver.switch_to.active_element.send_keys("\ue004")
        seen.append(browser.run("const one = document.activeElement; return one.tagName + '.' + one.className"))
    expect(seen[0] == "A.skip", f"Tab comes to the skip link first: {seen[:3]}")
    expect(any("bought" in one for one in seen) and any("show" in one for one in seen), f"Tab reaches lines: {seen}")


@check
def dark_and_print_render(browser):
    open_sheet(browser, dark=True)
    ground = browser.run("return getComputedStyle(document.body).backgroundColor")
    expect(max(int(part) for part in ground[4:-1].split(",")) < 60, f"dark is dark: {ground}")
    open_sheet(browser, width=794, height=1123, media="print")
    ground = browser.run("return getComputedStyle(document.querySelector('.deal')).backgroundColor")
    expect(ground in ("rgb(255, 255, 255)", "rgba(0, 0, 0, 0)"), f"paper is white: {ground}")
    shown = browser.run("return ['.deal > .lines', '.instead'].map(one => document.querySelector(one).checkVisibility())"
                        ".concat(['nav', '.fields', '#record', '.zoom'].map(one => document.querySelector(one).checkVisibility()))")
    expect(shown == [True, True, False, False, False, False], f"paper shows what is said, and no controls: {shown}")
    report = browser.run(CONTRAST)
    expect(report["count"] > 200 and not report["found"], f"print: {report}")


@check
def paper_holds_several_stops_a_page(browser):
    open_sheet(browser)
    stops = browser.run("return document.querySelectorAll('.stop').length")
    browser.screen(media="print")
    counts = []
    for width, height in ((8.27, 11.69), (4.13, 5.83)):
        pdf = browser.driver.execute_cdp_cmd(
            "Page.printToPDF", {"paperWidth": width, "paperHeight": height, "printBackground": True})
        counts.append(len(re.findall(rb"/Type\s*/Page\b", base64.b64decode(pdf["data"]))))
    expect(0 < counts[0] * 1.6 < stops, f"{stops} stops take {counts[0]} pages of A4")
    expect(counts[0] < counts[1] < 2 * stops, f"and {counts[1]} of A6")
    cut = browser.run("return ['.deal', '.head', 'figure'].filter(one =>"
                      " getComputedStyle(document.querySelector(one)).breakInside !== 'avoid')")
    expect(cut == [], f"pages break within {cut}")


@check
def the_layout_does_not_shift(browser):
    open_sheet(browser)
    time.sleep(0.3)
    shift = browser.run("""
      return new Promise(done => {
        let sum = 0;
        new PerformanceObserver(list => { list.getEntries().forEach(entry => { if (!entry.hadRecentInput) { sum += entry.value; } }); })
          .observe({ type: 'layout-shift', buffered: true });
        setTimeout(() => done(sum), 300);
      });
    """)
    expect(shift < 0.01, f"the layout shifts by {shift}")


@check
def the_purse_hides_no_stop(browser):
    for language in ("both", "en", "zh"):
        open_sheet(browser, os.path.join(FOLDER, f"feature-phone.{language}.html"))
        browser.run("location.hash = 'stop-1-5'")
        time.sleep(0.2)
        places = browser.run("return [document.getElementById('stop-1-5').getBoundingClientRect().top,"
                             " document.querySelector('.purse').getBoundingClientRect().bottom]")
        expect(places[0] >= places[1], f"{language}: a stop stands at {places[0]}, under the purse to {places[1]}")
        lines = browser.run("return Array.from(document.querySelectorAll('.purse dd')).filter(one =>"
                            " one.scrollWidth > one.clientWidth || one.getClientRects()[0].height > 30).length")
        expect(lines == 0, f"{language}: {lines} amounts of the purse are cut or broken")


@check
def maps_zoom(browser):
    open_sheet(browser)
    width = "return document.querySelector('#street svg').getBoundingClientRect().width"
    before = browser.run(width)
    browser.run("document.querySelector('#street .larger').click()")
    expect(browser.run(width) > before * 1.4, "the map grows")
    expect(browser.run("return document.documentElement.scrollWidth") <= 360, "and scrolls in its frame")
    browser.run("document.querySelector('#street .smaller').click()")
    expect(abs(browser.run(width) - before) < 1, "and shrinks again")
    stacked = browser.run("""
      const names = Array.from(document.querySelectorAll('#street text.halo')).map(one => [one.textContent, one.getBoundingClientRect()]);
      return names.flatMap(([name, box], index) => names.slice(index + 1).filter(([, other]) =>
        Math.min(box.right, other.right) - Math.max(box.left, other.left) > 2
        && Math.min(box.bottom, other.bottom) - Math.max(box.top, other.top) > box.height / 3).map(([other]) => name + ' on ' + other));
    """)
    expect(stacked == [], f"names of the street stand on one another: {stacked}")
    broken = browser.run("return Array.from(document.querySelectorAll('a[href^=\"#\"]'))"
                         ".filter(one => !document.getElementById(one.getAttribute('href').slice(1))).length")
    expect(broken == 0, "every link of the page leads somewhere")


@check
def hostile_texts_are_shown_as_texts(browser):
    open_sheet(browser, os.path.join(FOLDER, "hostile.html"))
    expect(browser.run("return document.title") != "taken", "no script of the plan runs")
    expect(browser.run("return document.querySelectorAll('img, script').length") == 1, "no element of the plan is made")
    expect("<script>" in browser.find("h1").text, "the text is shown")
    act(browser)
    browser.run("document.querySelector('.show').click()")
    expect("<script>" in browser.run("return document.querySelector('.cardtext').textContent"), "on cards too")
    before = state(browser)
    open_sheet(browser, os.path.join(FOLDER, "hostile.html"), keep=True)
    expect(state(browser) == before, "and its record is kept")


@check
def a_sheet_of_the_phone_is_quick_and_light(browser):
    size = os.path.getsize(PHONE)
    expect(size < 400_000, f"the phone's sheet has {size} bytes")
    open_sheet(browser)
    requests = browser.run("return performance.getEntriesByType('resource').map(one => one.name)"
                           ".filter(name => !name.startsWith('data:'))")
    expect(requests == [], f"the page asks for {requests}")


def main():
    downloads = os.path.join(FOLDER, "downloads")
    os.makedirs(downloads, exist_ok=True)
    failures = 0
    browser = Browser(downloads)
    try:
        for function in checks:
            name = function.__name__.replace("_", " ")
            try:
                function(browser)
                messages = browser.messages()
                expect(not messages, f"console: {messages}")
                print(f"ok      {name}")
            except Exception as error:  # noqa: BLE001: every failure is told, and the rest still runs
                failures += 1
                print(f"FAILED  {name}\n        {str(error)[:900]}")
                browser.messages()
    finally:
        browser.close()
    print(f"{len(checks) - failures} of {len(checks)} hold")
    return 1 if failures else 0


sys.exit(main())
