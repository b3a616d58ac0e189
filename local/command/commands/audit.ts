import { join } from 'node:path';
import { Command } from 'commander';
import { count } from '#functions/dashboard/words.ts';
import { auditAnchors } from '#local/runtime/audit-anchors.ts';
import { type Break, breaksIn } from '#shared/domain/audit/chain.ts';
import { type AuditEntry, everyClient } from '#shared/domain/audit/entry.ts';
import { AppError } from '#shared/domain/errors.ts';
import { ClientId } from '#shared/domain/values/ids.ts';
import { auditTrail } from '#shared/store/audit.ts';
import { clients } from '#shared/store/client.ts';
import { everyClient as allClients } from '../every-client.ts';
import { namesIn } from '../name-audited.ts';
import { columns, say } from '../terminal.ts';
import { type Reached, readBy, type StageOptions, withReach, withStageOptions } from './options.ts';

export const auditCommand = (): Command =>
  new Command('audit')
    .description('The audit trail: who decided and did what when, in chains that show any later change.')
    .addCommand(showing())
    .addCommand(verifying());

const showing = () =>
  withStageOptions(new Command('show'))
    .description('Show what was recorded about a client, oldest first, or with * what concerned all of them.')
    .argument('<client>', 'a client\'s id, for example "big-12", or "*"')
    .action((scope: string, options: StageOptions) => withReach(options, (reached) => show(reached, scope, options)));

const verifying = () =>
  withStageOptions(new Command('verify'))
    .description(
      'Check that nothing in the trail was changed, removed, put in another order or cut off since it was written, and note how far it got for the next time. Exit code 1 when something was.',
    )
    .argument('[client]', "one client's id (default: all chains)", readBy(ClientId))
    .action((clientId: ClientId | undefined, options: StageOptions) =>
      withReach(options, (reached) => verify(reached, clientId, options)),
    );

async function show({ table, whole }: Reached, scope: string, { json }: StageOptions): Promise<void> {
  const known = ClientId.safeParse(scope);
  if (scope !== everyClient && !(known.success && (await clients.get(table, known.data))))
    throw new AppError('client.not-found', { clientId: scope });
  const entries = await auditTrail.of(table, scope);
  const names = known.success ? await namesIn(table, whole.pseudonyms, known.data) : new Map<string, string>();
  say(json, entries, () => (entries.length === 0 ? 'Nothing is recorded.' : columns(entries.map(rowOf(names)))));
}

const rowOf =
  (names: ReadonlyMap<string, string>) =>
  ({ sequence, at, by, act, person, about, detail = {} }: AuditEntry): string[] => [
    String(sequence),
    at,
    by,
    act,
    [person, about]
      .map((one) => one && (names.get(one) ?? `(${one.slice(0, 12)})`))
      .filter(Boolean)
      .join(' ') || '-',
    Object.entries(detail)
      .map(([name, value]) => `${name}=${value}`)
      .join(' '),
  ];

async function verify({ table }: Reached, only: ClientId | undefined, { data, stage, json }: StageOptions) {
  const scopes = only ? [only] : [everyClient, ...(await allClients(table)).map(({ clientId }) => clientId)];
  const anchors = auditAnchors(join(data, stage === undefined ? 'audit-anchors.json' : `audit-anchors.${stage}.json`));
  // A client that went missing is still known by how far its chain once got.
  if (only && !anchors.scopes().includes(only) && !(await clients.get(table, only)))
    throw new AppError('client.not-found', { clientId: only });
  const verified: { scope: string; entries: number; breaks: readonly Break[] }[] = [];
  for (const scope of new Set([...scopes, ...(only ? [] : anchors.scopes())])) {
    const { entries, unreadable, head } = await auditTrail.remains(table, scope);
    const breaks = await breaksIn(entries, head, anchors.of(scope), unreadable);
    if (breaks.length === 0 && head) anchors.note(head);
    verified.push({ scope, entries: entries.length, breaks });
  }
  anchors.save();
  say(json, verified, () => verified.flatMap(linesOf).join('\n'));
  if (verified.some(({ breaks }) => breaks.length > 0)) process.exitCode = 1;
}

const linesOf = ({ scope, entries, breaks }: { scope: string; entries: number; breaks: readonly Break[] }) => [
  `${scope === everyClient ? 'all clients' : scope}: ${count(entries, 'entry', 'entries')}, ${breaks.length === 0 ? 'whole' : 'BROKEN'}`,
  ...breaks.map(({ sequence, problem }) => `  entry ${sequence}: ${problem}`),
];
