"""Times `tachtig restate` over series of growing length, to see that each further month costs the same and memory stays as it is.

    python bench/restate.py [--program target/release/tachtig] [--months 6 12 24] [--rounds 3]

Draws a month of made-up lists for each month with the generator in $TACHTIG_SHARED/bench, of which only names and months differ, and
restates the first 6, 12 and 24 of them into an empty folder, in turns. Prints processor seconds for each month and peak memory, as ratios to
the shortest series.
"""

import argparse
import os
import shutil
import statistics
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
WORK = HERE.parent / "target/bench/restate"
FIRST = 2024 * 12


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", type=Path, default=HERE.parent / "target/release/tachtig")
    parser.add_argument("--months", type=int, nargs="+", default=[6, 12, 24])
    parser.add_argument("--municipalities", type=int, default=40)
    parser.add_argument("--systems", type=int, default=100)
    parser.add_argument("--rounds", type=int, default=3)
    arguments = parser.parse_args()
    draw(max(arguments.months), arguments)
    measured = {months: [] for months in arguments.months}
    for _ in range(arguments.rounds):
        for months in arguments.months:
            measured[months].append(restate(arguments.program, months))
    least = min(arguments.months)
    middle = {months: [statistics.median(values) for values in zip(*rounds)] for months, rounds in measured.items()}
    for months, (seconds, memory) in middle.items():
        per_month = seconds / months
        ratio, of_memory = per_month / (middle[least][0] / least), memory / middle[least][1]
        print(f"{months:>3} months: {per_month:.3f} s of processor a month ({ratio:.2f}), peak {memory / 1024:.0f} MB ({of_memory:.2f})")


def month(count):
    return f"{(FIRST + count) // 12:04d}-{(FIRST + count) % 12 + 1:02d}"


def draw(months, arguments):
    generator = Path(os.environ["TACHTIG_SHARED"]) / "bench/make_inventories.py"
    for name in map(month, range(months)):
        folder = WORK / "inventories" / name
        if folder.exists():
            continue
        subprocess.run(
            [sys.executable, generator, "--municipalities", str(arguments.municipalities), "--systems-mean", str(arguments.systems),
             "--month", name, "--format", "csv", "--out", folder],
            check=True, stdout=subprocess.DEVNULL,
        )


def restate(program, months):
    """Processor seconds and peak memory in kilobytes of one run."""
    out = WORK / "reports"
    shutil.rmtree(out, ignore_errors=True)
    arguments = [program, "restate", "--from", month(0), "--to", month(months - 1), "--inventories", WORK / "inventories", "--out", out]
    process = subprocess.Popen(arguments, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        sys.exit(f"{program} failed")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss


if __name__ == "__main__":
    main()
