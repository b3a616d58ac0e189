import { answerWithRun } from '#functions/ask-client/answer-with-run.ts';
import { type Deps, defineHttpFunction } from '#functions/define-function.ts';
import { briefClient as write } from './brief.ts';

export const briefClient = defineHttpFunction({
  name: 'brief-client',
  purpose: 'Writes the page to read before a meeting with a client, each figure linked to its source.',
  routes: [{ route: 'POST /clients/{clientId}/brief', access: 'operator' }],
  needs: ['table:write', 'personal-data:open', 'model:invoke', 'operators:admit'],
  partitions: ['CLIENT#', 'CLIENTS', 'LEADERS#', 'AGENTS'],
  run: (deps: Deps<'table:write' | 'personal-data:open' | 'model:invoke' | 'operators:admit'>, request, params) =>
    answerWithRun(deps, request, params, (clientId) => write(deps, clientId)),
});
