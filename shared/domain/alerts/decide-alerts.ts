import { dateIn, daysBetween, type Instant, type IsoDate } from '../values/iso-date.ts';
import { businessZone } from '../values/zone.ts';
import { Alert, type Episode, type Play, Severity } from './alert.ts';
import { type Cause, causeKey, stageOf } from './cause.ts';

/** What watching one cause says on a day. Between `alarm` and `calm` lies hysteresis: what is open stays open. */
export type Signal =
  | {
      readonly state: 'alarm';
      readonly cause: Cause;
      readonly severity: Severity;
      readonly evidence: readonly string[];
      readonly play: Play;
      readonly dueOn: IsoDate;
      /** Whether the operator gets a mail when it is raised, reopened, or gets worse. */
      readonly tell: boolean;
    }
  | { readonly state: 'calm'; readonly key: string; readonly because: string };

/** What brought the signals: an id that is the same when the same news comes again, the day they are about, and now. */
export interface News {
  readonly id: string;
  readonly on: IsoDate;
  readonly at: Instant;
}

/** An alert as it is to be from now on, what it replaces, and whether the operator gets a mail about it. */
export interface AlertChange<Known extends Alert = Alert> {
  readonly alert: Alert;
  readonly replaces: Known | undefined;
  readonly tell: boolean;
}

/** A cause that comes back within this many days is the same story. */
const daysToReopen = 90;

/**
 * What changes among a client's alerts: a new cause raises one, a cause that has one open at most revises it, one that
 * comes back soon reopens it, one that is gone closes it as recovered. The same news twice changes nothing the second time.
 */
export const decideAlerts = <Known extends Alert>(
  signals: readonly Signal[],
  known: readonly Known[],
  clientId: Alert['clientId'],
  news: News,
): AlertChange<Known>[] =>
  signals.flatMap((signal): AlertChange<Known>[] => {
    const key = signal.state === 'calm' ? signal.key : causeKey(signal.cause);
    const own = known.filter(({ cause }) => causeKey(cause) === key);
    if (own.some(({ history }) => history.some((episode) => episode.news === news.id))) return [];
    const open = own.filter(({ status }) => status === 'open');
    if (signal.state === 'calm') return open.map((over) => close(over, 'recovered', signal.because, news));
    if (open[0]) return getsFurther(signal, open[0]) ? [tellAgain(signal, open[0], 'revised', news)] : [];
    const last = own.toSorted((a, b) => (closedOn(a) < closedOn(b) ? 1 : -1))[0];
    if (last && daysBetween(closedOn(last), news.on) <= daysToReopen)
      return [tellAgain(signal, last, 'reopened', news)];
    return [raise(signal, clientId, key, news)];
  });

/** The alerts of a client that left: whatever was open ended with it. */
export const loseAlerts = <Known extends Alert>(known: readonly Known[], news: News): AlertChange<Known>[] =>
  known.filter(({ status }) => status === 'open').map((open) => close(open, 'lost', 'The client left.', news));

type Alarm = Extract<Signal, { state: 'alarm' }>;

const getsFurther = ({ cause, severity }: Alarm, open: Alert) =>
  stageOf(cause) !== stageOf(open.cause) || isMoreSevere(severity, open.severity);

const isMoreSevere = (severity: Severity, than: Severity) =>
  Severity.options.indexOf(severity) < Severity.options.indexOf(than);

/** Alerts stored before they kept a history count from the day they were raised. */
const closedOn = ({ history, raisedAt }: Alert): IsoDate =>
  history.at(-1)?.on ?? dateIn(businessZone, new Date(raisedAt));

/** Named after its cause and the day, so that two who raise it at once raise one. */
const raise = (signal: Alarm, clientId: Alert['clientId'], key: string, news: News): AlertChange<never> => ({
  alert: {
    alertId: `${news.on}-${key}`,
    clientId,
    owner: 'operator',
    raisedAt: news.at,
    status: 'open',
    ...contentOf(signal),
    history: [episode('raised', signal.cause.says, news)],
  },
  replaces: undefined,
  tell: signal.tell,
});

function tellAgain<Known extends Alert>(
  signal: Alarm,
  known: Known,
  what: 'revised' | 'reopened',
  news: News,
): AlertChange<Known> {
  const { closedBecause, outcome, ...before } = Alert.parse(known);
  const history = [...known.history, episode(what, signal.cause.says, news)];
  const alert: Alert = { ...before, ...contentOf(signal), status: 'open', history };
  return { alert, replaces: known, tell: signal.tell };
}

function close<Known extends Alert>(
  open: Known,
  outcome: 'recovered' | 'lost',
  because: string,
  news: News,
): AlertChange<Known> {
  const ended = open.severity === 'good-news' ? {} : { outcome };
  const history = [...open.history, episode('closed', because, news)];
  const alert: Alert = { ...open, status: 'closed', closedBecause: because, ...ended, history };
  return { alert, replaces: open, tell: false };
}

const contentOf = ({ cause, severity, evidence, play, dueOn }: Alarm) => ({
  cause,
  severity,
  evidence: [...evidence],
  play,
  dueOn,
});

const episode = (what: Episode['what'], says: string, { id, on, at }: News): Episode => ({
  what,
  on,
  at,
  news: id,
  says,
});
