import { isSound, type Proposal, proposalHash } from '#functions/decide-proposal/load-proposal.ts';
import type { Client } from '#shared/domain/clients/client.ts';
import { fill } from '#shared/domain/grounding/fill.ts';
import { factSheet } from '#shared/domain/grounding/grounded-fact.ts';
import type { Instant } from '#shared/domain/values/iso-date.ts';
import { shortDate } from '../words.ts';
import { ClientLink } from './client-link.tsx';
import { addressOf } from './messages.tsx';
import { Said } from './said.tsx';
import { WrittenBy } from './written-by.tsx';

interface Props {
  readonly proposal: Proposal;
  readonly client: Client | undefined;
  readonly shownAt: Instant;
  /** Only the first on the page has keys that work without the script. */
  readonly first: boolean;
}

/** One thing to decide: what, why, exactly what would be sent, what happens if nothing is done, and the four answers. */
export function ProposalCard({ proposal, client, shownAt, first }: Props) {
  const { decision } = proposal;
  const { clientId, facts, decisionId } = decision;
  const about = { facts, clientId };
  return (
    <article class="proposal" id={decisionId} tabindex={-1} aria-labelledby={`${decisionId}-title`}>
      <h2 id={`${decisionId}-title`}>
        <Said prose={decision.title} {...about} />
      </h2>
      <p class="facts quiet">
        <span>
          <ClientLink client={client} />
        </span>
        <WrittenBy writer={decision.writer} runId={decision.runId} />
        <span>{Math.round(decision.confidence * 100)}% sure</span>
        <span>to decide by {shortDate(decision.until)}</span>
      </p>
      <ul class="why">
        {decision.why.map((prose) => (
          <li>
            <Said prose={prose} {...about} />
          </li>
        ))}
      </ul>
      <Steps proposal={proposal} />
      <p>
        <b>If nothing is done:</b> <Said prose={decision.ifNothing} {...about} />
      </p>
      <p class="quiet">{decision.because}</p>
      <Answers proposal={proposal} shownAt={shownAt} first={first} />
    </article>
  );
}

/** What approving would do and send. */
function Steps({ proposal: { decision, mail } }: { proposal: Proposal }) {
  const { action, facts } = decision;
  if (action.kind === 'meeting')
    return (
      <div class="sent">
        <p>
          <b>To say in the meeting</b>
        </p>
        <pre class="text">{fill(action.says, factSheet(facts), 'en-US')}</pre>
      </div>
    );
  return (
    <div class="sent">
      {action.play && (
        <p>
          <b>{action.play.name}.</b> {action.play.firstStep}
        </p>
      )}
      {mail && <Mail mail={mail} />}
    </div>
  );
}

function Mail({ mail: { message, preview } }: { mail: NonNullable<Proposal['mail']> }) {
  const written = preview.mail;
  if ('missing' in written) return <p class="warning">Its mail cannot be written yet: {written.missing.join(', ')}.</p>;
  return (
    <>
      <p>
        <b>Sends this mail</b> to {preview.contact.email}, <a href={addressOf(message)}>as it looks</a>
      </p>
      <p class="says">{written.subject}</p>
      <details>
        <summary>Every word of it</summary>
        <pre class="text">{written.text}</pre>
      </details>
      {written.problems.length > 0 && <p class="warning">It says what no fact shows, so it is not sent.</p>}
    </>
  );
}

function Answers({ proposal, shownAt, first }: Omit<Props, 'client'>) {
  const { decision, mail } = proposal;
  const to = (act: string) => `/decisions/${decision.clientId}/${decision.decisionId}/${act}`;
  const key = (letter: string) => (first ? { accesskey: letter } : {});
  return (
    <div class="acts">
      {isSound(proposal) && (
        <form method="post" action={to('approve')}>
          <input type="hidden" name="shown" value={shownAt} />
          <input type="hidden" name="hash" value={proposalHash(proposal, shownAt)} />
          <button type="submit" class="main" data-key="a" {...key('a')}>
            Approve exactly this
          </button>
        </form>
      )}
      {mail ? (
        <a href={`${addressOf(mail.message)}#edit`} data-key="e" {...key('e')}>
          Edit the mail
        </a>
      ) : (
        <details>
          <summary data-key="e" {...key('e')}>
            Edit
          </summary>
          <form method="post" action={to('edit')} class="edit">
            <label>
              <span>What is to be done</span>
              <textarea name="says" rows={3} maxlength={1200} required>
                {wordsOf(decision)}
              </textarea>
            </label>
            <button type="submit">Save and look again</button>
          </form>
        </details>
      )}
      <form method="post" action={to('snooze')}>
        <label>
          Snooze <input name="days" type="number" min="1" max="30" value="3" required /> days
        </label>
        <button type="submit" data-key="s" {...key('s')}>
          Snooze
        </button>
      </form>
      <form method="post" action={to('reject')}>
        <label>
          No, because <input name="reason" maxlength={300} required data-key="r" {...key('r')} />
        </label>
        <button type="submit">Reject</button>
      </form>
    </div>
  );
}

const wordsOf = ({ action, facts }: Proposal['decision']): string =>
  action.kind === 'meeting' ? fill(action.says, factSheet(facts), 'en-US') : (action.play?.firstStep ?? '');
