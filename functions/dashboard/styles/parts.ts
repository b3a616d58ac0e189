/** Marks, bars, the summary, alerts, notes and the mail frame. */
export const parts = `
.mark, .trend { display: inline-flex; align-items: center; gap: 0.375rem; white-space: nowrap; }
.mark { padding: 0.0625rem 0.5rem 0.0625rem 0.4375rem; border-radius: 99px; font-size: var(--small); font-weight: 600; }
.mark svg { width: 0.625rem; height: 0.625rem; fill: currentColor; }
.trend svg { width: 0.75rem; height: 0.75rem; fill: none; stroke: currentColor; stroke-width: 1.75; }
.excellent { --band: var(--excellent); --band-ground: var(--excellent-ground); }
.good { --band: var(--good); --band-ground: var(--good-ground); }
.at-risk { --band: var(--at-risk); --band-ground: var(--at-risk-ground); }
.critical { --band: var(--critical); --band-ground: var(--critical-ground); }
.mark { color: var(--band); background: var(--band-ground); }
.trend.improving { color: var(--excellent); }
.trend.declining { color: var(--critical); }
.trend.unknown { color: var(--quiet); }
.tag { display: inline-block; padding: 0 0.4375rem; border: 1px dashed currentColor; border-radius: 3px; color: var(--quiet); font-size: 0.75rem; line-height: 1.5; font-weight: 500; letter-spacing: 0; vertical-align: 0.0625rem; white-space: nowrap; }
.today .tag { margin-inline-start: 0.5rem; }
h1 .tag { vertical-align: 0.3rem; }
.bar { display: block; }
.bar .rail { fill: var(--rule); }
.bar .fill { fill: var(--band, var(--quiet)); }
.score { display: inline-block; width: 5rem; text-align: end; font-size: 1.0625rem; font-weight: 650; line-height: 1.3; }
.score.small { font-size: inherit; }
.summary { display: flex; flex-wrap: wrap; gap: 0.75rem 2rem; margin: 1.5rem 0 0; padding: 1rem 0; border-block: 1px solid var(--rule); }
.summary > div { min-width: 5.5rem; }
.summary dt { font-size: var(--small); color: var(--quiet); }
.summary .mark { padding-inline: 0; background: none; }
.summary dd { margin: 0; font-size: 1.75rem; line-height: 1.2; font-weight: 650; letter-spacing: -0.01em; }
.summary small { display: block; letter-spacing: 0; }
.summary .bad { color: var(--critical); }
@media (width < 48rem) {
  .summary { gap: 0.75rem 1rem; }
  .summary > div { flex: 1 0 40%; min-width: 0; }
}
@media (width >= 64rem) { .summary .apart { margin-inline-start: auto; } }
.pair { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 32rem), 1fr)); gap: 0 2.5rem; }
.details { display: flex; flex-wrap: wrap; gap: 0.875rem 2.5rem; margin: 0; }
h1 + .details { margin-top: 1.25rem; }
table + .details, .details + p, .alerts + p { margin-top: 0.875rem; }
.details dt { font-size: var(--small); color: var(--quiet); }
.details dd { margin: 0; overflow-wrap: anywhere; }
.details small { display: block; }
.sentence + .sentence { margin-top: 0.25rem; }
.drivers, .plain { margin: 0; padding: 0; list-style: none; }
.drivers b { display: inline-block; min-width: 2.75rem; font-weight: 600; }
.costs { color: var(--critical); }
.gives { color: var(--excellent); }
.plain li + li { margin-top: 0.25rem; }
.plain small, .sentence { display: block; }
.soon, .overdue { color: var(--at-risk); font-weight: 600; }
.overdue { color: var(--critical); }
.standing { display: flex; flex-wrap: wrap; align-items: start; gap: 0.5rem 2rem; margin-top: 1.5rem; padding: 1.125rem 0; border-block: 1px solid var(--rule); }
.standing p { margin: 0 0 0.25rem; }
.figure { font-size: 1.25rem; line-height: 1; white-space: nowrap; }
.figure b { font-size: 3.25rem; font-weight: 650; letter-spacing: -0.03em; color: var(--band); }
.figure span { font-size: var(--small); color: var(--quiet); }
.facts { display: flex; flex-wrap: wrap; align-items: center; gap: 0.25rem 1rem; }
.alerts { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 30rem), 1fr)); gap: 0.75rem; margin: 0; padding: 0; list-style: none; }
.alerts > li { padding: 0.875rem 1rem; background: var(--sheet); border: 1px solid var(--rule); border-radius: var(--radius); }
.alerts > li.closed { background: none; }
.alerts p { margin: 0 0 0.25rem; }
.alerts .facts { font-size: var(--small); }
.alerts .says { font-weight: 600; }
.alerts p:last-child { margin: 0; font-size: var(--small); }
.alerts details { margin-bottom: 0.25rem; font-size: var(--small); }
.alerts details .plain { margin-block: 0.25rem; }
.alerts .steps { display: grid; gap: 0.25rem; margin: 0 0 0.375rem; padding: 0; list-style: none; }
.alerts .steps li { display: grid; grid-template-columns: 6.75rem minmax(0, 1fr); }
.alerts .steps time { color: var(--quiet); white-space: nowrap; }
.alerts .steps time.overdue { color: var(--critical); }
.stages { display: grid; gap: 0.375rem; margin: 0; padding: 0; list-style: none; }
.stages li { display: grid; grid-template-columns: 8.5rem minmax(0, 1fr); gap: 0 1rem; }
.stages b { font-weight: 600; }
.stages p { margin: 0; }
.stages small { display: block; }
.note, .warning { margin: 1rem 0; padding: 0.5rem 0.875rem; border: 1px dashed var(--quiet); border-radius: var(--radius); font-size: var(--small); max-width: none; }
.warning { border: 1px solid var(--at-risk); background: var(--at-risk-ground); color: var(--at-risk); font-size: inherit; }
.advice { margin: 0.5rem 0 0.75rem; color: var(--quiet); }
.advice b { color: var(--ink); font-weight: 600; }
.empty { padding: 1rem; border: 1px dashed var(--rule); border-radius: var(--radius); color: var(--quiet); max-width: none; }
.done { color: var(--quiet); }
.waiting { font-weight: 600; }
.pager { display: flex; gap: 1.5rem; margin-top: 1rem; }
td .text { margin-top: 0.5rem; padding: 0.5rem; max-width: 30rem; background: var(--paper); }
h3 { margin: 1.25rem 0 0.5rem; font-size: 0.9375rem; font-weight: 600; }
button { padding: 0.3125rem 0.875rem; border: 1px solid var(--accent); border-radius: var(--radius); background: var(--sheet); color: var(--accent); font: inherit; font-weight: 600; cursor: pointer; }
button.main { background: var(--accent); color: var(--paper); }
button:hover { text-decoration: underline; }
input, textarea { padding: 0.25rem 0.5rem; border: 1px solid var(--quiet); border-radius: var(--radius); background: var(--sheet); color: var(--ink); font: inherit; max-width: 100%; }
input[type="number"] { width: 4.5rem; }
summary { color: var(--accent); cursor: pointer; }
`;
