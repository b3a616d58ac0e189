import type { Deps } from '#functions/define-function.ts';
import { AppError } from '#shared/domain/errors.ts';
import { textHash } from '#shared/domain/figures/text-hash.ts';
import { Memory, MemoryKind, usuallyUntil } from '#shared/domain/memory/memory.ts';
import type { ClientId } from '#shared/domain/values/ids.ts';
import { dateIn, instantOf } from '#shared/domain/values/iso-date.ts';
import { businessZone } from '#shared/domain/values/zone.ts';
import { clients } from '#shared/store/client.ts';
import { memories } from '#shared/store/memory.ts';

type Decider = Deps<'table:write'>;

/** Remembers what the operator writes down. */
export async function remember({ table, clock }: Decider, clientId: ClientId, form: URLSearchParams): Promise<void> {
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
  await table.commit([memories.keep(memory.data)]);
}

/** Says it better, or lets it count for another time; or forgets it. */
export async function change(
  { table, clock }: Decider,
  { clientId, memoryId }: Pick<Memory, 'clientId' | 'memoryId'>,
  form: URLSearchParams,
): Promise<void> {
  const known = await memories.get(table, clientId, memoryId);
  if (!known) throw new AppError('memory.not-found', { memoryId });
  if (form.get('act') === 'forget') return table.commit([memories.forget(clientId, memoryId)]);
  const changed = Memory.safeParse({
    ...known,
    says: form.get('says') ?? known.says,
    until: form.get('until') || known.until,
    recordedAt: instantOf(clock.now()),
  });
  if (!changed.success) throw unclear();
  await table.commit([memories.keep(changed.data)]);
}

const unclear = () =>
  new AppError('decision.bad-input', {
    says: 'Write what to remember in at most 300 characters, and until which day.',
  });
