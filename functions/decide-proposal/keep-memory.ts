import type { Deps } from '#functions/define-function.ts';
import type { AuditAct } from '#shared/domain/audit/entry.ts';
import { AppError } from '#shared/domain/errors.ts';
import { textHash } from '#shared/domain/figures/text-hash.ts';
import { Memory, MemoryKind, usuallyUntil } from '#shared/domain/memory/memory.ts';
import type { ClientId } from '#shared/domain/values/ids.ts';
import { dateIn, instantOf } from '#shared/domain/values/iso-date.ts';
import { businessZone } from '#shared/domain/values/zone.ts';
import { auditTrail } from '#shared/store/audit.ts';
import { auditNames } from '#shared/store/audit-names.ts';
import { clients } from '#shared/store/client.ts';
import { memories } from '#shared/store/memory.ts';

type Decider = Deps<'table:write' | 'pseudonyms:make'>;

/** Remembers what the operator writes down. */
export async function remember(deps: Decider, clientId: ClientId, form: URLSearchParams): Promise<void> {
  const { table, clock } = deps;
  if (!(await clients.get(table, clientId))) throw new AppError('client.not-found', { clientId });
  const now = instantOf(clock.now());
  const kind = MemoryKind.safeParse(form.get('kind'));
  const says = form.get('says')?.trim() ?? '';
  const memory = Memory.safeParse({
    memoryId: `operator-${textHash(`${now} ${says}`)}`,
    clientId,
    kind: kind.data,
    says,
    source: 'operator',
    recordedAt: now,
    until: form.get('until') || usuallyUntil(kind.data ?? 'promise', dateIn(businessZone, clock.now())),
  });
  if (!memory.success) throw unclear();
  await table.commit([memories.keep(memory.data), ...(await audited(deps, 'memory.kept', memory.data))]);
}

/** Says it better, or lets it count for another time; or forgets it. */
export async function change(
  deps: Decider,
  { clientId, memoryId }: Pick<Memory, 'clientId' | 'memoryId'>,
  form: URLSearchParams,
): Promise<void> {
  const { table, clock } = deps;
  const known = await memories.get(table, clientId, memoryId);
  if (!known) throw new AppError('memory.not-found', { memoryId });
  if (form.get('act') === 'forget')
    return table.commit([memories.forget(clientId, memoryId), ...(await audited(deps, 'memory.forgotten', known))]);
  const changed = Memory.safeParse({
    ...known,
    says: form.get('says') ?? known.says,
    until: form.get('until') || known.until,
    recordedAt: instantOf(clock.now()),
  });
  if (!changed.success) throw unclear();
  await table.commit([memories.keep(changed.data), ...(await audited(deps, 'memory.changed', changed.data))]);
}

async function audited({ table, pseudonyms, clock }: Decider, act: AuditAct, { clientId, memoryId }: Memory) {
  const about = await auditNames(pseudonyms).memory(clientId, memoryId);
  return auditTrail.record(table, { scope: clientId, at: instantOf(clock.now()), by: 'operator', act, about });
}

const unclear = () =>
  new AppError('decision.bad-input', {
    says: 'Write what to remember in at most 300 characters, and until which day.',
  });
