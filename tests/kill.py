"""Kill a build with SIGKILL at random moments: the former site must be there byte for byte, and the next build succeed.

Not run by the suite, for it takes some minutes:

    python3 tests/kill.py [--articles 2000] [--moments 20] [--seed 1] [--folder DIR] [--signal INT]

`test_swap.py` kills a small build at chosen moments. With `--signal INT` it presses Ctrl-C instead, and also holds that
nothing is left beside the output. Exits 0 when all went well, 1 when not.
"""

import argparse
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "plugins"), str(ROOT / "tests")]

from sites import hashes  # noqa: E402

from twinning.commands.invented import write_archive  # noqa: E402


def started(folder: Path) -> subprocess.Popen[str]:
    """Start a build of the folder's content."""
    command = [sys.executable, str(ROOT / "tasks.py"), "build", "--content", str(folder / "content"),
               "--output", str(folder / "site"), "--siteurl", "https://archive.example.org"]  # fmt: skip
    environment = os.environ | {"TWINNING_NO_VENV": "1"}
    return subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, text=True, start_new_session=True)


def finished(folder: Path) -> float:
    """Build to the end; give the seconds it took."""
    began = time.perf_counter()
    build = started(folder)
    _, said = build.communicate()
    if build.returncode:
        raise SystemExit(f"a build failed with {build.returncode}: {said}")
    return time.perf_counter() - began


def changed(folder: Path, turn: int) -> None:
    """Change an article, so that each build differs from the one before."""
    path = folder / "content" / "articles" / "ta-0001.yml"
    text = path.read_text("utf-8")
    begin = text.index("summary: ")
    path.write_text(f"{text[:begin]}summary: Turn {turn}.{text[text.index(chr(10), begin) :]}", "utf-8")


def options() -> argparse.Namespace:
    """Read the command line."""
    wanted = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    wanted.add_argument("--articles", type=int, default=2000)
    wanted.add_argument("--moments", type=int, default=20)
    wanted.add_argument("--seed", type=int, default=1)
    wanted.add_argument("--folder", default=None, help="where to work; a folder of its own is made there")
    wanted.add_argument("--signal", choices=["KILL", "INT", "TERM"], default="KILL")
    return wanted.parse_args()


def main() -> int:
    """Run the test and print what happened at each moment."""
    chosen = options()
    folder = Path(tempfile.mkdtemp(prefix="twinning-kill-", dir=chosen.folder))
    pick = random.Random(chosen.seed)
    wrong = 0
    try:
        write_archive(folder / "content", chosen.articles)
        finished(folder)
        before = hashes(folder / "site")
        changed(folder, 0)
        seconds = finished(folder)
        former, before = before, hashes(folder / "site")
        assert former != before
        print(f"{chosen.articles:,} articles, {len(before):,} files and folders; a build takes {seconds:.1f} s")
        turn = 0
        while turn < chosen.moments:
            changed(folder, turn + 1)
            moment = pick.uniform(0, seconds)
            build = started(folder)
            try:
                build.wait(moment)
            except subprocess.TimeoutExpired:
                os.killpg(build.pid, getattr(signal, f"SIG{chosen.signal}"))
            build.communicate()
            if build.returncode == 0:  # it was done before its moment came: that is no kill
                before = hashes(folder / "site")
                continue
            turn += 1
            left = sorted(p.name for p in folder.iterdir() if p.name not in {"content", "site"})
            now = hashes(folder / "site") if (folder / "site").is_dir() else {}
            found = "the former site" if now == before else "ANOTHER SITE"
            finished(folder)  # the next build succeeds
            after = hashes(folder / "site")
            if now != before and now == after:
                found = "the new site"
            tidy = sorted(p.name for p in folder.iterdir()) == ["content", "site"]
            bad = found == "ANOTHER SITE" or not tidy or (chosen.signal == "INT" and bool(left))
            wrong += bad
            said = f"status {build.returncode}: {found} stands; left: {', '.join(left) or 'nothing'}"
            print(f"{turn:3} at {moment:5.2f} s, {said}; next build fine{'' if tidy else ', LITTER'}", flush=True)
            before = after
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    print(f"{chosen.moments - wrong} of {chosen.moments} as promised")
    return int(wrong > 0)


if __name__ == "__main__":
    sys.exit(main())
