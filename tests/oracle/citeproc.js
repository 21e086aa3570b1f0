// What citeproc-js makes of a list of CSL-JSON items: {style: {id: {bib_text, bib_html, cite_text}}}.
//
//   node citeproc.js FOLDER-OF-STYLES FOLDER-OF-LOCALES < items.json > said.json
//
// Each item is formatted alone, as "Cite this" does: no suffixes to years, no dashes for an author said before.
"use strict";
const fs = require("fs");
const path = require("path");
const CSL = require("citeproc");

const [styles, locales] = process.argv.slice(2);
const LANGUAGES = {
  "harvard-cite-them-right": "en-GB",
  "apa": "en-US",
  "modern-language-association": "en-US",
  "chicago-author-date": "en-US",
  "chicago-notes-bibliography": "en-US",
  "oscola": "en-GB",
};
const items = JSON.parse(fs.readFileSync(0, "utf8"));
const byId = new Map(items.map((item) => [String(item.id), item]));
const locale = (language) => {
  const file = path.join(locales, `locales-${language}.xml`);
  return fs.existsSync(file) ? fs.readFileSync(file, "utf8") : false;
};

const said = {};
for (const [name, language] of Object.entries(LANGUAGES)) {
  const style = fs.readFileSync(path.join(styles, `${name}.csl`), "utf8");
  const system = { retrieveLocale: locale, retrieveItem: (id) => byId.get(String(id)) };
  said[name] = {};
  let engine = new CSL.Engine(system, style, language);
  let fresh = 0;
  for (const item of items) {
    if (fresh++ % 50 === 0) engine = new CSL.Engine(system, style, language);
    const one = {};
    try {
      engine.updateItems([item.id]);
      for (const format of ["text", "html"]) {
        engine.setOutputFormat(format);
        const [, entries] = engine.makeBibliography();
        one[`bib_${format}`] = entries[0].trim();
      }
      engine.setOutputFormat("text");
      one.cite_text = engine.makeCitationCluster([{ id: item.id }]);
    } catch (fault) {
      one.fault = String(fault);
      engine = new CSL.Engine(system, style, language);
    }
    said[name][item.id] = one;
  }
}
process.stdout.write(JSON.stringify(said, null, 1) + "\n");
