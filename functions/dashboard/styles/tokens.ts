/** Colours, type and spacing. Every text colour has a contrast of at least 4.5 on every ground it is used on. */
export const tokens = `
:root {
  color-scheme: light dark;
  --paper: light-dark(#f7f7f4, #111318);
  --sheet: light-dark(#ffffff, #191c23);
  --ink: light-dark(#16181d, #e8e9ed);
  --quiet: light-dark(#555b67, #a4abb8);
  --rule: light-dark(#e2e3e1, #2b2f38);
  --accent: light-dark(#2340b8, #a3b6ff);
  --excellent: light-dark(#0b6136, #6fd59c);
  --excellent-ground: light-dark(#e0f3e7, #143022);
  --good: light-dark(#0f5a78, #7fcbe6);
  --good-ground: light-dark(#e0f0f6, #112d39);
  --at-risk: light-dark(#874700, #f3bb62);
  --at-risk-ground: light-dark(#fdeed5, #38290f);
  --critical: light-dark(#a01a1a, #ff9d94);
  --critical-ground: light-dark(#fde7e5, #401a19);
  --small: 0.8125rem;
  --gap: 1rem;
  --radius: 6px;
}
* { box-sizing: border-box; }
html { font: 100%/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; text-size-adjust: 100%; }
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
