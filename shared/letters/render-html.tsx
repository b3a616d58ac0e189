import { fill } from '#shared/domain/grounding/fill.ts';
import type { Letter } from '#shared/domain/mail/letter.ts';
import { becauseOf, type Envelope, simulatedNote } from './envelope.ts';
import { BlockOf } from './html/blocks.tsx';
import { Prose, type Shown } from './html/prose.tsx';
import { light, styleSheet } from './palette.ts';

/** The HTML part: tables and inline styles, which every mailbox shows; dark where the reader's mailbox is. */
export const renderHtml = (envelope: Envelope): string => `<!doctype html>${(<Page {...envelope} />).toString()}`;

const font = "font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;font-size:16px;line-height:1.55";
const hidden = 'display:none;max-height:0;overflow:hidden;font-size:1px;line-height:1px';

function Page(envelope: Envelope) {
  const { name, subject, letters, facts, style, simulated } = envelope;
  const [letter, ...others] = letters;
  const shown = { facts, style };
  return (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <meta name="x-apple-disable-message-reformatting" />
        <title>{subject}</title>
        <style dangerouslySetInnerHTML={{ __html: styleSheet }} />
      </head>
      <body class="on-page" style={`margin:0;padding:0;background-color:${light.page}`}>
        <div class="muted" style={`${hidden};color:${light.muted}`}>
          {fill(letter.preheader, facts, style)}
        </div>
        <table
          class="on-page"
          role="presentation"
          width="100%"
          cellpadding="0"
          cellspacing="0"
          style={`background-color:${light.page};${font}`}
        >
          <tr>
            <td align="center" style="padding:24px 12px">
              <table
                class="on-card"
                role="presentation"
                width="100%"
                cellpadding="0"
                cellspacing="0"
                style={`max-width:600px;background-color:${light.card};text-align:left;${font}`}
              >
                <Masthead name={name} />
                {simulated && <Simulated />}
                <tr>
                  <td class="pad ink" style={`padding:28px 36px 12px;color:${light.ink};overflow-wrap:anywhere`}>
                    <h1 class="ink" style={`margin:0 0 18px;font-size:26px;line-height:1.25;color:${light.ink}`}>
                      {fill(letter.subject, facts, style)}
                    </h1>
                    <p class="ink" style={`margin:0 0 18px;color:${light.ink}`}>
                      <Prose says={letter.greeting} {...shown} />
                    </p>
                    <Blocks letter={letter} {...shown} />
                    {others.map((other) => (
                      <Enclosed letter={other} {...shown} />
                    ))}
                    <p class="ink" style={`margin:26px 0 24px;color:${light.ink}`}>
                      <Prose says={letter.closing} {...shown} />
                      <br />
                      <strong>{envelope.sender.name}</strong>
                    </p>
                  </td>
                </tr>
              </table>
              <Footer {...envelope} />
            </td>
          </tr>
        </table>
      </body>
    </html>
  );
}

const Blocks = ({ letter, ...shown }: Shown & { letter: Letter }) => (
  <>
    {letter.blocks.map((block) => (
      <BlockOf block={block} {...shown} />
    ))}
  </>
);

/** A further letter in the same mail: without greeting and closing. */
const Enclosed = ({ letter, ...shown }: Shown & { letter: Letter }) => (
  <>
    <h2
      class="ink line"
      style={`margin:32px 0 14px;padding:26px 0 0;border-top:2px solid ${light.line};font-size:21px;line-height:1.3;color:${light.ink}`}
    >
      {fill(letter.subject, shown.facts, shown.style)}
    </h2>
    <Blocks letter={letter} {...shown} />
  </>
);

const Masthead = ({ name }: { name: string }) => (
  <tr>
    <td
      class="pad line top-edge"
      style={`padding:18px 36px;border-top:4px solid ${light.bar};border-bottom:1px solid ${light.line}`}
    >
      <table role="presentation" width="100%" cellpadding="0" cellspacing="0">
        <tr>
          <td class="accent" style={`font-size:17px;font-weight:700;letter-spacing:0.5px;color:${light.accent}`}>
            HELiiX
          </td>
          <td class="muted" align="right" style={`font-size:14px;color:${light.muted}`}>
            {name}
          </td>
        </tr>
      </table>
    </td>
  </tr>
);

const Simulated = () => (
  <tr>
    <td
      class="pad on-note onNote"
      style={`padding:8px 36px;font-size:14px;background-color:${light.note};color:${light.onNote}`}
    >
      {simulatedNote}
    </td>
  </tr>
);

function Footer(envelope: Envelope) {
  const { links, sender } = envelope;
  const quiet = `color:${light.accent};text-decoration:underline`;
  return (
    <table
      role="presentation"
      width="100%"
      cellpadding="0"
      cellspacing="0"
      style={`max-width:600px;text-align:left;${font}`}
    >
      <tr>
        <td
          class="pad muted"
          style={`padding:18px 36px 8px;font-size:13px;color:${light.muted};overflow-wrap:anywhere`}
        >
          <p style="margin:0 0 8px">{becauseOf(envelope)}</p>
          <p style="margin:0 0 8px">
            <a class="accent" href={links.preferences} style={quiet}>
              Choose what you get
            </a>
            <span> &#160; </span>
            <a class="accent" href={links.unsubscribe} style={quiet}>
              Unsubscribe
            </a>
          </p>
          <p style="margin:0">
            {sender.name}
            <br />
            {sender.postalAddress}
          </p>
        </td>
      </tr>
    </table>
  );
}
