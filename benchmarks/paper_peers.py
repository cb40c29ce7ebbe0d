"""A document like our long invoice, written by other PDF libraries in an environment of their own: pages a second."""

import subprocess
from pathlib import Path

from benchmarks.start.peers import PEERS
from fitwell_desktop.core.paths import resource

ROWS = """
rows = [
    (f"{at % 28 + 1:02d}.10.2026", f"Personal training, 60 minutes, session {at}", "1", "65.00", "19 %", "65.00")
    for at in range(int(sys.argv[2]))
]
"""

TIMED = """
best = 0.0
for _ in range(3):
    begin = time.perf_counter()
    pages = write()
    best = max(best, pages / (time.perf_counter() - begin))
print(best)
"""

WEASYPRINT = f"""
import sys, time
from pathlib import Path
from weasyprint import HTML
{ROWS}
def write():
    fonts = Path(sys.argv[1])
    style = '''<style>@page {{ size: A4; margin: 22mm }} body {{ font: 9.5pt Inter }} table {{ width: 100% }}
        @font-face {{ font-family: Inter; src: url(FONTS/Inter-Regular.ttf) }}
        td {{ border-bottom: 0.5pt solid #ccc; padding: 4pt }}</style>'''.replace("FONTS", fonts.as_uri())
    cells = "".join("<tr>" + "".join(f"<td>{{cell}}</td>" for cell in row) + "</tr>" for row in rows)
    document = HTML(string=style + "<h1>Invoice 2026-00001</h1><table>" + cells + "</table>").render()
    document.write_pdf()
    return len(document.pages)
{TIMED}"""

FPDF2 = f"""
import sys, time
from fpdf import FPDF
{ROWS}
def write():
    pdf = FPDF()
    pdf.set_margin(22)
    pdf.add_font("Inter", "", sys.argv[1] + "/Inter-Regular.ttf")
    pdf.add_font("Inter", "B", sys.argv[1] + "/Inter-SemiBold.ttf")
    pdf.add_page()
    pdf.set_font("Inter", size=9.5)
    pdf.cell(text="Invoice 2026-00001", new_x="LMARGIN", new_y="NEXT")
    with pdf.table(col_widths=(14, 50, 8, 14, 10, 14)) as table:
        for row in rows:
            table.row(row)
    pdf.output()
    return pdf.pages_count
{TIMED}"""

SCRIPTS = {"weasyprint": WEASYPRINT, "fpdf2": FPDF2}


def pages_per_second(name: str, lines: int) -> float | None:
    """Of that library, for a document with so many lines; None where it is not installed, or not able to run."""
    python = PEERS / "paper" / "bin" / "python"
    if not python.exists():
        return None
    command: list[str | Path] = [python, "-c", SCRIPTS[name], resource("fonts"), str(lines)]
    done = subprocess.run(command, check=False, stdout=subprocess.PIPE, text=True)
    return float(done.stdout) if done.returncode == 0 else None
