import { readFileSync } from 'node:fs';

export const own = 'desk@guichet.test';

/** A mail of `test/mails`, its placeholders filled. */
export function mailFile(name: string, values: Readonly<Record<string, string>> = {}): Buffer {
  const text = readFileSync(`test/mails/${name}.eml`, 'latin1');
  return Buffer.from(
    text.replaceAll(/\{\{(\w+)\}\}/g, (_whole, placeholder: string) => values[placeholder] ?? ''),
    'latin1',
  );
}

type About = {
  readonly from?: string;
  readonly subject?: string;
  readonly id?: string;
  readonly headers?: readonly string[];
};

/** A plain mail by its text; `headers` are lines, which may replace the usual type of content. */
export function mail(
  text: string,
  { from = 'ana@mail.example', subject = 'Question', id, headers = [] }: About = {},
): Buffer {
  const lines = [
    `From: ${from}`,
    `To: ${own}`,
    `Subject: ${subject}`,
    `Message-ID: <${id ?? `m${String(text.length)}.${from}`}>`,
    ...headers,
  ];
  if (!headers.some((line) => /^content-type:/i.test(line))) lines.push('Content-Type: text/plain; charset=utf-8');
  return Buffer.from(`${lines.join('\r\n')}\r\n\r\n${text.replaceAll('\n', '\r\n')}\r\n`);
}
