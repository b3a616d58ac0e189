import { describe, expect, it } from 'vitest';
import { operatorMail } from '#functions/raise-alert/operator-mail.tsx';
import { killSwitchMail } from '#functions/record-mail-outcome/kill-switch-mail.tsx';
import { Alert } from '#shared/domain/alerts/alert.ts';
import { readHtml } from '#shared/letters/read-html.ts';
import { client, world } from '#tests/fixtures/world.ts';
import { contrast, paintedTexts } from './contrast.ts';

const now = new Date('2026-11-20T18:00:00Z');
const { settings, instant } = await world({ now, clients: [] });

const alert = (severity: Alert['severity']) =>
  Alert.parse({
    alertId: 'band',
    clientId: 'american',
    severity,
    cause: {
      kind: 'health-band',
      from: 'good',
      to: 'at-risk',
      scoredOn: '2026-11-20',
      says: 'American fell to at risk.',
    },
    evidence: ['Usage at 41 of 100.'],
    history: [],
    owner: 'operator',
    raisedAt: instant,
    dueOn: '2026-11-22',
    play: { name: 'Recovery plan', firstStep: 'Read the evidence.' },
    status: 'open',
  });

const mails = [
  ...(['urgent', 'warning', 'good-news'] as const).map(
    (severity) => [severity, operatorMail(alert(severity), client('american'), settings, instant)] as const,
  ),
  ['kill switch', killSwitchMail('4 of 200 mails bounced', settings, instant, now)] as const,
];

describe.each(mails)('a mail to the operator: %s', (_, { html, text }) => {
  it.each(['light', 'dark'] as const)('is readable in a %s mailbox', (scheme) => {
    const pale = paintedTexts(html, scheme).filter((painted) => contrast(painted.text, painted.ground) < 4.5);
    expect(pale).toEqual([]);
  });

  it('turns dark where the mailbox is', () => {
    const [bright, dim] = [paintedTexts(html, 'light'), paintedTexts(html, 'dark')];
    expect(dim.filter(({ text, ground }, i) => text === bright[i]?.text || ground === bright[i]?.ground)).toEqual([]);
  });

  it('says in HTML what it says in text, and leads to where one can act', () => {
    const { links } = readHtml(html);
    expect(links).toHaveLength(1);
    for (const link of links) expect(text).toContain(link);
  });
});
