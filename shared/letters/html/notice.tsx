import type { PropsWithChildren } from 'hono/jsx';
import { simulatedNote } from '../envelope.ts';
import { light, styleSheet } from '../palette.ts';

interface Props {
  readonly title: string;
  /** The colour of the upper edge, when it means something. */
  readonly edge?: string;
  readonly simulated?: boolean;
}

const font = "font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;font-size:16px;line-height:1.5";

/** A mail to the operator: a title and what there is to say, in the colours of all our mail, light or dark. */
export const Notice = ({ title, edge = light.bar, simulated = false, children }: PropsWithChildren<Props>) => (
  <html lang="en">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <meta name="supported-color-schemes" content="light dark" />
      <title>{title}</title>
      <style dangerouslySetInnerHTML={{ __html: styleSheet }} />
    </head>
    <body class="on-page" style={`margin:0;padding:24px 12px;background-color:${light.page}`}>
      <table
        role="presentation"
        class="on-card"
        align="center"
        width="100%"
        cellpadding="0"
        cellspacing="0"
        style={`max-width:600px;background-color:${light.card};border-top:4px solid ${edge};${font}`}
      >
        {simulated && (
          <tr>
            <td
              class="pad on-note onNote"
              style={`padding:8px 28px;font-size:14px;background-color:${light.note};color:${light.onNote}`}
            >
              {simulatedNote}
            </td>
          </tr>
        )}
        <tr>
          <td class="pad ink" style={`padding:24px 28px;color:${light.ink};overflow-wrap:anywhere`}>
            <h1 class="ink" style={`margin:0 0 16px;font-size:22px;line-height:1.3;color:${light.ink}`}>
              {title}
            </h1>
            {children}
          </td>
        </tr>
      </table>
    </body>
  </html>
);

/** What the operator can open from it. */
export const NoticeLink = ({ href, children }: PropsWithChildren<{ href: string }>) => (
  <p style="margin:20px 0 0">
    <a class="accent" href={href} style={`font-weight:700;color:${light.accent}`}>
      {children}
    </a>
  </p>
);
