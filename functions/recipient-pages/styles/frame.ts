import { base } from '#functions/dashboard/styles/base.ts';

/** Type and the frame of a page: the dashboard's colours, in a narrow column. */
export const frame = `${base}
:root { --small: 0.875rem; }
body { margin: 0; min-height: 100vh; display: flex; flex-direction: column; background: var(--paper); color: var(--ink); font-variant-numeric: tabular-nums; }
header, main, footer { width: 100%; padding-inline: max(clamp(1rem, 4vw, 2rem), calc(50% - 20rem)); }
header { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: baseline; gap: 0.25rem 1.5rem; padding-block: 1rem 0.75rem; border-bottom: 1px solid var(--rule); }
header p { margin: 0; }
.brand { font-weight: 700; letter-spacing: -0.01em; }
.office { color: var(--quiet); font-size: var(--small); }
.tag { display: inline-block; margin-inline-start: 0.375rem; padding: 0 0.4375rem; border: 1px dashed currentColor; border-radius: 3px; font-size: 0.75rem; line-height: 1.5; font-weight: 500; white-space: nowrap; }
main { flex: 1; padding-block: clamp(1.5rem, 5vw, 3rem) 3rem; }
footer { padding-block: 1rem 1.5rem; border-top: 1px solid var(--rule); color: var(--quiet); font-size: var(--small); }
footer p { margin: 0; }
h1 { margin: 0 0 0.75rem; font-size: clamp(1.5rem, 1.25rem + 1.25vw, 1.875rem); line-height: 1.2; font-weight: 650; letter-spacing: -0.015em; text-wrap: balance; }
h2 { margin: 0 0 0.375rem; font-size: 1.0625rem; line-height: 1.3; font-weight: 650; }
p { margin: 0 0 0.75rem; text-wrap: pretty; }
.lead { color: var(--quiet); }
main > form { margin-top: 1.5rem; }
a { color: var(--accent); text-underline-offset: 0.18em; text-decoration-thickness: 1px; }
a:hover { text-decoration-thickness: 2px; }
:focus-visible, input[type="date"]:focus-within { outline: 3px solid var(--accent); outline-offset: 2px; }
section { margin-top: 2.5rem; padding-top: 1.5rem; border-top: 1px solid var(--rule); }
.standing, .mistakes, .done { margin: 1rem 0 1.5rem; padding: 0.875rem 1rem; border: 1px solid var(--edge); border-radius: var(--radius); background: var(--sheet); }
.standing > :last-child, .mistakes > :last-child { margin-bottom: 0; }
.done { border-color: var(--excellent); background: var(--excellent-ground); color: var(--excellent); font-weight: 600; }
.mistakes { border: 2px solid var(--critical); }
.mistakes h2, .mistakes a { color: var(--critical); }
.mistakes ul { margin: 0; padding-inline-start: 1.25rem; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
@media print { :root { color-scheme: light; } }
`;
