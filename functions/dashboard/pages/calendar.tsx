import type { WaitingMessage } from '#shared/domain/mail/message.ts';
import { stopped } from '#shared/domain/mail/sending-switch.ts';
import { dateIn, type IsoDate } from '#shared/domain/values/iso-date.ts';
import { businessZone } from '#shared/domain/values/zone.ts';
import { messages } from '#shared/store/message.ts';
import { sendingSwitches } from '#shared/store/sending-switch.ts';
import { Layout } from '../components/layout.tsx';
import { MailSwitch } from '../components/mail-switch.tsx';
import { WaitingMessages } from '../components/messages.tsx';
import { loadAddressees } from '../load-addressees.ts';
import { pageResponse } from '../respond.ts';
import type { Visit } from '../visit.ts';
import { count, fullDate } from '../words.ts';

/** What will go out and when, and what waits for the operator. */
export async function calendarPage(visit: Visit): Promise<Response> {
  const [waiting, { sendingSwitch }] = await Promise.all([
    messages.waiting(visit.table),
    sendingSwitches.get(visit.table),
  ]);
  const addressees = await loadAddressees(visit.table, waiting);
  const approvals = waiting.filter(({ approval }) => approval.state === 'waiting');
  const planned = waiting.filter(({ approval }) => approval.state !== 'waiting');
  return pageResponse(
    <Layout title="Calendar" section="Calendar" visit={visit}>
      <h1>Calendar of mail</h1>
      <p class="lead">
        {count(waiting.length, 'message')} to people at clients {waiting.length === 1 ? 'waits' : 'wait'} to go out
        {approvals.length > 0 && `, ${approvals.length} of them until you approve`}.
      </p>
      <MailSwitch stopped={stopped(sendingSwitch)} />
      <section class="days" aria-labelledby="approve">
        <h2 id="approve">Waiting for your approval</h2>
        {approvals.length === 0 ? (
          <p class="empty">Nothing waits for you.</p>
        ) : (
          <WaitingMessages rows={approvals} addressees={addressees} caption="Messages that wait for your approval" />
        )}
      </section>
      <section class="days" aria-labelledby="planned">
        <h2 id="planned">Planned</h2>
        {planned.length === 0 && (
          <p class="empty">
            Nothing is planned. <a href="/outbox#dropped">What was dropped, and why</a>
          </p>
        )}
        {[...byDay(planned, visit.today)].map(([day, rows]) => (
          <>
            <h3>{day === visit.today ? 'Today' : fullDate(day)}</h3>
            <WaitingMessages rows={rows} addressees={addressees} caption={`Messages planned for ${fullDate(day)}`} />
          </>
        ))}
      </section>
    </Layout>,
  );
}

/** On the business's calendar: what is late already stands under today. */
function byDay(planned: readonly WaitingMessage[], today: IsoDate): Map<IsoDate, WaitingMessage[]> {
  const dayOf = ({ hold, notBefore }: WaitingMessage) => {
    const date = dateIn(businessZone, new Date(hold?.until ?? notBefore));
    return date < today ? today : date;
  };
  return new Map([...Map.groupBy(planned, dayOf)].sort(([a], [b]) => (a < b ? -1 : 1)));
}
