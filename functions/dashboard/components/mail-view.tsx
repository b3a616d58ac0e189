import { inScheme, type Scheme } from '#shared/letters/palette.ts';
import { mailResponse } from '../respond.ts';
import type { Visit } from '../visit.ts';

interface Props {
  readonly visit: Visit;
  /** Where the HTML alone is served. */
  readonly htmlAt: string;
  readonly text: string;
}

/** A mail as its recipient sees it, in a light or a dark mailbox, beside its text part. The switch is two links. */
export function MailView({ visit, htmlAt, text }: Props) {
  const scheme = schemeOf(visit);
  return (
    <div class="pair">
      <section aria-labelledby="seen">
        <div class="titled">
          <h2 id="seen">As the recipient sees it</h2>
          <nav class="choice" aria-label="Colors of the mailbox">
            {schemes.map((each) => (
              <a href={`?as=${each}#seen`} {...(each === scheme ? { 'aria-current': 'true' } : {})}>
                {schemeNames[each]}
              </a>
            ))}
          </nav>
        </div>
        <iframe
          class={`mail ${scheme}`}
          title={`The mail in a ${scheme} mailbox`}
          sandbox=""
          src={`${htmlAt}?as=${scheme}`}
        />
      </section>
      <section aria-labelledby="text">
        <div class="titled">
          <h2 id="text">Its text part</h2>
        </div>
        <pre class="text letter" tabindex={0}>
          {text}
        </pre>
      </section>
    </div>
  );
}

/** The HTML alone, for the frame, in the colors that the page asks for. */
export const mailInFrame = (visit: Visit, html: string): Response => mailResponse(inScheme(html, schemeOf(visit)));

const schemes: readonly Scheme[] = ['light', 'dark'];
const schemeNames: Readonly<Record<Scheme, string>> = { light: 'Light', dark: 'Dark' };
const schemeOf = ({ url }: Visit): Scheme => (url.searchParams.get('as') === 'dark' ? 'dark' : 'light');
