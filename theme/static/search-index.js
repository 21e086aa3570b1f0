// The index of the archive, read piece by piece: cuts a query into words, finds the articles and names that have them
// all, and puts the best first. Knows nothing of the page. What the files hold stands in plugins/twinning/search/.
"use strict";

const archiveIndex = (() => {
  const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  const VALUE = new Uint8Array(128);
  for (let value = 0; value < 64; value++) VALUE[DIGITS.charCodeAt(value)] = value;
  const IDEOGRAPH = "\\u3040-\\u30ff\\u3400-\\u4dbf\\u4e00-\\u9fff\\u{20000}-\\u{3ffff}";
  const RUN = new RegExp(`[${IDEOGRAPH}]+|[^${IDEOGRAPH}]+`, "gu");
  const IS_IDEOGRAPH = new RegExp(`[${IDEOGRAPH}]`, "u");
  const ENDINGS = /(?:ations?|ments?|ings?|ers?|ed|es|s|e|ly)$/;
  const FACETS = ["council", "partner", "outcome", "year", "newspaper"];
  // How much more a word counts in a headline or name than in a summary, in our own words, in a newspaper's text.
  const WEIGHTS = [1, 1.5, 3, 6];
  // A word that begins with what was typed, and another form of it ("ended" for "ending"), count for less than itself.
  const BEGINS = .5, FORM = .6;
  // How many files are asked for all words that begin with a few letters, and with more.
  const MOST_SHARDS = [1, 3];

  let root, facets;
  const kept = new Map();
  const waiting = new Map();

  // Files

  function asked(path) {
    if (!kept.has(path)) {
      const found = location.protocol === "file:" ? byScript(path) : byFetch(path);
      kept.set(path, found);
      found.catch(() => kept.delete(path)); // the next attempt asks again
    }
    return kept.get(path);
  }

  async function byFetch(path) {
    const answer = await fetch(path, { cache: path === "index.json" ? "no-cache" : "default" });
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
    return answer.json();
  }

  // From a folder, without a server, browsers let a page load scripts and nothing else: the offline copy has each file
  // as one, which gives what it holds to `take`.
  function byScript(path) {
    return new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = path.replace(/json$/, "js");
      waiting.set(path, resolve);
      script.onload = () => script.remove();
      script.onerror = () => reject(new Error(path));
      document.head.append(script);
    });
  }

  function take(path, held) {
    waiting.get(path)?.(held);
    waiting.delete(path);
  }

  const part = path => asked(`${root.folder}/${path}`);

  const opened = () => root ? Promise.resolve(root) : asked("index.json").then(held => root = held);

  async function open() {
    await opened();
    const held = await part("facets.json");
    if (!facets) { // another search may have waited for the same file
      const values = Object.fromEntries(FACETS.map(name => [name, held[name].map(value)]));
      facets = { ...values, articles: unpacked(held) };
    }
    return facets;
  }

  // [id, name, short name] of a value that may have no more than a name.
  function value(given) {
    const [name, short, id] = [given].flat();
    return [id ?? folded(short || name).match(/[\p{L}\p{N}]+/gu).join("-"), name, short || name];
  }

  // Words

  function folded(text) {
    let made = text.toLowerCase().normalize("NFKD").toLowerCase();
    made = [...made].map(letter => root.letters[letter] ?? letter).join("");
    return made.replace(/[\u0300-\u036f]+/g, "").replace(/'s(?![a-z0-9])/g, "").replaceAll("'", "");
  }

  function words(text) {
    const found = [];
    for (const word of folded(text).match(/[\p{L}\p{N}]+/gu) ?? []) {
      for (const run of word.match(RUN)) {
        const letters = [...run];
        if (!IS_IDEOGRAPH.test(run) || letters.length === 1) found.push(run);
        else for (let at = 0; at + 1 < letters.length; at++) found.push(letters[at] + letters[at + 1]);
      }
    }
    return [...new Set(found)];
  }

  // "twinned" and "twinning" have one stem; only words that begin with it are compared, so that it may be a rough one.
  function stem(word) {
    const bare = word.replace(ENDINGS, "");
    if (bare.length < 3) return word;
    return bare.at(-1) === bare.at(-2) ? bare.slice(0, -1) : bare.replace(/i$/, "y");
  }

  // Numbers

  function numbers(text) {
    const found = [];
    let value = 0, shift = 0;
    for (let at = 0; at < text.length; at++) {
      const bits = VALUE[text.charCodeAt(at)];
      value |= (bits & 31) << shift;
      if (bits > 31) shift += 5;
      else {
        found.push(value);
        value = shift = 0;
      }
    }
    return found;
  }

  function unpacked({ articles, years, pairs, outcome }) {
    const MANY = 3;
    const list = numbers(articles), runs = numbers(years), sides = numbers(pairs), found = [];
    let at = 0;
    for (let run = 0; run < runs.length; run += 2) {
      for (let left = runs[run + 1]; left; left--) {
        const first = list[at++];
        const count = first % (MANY + 1) < MANY ? first % (MANY + 1) : list[at++];
        const reports = list.slice(at, at + count).map(number => {
          const pair = Math.floor(number / outcome.length);
          return [sides[2 * pair], sides[2 * pair + 1], number % outcome.length];
        });
        at += count;
        found.push({ newspaper: Math.floor(first / (MANY + 1)), year: runs[run], reports });
      }
    }
    return found;
  }

  // Matches

  // Which file a word stands in, if in any.
  function place(word) {
    let found = 0;
    for (let low = 0, high = root.terms.length - 1; low <= high;) {
      const middle = (low + high) >> 1;
      if (root.terms[middle] <= word) found = middle, low = middle + 1;
      else high = middle - 1;
    }
    return found;
  }

  async function terms(word, from, accepts) {
    await opened();
    const most = MOST_SHARDS[+(from.length > 2)];
    const first = place(from);
    const wanted = new Set();
    for (let at = first; at < root.terms.length && wanted.size < most; at++) {
      if (at > first && !root.terms[at].startsWith(from)) break;
      wanted.add(at);
    }
    if (root.terms.length) wanted.add(place(word)); // other words of its stem may fill the files before
    const shards = await Promise.all([...wanted].map(at => part(`terms/${at}.json`)));
    return shards.flatMap(shard => Object.entries(shard).filter(([term]) => accepts(term)));
  }

  // Gives how well each article and each name matches a word: by its number, the best of its terms.
  async function matches(word) {
    const root = word.length > 3 ? stem(word) : word;
    const isForm = term => word.length > 3 && stem(term) === root;
    const found = await terms(
      word,
      root.length < word.length && word.startsWith(root) ? root : word,
      term => term.startsWith(word) || isForm(term),
    );
    const articles = new Map(), names = new Map();
    for (const [term, held] of found) {
      const quality = term === word ? 1 : isForm(term) ? FORM : BEGINS;
      held.split(";").forEach((text, kind) => {
        const into = kind ? names : articles;
        let document = 0;
        for (const number of numbers(text)) {
          document += number >> 2;
          const value = quality * WEIGHTS[number & 3];
          if (value > (into.get(document) ?? 0)) into.set(document, value);
        }
      });
    }
    return { articles, names };
  }

  // Those that have every word; a rare word counts for more. Equals stay in the archive's order, newest first.
  function together(lists, total) {
    const [fewest, ...others] = [...lists].sort((one, other) => one.size - other.size);
    const found = [];
    for (const document of fewest.keys()) {
      if (others.every(list => list.has(document))) {
        const score = lists.reduce((sum, list) => sum + list.get(document) * Math.log(1 + total / list.size), 0);
        found.push([document, score]);
      }
    }
    return found.sort((one, other) => other[1] - one[1] || one[0] - other[0]).map(([document]) => document);
  }

  // Facets: council, partner and outcome are of one report. An article that tells of Essex and Jiangsu, and of Wakefield
  // and Nanning, is none on Wakefield and Jiangsu.

  const passes = (wanted, name, number) => wanted[name] === undefined || wanted[name] === number;
  const OF_REPORT = FACETS.slice(0, 3);
  const isReport = (wanted, report) => OF_REPORT.every((name, at) => passes(wanted, name, report[at]));

  function fits(article, wanted) {
    if (!passes(wanted, "year", article.year) || !passes(wanted, "newspaper", article.newspaper)) return false;
    return OF_REPORT.every(name => wanted[name] === undefined) || article.reports.some(report => isReport(wanted, report));
  }

  // How many of the articles each value of a facet would leave, the other facets being as they are.
  function counts(documents, wanted) {
    return Object.fromEntries(FACETS.map((name, at) => {
      const others = { ...wanted, [name]: undefined };
      const found = new Map();
      for (const document of documents) {
        const article = facets.articles[document];
        if (!fits(article, others)) continue;
        const values = at > 2 ? [article[name]] : article.reports.filter(r => isReport(others, r)).map(r => r[at]);
        for (const value of new Set(values)) found.set(value, (found.get(value) ?? 0) + 1);
      }
      return [name, found];
    }));
  }

  // Gives the numbers of articles and names, best first, and what the facets would leave. `wanted` has ids.
  async function search(query, chosen) {
    await opened();
    const asked = words(query);
    // The words are on their way while the facets are.
    const [, ...lists] = await Promise.all([open(), ...asked.map(matches)]);
    const wanted = {};
    for (const name of FACETS) {
      if (chosen[name]) wanted[name] = facets[name].findIndex(([id]) => id === chosen[name]);
    }
    const all = facets.articles.map((_, document) => document);
    const documents = asked.length ? together(lists.map(list => list.articles), all.length) : all;
    const isNarrowed = Object.keys(wanted).length > 0;
    return {
      words: asked,
      unknown: asked.filter((_, at) => !lists[at].articles.size && !lists[at].names.size),
      articles: isNarrowed ? documents.filter(document => fits(facets.articles[document], wanted)) : documents,
      names: asked.length && !isNarrowed ? together(lists.map(list => list.names), 1000) : [],
      counts: counts(documents, wanted),
    };
  }

  async function rows(kind, documents) {
    const pages = await Promise.all(documents.map(document => part(`${kind}/${Math.floor(document / root.rows)}.json`)));
    return pages.map((page, at) => page[documents[at] % root.rows]);
  }

  // Spelling: names that share enough pairs of letters with a word (Dice's coefficient), nearest first.

  function pairs(word) {
    const found = new Map();
    for (let at = 0; at + 1 < word.length; at++) {
      const pair = word.slice(at, at + 2);
      found.set(pair, (found.get(pair) ?? 0) + 1);
    }
    return found;
  }

  function likeness(one, other) {
    let shared = 0;
    const theirs = pairs(other);
    for (const [pair, count] of pairs(one)) shared += Math.min(count, theirs.get(pair) ?? 0);
    return 2 * shared / Math.max(1, one.length + other.length - 2);
  }

  async function meant(word) {
    const names = await part("spelling.json");
    const near = names.map(name => [name, likeness(word, folded(name))]).filter(([, value]) => value >= .45);
    return near.sort((one, other) => other[1] - one[1]).slice(0, 5).map(([name]) => name);
  }

  return { FACETS, open, search, rows, words, folded, stem, meant, part, asked, take, facets: () => facets };
})();
