/** Waterfalls: a table whose middle column is drawn through from row to row. */
export const waterfall = `
.flow { position: relative; width: 55%; }
.flow svg { position: absolute; inset: 0 0.75rem; width: calc(100% - 1.5rem); height: 100%; overflow: visible; }
.flow text { fill: var(--quiet); font-size: 0.75rem; font-weight: 500; }
.flow .grid { stroke: var(--rule); stroke-dasharray: 2 3; }
.flow .link { stroke: var(--quiet); }
.flow .most { fill: var(--rule); }
.flow .part { fill: var(--accent); }
.flow .gain { fill: var(--excellent); stroke: var(--excellent); }
.flow .loss { fill: var(--critical-ground); stroke: var(--critical); stroke-width: 1.5; }
.flow .whole { fill: var(--band); stroke: var(--sheet); }
.metric p { display: grid; grid-template-columns: 1fr auto; column-gap: 1rem; margin: 0; font-variant-numeric: tabular-nums; }
.metric small { grid-column: 1 / -1; }
.metric + .metric { margin-top: 0.75rem; }
.behind { font-size: var(--small); }
.behind li { margin: 0.25rem 0 0 0.9rem; }
#change ~ details { margin-top: 0.75rem; }
#change ~ details table { margin-top: 0.5rem; }
@media (width >= 70rem) { #change ~ details .wide { width: 40%; } }
@media (width < 48rem) {
  .flow { width: 38%; }
  .flow text.spacious { display: none; }
}
`;
