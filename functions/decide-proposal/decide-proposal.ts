import { refusedPage } from '#functions/dashboard/pages/refused-decision.tsx';
import { visitOf } from '#functions/dashboard/visit.ts';
import { type Deps, defineHttpFunction, type Route } from '#functions/define-function.ts';
import { AppError } from '#shared/domain/errors.ts';
import { ClientId } from '#shared/domain/values/ids.ts';
import { actOnProposal } from './act-on-proposal.ts';
import { change, remember } from './keep-memory.ts';
import { switchAgents } from './switch-agents.ts';

type Params = Readonly<Record<string, string>>;
type Deciding = Deps<'table:write' | 'pseudonyms:make' | 'operators:admit'>;
type Act = (deps: Deciding, params: Params, form: URLSearchParams) => Promise<string>;

/** What the operator can do about agents: each answers with where to look next. */
const acts: readonly (Route & { readonly act: Act })[] = [
  ...(['approve', 'edit', 'snooze', 'reject'] as const).map((name) => ({
    route: `POST /decisions/{clientId}/{decisionId}/${name}` as const,
    access: 'operator' as const,
    act: async (deps: Deciding, params: Params, form: URLSearchParams) => {
      await actOnProposal(name, deps, { clientId: clientOf(params), decisionId: params.decisionId ?? '' }, form);
      return name === 'edit' ? `/decisions#${params.decisionId}` : '/decisions';
    },
  })),
  ...(['on', 'off'] as const).map((to) => ({
    route: `POST /agents/${to}` as const,
    access: 'operator' as const,
    act: async (deps: Deciding) => {
      await switchAgents(deps, to, 'the operator stopped them');
      return '/decisions';
    },
  })),
  {
    route: 'POST /clients/{clientId}/memory',
    access: 'operator',
    act: async (deps, params, form) => {
      await remember(deps, clientOf(params), form);
      return `/clients/${params.clientId}#memory`;
    },
  },
  {
    route: 'POST /clients/{clientId}/memory/{memoryId}',
    access: 'operator',
    act: async (deps, params, form) => {
      await change(deps, { clientId: clientOf(params), memoryId: params.memoryId ?? '' }, form);
      return `/clients/${params.clientId}#memory`;
    },
  },
];

export const decideProposal = defineHttpFunction({
  name: 'decide-proposal',
  purpose:
    'Takes the operator’s decisions about what agents propose, keeps what is to be remembered, and stops or starts all agents.',
  routes: acts,
  needs: ['table:write', 'personal-data:open', 'pseudonyms:make', 'operators:admit'],
  partitions: ['AUDIT#', 'CLIENT#', 'CLIENTS', 'PEERS#', 'AGENTS', 'EVENT#'],
  run: decide,
});

const desk = { href: '/decisions', name: 'Desk' } as const;

async function decide(deps: Deciding, request: Request, params: Params): Promise<Response> {
  const url = new URL(request.url);
  const answered = (says: string, status: number) => refusedPage(visitOf(deps, url, params), says, status, desk);
  const found = acts.find(({ route }) => leadsTo(route, url.pathname));
  if (!found) return answered('There is no such decision.', 404);
  try {
    const next = await found.act(deps, params, new URLSearchParams(await request.text()));
    return new Response(undefined, { status: 303, headers: { Location: next, 'Cache-Control': 'no-store' } });
  } catch (error) {
    const known = error instanceof AppError ? failures[error.code] : undefined;
    if (!known || !(error instanceof AppError)) throw error;
    return answered(typeof error.details.says === 'string' ? error.details.says : known.says, known.status);
  }
}

const failures: Partial<Record<AppError['code'], { readonly status: number; readonly says: string }>> = {
  'client.not-found': { status: 404, says: 'There is no such client.' },
  'decision.not-found': { status: 404, says: 'There is no such decision.' },
  'memory.not-found': { status: 404, says: 'This is not remembered any more.' },
  'decision.settled': { status: 409, says: 'This was decided before, or its mail is gone; nothing was changed.' },
  'message.settled': { status: 409, says: 'Its mail was sent, dropped or cancelled meanwhile; nothing was changed.' },
  'message.not-found': { status: 409, says: 'Its mail is gone; nothing was changed.' },
  'decision.changed': { status: 409, says: 'What would happen is no longer what you saw. Look again, then decide.' },
  'table.conflict': { status: 409, says: 'Somebody else decided at the same moment. Look again.' },
  'message.bad-decision': { status: 400, says: 'This cannot be done with its mail.' },
  'decision.bad-input': { status: 400, says: 'This cannot be decided.' },
};

const clientOf = ({ clientId }: Params): ClientId => {
  const known = ClientId.safeParse(clientId);
  if (!known.success) throw new AppError('client.not-found');
  return known.data;
};

function leadsTo(route: Route['route'], pathname: string): boolean {
  const wanted = route.slice('POST '.length).split('/');
  const given = pathname.split('/');
  return wanted.length === given.length && wanted.every((part, i) => part.startsWith('{') || part === given[i]);
}
