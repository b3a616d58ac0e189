import type { PropsWithChildren } from 'hono/jsx';

/** What just happened. Read out when the page opens. */
export const Done = ({ children }: PropsWithChildren) => (
  <p class="done" role="status">
    {children}
  </p>
);

/** Problems of a form, each leading to its field. */
export function Mistakes({
  heading,
  problems,
}: {
  heading: string;
  problems: Readonly<Partial<Record<string, string>>>;
}) {
  const found = Object.entries(problems);
  if (found.length === 0) return null;
  return (
    <div class="mistakes" role="alert">
      <h2>{heading}</h2>
      <ul>
        {found.map(([field, problem]) => (
          <li>
            <a href={`#${field}`}>{problem}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}
