import { type Deps, defineHttpFunction } from '#functions/define-function.ts';
import { answerWithRun } from './answer-with-run.ts';
import { askClient as ask, Question } from './question.ts';

export const askClient = defineHttpFunction({
  name: 'ask-client',
  purpose: 'Answers a question about a client from facts, or says that it cannot tell.',
  routes: [{ route: 'POST /clients/{clientId}/ask', access: 'operator' }],
  needs: ['table:write', 'personal-data:open', 'model:invoke', 'operators:admit'],
  partitions: ['CLIENT#', 'CLIENTS', 'LEADERS#', 'AGENTS'],
  run: (deps: Deps<'table:write' | 'personal-data:open' | 'model:invoke' | 'operators:admit'>, request, params) =>
    answerWithRun(deps, request, params, async (clientId, form) => {
      const question = Question.safeParse(form.get('question'));
      if (!question.success) return question.error.issues.map(({ message }) => message).join('; ');
      return ask(deps, clientId, question.data);
    }),
});
