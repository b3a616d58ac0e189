/** Mail: as its recipient sees it, what the operator decides about it, and what was done with a client. */
export const mail = `
.switch { display: flex; flex-wrap: wrap; gap: 0.5rem 1rem; align-items: center; justify-content: space-between; }
.titled { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: 0.375rem 1rem; min-height: 2rem; margin: 2.5rem 0 0.75rem; max-width: 46rem; }
.titled h2 { margin: 0; }
.choice { display: flex; border: 1px solid var(--quiet); border-radius: var(--radius); font-size: var(--small); }
.choice a { padding: 0.25rem 0.75rem; color: var(--ink); text-decoration: none; }
.choice a:hover { text-decoration: underline; }
.choice a[aria-current] { background: var(--accent); color: var(--paper); }
iframe.mail { display: block; width: 100%; max-width: 46rem; height: 42rem; resize: vertical; background: #eceff3; border: 1px solid var(--rule); border-radius: var(--radius); color-scheme: light; }
iframe.mail.dark { background: #0f1419; color-scheme: dark; }
.text { margin: 0; padding: 0.875rem 1rem; max-width: 46rem; background: var(--sheet); border: 1px solid var(--rule); border-radius: var(--radius); white-space: pre-wrap; overflow-wrap: anywhere; }
.text.letter { height: 42rem; overflow: auto; resize: vertical; }
.acts { display: flex; flex-wrap: wrap; gap: 1rem 2.5rem; align-items: start; margin: 1.25rem 0 0; padding: 1rem 0; border-block: 1px solid var(--rule); }
.acts form { display: flex; flex-wrap: wrap; gap: 0.5rem; align-items: center; }
.acts form.approve { display: grid; justify-items: start; max-width: 22rem; }
@media (width >= 70rem) {
  .whole { white-space: nowrap; }
  .days table { table-layout: fixed; }
  .days .wide { width: 29%; }
}
.edit { display: grid; gap: 0.75rem; max-width: 46rem; }
.edit label span { display: block; font-size: var(--small); color: var(--quiet); }
.edit textarea { width: 100%; }
.edit button { justify-self: start; }
.months { display: flex; flex-wrap: wrap; gap: 0.5rem; margin: 0.5rem 0 1rem; padding: 0; list-style: none; font-size: var(--small); }
.months li { padding: 0.25rem 0.625rem; border: 1px solid var(--rule); border-radius: var(--radius); background: var(--sheet); }
.months .held { border-color: var(--excellent); }
.months .held b { color: var(--excellent); }
.months .missed b { color: var(--critical); }
.months .none b { color: var(--quiet); font-weight: 400; }
`;
