import type { FunctionDefinition } from '#functions/define-function.ts';
import type { Table } from '#shared/ports/table.ts';
import { clients } from '#shared/store/client.ts';
import { benchClient, benchWorld, registry, survey, usageReport } from './bench-world.ts';
import { meteredTable, nothingUsed, type Usage } from './metered-table.ts';
import { type Row, rounded } from './row.ts';

interface Metered extends Usage {
  runs: number;
}

/**
 * What each function asks of the table every time it runs, by the documented rules of DynamoDB, for a client with 24 months of
 * daily usage: one report is delivered, then a bad survey, which ends in an alert and a mail.
 */
export async function measureTableUse(): Promise<{ rows: Row[]; of: (name: string) => Usage }> {
  const used = new Map<string, Metered>();
  let watching: string | undefined;
  const metered = (definition: FunctionDefinition): FunctionDefinition => {
    const run = async (deps: { readonly table: Table }, ...args: never[]) => {
      if (watching === undefined || !deps.table) return definition.run(deps as never, ...(args as [never, never]));
      const name = `${definition.name}, ${watching}`;
      const usage = used.get(name) ?? { ...nothingUsed(), runs: 0 };
      used.set(name, usage);
      usage.runs += 1;
      return definition.run({ ...deps, table: meteredTable(deps.table, usage) } as never, ...(args as [never, never]));
    };
    return { ...definition, run } as FunctionDefinition;
  };
  const world = benchWorld(':memory:', { functions: registry.map(metered) });
  await world.table.commit([clients.put(benchClient(0))]);
  for (let month = 0; month < 24; month++) {
    const reports = Array.from({ length: 30 }, (_, day) => usageReport(0, 1 + month * 30 + day));
    await world.post('usage', `usage-${month}`, reports);
    await world.post('survey', `survey-${month}`, survey(0, `s-${month}`, 1 + month * 30, 9));
  }
  await world.drain();
  watching = 'on one usage report';
  await world.post('usage', 'watched', usageReport(0, 0));
  await world.drain();
  watching = 'on a bad survey of 12 answers';
  await world.post(
    'survey',
    'bad',
    Array.from({ length: 12 }, (_, n) => survey(0, `bad-${n}`, 0, 1)),
  );
  await world.drain();
  await world.close();

  const of = (name: string): Usage => {
    const found = used.get(name);
    if (!found) throw new Error(`${name} did not run`);
    const { runs, requests, readUnits, writeUnits } = found;
    return { requests: requests / runs, readUnits: readUnits / runs, writeUnits: writeUnits / runs };
  };
  const rows = [...used.keys()].map((name) => {
    const { requests, readUnits, writeUnits } = of(name);
    const value = `${rounded(requests)} requests, ${rounded(readUnits)} read and ${rounded(writeUnits)} write units`;
    return { what: `table: ${name}`, value };
  });
  return { rows, of };
}
