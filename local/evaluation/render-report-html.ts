import type { ScoringReport } from '#shared/domain/prediction/proof/validate-scoring.ts';
import { barPlot, linePlot } from './plots.ts';
import { type Section, sayUngraded, sectionsOf } from './report-sections.ts';

/** The report, or several side by side that are never blended, as one page that needs nothing else; light or dark as the reader likes. */
export function renderReportHtml(reports: readonly ScoringReport[], remarks: readonly string[] = []): string {
  const body = reports.map(
    (report) => `<article>
<h2>${sentence(report.data)}</h2>
<p>${report.clients} clients, graded from month ${report.fromMonth} of each record. Model: ${escaped(report.model)}. ${[report.definitionOfStable, ...sayUngraded(report)].map(sentence).join('. ')}.</p>
<div class="plots">${plotsOf(report).join('')}</div>
${sectionsOf(report).map(tableOf).join('\n')}
</article>`,
  );
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>How well the scoring predicts</title><style>${style}</style></head>
<body><h1>How well the scoring predicts</h1>
${remarks.map((remark) => `<p>${escaped(remark)}</p>`).join('\n')}
<main>${body.join('\n')}</main></body></html>
`;
}

function plotsOf({ trend, churn }: ScoringReport): string[] {
  const figures: string[] = [];
  if (trend) {
    const coverage = trend.coverageCurve.map((point) => ({ x: point.coverage, y: point.accuracy }));
    figures.push(
      figure(
        'Accuracy of the trend, rule by rule',
        barPlot(
          [
            ...trend.rivals.map((rival) => ({ name: escaped(rival.name), value: rival.accuracy })),
            { name: 'this model', value: trend.accuracy },
          ],
          'Accuracy by rule',
        ),
      ),
      figure(
        'Accuracy by coverage',
        linePlot(
          coverage,
          { x: 'share of points answered', y: 'accuracy', title: 'Accuracy by coverage' },
          { from: 0.5 },
        ),
      ),
    );
  }
  if (churn) {
    const curve = churn.calibrationCurve.map((tenth) => ({ x: tenth.foretold, y: tenth.happened }));
    figures.push(
      figure(
        'Calibration of loss',
        linePlot(curve, { x: 'foretold', y: 'happened', title: 'Calibration' }, { diagonal: true }),
      ),
    );
  }
  return figures;
}

const figure = (caption: string, plot: string) =>
  `<figure tabindex="0" aria-label="${caption}"><figcaption>${caption}</figcaption>${plot}</figure>`;

const tableOf = ({ title, note, head, rows }: Section) =>
  `<h3>${escaped(title)}</h3><p class="note">${escaped(note)}</p><div class="wide" tabindex="0" role="region" aria-label="${escaped(title)}"><table><thead><tr>${head.map((name) => `<th scope="col">${escaped(name)}</th>`).join('')}</tr></thead><tbody>${rows.map((row) => `<tr>${row.map((cell, i) => (i === 0 ? `<th scope="row">${escaped(cell)}</th>` : `<td>${cellOf(cell)}</td>`)).join('')}</tr>`).join('')}</tbody></table></div>`;

/** A bar that the terminal draws in signs is a real one here. */
const cellOf = (cell: string) =>
  /^#+$/.test(cell) ? `<span class="bar" style="width:${cell.length * 0.5}rem"></span>` : escaped(cell);

const sentence = (text: string) => escaped(text.charAt(0).toUpperCase() + text.slice(1));

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string) => text.replace(/[&<>"]/g, (character) => entities[character] ?? character);

const style = `
:root{color-scheme:light dark;--ink:#1d2733;--paper:#fff;--quiet:#5b6775;--rule:#d5dbe2;--ours:#0b66c3}
@media(prefers-color-scheme:dark){:root{--ink:#e8edf3;--paper:#14181d;--quiet:#a3afbc;--rule:#343c46;--ours:#6fb1ff}}
body{margin:0 auto;max-width:96rem;padding:1.5rem;background:var(--paper);color:var(--ink);font:16px/1.5 system-ui,sans-serif}
main{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,34rem),1fr));gap:3rem}
.plots{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,28rem),1fr));column-gap:3rem}
.note{color:var(--quiet);margin:.2rem 0}h3{margin:1.6rem 0 0}
figure,.wide{overflow-x:auto}svg{min-width:27rem}.bar{display:inline-block;height:.7rem;background:var(--quiet)}
table{border-collapse:collapse;font-variant-numeric:tabular-nums}th,td{padding:.25rem .8rem .25rem 0;border-bottom:1px solid var(--rule);text-align:left;font-weight:normal}
thead th{color:var(--quiet)}figure{margin:1rem 0;max-width:34rem}figcaption{color:var(--quiet)}
svg{width:100%;height:auto;font:12px system-ui,sans-serif;fill:var(--ink)}svg .line{fill:none;stroke:var(--ours);stroke-width:2}
svg circle,svg .ours{fill:var(--ours)}svg rect{fill:var(--quiet)}svg .grid{stroke:var(--rule)}svg .ideal{stroke:var(--quiet);stroke-dasharray:4 4}`;
