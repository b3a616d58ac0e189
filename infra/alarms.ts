/**
 * Every kind of alarm: what it means, and the line of runbook that comes with its mail. `docs/operating.md` has a section
 * for each, which a test compares with this list.
 */
export const alarmKinds = {
  'dead-letters': {
    means: 'failed to handle something after every retry',
    look: 'read the function’s log for "failed" or "not handled", repair the cause, then run "csm redrive"; letters are kept for 14 days',
  },
  'failing-requests': {
    means: 'a request was answered with 5xx',
    look: 'find the request in the access log by its status, then its request id in the log of the function',
  },
  'late-outbox': {
    means: 'announcements wait in the table’s stream for more than five minutes',
    look: 'read the log of publish-outbox; one batch that fails again and again holds up all behind it',
  },
  'late-queue': {
    means: 'events have waited for more than an hour',
    look: 'see whether the function is throttled or failing; for mail, whether the sending rate or the switch holds it',
  },
  throttled: {
    means: 'functions are refused for want of concurrency, for a quarter of an hour',
    look: 'find the function on the dashboard; a runaway needs stopping, growth needs a higher reservation',
  },
  'stale-scores': {
    means: 'clients were scored neither today nor yesterday, or nobody has counted them for two hours',
    look: 'read the log of score-portfolio at 03:15 (Chicago), then the dead letters of score-client',
  },
  'mail-in-doubt': {
    means: 'a mail may or may not have been sent',
    look: 'open the outbox, compare with the reports of SES, and decide; it is never sent again by itself',
  },
  bounces: {
    means: 'over 2.5% of the account’s mail bounces; our switch trips at 3%, SES reviews at 5%',
    look: 'open the outbox for what bounced, and correct or suppress the addresses',
  },
  complaints: {
    means: 'over 0.06% of the account’s mail draws complaints; our switch trips at 0.08%, SES reviews at 0.1%',
    look: 'find the kind of mail that draws them, and pause it ("csm pause" stops all)',
  },
  'agent-spend': {
    means: 'the models of agents cost more than four fifths of what a day may; at the whole, agents go on without them',
    look: 'list the runs ("csm runs"), dearest and most frequent first; "csm agents off" stops all',
  },
  'refused-webhooks': {
    means: 'more than 20 deliveries in five minutes were refused',
    look: 'find reason and source in the log of receive-webhook; a sender with an old secret, or somebody guessing',
  },
} as const;
export type AlarmKind = keyof typeof alarmKinds;

/** The text of an alarm's mail. `subject` is whom it is about: "score-client". */
export const describeAlarm = (kind: AlarmKind, subject: string): string => {
  const { means, look } = alarmKinds[kind];
  return `${kind}: ${subject} ${means}. Runbook: ${look}. More: docs/operating.md#${kind}`;
};
