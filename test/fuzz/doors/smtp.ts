import fc from 'fast-check';
import { rawMail } from '../inputs/mails.ts';
import { shortText } from '../inputs/texts.ts';
import { target, type Target } from '../target.ts';
import { exchange } from './exchange.ts';
import type { Watched } from './server.ts';

/** The mail receiver: whole conversations of SMTP with a hostile mail, and lines that are none. */
export function smtpTargets({ smtpPort }: Watched): readonly Target[] {
  const quick = { patienceMs: 3_000 };
  return [
    target('SMTP mail', rawMail, async (raw) => {
      const dotted = raw.toString('latin1').replaceAll(/\r?\n/g, '\r\n').replaceAll(/^\./gm, '..');
      const lines = [
        'EHLO a.example',
        'MAIL FROM:<ana@mail.example>',
        'RCPT TO:<desk@guichet.test>',
        'DATA',
        `${dotted}\r\n.`,
        'QUIT',
        '',
      ];
      await exchange(smtpPort, Buffer.from(lines.join('\r\n'), 'latin1'), quick);
    }),
    target(
      'SMTP lines',
      fc.array(
        fc.oneof(
          shortText,
          fc.constantFrom(
            'EHLO',
            'HELO a',
            'MAIL FROM:<>',
            'RCPT TO:<a',
            'DATA',
            'RSET',
            'AUTH PLAIN ====',
            'STARTTLS',
            'NOOP',
            'BDAT 9',
            '.',
          ),
        ),
        { maxLength: 8 },
      ),
      async (lines) => {
        await exchange(smtpPort, Buffer.from(`${lines.join('\r\n')}\r\nQUIT\r\n`), quick);
      },
    ),
  ];
}
