import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { knowledge, openApi, type Api } from './api-server.ts';

let api: Api;
beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api.close());

describe('400: the field and what is accepted', () => {
  test.each([
    ['/quote', { items: [{ product: 'rc' }], price: '1.00' }, 'price', 'these keys only: desk, items, on'],
    ['/quote', { items: [] }, 'items', 'a list of 1 to 20'],
    ['/quote', { items: [{ product: 'rc', times: 2 }] }, 'items.0.times', 'a term in months only'],
    [
      '/quote',
      { items: [{ product: 'tranquillite', term: 'P1M', times: 13 }] },
      'items.0.times',
      'a whole number from 1 to 12',
    ],
    ['/reimbursement', { act: 'gp', charged: 25 }, 'charged', 'an amount in euros with two places'],
    ['/reimbursement', { act: 'gp', on: '2026-02-30' }, 'on', 'a calendar day'],
    ['/reimbursement', { act: 'hospital-day' }, 'until', 'a calendar day'],
    ['/reimbursement', { act: 'dentist' }, 'act', 'one of: gp, hospital-day, psychiatry-day'],
    ['/deadline', { about: 'visa', from: '2026-11-22' }, 'about', 'one of: cover-start,'],
    ['/deadline', { about: 'register' }, 'from', 'a calendar day'],
    ['/eligibility', { age: -1 }, 'age', ''],
    ['/eligibility', { nationality: 'ZZ' }, 'nationality', ''],
    ['/eligibility', { country: 'BR' }, 'country', 'these keys only'],
    ['/eligibility', { registered: 'yes' }, 'registered', ''],
    ['/eligibility', [], '', 'a JSON object'],
    ['/quote', 'null', '', 'a JSON object'],
    ['/quote', '{"__proto__":{},"items":[{"product":"rc"}]}', '__proto__', 'these keys only'],
  ])('%s %j', async (path, body, field, accepted) => {
    const { status, headers, json } = await api.post(path, body);
    expect(status).toBe(400);
    expect(headers.get('content-type')).toBe('application/problem+json');
    expect(json).toMatchObject({ type: '/api/v1/#invalid', status: 400, code: 'input/invalid' });
    const { errors } = json as { errors: { path: string; accepted: string }[] };
    expect(errors.map((error) => error.path)).toEqual([field]);
    expect(errors[0]?.accepted).toContain(accepted);
    expect(errors[0]?.accepted.length).toBeGreaterThan(3);
  });

  test('every wrong field is named, in the language of the reader', async () => {
    const { json } = await api.post(
      '/reimbursement',
      { act: 'gp', on: 'hier', visits: 0, x: 1 },
      { 'accept-language': 'fr' },
    );
    const { errors, title } = json as { title: string; errors: { path: string; accepted: string }[] };
    expect(errors.map(({ path }) => path).sort()).toEqual(['on', 'visits', 'x']);
    expect(errors.find(({ path }) => path === 'on')?.accepted).toContain('un jour du calendrier');
    expect(title).toContain('champs');
  });

  test.each(['', '{', 'act=gp', '{"act":"gp"}}'])('a body that is no JSON: %j', async (body) => {
    const { status, json } = await api.post('/reimbursement', body);
    expect(status).toBe(400);
    expect(json).toMatchObject({ code: 'input/not-json' });
  });
});

describe('doors', () => {
  test('a body over the limit is refused unread', async () => {
    const { status, json } = await api.post('/quote', JSON.stringify({ items: [], filler: 'x'.repeat(20_000) }));
    expect(status).toBe(413);
    expect(json).toMatchObject({ code: 'input/too-large', detail: expect.stringContaining('16384') as unknown });
  });

  test('an address without a question', async () => {
    const { status, json } = await api.post('/price', {});
    expect(status).toBe(404);
    expect(json).toMatchObject({ detail: expect.stringContaining('/api/v1/openapi.json') as unknown });
    expect((await fetch(`${api.base}/price`)).status).toBe(404);
  });

  test('a question is asked with POST', async () => {
    const response = await fetch(`${api.base}/quote`);
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('POST');
  });

  test('the content type is not needed: curl -d sends another', async () => {
    const { status } = await api.post('/reimbursement', '{"act":"gp"}', {
      'content-type': 'application/x-www-form-urlencoded',
    });
    expect(status).toBe(200);
  });

  test('answers are kept by no cache and sniffed by no browser', async () => {
    const { headers } = await api.post('/reimbursement', { act: 'gp' });
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('vary')).toContain('Accept-Language');
  });

  test('too many requests from one address: 429 and when to come back', async () => {
    const strict = await openApi({ perAddress: { burst: 2, perSecond: 0.5 } });
    const asked = [1, 2, 3].map(() => strict.post('/reimbursement', { act: 'gp' }));
    const [, , third] = (await Promise.all(asked)).toSorted((a, b) => a.status - b.status);
    expect(third?.status).toBe(429);
    expect(third?.headers.get('retry-after')).toBe('2');
    expect(third?.json).toMatchObject({ code: 'limit/rate', detail: 'Try again in 2 seconds.' });
    await strict.close();
  });

  test('behind our own proxy each person has an own limit', async () => {
    const strict = await openApi({ perAddress: { burst: 1, perSecond: 0.5 }, trustProxy: true });
    const from = async (address: string) =>
      (await strict.post('/reimbursement', { act: 'gp' }, { 'x-forwarded-for': address })).status;
    expect([await from('192.0.2.1'), await from('192.0.2.1'), await from('192.0.2.2')]).toEqual([200, 429, 200]);
    await strict.close();
  });

  test('what breaks is told with a reference, never with its cause, and logged with it', async () => {
    const rates = Object.fromEntries(Object.entries(knowledge.rates).filter(([id]) => id !== 'gp-visit'));
    const broken = await openApi({}, { known: { ...knowledge, rates } });
    const { status, text, json } = await broken.post('/reimbursement', { act: 'gp' });
    expect(status).toBe(500);
    expect(text).not.toContain('gp-visit');
    const [entry] = broken.logged as { reference: string; code: string }[];
    expect(entry?.code).toBe('http/failed');
    expect(json).toMatchObject({ detail: expect.stringContaining(entry?.reference ?? '?') as unknown });
    await broken.close();
  });
});

describe('pages of other sites', () => {
  const school = 'https://school.example';

  test('by default none may read the answers', async () => {
    const { headers } = await api.post('/reimbursement', { act: 'gp' }, { origin: school });
    expect(headers.get('access-control-allow-origin')).toBeNull();
  });

  test.each([
    ['a site that is named', [school], school],
    ['every site', ['*'], school],
    ['another site', ['https://other.example'], null],
  ])('%s', async (_, sites, allowed) => {
    const open = await openApi({ sites });
    const { headers } = await open.post('/reimbursement', { act: 'gp' }, { origin: school });
    expect(headers.get('access-control-allow-origin')).toBe(allowed);
    const preflight = await fetch(`${open.base}/reimbursement`, {
      method: 'OPTIONS',
      headers: { origin: school, 'access-control-request-method': 'POST' },
    });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get('access-control-allow-methods')).toBe(allowed === null ? null : 'GET, POST');
    await open.close();
  });
});
