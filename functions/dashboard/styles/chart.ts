/** The score over time. Labels stand outside the plot, in the padding of the figure. */
export const chart = `
.chart { margin: 0; padding: 1rem 5.25rem 1rem 2.75rem; background: var(--sheet); border: 1px solid var(--rule); border-radius: var(--radius); }
.chart > svg { display: block; overflow: visible; margin-bottom: 2rem; }
.chart text { fill: var(--quiet); font-size: 0.75rem; }
.area rect { fill: var(--band-ground); opacity: 0.6; }
.area line { stroke: var(--rule); }
.area text:last-of-type { fill: var(--band); font-weight: 600; }
.tick line { stroke: var(--quiet); }
.line { fill: none; stroke: var(--ink); stroke-width: 2; stroke-linejoin: round; stroke-linecap: round; }
.dot { fill: var(--ink); }
.latest { fill: var(--accent); stroke: var(--sheet); stroke-width: 2; }
figcaption { font-size: var(--small); }
.chart details { margin-inline: -2rem -4.5rem; }
.chart table { margin-top: 0.75rem; }
@media (width < 64rem) { .tick.spacious { display: none; } }
@media (width < 36rem) {
  .tick.medium { display: none; }
  .dot { r: 2px; }
}
`;
