import * as z from 'zod';
import { eventsFrom } from '#events/catalogue.ts';
import { clientOf, dateOf, type Fact, FactType } from '#shared/domain/facts/fact.ts';
import type { ClientId } from '#shared/domain/values/ids.ts';
import type { Instant, IsoDate } from '#shared/domain/values/iso-date.ts';
import { tableDescription } from '#shared/store/table.ts';

/** As many facts as fit one commit beside the claim of the delivery. */
const mostFacts = tableDescription.limits.changes - 1;
const mostProblems = 20;

interface About {
  readonly source: string;
  readonly webhookId: string;
  readonly recordedAt: Instant;
  /** No fact may be dated later. */
  readonly latest: IsoDate;
}

/** Reads a verified body into facts, or says everything that is wrong with it, each problem with its place. */
export async function readFacts(
  text: string,
  about: About,
  knownClients: (ids: ClientId[]) => Promise<ReadonlyMap<ClientId, unknown>>,
): Promise<{ facts: Fact[]; problems: string[] }> {
  const body = parseJson(text);
  if (body === undefined) return { facts: [], problems: ['the body is not JSON in UTF-8'] };
  const reports = Array.isArray(body) ? body : [body];
  if (reports.length === 0) return { facts: [], problems: ['the array is empty'] };
  if (reports.length > mostFacts)
    return { facts: [], problems: [`at most ${mostFacts} reports fit in one delivery, not ${reports.length}`] };

  const read = reports.map((report, index) => readReport(report, index, about));
  const facts = read.flatMap(({ fact }) => fact ?? []);
  const known = await knownClients(facts.map(clientOf));
  const problems = [
    ...read.flatMap(({ problems }) => problems),
    ...facts
      .filter((fact) => !known.has(clientOf(fact)))
      .map((fact) => `clientId: no client is called "${clientOf(fact)}"`),
  ];
  return { facts, problems: [...new Set(problems)].slice(0, mostProblems) };
}

const Typed = z.looseObject({ type: FactType });

function readReport(report: unknown, index: number, about: About): { fact?: Fact; problems: string[] } {
  const at = (path: PropertyKey[], message: string) =>
    `[${index}] ${path.map(String).join('.') || 'report'}: ${message}`;
  const typed = Typed.safeParse(report);
  const event = typed.success ? eventsFrom(about.source).get(typed.data.type) : undefined;
  if (!typed.success || !event) {
    const types = [...eventsFrom(about.source).keys()].join('" or "');
    return { problems: [at(['type'], `must be "${types}" for the source "${about.source}"`)] };
  }
  const { type, ...body } = typed.data;
  const detail = event.webhook.body.safeParse(body);
  if (!detail.success) return { problems: detail.error.issues.map(({ path, message }) => at(path, message)) };

  const factId = `${about.source}:${about.webhookId}:${index}`;
  const fact = { factId, type, recordedAt: about.recordedAt, detail: detail.data } as Fact;
  return dateOf(fact) > about.latest
    ? { problems: [at(['date'], `${dateOf(fact)} lies in the future`)] }
    : { fact, problems: [] };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
