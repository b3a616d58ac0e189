import { createHash } from 'node:crypto';

/**
 * One key a decision, for those who decide many: it only presses buttons and moves the focus. Everything works without it.
 */
export const deskScript = `
const proposals = [...document.querySelectorAll('.proposal')];
let at = 0;
const go = (to) => {
  at = Math.min(Math.max(to, 0), proposals.length - 1);
  proposals[at]?.focus();
  proposals[at]?.scrollIntoView({ block: 'start' });
};
addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.closest('input, textarea, select')) return;
  const within = proposals.indexOf(event.target.closest('.proposal'));
  if (within >= 0) at = within;
  if (event.key === 'j') return go(at + 1);
  if (event.key === 'k') return go(at - 1);
  const element = proposals[at]?.querySelector('[data-key="' + CSS.escape(event.key) + '"]');
  if (!element) return;
  event.preventDefault();
  if (element.matches('input')) element.focus();
  else element.click();
});
`;

/** Where it is served: another address when it changes. */
export const deskScriptHref = `/assets/desk.js?${createHash('sha256').update(deskScript).digest('hex').slice(0, 12)}`;
