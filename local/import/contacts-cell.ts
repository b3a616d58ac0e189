/**
 * The contacts of a client in one cell: `role:address`, then `:decision-maker` and `:power-user` where they apply, each contact
 * separated from the next by `;`. A mark that does not exist becomes a field that does not exist, to be refused.
 */
export const contactsCell = (text: string): unknown[] =>
  text
    .split(';')
    .map((contact) => contact.trim())
    .filter((contact) => contact !== '')
    .map(contactOf);

function contactOf(text: string): unknown {
  const [role, email, ...marks] = text.split(':').map((part) => part.trim());
  return { role, email, ...Object.fromEntries(marks.map((mark) => [fieldOf[mark] ?? mark, true])) };
}

const fieldOf: Readonly<Record<string, string>> = { 'decision-maker': 'decisionMaker', 'power-user': 'powerUser' };
