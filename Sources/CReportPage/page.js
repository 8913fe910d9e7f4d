// The page of `figlint check --format html`. Text of the input reaches the document as text only: nothing here writes markup.
"use strict";
(() => {
  const report = JSON.parse(document.getElementById("data").textContent);
  const severities = ["error", "warning", "info"];
  const rules = new Map(report.rules.map(rule => [rule.id, rule]));
  const $ = id => document.getElementById(id);
  const grouped = number => number.toLocaleString("en-US");
  const counted = (number, noun) => `${grouped(number)} ${noun}${number === 1 ? "" : "s"}`;

  /** An element with properties, attributes (in `attributes`) and children, strings among them as text. */
  function element(name, { attributes = {}, ...properties } = {}, ...children) {
    const made = Object.assign(document.createElement(name), properties);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.append(...children.filter(child => child !== null && child !== undefined));
    return made;
  }

  // All findings, each with its file and a number; what is searched is put together when a text is first looked for.
  const findings = [];
  for (const file of report.files) {
    for (const finding of file.findings) {
      finding.file = file;
      finding.number = findings.length;
      findings.push(finding);
    }
  }

  function searched(finding) {
    const { file, rule, severity, place, attribute, message, help } = finding;
    finding.text ??= [file.name, rule, rules.get(rule)?.name, severity, place, attribute, message, help].join("\n").toLowerCase();
    return finding.text;
  }

  // MARK: Totals

  const { summary } = report;
  $("sentence").textContent = summary.sentence;
  const totals = [["figures", summary.figures], ["files with findings", summary.filesWithFindings]];
  for (const severity of severities) totals.push([`${severity}s`, summary[`${severity}s`], severity]);
  if (summary.unreadable > 0) totals.push(["not checked", summary.unreadable, "error"]);
  if (summary.suppressed > 0) totals.push(["not shown", summary.suppressed]);
  for (const [name, number, severity] of totals) {
    const kind = severity && number > 0 ? severity : "";
    $("totals").append(
      element("div", {}, element("dt", { textContent: name }), element("dd", { className: kind, textContent: grouped(number) })));
  }

  // MARK: Filters

  const filter = { text: "", file: "", rule: "", severities: new Set(severities) };
  const isFiltered = () => filter.text || filter.file || filter.rule || filter.severities.size < severities.length;

  function matches(finding, besidesRule = false) {
    return filter.severities.has(finding.severity)
      && (besidesRule || !filter.rule || finding.rule === filter.rule)
      && (!filter.file || finding.file.key.includes(filter.file))
      && (!filter.text || searched(finding).includes(filter.text));
  }

  for (const file of report.files) file.key = file.name.toLowerCase();
  for (const file of report.files.slice(0, 2000)) $("files").append(element("option", { value: file.name }));
  $("rule").append(element("option", { value: "", textContent: "all rules" }));
  for (const rule of report.rules) {
    $("rule").append(element("option", { value: rule.id, textContent: `${rule.id} ${rule.name}` }));
  }
  for (const severity of severities) {
    const box = element("input", { type: "checkbox", value: severity, checked: true, defaultChecked: true });
    $("severities").append(element("label", {}, box, severity));
  }
  const boxes = () => [...$("severities").querySelectorAll("input")];

  function readFilters() {
    filter.text = $("text").value.trim().toLowerCase();
    filter.file = $("file").value.trim().toLowerCase();
    filter.rule = $("rule").value;
    filter.severities = new Set(boxes().filter(box => box.checked).map(box => box.value));
    const state = new URLSearchParams();
    if (filter.text) state.set("text", $("text").value.trim());
    if (filter.file) state.set("file", $("file").value.trim());
    if (filter.rule) state.set("rule", filter.rule);
    if (filter.severities.size < severities.length) state.set("severity", [...filter.severities].join(","));
    // What is shown can be sent to somebody as an address.
    try { history.replaceState(null, "", `#${state}`); } catch { /* pages without an address of their own */ }
    update();
  }

  function takeFiltersFromAddress() {
    const state = new URLSearchParams(location.hash.slice(1));
    $("text").value = state.get("text") ?? "";
    $("file").value = state.get("file") ?? "";
    $("rule").value = rules.has(state.get("rule")) ? state.get("rule") : "";
    const wanted = state.get("severity")?.split(",");
    for (const box of boxes()) box.checked = wanted?.includes(box.value) ?? true;
    readFilters();
  }

  let waiting = 0;
  $("filters").addEventListener("input", event => {
    clearTimeout(waiting);
    // Typing goes on while the list waits.
    waiting = setTimeout(readFilters, event.target.type === "search" ? 120 : 0);
  });
  $("filters").addEventListener("submit", event => event.preventDefault());
  $("filters").addEventListener("reset", () => setTimeout(readFilters));

  function choose(rule) {
    $("rule").value = rule;
    readFilters();
  }

  // MARK: Chart

  const shownBars = 10;
  let showsAllBars = false;
  $("chart-more").addEventListener("click", () => {
    showsAllBars = !showsAllBars;
    drawChart();
  });

  function drawChart() {
    const counts = new Map(report.rules.map(rule => [rule.id, { error: 0, warning: 0, info: 0, all: 0 }]));
    for (const finding of findings) {
      const count = counts.get(finding.rule);
      if (!count || !matches(finding, true)) continue;
      count.all += 1;
      count[finding.severity] += 1;
    }
    const rows = [...counts].filter(([id, count]) => count.all > 0 || id === filter.rule)
      .sort((a, b) => b[1].all - a[1].all || (a[0] < b[0] ? -1 : 1));
    const most = Math.max(1, ...rows.map(([, count]) => count.all));
    const focused = document.activeElement?.dataset.rule;
    $("chart").replaceChildren(...rows.slice(0, showsAllBars ? rows.length : shownBars).map(([id, count]) => {
      const fill = element("span", { className: "fill" });
      fill.style.width = `${count.all / most * 100}%`;
      const severity = severities.find(severity => count[severity] > 0) ?? "";
      const bar = element(
        "button", { type: "button", className: `bar ${severity}`, attributes: { "aria-pressed": String(id === filter.rule) } },
        element("span", { className: "label", textContent: `${id} ${rules.get(id).name}` }),
        element("span", { className: "track", attributes: { "aria-hidden": "true" } }, fill),
        element("span", { className: "count", textContent: grouped(count.all) }));
      bar.dataset.rule = id;
      bar.addEventListener("click", () => choose(id === filter.rule ? "" : id));
      return bar;
    }));
    if (focused) $("chart").querySelector(`[data-rule="${CSS.escape(focused)}"]`)?.focus();
    if (rows.length === 0) $("chart").append(element("p", { textContent: "Nothing." }));
    $("chart-more").hidden = rows.length <= shownBars;
    $("chart-more").textContent = showsAllBars ? "Show fewer rules" : `Show all ${rows.length} rules`;
  }

  // MARK: List

  // Only the pieces of the list that are near the screen are in the document; the others keep their place by their height.
  const pieceSize = 30;
  let pieces = [];
  /** What is shown, in order: files as headings, findings below them. */
  let items = [];
  const opened = new Set();

  function update() {
    items = [];
    let count = 0;
    for (const file of report.files) {
      const shown = file.findings.filter(finding => matches(finding));
      if (shown.length === 0 && (isFiltered() || file.figures === undefined)) continue;
      items.push({ file, shown: shown.length });
      for (const finding of shown) items.push({ finding, position: ++count });
    }
    $("status").textContent = isFiltered()
      ? `${grouped(count)} of ${counted(findings.length, "finding")}` : counted(findings.length, "finding");
    $("nothing").hidden = items.length > 0;
    $("nothing").textContent = findings.length === 0 ? "Nothing was found: all is well." : "No finding fits the filter.";
    drawChart();
    layOut(count);
  }

  const height = item => item.finding ? 150 : item.file.figures?.length ? 70 + 450 * item.file.figures.length : 60;

  function layOut(count) {
    observer.disconnect();
    pieces.forEach(clear);
    pieces = [];
    for (let start = 0; start < items.length; start += pieceSize) {
      const part = items.slice(start, start + pieceSize);
      const box = element("div", { role: "presentation" });
      const piece = { box, items: part, isFilled: false, height: part.reduce((sum, item) => sum + height(item), 0), count };
      box.style.minHeight = `${piece.height}px`;
      box.piece = piece;
      pieces.push(piece);
    }
    $("list").replaceChildren(...pieces.map(piece => piece.box));
    for (const piece of pieces) observer.observe(piece.box);
    if (pieces[0]) fill(pieces[0]);
  }

  const observer = new IntersectionObserver(entries => {
    for (const { target, isIntersecting } of entries) {
      if (isIntersecting) fill(target.piece); else clear(target.piece);
    }
  }, { rootMargin: "1200px 0px" });

  function fill(piece) {
    if (piece.isFilled) return;
    piece.isFilled = true;
    piece.box.append(...piece.items.flatMap(item => item.finding ? [article(item, piece.count)] : heading(item)));
    piece.box.style.minHeight = "";
  }

  function clear(piece) {
    if (!piece.isFilled || piece.box.contains(document.activeElement)) return;
    piece.height = piece.box.offsetHeight || piece.height;
    piece.box.style.minHeight = `${piece.height}px`;
    for (const figure of piece.box.querySelectorAll(".figure")) purge(figure);
    piece.box.replaceChildren();
    piece.isFilled = false;
  }

  function heading({ file, shown }) {
    const number = shown > 0 ? counted(shown, "finding") : "no findings";
    const made = [element("h3", { className: "file" }, `${file.name} `, element("span", { className: "number", textContent: `(${number})` }))];
    for (const figure of file.figures ?? []) {
      const box = element("div", { className: "figure", role: "img", attributes: { "aria-label": `the figure in ${file.name}` } });
      box.figureText = figure;
      made.push(box);
      drawn.observe(box);
    }
    if (file.note) made.push(element("p", { textContent: file.note }));
    return made;
  }

  function article({ finding, position }, count) {
    const rule = rules.get(finding.rule);
    const id = `finding-${finding.number}`;
    const place = `${finding.line}:${finding.column}${finding.place ? ` ${finding.place}` : ""}`;
    const made = element(
      "article",
      {
        className: finding.severity, tabIndex: 0,
        attributes: { "aria-posinset": position, "aria-setsize": count, "aria-labelledby": id },
      },
      element("header", {},
        element("span", { className: "severity", textContent: `${finding.severity} ${finding.rule}` }),
        element("span", { className: "place", textContent: place }),
        finding.attribute ? element("span", { className: "attribute", textContent: finding.attribute }) : null),
      element("p", { id, textContent: finding.message }));
    if (finding.frame) {
      const [before, marked, behind] = finding.frame;
      made.append(element("pre", {},
        element("span", { className: "number", textContent: `${finding.line} │ ` }), before, element("mark", { textContent: marked || " " }), behind));
    }
    if (finding.help) made.append(element("p", { className: "help", textContent: finding.help }));
    if (rule) made.append(about(rule, finding));
    return made;
  }

  function about(rule, finding) {
    const made = element("details", { open: opened.has(finding.number) },
      element("summary", { textContent: `About ${rule.id} ${rule.name}` }));
    const write = () => {
      if (!made.open || made.childElementCount > 1) return;
      const only = element("button", { type: "button", textContent: `Show ${rule.id} only` });
      only.addEventListener("click", () => choose(rule.id));
      made.append(
        element("p", { textContent: `${rule.summary}. ${rule.rationale}` }), element("p", { textContent: "Wrong:" }),
        element("pre", { textContent: rule.wrong }), element("p", { textContent: "Right:" }), element("pre", { textContent: rule.right }),
        element("p", { textContent: `Instead: ${rule.remedy}.` }),
        element("p", { textContent: `Holds for plotly.js ${finding.targets.join(", ")}.` }), only);
    };
    made.addEventListener("toggle", () => {
      if (made.open) opened.add(finding.number); else opened.delete(finding.number);
      write();
    });
    write();
    return made;
  }

  // MARK: Figures

  // Drawn when they come near the screen, and given up when they go: browsers have few contexts for WebGL.
  const drawn = new IntersectionObserver(entries => {
    for (const { target, isIntersecting } of entries) {
      if (isIntersecting) draw(target); else purge(target);
    }
  }, { rootMargin: "400px 0px" });

  /** Whether plotly.js would fetch something to draw a figure, which this page never does: coasts, tiles, pictures elsewhere. */
  function needsNetwork(data, layout) {
    const isMap = name => /^(geo|map|mapbox)[0-9]*$/.test(name);
    return [data].flat().some(trace => /geo$|map$|mapbox$|^choropleth/.test(trace?.type ?? "") && !/^(heat|tree)map$/.test(trace.type))
      || Object.keys(layout ?? {}).some(isMap)
      || [layout?.images].flat().some(image => image?.source !== undefined && !/^data:/.test(image.source));
  }

  async function draw(box) {
    if (box.isDrawn || typeof Plotly === "undefined") return;
    box.isDrawn = true;
    try {
      const { data, layout, frames, config } = JSON.parse(box.figureText);
      if (needsNetwork(data, layout)) throw Error("its maps or pictures would have to be fetched");
      // Figures stay as they are but for a width that does not fit.
      const fitted = { ...layout };
      if (!(fitted.width <= box.clientWidth)) delete fitted.width;
      await Plotly.newPlot(box, { data, layout: fitted, frames, config: { ...config, responsive: true, displaylogo: false } });
    } catch (error) {
      box.replaceChildren(element("p", { textContent: `The figure is not drawn: ${error?.message ?? error}` }));
    }
  }

  function purge(box) {
    if (!box.isDrawn) return;
    box.isDrawn = false;
    box.style.minHeight = `${box.offsetHeight}px`;
    try { Plotly.purge(box); } catch { /* nothing was drawn */ }
    box.replaceChildren();
  }

  // MARK: Keys

  document.addEventListener("keydown", event => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const { target, key } = event;
    const isTyping = /^(INPUT|SELECT|TEXTAREA)$/.test(target.tagName);
    if (key === "Escape" && (isTyping || isFiltered())) {
      $("filters").reset();
    } else if (isTyping) {
      return;
    } else if (key === "/") {
      $("text").focus();
    } else if (key === "j" || key === "k" || target.tagName === "ARTICLE" && (key === "ArrowDown" || key === "ArrowUp")) {
      step(key === "j" || key === "ArrowDown" ? 1 : -1);
    } else if (key === "Enter" && target.tagName === "ARTICLE") {
      const details = target.querySelector("details");
      if (details) details.open = !details.open;
    } else {
      return;
    }
    event.preventDefault();
  });

  /** Moves the focus to the next finding or the one before, into pieces that are not there yet, too. */
  function step(direction) {
    const current = document.activeElement?.closest("article");
    let piece = current ? pieces.indexOf(current.parentElement.piece) : direction > 0 ? 0 : pieces.length - 1;
    const inPiece = () => [...pieces[piece].box.querySelectorAll("article")];
    if (pieces[piece] === undefined) return;
    fill(pieces[piece]);
    let index = current ? inPiece().indexOf(current) + direction : direction > 0 ? 0 : inPiece().length - 1;
    while (inPiece()[index] === undefined) {
      piece += direction;
      if (pieces[piece] === undefined) return;
      fill(pieces[piece]);
      index = direction > 0 ? 0 : inPiece().length - 1;
    }
    inPiece()[index].focus();
  }

  addEventListener("hashchange", takeFiltersFromAddress);
  takeFiltersFromAddress();
})();
