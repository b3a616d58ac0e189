import type { Child } from 'hono/jsx';

/** A few named facts, side by side. */
export function Details({ entries }: { entries: readonly (readonly [string, Child])[] }) {
  return (
    <dl class="details">
      {entries.map(([name, value]) => (
        <div>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
