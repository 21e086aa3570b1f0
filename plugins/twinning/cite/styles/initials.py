"""Initials of given names as citeproc-js writes them, in every alphabet that has them."""

from __future__ import annotations

import re

_ROMANESQUE = (
    r"a-zA-Z\u0e01-\u0e5b\u00c0-\u017f\u0370-\u03ff\u0400-\u052f\u0590-\u05d4\u05d6-\u05ff\u1f00-\u1fff\u0600-\u06ff"
    r"\u200c\u200d\u200e\u0218\u0219\u021a\u021b\u202a-\u202e"
)
STARTS = re.compile(f"[&{_ROMANESQUE}]")
"""What a name may begin with that has initials."""
LETTER = re.compile(f"[-0-9{_ROMANESQUE}]")
"""A letter of an alphabet, a figure or a hyphen."""
_INITIAL = re.compile(
    r"([A-Z\u0e01-\u0e5b\u00c0-\u017f\u0400-\u042f\u0590-\u05d4\u05d6-\u05ff\u0600-\u06ff\u0370\u0372\u0376\u0386"
    r"\u0388-\u03ab\u03e2\u03e4\u03e6\u03e8\u03ea\u03ec\u03ee\u03f4\u03f7\u03fd-\u03ff])"
    r"([a-zA-Z\u0e01-\u0e5b\u00c0-\u017f\u0400-\u052f\u0600-\u06ff\u0370-\u03ff\u1f00-\u1fff]*|)(\.)*"
)
_JOINT = re.compile(r"[-\s]*</*(?:span\s+class=\"no(?:case|decor)\"|i|sc|b|sub|sup)>[-\s]*|[-\s]+")


def initials(name: str, after: str, *, only_tidy: bool = False) -> str:
    """Give the initials of given names; `after` follows each: "Jean-Paul" is "J.-P." with ". ".

    With `only_tidy`, names stay as they are, and what is an initial already is written so.
    """
    if not name or name in {"Lord", "Lady"}:
        return name
    if not STARTS.match(re.sub(r"^(?:<[^>]+>)*", "", name)):
        return name
    name = re.sub(r"\s+", " ", re.sub(r"\s*-\s*", "-", name))
    name = re.sub(r"-([a-z])", r"–\1", name)
    name = re.sub(r"\.(?=[^ ])", ". ", name)
    words = _JOINT.split(name)
    joints = _JOINT.findall(name)
    if not joints:
        last = re.search(r"[^.]+$", words[0])
        if last and len(last.group()) == 1 and last.group() != last.group().lower():
            words[0] += "."
    if only_tidy:
        return re.sub(r"–([a-z])", r"-\1", _tidy(words, joints, after))
    pieces: list[str] = []
    for i, word in enumerate(words):
        joint = joints[i] if i < len(joints) else None
        made, joint = _initial(word, joint, after)
        pieces += (made, joint)
    made = re.sub(r"[\t\n\v\f\r \ufeff\xa0]+$", "", "".join(pieces))
    made = re.sub(r"\s*-\s*", "-", made)
    made = re.sub(r"[\t\n\v\f\r ]+", " ", made)
    return re.sub(r"–([a-z])", r"-\1", made)


def _tidy(words: list[str], joints: list[str], after: str) -> str:
    parts = [words[0]]
    for joint, word in zip(joints, words[1:], strict=True):
        parts += (joint, word)
    short = []
    for i, part in enumerate(parts):
        bare = re.sub(r"^(?:<[^>]+>)*", "", part)
        if len(bare) > 1 and bare[-1] == ".":
            parts[i] = re.sub(r"^(.*)\.(.*)$", r"\1\2", part)
            short.append(True)
        else:
            short.append(len(part) == 1 and part.upper() == part)
    for i in range(0, len(parts), 2):
        if not short[i]:
            continue
        if i < len(parts) - 2:
            tags = "".join(re.findall(r"(?:<[^>]+>)+", parts[i + 1])) or parts[i + 1]
            if not short[i + 2]:
                tags += " "
            parts[i + 1] = after.removesuffix("\ufeff") + tags if len(parts[i + 2]) > 1 else _spaced(tags, after)
        if i == len(parts) - 1:
            parts[i] += after
    made = re.sub(r"[\t\n\v\f\r \ufeff\xa0]+$", "", "".join(parts))
    return re.sub(r"[\t\n\v\f\r ]+", " ", re.sub(r"\s*-\s*", "-", made))


def _initial(word: str, joint: str | None, after: str) -> tuple[str, str]:
    if not word:
        return word, joint or ""
    found = _INITIAL.match(word)
    if found and found.group(1)[:1] == found.group(1)[:1].upper():
        first, more = found.group(1), found.group(2) or ""
        if more and found.group(3):
            first, more = first + more, ""
        run = ""
        for letter in more:
            if letter != letter.upper():
                break
            run += letter
        extra = run.lower() if more and len(run) < len(more) else ""
        made = first + extra
        if joint is None:
            return made, after
        if "-" in joint:
            return made, _spaced(joint.replace("-", "", 1), after) + "-"
        return made, _spaced(joint, after)
    if LETTER.search(word) and not (found and found.group(3)):
        return " " + word, joint or ""
    return word, joint or ""


def _spaced(joint: str, after: str) -> str:
    tags = "".join(re.findall(r"-*<[^>]+>-*", joint))
    if not tags:
        return after
    found = re.match(r"(.*[^\s])*(\s+)$", after)
    return (found.group(1) or "") + tags + found.group(2) if found else after + tags
