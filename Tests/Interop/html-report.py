#!/usr/bin/env python3
"""Opens the page of `figlint check --format html` in a real browser and uses it as people do.

    python3 Tests/Interop/html-report.py FIGLINT [--plotly plotly.min.js] [--screenshots FOLDER]

Needs Chromium, its driver and the package selenium. Without a network: the page may fetch nothing, and the test says so if it tries.
Times are printed, never judged.
"""

import argparse
import json
import pathlib
import subprocess
import sys
import tempfile
import time

from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

HOSTILE = "</script><script>window.hacked=1</script><img src=x onerror='window.hacked=1'>"
FILES, FINDINGS_EACH = 500, 20


def write_figures(folder):
    """500 files with 20 findings each, one with hostile text in its name, keys and values, and one that is right."""
    for number in range(FILES):
        trace = {"type": "bar", "y": [1, 2]}
        trace |= {f"colour{index}": "red" for index in range(FINDINGS_EACH - 1)}
        figure = {"data": [trace], "layout": {"hovermode": "near"}}
        (folder / f"figure-{number:03}.json").write_text(json.dumps(figure, indent=1))
    hostile = {"data": [{"type": "bar", "y": [1], HOSTILE: HOSTILE, "hovertemplate": HOSTILE, "visible": HOSTILE}],
               "layout": {"title": {"text": HOSTILE}, "\u202egro\u001b[31m": 1}}
    (folder / "<img src=x onerror=alert(1)>\u202e.json").write_text(json.dumps(hostile))
    (folder / "right.json").write_text('{"data": [{"type": "bar", "y": [1, 2]}], "layout": {}}')


def browser(width, height, dark=False):
    options = webdriver.ChromeOptions()
    for argument in ("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--enable-unsafe-swiftshader",
                     "--host-resolver-rules=MAP * ~NOTFOUND"):
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    driver = webdriver.Chrome(options=options, service=webdriver.ChromeService("/usr/bin/chromedriver"))
    driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride",
                           {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600})
    scheme = "dark" if dark else "light"
    driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [{"name": "prefers-color-scheme", "value": scheme}]})
    return driver


class Page:
    def __init__(self, driver, path):
        self.driver = driver
        start = time.monotonic()
        driver.get(path.as_uri())
        self.load = time.monotonic() - start

    def run(self, script, *arguments):
        return self.driver.execute_script(script, *arguments)

    def status(self):
        return self.driver.find_element(By.ID, "status").text

    def wait(self, condition, what):
        end = time.monotonic() + 20
        while time.monotonic() < end:
            if condition():
                return
            time.sleep(0.05)
        raise AssertionError(f"{what}: not after 20 s; the status is '{self.status()}'")

    def key(self, *keys):
        webdriver.ActionChains(self.driver).send_keys(*keys).perform()

    def check_quiet(self):
        """Nothing on the console, nothing ran that came from a figure, nothing was fetched."""
        # Software that stands in for a graphics card tells the console how it fares.
        messages = [entry for entry in self.driver.get_log("browser") if "GL Driver Message" not in entry["message"]]
        assert not messages, messages
        assert not self.run("return window.hacked"), "text of a figure ran"
        fetched = self.run("return performance.getEntriesByType('resource').map(e => e.name)"
                           ".filter(n => !/^(data|blob):/.test(n))")
        assert not fetched, fetched


