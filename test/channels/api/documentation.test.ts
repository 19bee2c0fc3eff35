import SwaggerParser from '@apidevtools/swagger-parser';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createEndpoints } from '../../../src/channels/api/answer.ts';
import { answerSchema, requestSchema, type Schema } from '../../../src/channels/api/openapi.ts';
import { createSpeaker } from '../../../src/voice/speaker.ts';
import { deadlineKinds } from '../../../src/core/deadlines/index.ts';
import { knowledge, openApi, type Api } from './api-server.ts';

const endpoints = createEndpoints(knowledge);
const speaker = createSpeaker(knowledge);
let api: Api;
beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api.close());

type Document = {
  openapi: string;
  paths: Record<
    string,
    { post: { summary: string; requestBody: { content: { 'application/json': { example: object } } } } }
  >;
  components: { schemas: Record<string, Schema> };
};

async function documentIn(language: string): Promise<Document> {
  const response = await fetch(`${api.base}/openapi.json`, { headers: { 'accept-language': language } });
  return (await response.json()) as Document;
}

describe('the example of a quote', () => {
  const { offers } = knowledge;
  const own = offers.get('aaa');
  if (own === undefined) throw new RangeError('The desk of the test sells something');
  const term = { months: 6, insurance: own.bundle.expenses, expenses: own.bundle.expenses, facts: [] };
  const terms = [
    { ...term, term: 'P6M' },
    { ...term, term: 'P2M', months: 2 },
  ];
  const elsewhere = { ...own, desk: 'elsewhere', products: [{ ...own.products[0]!, id: 'care', terms }] };

  test.each([
    [
      "is this desk's price list, one of everything",
      offers,
      { desk: 'aaa', items: [{ product: 'tranquillite', term: 'P3M', times: 1 }, { product: 'rc' }] },
    ],
    [
      "is another's where that is the one there is, by its longest term",
      new Map([['elsewhere', elsewhere]]),
      { desk: 'elsewhere', items: [{ product: 'care', term: 'P6M', times: 1 }] },
    ],
    ['is empty where nothing is sold', new Map<string, typeof own>(), { items: [] }],
  ])('%s', (_, sold, example) => {
    const quote = createEndpoints({ ...knowledge, offers: sold }).find(({ name }) => name === 'quote');
    expect(quote?.example).toEqual({ ...example, on: '2026-11-22' });
  });
});

describe('the OpenAPI document', () => {
  test.each(['en', 'fr'])('is valid in %s', async (language) => {
    const document = await documentIn(language);
    expect(document.openapi).toBe('3.1.0');
    expect(Object.keys(document.paths)).toEqual(['/eligibility', '/quote', '/reimbursement', '/deadline']);
    await expect(SwaggerParser.validate(structuredClone(document) as never)).resolves.toBeDefined();
  });

  test('is in the language asked for', async () => {
    const [english, french] = [await documentIn('en'), await documentIn('fr')];
    expect(french.paths['/quote']?.post.summary).not.toBe(english.paths['/quote']?.post.summary);
  });

  test('its examples are answered', async () => {
    const { paths } = await documentIn('en');
    for (const [path, { post }] of Object.entries(paths)) {
      expect((await api.post(path, post.requestBody.content['application/json'].example)).status).toBe(200);
    }
  });

  test('what is filled in at the door is not required', async () => {
    const { schemas } = (await documentIn('en')).components;
    expect(schemas['quote-request']?.required).toEqual(['items']);
    expect(schemas['reimbursement-request']?.required).toEqual(['act']);
    expect(schemas['deadline-request']?.required).toEqual(['about']);
    expect(schemas['eligibility-request']?.required).toEqual([]);
  });

  test.each(
    knowledge.languages.flatMap((language) =>
      endpoints.map((endpoint) => [language, endpoint.name, endpoint] as const),
    ),
  )('in %s every field of %s has its meaning', (language, _, endpoint) => {
    const words = { speaker, language };
    const fields = Object.entries(requestSchema(endpoint, words).properties ?? {});
    const answer = answerSchema(endpoint, words);
    const given = [answer, ...(answer.anyOf ?? [])].flatMap(({ properties = {} }) => Object.entries(properties));
    const nested = fields.flatMap(([, { items }]) => Object.entries(items?.properties ?? {}));
    const silent = [...fields, ...nested, ...given].filter(([, { description }]) => description === undefined);
    expect(silent.map(([field]) => field)).toEqual([]);
  });

  test.each(knowledge.languages)('in %s every deadline has the title of its calendar entry', (language) => {
    expect(deadlineKinds.filter((kind) => !speaker.has(language, `api:event.${kind}`))).toEqual([]);
  });
});

describe('what is sent is what the document says', () => {
  test.each([
    ['/quote', { items: [{ product: 'tranquillite', term: 'P1M', times: 3 }, { product: 'rc' }] }],
    ['/reimbursement', { act: 'gp', declaredGp: false, charged: '60.00', sector: '2' }],
    ['/reimbursement', { act: 'psychiatry-day', on: '2017-12-31', until: '2018-01-01' }],
    ['/deadline', { about: 'cmu-decision', from: '2013-04-10' }],
    ['/deadline', { about: 'ehic-gap', from: '2027-08-31', stayUntil: '2027-06-30' }],
    [
      '/eligibility',
      { school: 'higher-education', nationality: 'BR', registered: false, work: 'none', stayMonths: 10 },
    ],
    ['/eligibility', { school: 'other', nationality: 'JP', monthsInFrance: 1, on: '2013-04-10' }],
    [
      '/eligibility',
      { school: 'higher-education', nationality: 'GB', registered: false, ehic: 'full', stayMonths: 10 },
    ],
    ['/eligibility', {}],
    ['/eligibility', { nationality: 'FR' }],
  ])('%s %j', async (path, body) => {
    const { status, json } = await api.post(path, body);
    expect(status).toBe(200);
    const endpoint = endpoints.find(({ name }) => `/${name}` === path);
    expect(endpoint?.response.safeParse(json).error?.issues ?? []).toEqual([]);
  });
});

describe('the page for people', () => {
  test.each([
    ['/', 'en'],
    ['', 'fr'],
  ])('at "%s" in %s', async (path, language) => {
    const response = await fetch(`${api.base}${path}`, { headers: { 'accept-language': language } });
    const page = await response.text();
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(page).toContain(`<html lang="${language}"`);
    for (const { name } of endpoints) expect(page).toContain(`POST /api/v1/${name}`);
    expect(page).toContain('&quot;total&quot;: &quot;127.00&quot;');
    expect(page).toContain(`curl ${api.base}/quote`);
  });

  test('runs no script and loads nothing', async () => {
    const response = await fetch(`${api.base}/`);
    expect(response.headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; style-src 'sha256-[\w+/=]+';/,
    );
    expect(await response.text()).not.toContain('<script');
  });

  test('each kind of problem has its place there, where its type points to', async () => {
    const { json } = await api.post('/quote', {});
    const page = await (await fetch(`${api.base}/`)).text();
    expect(page).toContain(`id="${(json as { type: string }).type.split('#')[1] ?? '?'}"`);
  });
});
