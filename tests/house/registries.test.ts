import { existsSync, globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { catalogue, eventsFrom, webhookSources } from '#events/catalogue.ts';
import type { EventDefinition } from '#events/define-event.ts';
import { functions } from '#functions/index.ts';

const all: readonly EventDefinition[] = catalogue;

describe('the catalogue of events', () => {
  it('lists every event file once', () => {
    const files = globSync('events/*.ts').filter((file) => !/(catalogue|define-event|envelope)\.ts$/.test(file));
    expect(all).toHaveLength(files.length);
    expect(new Set(all.map(({ detailType }) => detailType)).size).toBe(all.length);
  });

  it.each(all.map((event) => [event.detailType, event] as const))(
    '%s has a sample that its schema accepts',
    (detailType, event) => {
      const { type, ...body } = JSON.parse(readFileSync(`events/samples/${detailType}.json`, 'utf8'));
      expect(type).toBe(event.webhook ? detailType : undefined);
      const detail = (event.webhook?.body ?? event.detail).parse(body);
      expect(event.detail.parse(detail)).toEqual(detail);
    },
  );

  it('has no sample of an event that does not exist', () => {
    const samples = globSync('events/samples/*.json').map((file) => file.replace(/^.*\/|\.json$/g, ''));
    expect(samples.sort()).toEqual(all.map(({ detailType }) => detailType).sort());
  });

  it('knows the sources of webhooks by their events', () => {
    expect([...webhookSources].sort()).toEqual(['billing', 'leadership', 'survey', 'ticket', 'usage']);
    expect([...eventsFrom('billing').keys()]).toEqual(['invoice.issued', 'invoice.paid']);
    expect(eventsFrom('weather').size).toBe(0);
  });
});

describe('the registry of functions', () => {
  it('lists every folder once, and each has its use case and its Lambda entry', () => {
    const folders = globSync('functions/*/').map((folder) => folder.replace(/\/$/, '').replace('functions/', ''));
    expect(functions.map(({ name }) => name).sort()).toEqual(folders.sort());
    for (const { name } of functions) {
      expect(existsSync(`functions/${name}/${name}.ts`), `functions/${name}/${name}.ts`).toBe(true);
      expect(existsSync(`functions/${name}/lambda.ts`), `functions/${name}/lambda.ts`).toBe(true);
    }
  });

  it('listens only to events of the catalogue', () => {
    const heard = functions.flatMap((definition) => ('on' in definition ? definition.on : []));
    for (const event of heard) expect(all).toContain(event);
  });
});
