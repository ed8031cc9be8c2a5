"""Times a whole month against a bare pass over the same workbooks, alternating, in one run.

    cargo build --release --bins --example calamine_pass
    TACHTIG_SHARED=... python bench/run.py [--rounds 7] [--threads 1 2]

Needs xlsxwriter, and in $TACHTIG_SHARED/bench the generator of made-up inventories. What it draws goes under target/bench.
"""

import argparse
import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
WORK = ROOT / "target/bench"
MONTH = "2026-11"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--municipalities", type=int, default=342)
    parser.add_argument("--threads", type=int, nargs="+", default=[1, os.cpu_count()])
    parser.add_argument("--program", type=Path, default=ROOT / "target/release/tachtig")
    arguments = parser.parse_args()
    inventories = draw(arguments.municipalities)
    bare = [ROOT / "target/release/examples/calamine_pass", inventories / MONTH]
    whole = [arguments.program, "run", "--inventories", inventories, "--month", MONTH, "--out", WORK / "reports"]
    for threads in arguments.threads:
        compare(bare, whole, threads, arguments.rounds)


def draw(municipalities):
    """The folder of the drawn month; drawn once."""
    inventories = WORK / f"inventories-{municipalities}"
    if not (inventories / "complete").exists():
        generator = Path(os.environ["TACHTIG_SHARED"]) / "bench/make_inventories.py"
        subprocess.run([sys.executable, generator, "--municipalities", str(municipalities), "--systems-mean", "400", "--month", MONTH,
                        "--out", inventories / MONTH, "--format", "xlsx"], check=True)
        (inventories / "complete").touch()
    return inventories


def compare(bare, whole, threads, rounds):
    """A B A B: what disturbs the machine disturbs both."""
    runs = {"bare": [], "whole": []}
    for command in (bare, whole):
        measure(command, threads)
    for _ in range(rounds):
        runs["bare"].append(measure(bare, threads))
        runs["whole"].append(measure(whole, threads))
    print(f"{threads} threads, {rounds} pairs, load {os.getloadavg()[0]:.1f}")
    for name, results in runs.items():
        print(f"  {name:5}  wall {spread([wall for wall, _, _ in results])} s, processor {spread([cpu for _, cpu, _ in results])} s, "
              f"peak {max(peak for _, _, peak in results) / 1024:.0f} MB")
    for at, what in [(0, "wall"), (1, "processor")]:
        print(f"  whole / bare, {what}: {spread([b[at] / a[at] for a, b in zip(runs['bare'], runs['whole'])])}")


def measure(command, threads):
    """Wall time and processor time in seconds, peak memory in kilobytes, of one run."""
    environment = {**os.environ, "RAYON_NUM_THREADS": str(threads), "POLARS_MAX_THREADS": str(threads)}
    begin = time.perf_counter()
    process = subprocess.Popen([str(part) for part in command], env=environment, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - begin
    if os.waitstatus_to_exitcode(status) != 0:
        sys.exit(f"{command[0]} failed")
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss


def spread(values):
    return f"{statistics.median(values):.2f} ({min(values):.2f} to {max(values):.2f})"


if __name__ == "__main__":
    main()
