import { Layout, type Section } from '../components/layout.tsx';
import { pageResponse } from '../respond.ts';
import type { Visit } from '../visit.ts';

interface Back {
  readonly href: string;
  readonly name: Section;
}

/** Says why a decision was not taken, and leads back. */
export const refusedPage = (
  visit: Visit,
  says: string,
  status: number,
  { href, name }: Back = { href: '/calendar', name: 'Calendar' },
): Response =>
  pageResponse(
    <Layout title="Nothing was changed" section={name} visit={visit}>
      <p class="back">
        <a href={href}>{name}</a>
      </p>
      <h1>Nothing was changed</h1>
      <p class="lead">{says}</p>
    </Layout>,
    status,
  );
