import { Layout } from '../components/layout.tsx';
import { pageResponse } from '../respond.ts';
import type { Visit } from '../visit.ts';

/** Says why a decision about mail was not taken, and leads back. */
export const refusedPage = (visit: Visit, says: string, status: number): Response =>
  pageResponse(
    <Layout title="Nothing was changed" section="Calendar" visit={visit}>
      <p class="back">
        <a href="/calendar">Calendar</a>
      </p>
      <h1>Nothing was changed</h1>
      <p class="lead">{says}</p>
    </Layout>,
    status,
  );
