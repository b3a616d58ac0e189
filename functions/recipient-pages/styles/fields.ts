/** Forms: fields, choices, buttons, and the scale of a survey. What can be pressed is at least 44 pixels high. */
export const fields = `
fieldset { min-width: 0; margin: 0 0 1.75rem; padding: 0; border: 0; }
fieldset:focus { outline: none; }
legend, .field > label { display: block; padding: 0; margin-bottom: 0.5rem; font-size: 1.0625rem; line-height: 1.3; font-weight: 650; }
.field { margin: 0 0 1.75rem; }
.hint { margin-bottom: 0.5rem; color: var(--quiet); font-size: var(--small); }
.choice { display: grid; grid-template-columns: auto minmax(0, 1fr); gap: 0.75rem; align-items: start; padding: 0.625rem 0.875rem; min-height: 2.75rem; background: var(--sheet); border: 1px solid var(--rule); cursor: pointer; }
.choice + .choice { margin-top: -1px; }
.choice:first-of-type { border-radius: var(--radius) var(--radius) 0 0; }
.choice:last-of-type { border-radius: 0 0 var(--radius) var(--radius); }
.choice:hover { background: var(--accent-ground); }
.choice input { width: 1.125rem; height: 1.125rem; margin: 0.1875rem 0 0; accent-color: var(--accent); }
.choice small { display: block; color: var(--quiet); font-size: var(--small); }
input[type="date"], select, textarea { display: block; width: 100%; min-height: 2.75rem; padding: 0.5rem 0.75rem; font: inherit; color: inherit; background: var(--sheet); border: 1px solid var(--edge); border-radius: var(--radius); }
input[type="date"] { max-width: 14rem; }
textarea { resize: vertical; }
.wrong { padding-inline-start: 0.875rem; border-inline-start: 4px solid var(--critical); }
.problem { margin-bottom: 0.5rem; color: var(--critical); font-weight: 600; }
.actions { display: flex; flex-wrap: wrap; align-items: center; gap: 0.75rem 1.5rem; }
button { min-height: 2.75rem; padding: 0.5rem 1.25rem; font: inherit; font-weight: 600; text-align: start; color: var(--paper); background: var(--accent); border: 1px solid var(--accent); border-radius: var(--radius); cursor: pointer; }
button.plain { color: var(--accent); background: var(--sheet); border-color: var(--edge); }
button:hover { filter: brightness(1.08); }
.marks { display: grid; grid-template-columns: repeat(10, minmax(0, 1fr)); gap: 0.375rem; }
.marks label { position: relative; display: block; cursor: pointer; }
.marks input { position: absolute; inset: 0; width: 100%; height: 100%; margin: 0; opacity: 0; cursor: pointer; }
.marks label > span { display: grid; place-items: center; min-height: 3rem; background: var(--sheet); border: 1px solid var(--edge); border-radius: var(--radius); font-size: 1.125rem; font-weight: 600; }
.marks label:hover > span { background: var(--accent-ground); }
.marks input:checked + span { color: var(--paper); background: var(--accent); border-color: var(--accent); }
.marks input:focus-visible + span { outline: 3px solid var(--accent); outline-offset: 2px; }
.ends { display: flex; justify-content: space-between; margin: 0.375rem 0 0; color: var(--quiet); font-size: var(--small); }
@media (width < 32rem) { .marks { grid-template-columns: repeat(5, minmax(0, 1fr)); } }
@media (forced-colors: active) { .marks input:checked + span { outline: 3px solid Highlight; } }
`;
