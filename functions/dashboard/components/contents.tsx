import { raw } from 'hono/html';
import type { Child } from 'hono/jsx';

/** What a long page holds, as links to its headings: read off what is drawn, so that it names exactly what is there. */
export function Contents({ of }: { of: Child }) {
  const headings = [...String(of).matchAll(/<h2 id="([^"]+)">([^<]+)/g)];
  return (
    <nav class="contents" aria-label="On this page">
      <ul>
        {headings.map(([, id, name = '']) => (
          <li>
            <a href={`#${id}`}>{raw(name)}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
