import { AppError } from '#shared/domain/errors.ts';
import type { Change, Item, Json, NewItem, Table } from '#shared/ports/table.ts';
import { personalIn } from '#shared/store/personal-data.ts';
import type { DataKeys } from './data-keys.ts';
import { keyNumber, seal, unseal } from './seal.ts';

/**
 * The table as functions see it that may know people: what is personal (shared/store/personal-data.ts) is sealed on its way
 * in and opened on its way out. Items written before there were keys are read as they are. What a destroyed key sealed
 * reads as its stand-ins, and is marked `erased`.
 */
export function sealedTable(table: Table, keys: DataKeys): Table {
  const open = async (item: Item): Promise<Item> => {
    const { sealed, ...rest } = item;
    const personal = personalIn(item);
    if (!personal || typeof sealed !== 'string') return item;
    const { owner, attributes } = personal;
    const key = await keys.numbered(owner, keyNumber(sealed));
    if (!key) return { ...rest, ...attributes, erased: true };
    const told: Readonly<Record<string, Json>> = JSON.parse(unseal(sealed, key, { owner, pk: item.pk, sk: item.sk }));
    return { ...rest, ...told };
  };
  const close = async (change: Change): Promise<Change> => {
    if (!('put' in change)) return change;
    const told = toldOf(change.put);
    if (!told) return change;
    const { owner, secrets, rest } = told;
    const sealed = seal(JSON.stringify(secrets), await keys.current(owner), { owner, pk: rest.pk, sk: rest.sk });
    return { ...change, put: { ...rest, sealed } };
  };
  return {
    get: async (key) => {
      const found = await table.get(key);
      return found && open(found);
    },
    getAll: async (wanted) => Promise.all((await table.getAll(wanted)).map(open)),
    query: async (query) => {
      const page = await table.query(query);
      return { ...page, items: await Promise.all(page.items.map(open)) };
    },
    commit: async (changes) => table.commit(await Promise.all(changes.map(close))),
  };
}

/**
 * The table as all other functions see it. Throws `personal-data.not-granted` when one meets what is personal after all:
 * better than writing it unsealed, or over what was sealed.
 */
export function withoutPersonalData(table: Table): Table {
  const check = <I extends NewItem>(item: I): I => ('sealed' in item || toldOf(item) ? refuse(item) : item);
  return {
    get: async (key) => {
      const found = await table.get(key);
      return found && check(found);
    },
    getAll: async (keys) => (await table.getAll(keys)).map(check),
    query: async (query) => {
      const page = await table.query(query);
      page.items.forEach(check);
      return page;
    },
    commit: async (changes) => {
      for (const change of changes) if ('put' in change) check(change.put);
      return table.commit(changes);
    },
  };
}

const refuse = ({ pk, entity = '' }: NewItem): never => {
  throw new AppError('personal-data.not-granted', { entity, partition: pk.split('#')[0] });
};

/** The personal part of an item, and the item without it; undefined when nothing of it is personal. */
function toldOf(item: NewItem) {
  const personal = personalIn(item);
  if (!personal) return undefined;
  const { owner, attributes } = personal;
  const secrets: Record<string, unknown> = {};
  const rest: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(item))
    if (value !== undefined) (name in attributes ? secrets : rest)[name] = value;
  return Object.keys(secrets).length === 0 ? undefined : { owner, secrets, rest: rest as unknown as NewItem };
}
