import { it } from 'vitest';
import { ClientType } from '#shared/domain/clients/client.ts';
import { MessageKind } from '#shared/domain/mail/message-kind.ts';
import { checkMail } from '#shared/letters/check-mail.ts';
import { mailOf } from './rendering.ts';
import { fullSheet, minimalSheet } from './sheets.ts';

it('try', () => {
  const seen = new Map<string, string>();
  for (const type of ClientType.options)
    for (const kind of MessageKind.options)
      for (const s of [fullSheet(type), minimalSheet(type, kind)]) {
        const mail = mailOf(kind, type, s);
        for (const f of checkMail(mail, s, { style: 'en-US', others: ['SEC'] }))
          seen.set(`${f.what} ${f.text} | ${f.why}`, `${type} ${kind}: ${f.excerpt}`);
      }
  console.log([...seen].map((x) => x.join('   ')).join('\n'));
  console.log(mailOf('monthly-review', 'power-conference', fullSheet('power-conference')).text);
});
