import { createHash } from 'node:crypto';
import createMarkdown from 'markdown-it';
import type { Speaker } from '../../voice/speaker.ts';
import type { Day } from '../../core/day.ts';
import { directionOf } from '../../text/direction.ts';
import { answer } from './answer.ts';
import type { Endpoint } from './endpoint.ts';
import { answerSchema, requestSchema, type Schema } from './openapi.ts';
import { pageStyle } from './page-style.ts';
import { problemNames } from './problem.ts';

export type Reading = {
  readonly speaker: Speaker;
  readonly language: string;
  readonly now: Date;
  readonly today: Day;
  /** Scheme and host under which the reader reached us. */
  readonly origin: string;
};

/** The API for people: every question with its fields, an example and what it answers today. */
export function humanPage(endpoints: readonly Endpoint[], reading: Reading): string {
  const say = (key: string, values: Readonly<Record<string, string>> = {}) =>
    reading.speaker.say(reading.language, `api:${key}`, values, reading.today);
  const title = say('document.title');
  const text = [
    `# ${title}`,
    say('document.description'),
    say('page.intro'),
    say('page.language', { languages: reading.speaker.languages.join(', ') }),
    say('page.errors'),
    `[${say('page.document')}](/api/v1/openapi.json)`,
    ...endpoints.flatMap((endpoint) => section(endpoint, reading, say)),
    `## ${say('page.problems')}`,
    ...problemNames.flatMap((name) => [`### ${name}`, say(`problem.${name}`)]),
  ].join('\n\n');
  const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(title)}</title>`;
  return `<!doctype html><html lang="${reading.language}" dir="${directionOf(reading.language)}"><head>${head}<style>${pageStyle}</style></head><body><main>${renderer.render(text)}</main></body></html>\n`;
}

/** Nothing but this page's own style may run or load. */
export const pagePolicy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(pageStyle).digest('base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

type SayKey = (key: string) => string;

function section(endpoint: Endpoint, reading: Reading, say: SayKey): string[] {
  const { name, example } = endpoint;
  const request = JSON.stringify(example);
  const { language, now, today, speaker, origin } = reading;
  const answered = answer(endpoint, { body: request, language, now, today, calendar: false }, speaker);
  return [
    `## POST /api/v1/${name}`,
    say(`document.${name}`),
    `### ${say('page.input')}`,
    table(requestSchema(endpoint, reading), say),
    `### ${say('page.try')}`,
    fenced('sh', `curl ${origin}/api/v1/${name} -H 'Content-Type: application/json' -d '${request}'`),
    fenced('json', JSON.stringify(JSON.parse(answered.body), null, 2)),
    `### ${say('page.output')}`,
    table(answerSchema(endpoint, reading), say),
  ];
}

/** One row a field; those of the objects in a list stand below it, behind its name. */
function table(schema: Schema, say: SayKey): string {
  const heading = [say('page.field'), say('page.type'), say('page.meaning')];
  const rows = [heading, heading.map(() => '---'), ...rowsOf(schema, '', say)];
  return rows.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function rowsOf(schema: Schema, before: string, say: SayKey): string[][] {
  const variants = [schema, ...(schema.anyOf ?? [])];
  return variants.flatMap(({ properties = {}, required = [] }) =>
    Object.entries(properties).flatMap(([field, part]) => {
      const needed = required.includes(field) && before === '' ? ` (${say('page.required')})` : '';
      const row = [`\`${before}${field}\`${needed}`, cell(typeOf(part)), cell(part.description ?? '')];
      return [row, ...(part.items === undefined ? [] : rowsOf(part.items, `${before}${field}[].`, say))];
    }),
  );
}

function typeOf(schema: Schema): string {
  if (schema.anyOf !== undefined) return schema.anyOf.map(typeOf).join(' | ');
  if (schema.enum !== undefined) return schema.enum.map((value) => JSON.stringify(value)).join(' | ');
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  const type = schema.format ?? String(schema.type ?? 'object');
  return type === 'array' && schema.items?.type !== undefined ? `${typeOf(schema.items)}[]` : type;
}

/** A bar would end the cell. */
function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ');
}

function fenced(language: string, text: string): string {
  return ['```' + language, text, '```'].join('\n');
}

const renderer = createMarkdown({ html: false });
// Headings are addresses: a problem's `type` ends in its name.
renderer.renderer.rules['heading_open'] = (tokens, index, options, _env, self) => {
  const words = tokens[index + 1]?.content ?? '';
  tokens[index]?.attrSet('id', words.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-'));
  return self.renderToken(tokens, index, options);
};
const { escapeHtml } = renderer.utils;
