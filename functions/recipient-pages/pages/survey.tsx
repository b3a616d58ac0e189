import type { TokenFor } from '#shared/domain/mail/recipient-token.ts';
import { control, Field } from '../components/fields.tsx';
import { Layout } from '../components/layout.tsx';
import { Mistakes } from '../components/notice.tsx';
import { Scale } from '../components/scale.tsx';
import {
  type AnswerEntry,
  type AnswerProblems,
  answerFrom,
  longestComment,
  readAnswer,
  scores,
} from '../read-answer.ts';
import { hasAnswered, recordAnswer } from '../record-answer.ts';
import { pageResponse, seeOther } from '../respond.ts';
import type { Visit } from '../visit.ts';

/** The question, with the answer chosen that the link in the mail stands for. Opening it records nothing. */
export async function surveyPage(visit: Visit, token: TokenFor<'survey'>): Promise<Response> {
  if (await hasAnswered(visit, token)) return pageResponse(<Thanks visit={visit} />);
  if (visit.today > token.lastDay) return pageResponse(<Closed visit={visit} />, 410);
  const score = visit.query.get('score') ?? '';
  const entry = { score: scores.includes(score) ? score : '', comment: '' };
  return pageResponse(<Question visit={visit} entry={entry} problems={{}} />);
}

export async function takeAnswer(visit: Visit, token: TokenFor<'survey'>, form: URLSearchParams): Promise<Response> {
  if (await hasAnswered(visit, token)) return seeOther(`${visit.path}?again=yes`);
  if (visit.today > token.lastDay) return pageResponse(<Closed visit={visit} />, 410);
  const entry = answerFrom(form);
  const read = readAnswer(entry);
  if ('problems' in read) return pageResponse(<Question visit={visit} entry={entry} problems={read.problems} />, 400);
  const first = await recordAnswer(visit, token, read.answer);
  return seeOther(first ? visit.path : `${visit.path}?again=yes`);
}

interface QuestionProps {
  readonly visit: Visit;
  readonly entry: AnswerEntry;
  readonly problems: AnswerProblems;
}

const Question = ({ visit, entry, problems }: QuestionProps) => (
  <Layout
    title={Object.keys(problems).length > 0 ? 'Not sent: your answer' : 'How satisfied are you?'}
    client={visit.client}
  >
    <h1>How satisfied are you with HELiiX?</h1>
    <Mistakes heading="Your answer was not sent yet" problems={problems} />
    <form method="post" action={visit.path}>
      <Scale chosen={entry.score} problem={problems.score} />
      <Field name="comment" problem={problems.comment} label="What is the main reason? (optional)">
        <textarea
          {...control({ name: 'comment', problem: problems.comment })}
          rows={4}
          maxlength={problems.comment === undefined ? longestComment : undefined}
        >
          {entry.comment}
        </textarea>
      </Field>
      <p class="actions">
        <button type="submit">Send answer</button>
      </p>
      <p class="hint">
        Nothing is recorded until you press this button: programs that check mail open its links too, and they should
        not answer for you.
      </p>
    </form>
  </Layout>
);

const Thanks = ({ visit }: { visit: Visit }) => (
  <Layout title="Thank you" client={visit.client}>
    <h1>Thank you</h1>
    {visit.query.has('again') ? (
      <p role="status">You have already answered this question. Your first answer counts, and nothing was changed.</p>
    ) : (
      <p role="status">Your answer is recorded. The people you work with at HELiiX will see it.</p>
    )}
  </Layout>
);

const Closed = ({ visit }: { visit: Visit }) => (
  <Layout title="This question is closed" client={visit.client}>
    <h1>This question is closed</h1>
    <p>Answers were taken for thirty days. You can always tell us by answering any mail from us.</p>
  </Layout>
);
