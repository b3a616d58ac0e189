/**
 * Colours and type of every page of ours, the operator's and recipients'. Every text colour has a contrast of at least 4.5 on
 * every ground it is used on.
 */
export const base = `
:root {
  color-scheme: light dark;
  --paper: light-dark(#f7f7f4, #111318);
  --sheet: light-dark(#ffffff, #191c23);
  --ink: light-dark(#16181d, #e8e9ed);
  --quiet: light-dark(#555b67, #a4abb8);
  --rule: light-dark(#e2e3e1, #2b2f38);
  --edge: light-dark(#7d838f, #7f8796);
  --accent: light-dark(#2340b8, #a3b6ff);
  --accent-ground: light-dark(#e9edfc, #20294a);
  --excellent: light-dark(#0b6136, #6fd59c);
  --excellent-ground: light-dark(#e0f3e7, #143022);
  --good: light-dark(#0f5a78, #7fcbe6);
  --good-ground: light-dark(#e0f0f6, #112d39);
  --at-risk: light-dark(#874700, #f3bb62);
  --at-risk-ground: light-dark(#fdeed5, #38290f);
  --critical: light-dark(#a01a1a, #ff9d94);
  --critical-ground: light-dark(#fde7e5, #401a19);
  --radius: 6px;
}
* { box-sizing: border-box; }
html { font: 100%/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; text-size-adjust: 100%; }
`;