def check_many(page):
    total = FILES * FINDINGS_EACH
    page.wait(lambda: page.status() != "", "the list")
    everything = int(page.status().split()[0].replace(",", ""))
    assert everything >= total + 2, page.status()
    bars = page.driver.find_elements(By.CSS_SELECTOR, ".bar")
    assert "S001 unknown-attribute" in bars[0].text, bars[0].text

    # Filters: by text, severity, rule and file, and together.
    page.key("/")
    page.key("near")
    page.wait(lambda: page.status().startswith(f"{FILES} of "), "the filter by text")
    page.key(Keys.ESCAPE)
    page.wait(lambda: " of " not in page.status(), "the reset")
    page.driver.find_element(By.ID, "file").send_keys("figure-007")
    page.wait(lambda: page.status().startswith(f"{FINDINGS_EACH} of "), "the filter by file")
    bars = page.driver.find_elements(By.CSS_SELECTOR, ".bar")
    bars[0].click()
    page.wait(lambda: page.status().startswith(f"{FINDINGS_EACH - 1} of "), "the filter by rule")
    assert "rule=S001" in page.driver.current_url and "file=figure-007" in page.driver.current_url
    page.driver.find_element(By.ID, "all").click()
    page.wait(lambda: " of " not in page.status(), "the button that shows all")
    for box in page.driver.find_elements(By.CSS_SELECTOR, "#severities input[value=error]"):
        box.click()
    page.wait(lambda: " of " in page.status(), "the filter by severity")
    page.driver.find_element(By.ID, "all").click()
    page.wait(lambda: " of " not in page.status(), "the button that shows all")
    page.run("document.activeElement.blur()")

    # Keyboard: j and k walk over the findings, Enter opens what there is about the rule.
    for _ in range(40):
        page.key("j")
    place = "return document.activeElement.getAttribute('aria-posinset')"
    assert page.run(place) == "40", page.run(place)
    page.key("k")
    assert page.run(place) == "39"
    page.key(Keys.ENTER)
    page.wait(lambda: page.run("return document.activeElement.querySelector('details').textContent.includes('Instead: ')"),
              "the help of the rule")
    page.run("document.activeElement.blur()")

    # The whole list, a screen at a time: what is passed leaves the document, and the end can be reached.
    most, frames = page.driver.execute_async_script("""
        const done = arguments[arguments.length - 1], frames = [];
        let most = 0, last = performance.now(), still = 0, top = -1;
        scrollTo(0, 0);
        const step = now => {
          frames.push(now - last); last = now;
          most = Math.max(most, document.querySelectorAll('article').length);
          scrollBy(0, 8000);
          still = scrollY === top ? still + 1 : 0; top = scrollY;
          if (still > 10) done([most, frames]); else requestAnimationFrame(step);
        };
        requestAnimationFrame(step);""")
    last = page.run("return [...document.querySelectorAll('article')].at(-1).getAttribute('aria-posinset')")
    assert int(last) == everything, (last, everything)
    assert most <= 600, f"{most} findings were in the document at once"
    frames = sorted(frames[1:])
    print(f"  {everything:,} findings: loaded in {page.load:.2f} s; {most} in the document at most; "
          f"{len(frames)} frames of 8,000 px: median {frames[len(frames) // 2]:.0f} ms, "
          f"longest {frames[-1]:.0f} ms")
    took = page.driver.execute_async_script("""
        const done = arguments[arguments.length - 1], text = document.getElementById('text');
        const start = performance.now();
        text.value = 'colour17';
        text.dispatchEvent(new Event('input', { bubbles: true }));
        const seen = setInterval(() => {
          if (!document.getElementById('status').textContent.startsWith('500 of')) return;
          clearInterval(seen);
          requestAnimationFrame(() => done(performance.now() - start));
        }, 5);""")
    print(f"  a text looked for in all of them: {took:.0f} ms, 120 of which wait for more to be typed")


def check_layout(page, width):
    beyond = page.run("return document.documentElement.scrollWidth")
    assert beyond <= width, f"at {width} px the page is {beyond} px wide"


def check_figures(page):
    page.wait(lambda: page.run("return document.querySelectorAll('.figure .main-svg').length") > 0, "a figure")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("figlint", type=pathlib.Path)
    parser.add_argument("--plotly", type=pathlib.Path)
    parser.add_argument("--screenshots", type=pathlib.Path)
    options = parser.parse_args()
    figlint = options.figlint.resolve()
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        (folder / "figures").mkdir()
        write_figures(folder / "figures")
        pages = [("many", ["figures"], False)]
        repository = pathlib.Path(__file__).resolve().parents[2]
        pages.append(("fixtures", [str(repository / "Tests/Fixtures/Figures")], False))
        if options.plotly:
            pages.append(("drawn", [str(repository / "Tests/Fixtures/Figures"), "figures/right.json"] +
                          [str(path) for path in (folder / "figures").glob("<*")], True))
        for page_name, paths, draws in pages:
            path = folder / f"{page_name}.html"
            command = [figlint, "check", "--format", "html", "--output", path, "--quiet", *paths]
            if draws:
                command += ["--embed-plotly", options.plotly.resolve()]
            subprocess.run(command, cwd=folder, check=False)
            print(f"{page_name}: {path.stat().st_size:,} bytes")
            for width, height, dark in ((1280, 900, False), (390, 844, True)):
                driver = browser(width, height, dark)
                try:
                    page = Page(driver, path)
                    if page_name == "many" and width == 1280:
                        check_many(page)
                        page.key(Keys.ESCAPE)
                        page.run("scrollTo(0, 0)")
                    if draws:
                        page.run("document.querySelector('.figure').scrollIntoView()")
                        check_figures(page)
                    check_layout(page, width)
                    page.check_quiet()
                    if options.screenshots:
                        options.screenshots.mkdir(parents=True, exist_ok=True)
                        time.sleep(1)
                        driver.save_screenshot(str(options.screenshots / f"{page_name}-{width}.png"))
                finally:
                    driver.quit()
        print("html: works in Chromium at 1280 and 390 px, light and dark, nothing on the console, nothing fetched")


if __name__ == "__main__":
    main()
