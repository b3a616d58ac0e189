import type { Alert } from '#shared/domain/alerts/alert.ts';
import type { Client } from '#shared/domain/clients/client.ts';
import type { Trend as TrendWord } from '#shared/domain/health/assessment.ts';
import { bandNames, type HealthBand } from '#shared/domain/health/band.ts';
import type { Mail } from '#shared/domain/mail/mail.ts';
import { mailStatusNames } from '../mail-words.ts';
import { capitalized, trendNames } from '../words.ts';

/** A shape of its own for each band, so that colour is never the only sign. */
const bandShapes: Readonly<Record<HealthBand, string>> = {
  excellent: 'M6 0.5 11.5 6 6 11.5 0.5 6Z',
  good: 'M6 1a5 5 0 1 1 0 10a5 5 0 1 1 0-10Z',
  'at-risk': 'M6 0.8 11.7 11H0.3Z',
  critical: 'M1 1H11V11H1Z',
};

export function Band({ band }: { band: HealthBand }) {
  return (
    <span class={`mark ${band}`}>
      <Shape path={bandShapes[band]} />
      {capitalized(bandNames[band])}
    </span>
  );
}

const trendShapes: Readonly<Record<TrendWord, string>> = {
  improving: 'M2 10 10 2M4 2H10V8',
  stable: 'M1 6H11M7.5 2.5 11 6 7.5 9.5',
  declining: 'M2 2 10 10M10 4V10H4',
  unknown: 'M3 6H9',
};

export function Trend({ trend }: { trend: TrendWord }) {
  return (
    <span class={`trend ${trend}`}>
      <Shape path={trendShapes[trend]} />
      {trendNames[trend]}
    </span>
  );
}

const severities: Readonly<Record<Alert['severity'], { name: string; band: HealthBand }>> = {
  urgent: { name: 'Urgent', band: 'critical' },
  warning: { name: 'Warning', band: 'at-risk' },
  'good-news': { name: 'Good news', band: 'excellent' },
};

export function Severity({ severity }: { severity: Alert['severity'] }) {
  const { name, band } = severities[severity];
  return (
    <span class={`mark ${band}`}>
      <Shape path={bandShapes[band]} />
      {name}
    </span>
  );
}

const mailBands: Readonly<Partial<Record<Mail['status'], HealthBand>>> = {
  unknown: 'at-risk',
  bounced: 'critical',
  complained: 'critical',
  rejected: 'critical',
};
const settledMail: readonly Mail['status'][] = ['sent', 'delivered', 'withheld'];

export function MailStatus({ status }: { status: Mail['status'] }) {
  const band = mailBands[status];
  if (!band) return <span class={settledMail.includes(status) ? 'done' : 'waiting'}>{mailStatusNames[status]}</span>;
  return (
    <span class={`mark ${band}`}>
      <Shape path={bandShapes[band]} />
      {mailStatusNames[status]}
    </span>
  );
}

/** The label of everything that was made up for demonstration. */
export function Simulated({ client }: { client: Client | undefined }) {
  return client?.provenance === 'simulated' ? <span class="tag">Simulated data</span> : null;
}

/** A bar of `value` out of 100; the figure stands beside it, so it is decoration to a reader. */
export function Bar({ value, band }: { value: number; band?: HealthBand }) {
  return (
    <svg class={`bar ${band ?? ''}`} width="100%" height="6" aria-hidden="true">
      <rect class="rail" width="100%" height="6" rx="3" />
      <rect class="fill" width={`${value}%`} height="6" rx="3" />
    </svg>
  );
}

const Shape = ({ path }: { path: string }) => (
  <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
    <path d={path} />
  </svg>
);
