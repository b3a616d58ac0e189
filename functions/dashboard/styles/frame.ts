/** The frame of a page: header, content, footer; and what changes on paper. */
export const frame = `
.top, main, .bottom { padding-inline: max(clamp(1rem, 3vw, 2rem), calc(50% - 39rem)); }
.top { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0.25rem 2rem; padding-block: 1rem 0.75rem; border-bottom: 1px solid var(--rule); }
.top p { margin: 0; }
.brand { font-weight: 700; letter-spacing: -0.01em; }
.brand span { font-weight: 400; color: var(--quiet); }
.top ul { display: flex; flex-wrap: wrap; gap: 0 1.25rem; margin: 0; padding: 0; list-style: none; }
.top li a { display: block; padding-block: 0.25rem; color: var(--quiet); text-decoration: none; border-bottom: 2px solid transparent; }
.top li a:hover { color: var(--ink); }
.top li a[aria-current] { color: var(--ink); font-weight: 600; border-color: var(--accent); }
.today { margin-inline-start: auto !important; color: var(--quiet); }
main { padding-block: 2rem 3rem; }
main:focus { outline: none; }
.bottom { padding-block: 1rem 2rem; border-top: 1px solid var(--rule); color: var(--quiet); font-size: var(--small); }
.skip { position: absolute; left: 1rem; top: -4rem; z-index: 1; padding: 0.5rem 1rem; background: var(--accent); color: var(--paper); border-radius: 0 0 var(--radius) var(--radius); }
.skip:focus { top: 0; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.lead { margin: 0.375rem 0 1.25rem; color: var(--quiet); }
.back { margin-bottom: 0.5rem; font-size: var(--small); }
.back::before { content: "\\2190\\00a0" / ""; color: var(--quiet); }
.contents { margin-top: 1.5rem; font-size: var(--small); }
.contents ul { display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; margin: 0; padding: 0; list-style: none; }
@media (width < 48rem) {
  .today { margin-inline-start: 0 !important; font-size: var(--small); }
  main { padding-block: 1.25rem 2rem; }
  h1 { font-size: 1.5rem; }
}
@media print {
  :root { color-scheme: light; }
  body { background: none; font-size: 9.5pt; }
  .skip, nav, .pager, .back { display: none; }
  section, tr, figure { break-inside: avoid; }
  h2 { break-after: avoid; }
}
`;
