import { LeadershipChange } from '#shared/domain/facts/leadership.ts';
import { defineEvent } from './define-event.ts';

export const LeadershipChanged = defineEvent({
  detailType: 'leadership.changed',
  source: 'facts',
  meaning: 'A leader of the client announced leaving, left, or was appointed.',
  detail: LeadershipChange,
  webhook: { source: 'leadership', body: LeadershipChange },
});
