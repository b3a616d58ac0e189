import { beforeAll, describe, expect, it } from 'vitest';
import type { World } from '#tests/fixtures/world.ts';
import { seededPortfolio } from './seeded-portfolio.ts';
import { seededRunId, seedRun } from './seeded-run.ts';
import { visit } from './visiting.ts';

describe('the pages of what agents did', () => {
  let here: World;
  beforeAll(async () => {
    here = await seededPortfolio();
    await seedRun(here);
  });

  it('label the run of a simulated client, whatever the run was for', async () => {
    const { text } = await visit(here, `/runs/${seededRunId}`);
    expect(text).toContain('Question answered Simulated data how are they doing?');
    expect(text).toContain('Turns 1, with 0 tool calls');
  });

  it('name the client whose runs alone they list, and lead to all', async () => {
    expect((await visit(here, '/runs')).text).toContain('Every run of an agent, newest first');
    const { text, html } = await visit(here, '/runs?client=american');
    expect(text).toContain('The runs for American, newest first.');
    expect(html).toContain('<a href="/runs">Those for every client</a>');
  });

  it('say that nothing was asked for where no figure led to its sources', async () => {
    expect((await visit(here, '/clients/american/sources')).text).toContain('No figure was asked for.');
  });
});
