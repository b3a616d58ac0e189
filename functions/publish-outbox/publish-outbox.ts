import { type Deps, defineStreamFunction } from '#functions/define-function.ts';
import type { Announcement } from '#shared/ports/bus.ts';

export const publishOutbox = defineStreamFunction({
  name: 'publish-outbox',
  purpose: 'Puts every announcement that was committed to the table on the bus.',
  stream: 'announcements',
  needs: ['bus:publish'],
  run: publish,
});

/** The bus throws unless it took every event; the stream then delivers the batch again, which consumers recognise. */
async function publish({ bus }: Deps<'bus:publish'>, announcements: readonly Announcement[]): Promise<void> {
  if (announcements.length > 0) await bus.publish(announcements);
}
