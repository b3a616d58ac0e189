import type { Json } from '#shared/ports/table.ts';

/** What strict tool use understands of JSON Schema; everything else would be refused with the whole request. */
const understood = new Set([
  'type',
  'properties',
  'required',
  'additionalProperties',
  'items',
  'enum',
  'const',
  'anyOf',
  'description',
]);

/** A schema without the bounds that strict tool use refuses: they are told in words instead, and checked by us. */
export function strictSchema(schema: Json): Json {
  if (Array.isArray(schema)) return schema.map(strictSchema);
  if (typeof schema !== 'object' || schema === null) return schema;
  const entries = Object.entries(schema);
  const bounds = entries.filter(([name, value]) => !understood.has(name) && typeof value !== 'object');
  const said = bounds.map(([name, value]) => `${name} ${value}`).join(', ');
  const kept = entries
    .filter(([name]) => understood.has(name))
    .map(([name, value]) => [name, name === 'properties' ? ofEach(value ?? {}) : strictSchema(value ?? null)]);
  const description = [Object.fromEntries(kept).description, said].filter(Boolean).join('; ');
  return { ...Object.fromEntries(kept), ...(description ? { description } : {}) };
}

const ofEach = (properties: Json): Json =>
  Object.fromEntries(Object.entries(properties ?? {}).map(([name, schema]) => [name, strictSchema(schema as Json)]));
