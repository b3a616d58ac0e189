/** The desk, answers of agents, and what is remembered. */
export const desk = `
.proposal { margin-top: 1.25rem; padding: 1rem 1.25rem 0.5rem; background: var(--sheet); border: 1px solid var(--rule); border-radius: var(--radius); scroll-margin-top: 1rem; }
.proposal h2 { margin: 0 0 0.25rem; font-size: 1.1875rem; }
.proposal .facts { max-width: none; }
.proposal h2 a { color: inherit; text-decoration-color: var(--rule); }
.proposal .why { margin: 0.75rem 0; padding-inline-start: 1.125rem; max-width: 46rem; }
.proposal .why li + li { margin-top: 0.25rem; }
.proposal .sent { margin: 0.75rem 0; padding: 0.625rem 0.875rem; max-width: 46rem; background: var(--paper); border-inline-start: 3px solid var(--accent); border-radius: 0 var(--radius) var(--radius) 0; }
.proposal .sent p:last-child { margin: 0; }
.proposal .says { font-weight: 600; }
.proposal .text { margin-top: 0.5rem; }
.proposal .acts { margin: 0.75rem 0 0; padding: 0.75rem 0 0.25rem; border-bottom: 0; align-items: center; gap: 0.5rem 1.5rem; }
.proposal .acts details[open] { flex: 1 0 100%; }
.proposal .acts form.edit { display: grid; }
.fact { text-decoration-style: dotted; }
.answer { font-size: 1.0625rem; max-width: 46rem; }
.brief ol { margin: 0; padding-inline-start: 1.25rem; max-width: 46rem; }
.brief ol li + li { margin-top: 0.375rem; }
.outcome { margin: 1rem 0; }
.standing + .ask { margin-top: 0; border-top: 0; }
.ask { align-items: end; gap: 0.75rem 1.5rem; }
.ask form { align-items: end; }
.ask a { padding-block: 0.375rem; }
.ask form { max-width: 100%; }
.ask label { display: grid; gap: 0.25rem; width: 26rem; max-width: 100%; }
.ask label input { width: 100%; }
.memories li + li { margin-top: 0.625rem; }
.memories details { font-size: var(--small); }
.memories details form { margin-top: 0.375rem; }
.edit select { padding: 0.25rem 0.5rem; border: 1px solid var(--quiet); border-radius: var(--radius); background: var(--sheet); color: var(--ink); font: inherit; }
.edit input:not([type="date"]) { width: 100%; }
kbd { padding: 0 0.3125rem; border: 1px solid var(--quiet); border-radius: 3px; font: 0.75rem/1.4 ui-monospace, Menlo, Consolas, monospace; }
.keys { margin-top: 1rem; }
@media print { .acts, .ask, form { display: none; } }
`;
