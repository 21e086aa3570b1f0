// On the page for unknown addresses: lists the addresses of the archive that are most like the one asked for.
// Loads one file of this site and nothing else; without it the page has its links all the same.
(function () {
  "use strict";
  var script = document.currentScript, root = new URL("../", script.src), list = document.getElementById("near");
  var asked = location.pathname;
  try { asked = decodeURI(asked); } catch (fault) { /* not UTF-8: as it is */ }
  if (asked.indexOf(root.pathname) === 0) asked = asked.slice(root.pathname.length);
  asked = asked.toLowerCase().replace(/index\.html?$|\.html?$/, "").replace(/[^a-z0-9]+/g, " ").trim();

  // How many pairs of neighbouring letters two texts share (Dice): cheap, and kind to a slip of the hand.
  function pairs(text) {
    var found = new Map();
    for (var i = 0; i < text.length - 1; i++) {
      var pair = text.slice(i, i + 2);
      found.set(pair, (found.get(pair) || 0) + 1);
    }
    return found;
  }
  var wanted = pairs(asked);
  function likeness(text) {
    var shared = 0;
    pairs(text).forEach(function (count, pair) { shared += Math.min(count, wanted.get(pair) || 0); });
    return 2 * shared / Math.max(1, asked.length + text.length - 2);
  }
  // An article's number, however it was written: A/TA_12, ta12, /articles/ta-0012.html.
  function article(text) {
    var number = /(?:^|\s)ta ?0*([0-9]{1,7})(?:\s|$)/.exec(text);
    return number ? "ta-" + number[1].padStart(4, "0") : "";
  }
  function show(known) {
    var exact = article(asked), near = [];
    Object.keys(known).forEach(function (folder) {
      known[folder].split(" ").forEach(function (name) {
        var bare = (folder + name).replace(/[^a-z0-9]+/g, " ");
        var like = folder === "a/" ? (name === exact ? 2 : 0) : Math.max(likeness(bare), likeness(name.replace(/-/g, " ")));
        if (like >= 0.5) near.push([like, folder + name + "/"]);
      });
    });
    near.sort(function (one, other) { return other[0] - one[0] || (one[1] < other[1] ? -1 : 1); });
    near.slice(0, 5).forEach(function (found) {
      var item = document.createElement("li"), link = document.createElement("a");
      link.href = new URL(found[1], root).href;
      link.textContent = "/" + found[1];
      item.append(link);
      list.append(item);
    });
    if (near.length) list.parentNode.hidden = false;
  }
  if (asked) fetch(new URL("addresses.json", root)).then(function (answer) { return answer.json(); }).then(show, function () {});
})();
