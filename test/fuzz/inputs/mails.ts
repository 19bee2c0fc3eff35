import fc, { type Arbitrary } from 'fast-check';
import { shortText, text } from './texts.ts';

/** What a server may have written of a mail's sender, and what a stranger writes in its place. */
export const authenticationResults: Arbitrary<string> = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        'mx.guichet.test',
        ';',
        ' ',
        'dmarc=pass',
        'dmarc=fail',
        'spf=pass',
        'dkim=none',
        'auth=pass',
        '1',
        '(a (b) c',
        ')',
        '"',
        '\\',
        'smtp.mailfrom="x dmarc=pass y"@evil.example',
        'header.from=a.example',
        'reason="',
        '=',
        '/1',
        '\r\n ',
      ),
      shortText.map(oneLine),
    ),
    { maxLength: 14 },
  )
  .map((parts) => parts.join(''));

/** A mail as bytes: headers that are nearly right, a text, sometimes HTML, parts within parts, or cut off. */
export const rawMail: Arbitrary<Buffer> = fc
  .record({
    from: address(),
    replyTo: fc.option(address(), { freq: 4 }),
    subject: fc.oneof(
      shortText,
      fc.constantFrom('Question', 'Fwd: a', 'Re: Re: TR: AW: b', '=?utf-8?B?////?=', '=?x?Q?='),
    ),
    id: fc.integer({ min: 0, max: 1_000_000_000 }),
    results: fc.option(authenticationResults, { freq: 3 }),
    date: fc.oneof(fc.constant('Sun, 22 Nov 2026 12:00:00 +0100'), shortText),
    more: fc.array(otherHeader(), { maxLength: 4 }),
    content: content(),
    cut: fc.option(fc.nat(2_000), { freq: 10 }),
  })
  .map(({ from, replyTo, subject, id, results, date, more, content: held, cut }) => {
    const lines = [
      `From: ${from}`,
      'To: desk@guichet.test',
      ...(replyTo === null ? [] : [`Reply-To: ${replyTo}`]),
      `Subject: ${oneLine(subject)}`,
      `Message-ID: <${String(id)}@fuzz.example>`,
      `Date: ${oneLine(date)}`,
      ...(results === null ? [] : [`Authentication-Results: ${results}`]),
      ...more,
      held,
    ];
    const whole = Buffer.from(lines.join('\r\n'));
    return cut === null ? whole : whole.subarray(0, cut);
  });

function address(): Arbitrary<string> {
  return fc.oneof(
    fc.constantFrom(
      'ana@mail.example',
      'Ana <ana@mail.example>',
      'desk@guichet.test',
      'colleague@guichet.test',
      '"a" <>',
      '<@>',
      'a@b, c@d',
      'g: a@b;',
      '=?utf-8?Q?=00?= <a@b.example>',
      'noreply@x.example',
    ),
    shortText.map(oneLine),
  );
}

function otherHeader(): Arbitrary<string> {
  return fc.oneof(
    fc.constantFrom(
      'Auto-Submitted: auto-replied',
      'List-Id: <a>',
      'Precedence: bulk',
      'In-Reply-To: <a@b>',
      `References: ${'<a@b> '.repeat(3_000)}`,
      'MIME-Version: 1.0',
      ': x',
      'X',
      ' folded',
    ),
    fc
      .tuple(fc.constantFrom('X-A', 'Sender', 'Received', 'Return-Path'), shortText)
      .map(([name, held]) => `${name}: ${oneLine(held)}`),
  );
}

function content(): Arbitrary<string> {
  const plain = text.map((said) => `Content-Type: text/plain; charset=utf-8\r\n\r\n${said}`);
  const html = text.map(
    (said) => `Content-Type: text/html; charset=utf-8\r\n\r\n<div><p>${said}</p><blockquote>${'<div>'.repeat(300)}`,
  );
  const parts = fc
    .tuple(fc.array(fc.oneof(plain, html), { maxLength: 4 }), fc.constantFrom('mixed', 'alternative', 'signed'))
    .map(
      ([held, kind]) =>
        `Content-Type: multipart/${kind}; boundary=b\r\n\r\n${held.map((part) => `--b\r\n${part}\r\n`).join('')}--b--`,
    );
  const quoted = text.map(
    (said) =>
      `Content-Type: text/plain\r\n\r\nhello\r\n\r\n---------- Forwarded message ---------\r\nFrom: Ana <ana@mail.example>\r\nDate: ${' '.repeat(50)}\r\nSubject: a\r\n\r\n${said}`,
  );
  const charset = fc
    .tuple(shortText, text)
    .map(
      ([name, said]) =>
        `Content-Type: text/plain; charset="${oneLine(name)}"\r\nContent-Transfer-Encoding: base64\r\n\r\n${said}`,
    );
  return fc.oneof({ weight: 4, arbitrary: plain }, html, parts, quoted, charset);
}

function oneLine(held: string): string {
  return held.replaceAll(/[\r\n]/g, ' ');
}
