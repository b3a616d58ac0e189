import { refusedPage } from '#functions/dashboard/pages/refused-decision.tsx';
import { visitOf } from '#functions/dashboard/visit.ts';
import { type Deps, defineHttpFunction, type Route } from '#functions/define-function.ts';
import { AppError, isAppError } from '#shared/domain/errors.ts';
import { ClientId } from '#shared/domain/values/ids.ts';
import { actOnAll } from './act-on-all.ts';
import { actOnMessage } from './act-on-message.ts';

type Deciding = Deps<'table:write' | 'personal-data:open' | 'pseudonyms:make' | 'operators:admit'>;
type Act = (deps: Deciding, form: URLSearchParams, params: Params) => Promise<string>;
type Params = Readonly<Record<string, string>>;

/** What the operator can do about mail: each answers with where to look next. */
const acts: readonly (Route & { readonly act: Act })[] = [
  { route: 'POST /calendar/pause', access: 'operator', act: actOnAll('pause') },
  { route: 'POST /calendar/resume', access: 'operator', act: actOnAll('resume') },
  ...(['approve', 'hold', 'edit', 'cancel'] as const).map((name) => ({
    route: `POST /calendar/{clientId}/{messageId}/${name}` as const,
    access: 'operator' as const,
    act: (deps: Deciding, form: URLSearchParams, { clientId, messageId = '' }: Params) => {
      const known = ClientId.safeParse(clientId);
      if (!known.success) throw new AppError('message.not-found', { messageId });
      return actOnMessage(name, deps, { clientId: known.data, messageId }, form);
    },
  })),
];

export const decideMail = defineHttpFunction({
  name: 'decide-mail',
  purpose:
    'Takes the operator’s decisions about mail: approve, hold, edit, cancel one message, pause or resume all of it.',
  routes: acts,
  needs: ['table:write', 'personal-data:open', 'pseudonyms:make', 'operators:admit'],
  partitions: ['AUDIT#', 'CLIENT#', 'CLIENTS', 'PEERS#', 'MESSAGES', 'SENDING', 'EVENT#'],
  run: decide,
});

async function decide(deps: Deciding, request: Request, params: Params): Promise<Response> {
  const url = new URL(request.url);
  const refuse = (says: string, status: number) => refusedPage(visitOf(deps, url, params), says, status);
  const found = acts.find(({ route }) => route.split('/').at(-1) === url.pathname.split('/').at(-1));
  if (!found) return refuse('There is no such decision.', 404);
  try {
    const next = await found.act(deps, new URLSearchParams(await request.text()), params);
    return new Response(undefined, { status: 303, headers: { Location: next, 'Cache-Control': 'no-store' } });
  } catch (error) {
    if (isAppError(error, 'message.not-found')) return refuse('This message does not exist.', 404);
    if (isAppError(error, 'message.settled'))
      return refuse('This message was already sent, merged, dropped or canceled.', 409);
    if (isAppError(error, 'message.bad-decision')) return refuse(String(error.details.says), 400);
    throw error;
  }
}
