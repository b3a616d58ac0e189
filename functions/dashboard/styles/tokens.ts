import { base } from './base.ts';

/** Type of the dashboard. */
export const tokens = `${base}
:root { --small: 0.8125rem; }
body { margin: 0; background: var(--paper); color: var(--ink); font-size: 0.9375rem; font-variant-numeric: tabular-nums; }
h1 { margin: 0; font-size: 1.75rem; line-height: 1.2; font-weight: 650; letter-spacing: -0.015em; text-wrap: balance; }
h2 { margin: 2.5rem 0 0.75rem; font-size: 1.0625rem; line-height: 1.3; font-weight: 650; }
p { margin: 0 0 0.5rem; max-width: 46rem; }
a { color: var(--accent); text-underline-offset: 0.18em; text-decoration-thickness: 1px; text-decoration-color: color-mix(in srgb, currentColor 45%, transparent); }
a:hover { text-decoration-color: currentColor; text-decoration-thickness: 2px; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 3px; }
small, .quiet { color: var(--quiet); }
small { font-size: var(--small); font-weight: 400; }
code, pre { font: 0.8125rem/1.5 ui-monospace, "SF Mono", Menlo, Consolas, monospace; overflow-wrap: anywhere; }
`;
