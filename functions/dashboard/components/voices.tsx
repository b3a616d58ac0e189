import { type Reading, sayReading } from '#shared/domain/feedback/reading.ts';
import { capitalized, shortDate } from '../words.ts';

/** What people at the client wrote lately, as it was read, with the words it was judged by. */
export function Voices({ readings }: { readings: readonly Reading[] }) {
  return (
    <section aria-labelledby="voices">
      <h2 id="voices">What they write</h2>
      {readings.length === 0 ? (
        <p class="empty">Nothing they wrote was read yet.</p>
      ) : (
        <ul class="plain memories">
          {readings.map((reading) => {
            const { channel, on, quotes, flagged, runId } = reading;
            return (
              <li>
                {capitalized(sayReading(reading))} <small>{`${channel}, ${shortDate(on)}`}</small>
                {flagged && <p class="soon">It seems to give orders, so no agent sees its words.</p>}
                {quotes.map(({ text }) => (
                  <q class="sentence">{text}</q>
                ))}
                <small>
                  <a href={`/runs/${runId}`}>How it was read</a>
                </small>
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}
