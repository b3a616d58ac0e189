/** Tables, and the cards they become where the screen is narrow. */
export const tables = `
table { width: 100%; border-collapse: collapse; background: var(--sheet); border: 1px solid var(--rule); border-radius: var(--radius); }
th, td { padding: 0.625rem 0.75rem; text-align: start; vertical-align: top; }
thead th { padding-block: 0.5rem; font-size: var(--small); font-weight: 500; color: var(--quiet); white-space: nowrap; border-bottom: 1px solid var(--rule); }
tbody tr + tr > * , tfoot tr > * { border-top: 1px solid var(--rule); }
tbody th, tfoot th { font-weight: 600; }
tfoot { font-weight: 650; }
tfoot tr > * { border-top: 2px solid var(--ink); }
.number { text-align: end; white-space: nowrap; }
td small, th small { display: block; }
td, tbody th { overflow-wrap: break-word; }
.wide { min-width: 15.5rem; }
.day { white-space: nowrap; }
tfoot td:not(.number) { font-weight: 400; color: var(--quiet); }
@media (width >= 70rem) {
  tbody th { min-width: 9rem; }
  td .quiet { white-space: nowrap; }
}
@media (width < 70rem) {
  .wide, td small, th small { overflow-wrap: anywhere; }
  table.cards, .cards tbody, .cards tfoot, .cards tr, .cards td, .cards tbody th, .cards tfoot th { display: block; }
  .cards { border: 0; background: none; }
  .cards thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .cards tr { margin-bottom: 0.75rem; padding: 0.75rem 1rem; background: var(--sheet); border: 1px solid var(--rule); border-radius: var(--radius); }
  .cards tr > * { padding: 0.25rem 0; border: 0 !important; }
  .cards tbody th { padding-bottom: 0.375rem; font-size: 1rem; }
  .cards td { display: grid; grid-template-columns: 7.5rem minmax(0, 1fr); gap: 0 0.75rem; text-align: start; }
  .cards td::before { content: attr(data-title); color: var(--quiet); font-size: var(--small); line-height: 1.75; }
  .wide { min-width: 0; }
  .cards td.wide { grid-template-columns: minmax(0, 1fr); }
  .cards .score { text-align: start; }
}
@media (48rem <= width < 70rem) {
  .cards tbody { display: grid; grid-template-columns: repeat(auto-fit, minmax(21rem, 1fr)); gap: 0.75rem; }
  .cards tr { margin: 0; }
}
@media (width < 30rem) {
  th, td { padding: 0.5rem; }
  thead th { white-space: normal; }
}
`;
