import { refusedPage } from '#functions/dashboard/pages/refused-decision.tsx';
import { visitOf } from '#functions/dashboard/visit.ts';
import type { Deps } from '#functions/define-function.ts';
import type { AgentRun } from '#shared/domain/agents/run.ts';
import { isAppError } from '#shared/domain/errors.ts';
import { ClientId } from '#shared/domain/values/ids.ts';

/** Lets an agent work for a form of our own pages, and leads to the page of the run. */
export async function answerWithRun(
  deps: Deps<'table:read' | 'operators:admit'>,
  request: Request,
  params: Readonly<Record<string, string>>,
  work: (clientId: ClientId, form: URLSearchParams) => Promise<AgentRun | undefined | string>,
): Promise<Response> {
  const visit = visitOf(deps, new URL(request.url), params);
  const answered = (says: string, status: number) => refusedPage(visit, says, status, { href: '/', name: 'Portfolio' });
  const known = ClientId.safeParse(params.clientId);
  if (!known.success) return answered('There is no such client.', 404);
  try {
    const run = await work(known.data, new URLSearchParams(await request.text()));
    if (typeof run === 'string') return answered(run, 400);
    if (!run)
      return answered('All agents are switched off. The desk says since when, and switches them on again.', 409);
    const headers = { Location: `/runs/${run.runId}`, 'Cache-Control': 'no-store' };
    return new Response(undefined, { status: 303, headers });
  } catch (error) {
    if (isAppError(error, 'client.not-found')) return answered('There is no such client.', 404);
    throw error;
  }
}
