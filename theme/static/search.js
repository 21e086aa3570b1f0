// The page of search: shows what the index finds, and keeps the search in the address, so that it can be sent on.
"use strict";

(() => {
  const index = archiveIndex;
  const PAGE = 10;
  // Milliseconds without a key until what was typed is searched for, and until its passages are fetched: a record weighs
  // more than all else that a result needs.
  const TYPED = 350, RESTED = 350;
  const at = id => document.getElementById(id);
  const form = at("search");
  let shown = PAGE; // how many articles
  let latest = 0; // the number of the newest search: answers to older ones are dropped

  // Small elements; what they hold is text, never markup.
  function element(name, attributes, ...inside) {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) if (value) made.setAttribute(key, value);
    made.append(...inside);
    return made;
  }
  const link = (href, text, attributes = {}) => element("a", { href, ...attributes }, text);
  const upTo = path => `../${path}${location.protocol === "file:" && path.endsWith("/") ? "index.html" : ""}`;
  const counted = (number, noun) => `${number.toLocaleString("en-GB")} ${noun}${number === 1 ? "" : "s"}`;

  // State and address

  function state() {
    const fields = new FormData(form);
    return Object.fromEntries(["q", ...index.FACETS].map(name => [name, (fields.get(name) ?? "").trim()]));
  }

  const isAsked = wanted => Object.values(wanted).some(Boolean);

  function address(wanted, more) {
    const search = new URLSearchParams(Object.entries(wanted).filter(([, value]) => value));
    if (more > PAGE) search.set("show", more);
    return search.size ? `?${search}` : location.pathname;
  }

  function restore() {
    const search = new URLSearchParams(location.search);
    form.q.value = search.get("q") ?? "";
    for (const name of index.FACETS) choose(form[name], search.get(name) ?? "");
    shown = Math.max(PAGE, Math.min(1000, Number.parseInt(search.get("show") ?? "", 10) || PAGE));
  }

  // A value of the address may not be among the options before the facets are there.
  function choose(select, value) {
    if (value && ![...select.options].some(option => option.value === value)) select.add(new Option(value, value));
    select.value = value;
  }

  function remember(how) {
    const target = address(state(), shown);
    try {
      if (target !== (location.search || location.pathname)) history[how](null, "", target);
    } catch { /* of a page opened from a folder, a browser may keep the address as it is */ }
  }

  // What is shown

  function offer(counts, wanted) {
    for (const name of index.FACETS) {
      const select = form[name];
      const options = index.facets()[name].map(([id, label], number) => [id, label, counts[name].get(number) ?? 0]);
      const offered = options.filter(([id, , count]) => count || id === wanted[name]);
      select.replaceChildren(new Option("any", ""));
      for (const [id, label, count] of offered) select.add(new Option(`${label} (${count})`, id));
      choose(select, wanted[name]);
    }
  }

  // The words of a text that begin as those asked for do, or share their stem, are marked.
  function marked(text, words) {
    const made = document.createDocumentFragment();
    let end = 0;
    for (const found of text.matchAll(/[\p{L}\p{N}\p{M}’']+/gu)) {
      if (!isMatch(found[0], words)) continue;
      made.append(text.slice(end, found.index), element("mark", {}, found[0]));
      end = found.index + found[0].length;
    }
    made.append(text.slice(end));
    return made;
  }

  function isMatch(word, wanted) {
    const bare = index.folded(word);
    return wanted.some(one => bare.startsWith(one) || (one.length > 3 && index.stem(bare) === index.stem(one))
      || (/[^\0-\u02ff]/.test(one) && bare.includes(one)));
  }

  // Of all that the article's page says, the text with most of the words, the summary first among equals.
  function passage(record, texts, words) {
    const p = where => String(where ?? "").split("-")[0];
    const said = [
      [record.summary, ""],
      ...(record.outline ?? []).map(item => [item.text, p(item.p)]),
      ...(record.statements ?? []).map((item, number) => [item.gist, "", `s${number + 1}`]),
      ...(record.events ?? []).map(item => [item.what, p(item.p)]),
      ...(record.reports ?? []).flatMap(report => (report.evidence ?? []).map(proof => [`“${proof.quote}”`, p(proof.p)])),
      ...(record.statements ?? []).flatMap(item => (item.evidence ?? []).map(proof => [`“${proof.quote}”`, p(proof.p)])),
      ...(record.notes ?? []).map((note, number) => [note.text.replace(/\]\([^)\s]*\)|[*_`[\]]/g, ""), "", `n${number + 1}`]),
      ...texts.map(([number, text]) => [text, String(number)]),
    ];
    let best = said[0], most = -1;
    for (const candidate of said) {
      const found = (candidate[0].match(/[\p{L}\p{N}\p{M}’']+/gu) ?? []);
      const held = words.filter(word => found.some(one => isMatch(one, [word]))).length;
      if (held > most) [best, most] = [candidate, held];
    }
    const [text, paragraph, anchor] = best;
    return { text: around(text, words), fragment: paragraph ? `p${paragraph}` : anchor ?? "", paragraph };
  }

  // As much around the first word found as fits the lines that search.css keeps for it.
  function around(text, words) {
    const LENGTH = innerWidth < 640 ? 120 : 230;
    if (text.length <= LENGTH) return text;
    const first = [...text.matchAll(/[\p{L}\p{N}\p{M}’']+/gu)].find(found => isMatch(found[0], words))?.index ?? 0;
    const from = first < LENGTH * .7 ? 0 : text.lastIndexOf(" ", first - 80) + 1;
    const to = from + LENGTH < text.length ? text.lastIndexOf(" ", from + LENGTH) : text.length;
    return `${from ? "… " : ""}${text.slice(from, to)}${to < text.length ? " …" : ""}`;
  }

  // A result without its passage, for which it has room.
  function result(row, document_, words) {
    const [id, title, language, date] = row;
    const { newspaper, reports } = index.facets().articles[document_];
    const lists = index.facets();
    const item = element("li", {},
      element("p", { class: "kicker" }, element("cite", {}, lists.newspaper[newspaper][1]), `, ${date}`),
      element("p", { class: "title" },
        link(upTo(`a/${id}/`), marked(title, words), language ? { lang: language, dir: "auto" } : {})));
    const outcomes = reports.map(([council, partner, outcome]) => [
      `${lists.council[council][2]} and ${lists.partner[partner][1]}: `,
      element("span", { class: `state state-${lists.outcome[outcome][0]}` }, lists.outcome[outcome][1]),
    ]);
    if (outcomes.length) item.append(element("p", { class: "by" }, ...outcomes.flatMap((one, n) => n ? [" · ", ...one] : one)));
    item.append(element("p", { class: "passage" }));
    return item;
  }

  async function tell(item, [id, , , , isWhole], words) {
    const line = item.querySelector(".passage");
    if (line.hasChildNodes()) return;
    try {
      const [record, texts] = await Promise.all([
        index.asked(`../a/${id}/record.json`), isWhole ? index.part(`texts/${id}.json`) : [],
      ]);
      const found = passage(record, texts, words);
      const where = found.paragraph
        ? [" ", link(upTo(`a/${id}/`) + `#${found.fragment}`, `¶ ${found.paragraph}`, { "aria-label": `Paragraph ${found.paragraph}` })]
        : [];
      line.replaceChildren(marked(found.text, words), ...where);
    } catch { /* the title leads to all of it */ }
  }

  // The passages of results that are seen, or nearly so.
  let watching;
  function follow(items, rows, words) {
    watching?.disconnect();
    watching = new IntersectionObserver(seen => {
      for (const { target, isIntersecting } of seen) {
        if (!isIntersecting) continue;
        watching.unobserve(target);
        tell(target, rows[items.indexOf(target)], words);
      }
    }, { rootMargin: "0px 0px 25%" });
    for (const item of items) watching.observe(item);
  }

  function nameItem([kind, path, name, remark, local, language], words) {
    const more = [kind, remark].filter(Boolean).join(", ");
    const item = element("li", {}, link(upTo(path), marked(name, words)));
    if (local) item.append(" ", element("span", { class: "local", lang: language }, marked(local, words)));
    item.append(" ", element("span", { class: "remark" }, more));
    return item;
  }

  async function suggest(found, wanted) {
    const line = at("spelling");
    line.replaceChildren();
    const wrong = found.unknown[0];
    const names = wrong && /^[a-z0-9]{4,}$/.test(wrong) ? await index.meant(wrong) : [];
    if (names.length) {
      const typed = wanted.q.split(/\s+/).find(word => index.folded(word).includes(wrong)) ?? wanted.q;
      line.append("Did you mean ");
      names.forEach((name, number) => {
        const target = address({ ...wanted, q: wanted.q.replace(typed, name) }, PAGE);
        line.append(number ? (number === names.length - 1 ? " or " : ", ") : "", link(target, name, { class: "wanted" }));
      });
      line.append("?");
    }
    line.hidden = !names.length;
  }

  let pause, resting;

  // `rest` is how long the passages wait for another key.
  async function show({ focusFrom = -1, rest = 0 } = {}) {
    const turn = ++latest;
    const wanted = state();
    try {
      const found = await index.search(wanted.q, wanted);
      if (turn !== latest) return;
      const asked = isAsked(wanted);
      const articles = asked ? found.articles.slice(0, shown) : [];
      const names = found.names.slice(0, 6);
      const [articleRows, nameRows] = await Promise.all([index.rows("articles", articles), index.rows("names", names)]);
      if (turn !== latest) return;
      const items = articleRows.map((row, n) => result(row, articles[n], found.words));
      if (!rest) { // what is seen first comes whole
        const first = Math.ceil(innerHeight / 250);
        await Promise.all(items.slice(0, first).map((item, n) => tell(item, articleRows[n], found.words)));
        if (turn !== latest) return;
      }
      offer(found.counts, wanted);
      await suggest(found, wanted);
      if (turn !== latest) return;
      at("names").querySelector("ul").replaceChildren(...nameRows.map(row => nameItem(row, found.words)));
      at("names").hidden = !names.length;
      at("articles").querySelector("ol").replaceChildren(...items);
      at("articles").hidden = !items.length;
      const left = asked ? found.articles.length - items.length : 0;
      at("more").hidden = left <= 0;
      at("more").textContent = `Show ${Math.min(PAGE, left)} more of ${left}`;
      at("count").textContent = asked ? said(found, wanted) : `${counted(found.articles.length, "article")} can be searched.`;
      document.title = document.title.replace(/^.*?(?=Search)/, wanted.q ? `${wanted.q} – ` : "");
      if (focusFrom >= 0) items[focusFrom]?.querySelector("a").focus();
      resting = setTimeout(() => turn === latest && follow(items, articleRows, found.words), rest);
    } catch {
      if (turn === latest) at("count").textContent = "The index cannot be read just now. Reload the page to try again.";
    }
  }

  function said(found, wanted) {
    const names = found.names.length ? ` and ${counted(found.names.length, "page")} of this name` : "";
    const number = found.articles.length;
    if (number || names) return `${counted(number, "article")}${names} found.`;
    return `Nothing is found${wanted.q ? ` for “${wanted.q}”` : ""}.`;
  }

  // What the reader does

  function changed(how, wait) {
    clearTimeout(pause);
    clearTimeout(resting);
    pause = setTimeout(() => {
      shown = PAGE;
      remember(how);
      show({ rest: wait && RESTED });
    }, wait);
  }

  form.q.addEventListener("input", () => changed("replaceState", TYPED));
  form.addEventListener("change", event => event.target !== form.q && changed("pushState", 0));
  form.addEventListener("submit", event => {
    event.preventDefault();
    changed("pushState", 0);
  });
  form.addEventListener("reset", event => {
    event.preventDefault();
    for (const field of [form.q, ...index.FACETS.map(name => form[name])]) field.value = "";
    changed("pushState", 0);
    form.q.focus();
  });
  at("more").addEventListener("click", () => {
    const before = shown;
    shown += PAGE;
    remember("replaceState");
    show({ focusFrom: before });
  });
  addEventListener("popstate", () => {
    restore();
    show();
  });

  form.hidden = false;
  at("found").hidden = false;
  document.querySelector(".without").hidden = true;
  restore();
  // Nothing of the index is asked for before the reader stirs, unless the address holds a search.
  if (isAsked(state())) show();
  else {
    const stirs = ["pointermove", "pointerdown", "keydown", "focusin", "touchstart"];
    const wake = () => {
      for (const kind of stirs) removeEventListener(kind, wake);
      if (!latest) show();
    };
    for (const kind of stirs) addEventListener(kind, wake, { passive: true });
  }
})();
