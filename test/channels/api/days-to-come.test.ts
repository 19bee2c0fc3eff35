import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openApi, type Api } from './api-server.ts';

let api: Api;
beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api.close());

describe('a day after today carries a caution, a day of the past none', () => {
  const who = { school: 'higher-education', registered: false, nationality: 'MX', work: 'none', stayMonths: 10 };
  const items = [{ product: 'rc' }];
  const stay = { act: 'hospital-day', on: '2099-01-01', until: '2099-01-05' };
  const caution = 'rules and figures may change';

  test.each<readonly [string, string, object]>([
    ['eligibility', '/eligibility', { ...who, on: '2099-01-01' }],
    ['a quote', '/quote', { desk: 'aaa', items, on: '2099-01-01' }],
  ])('%s', async (_, path, body) => {
    const { status, json } = await api.post(path, body);
    expect(status).toBe(200);
    expect((json as { flags: string[] }).flags).toContain('future');
    expect(JSON.stringify(json)).toContain(caution);
    const past = await api.post(path, { ...body, on: '2026-11-20' });
    expect((past.json as { flags: string[] }).flags).not.toContain('future');
    expect(JSON.stringify(past.json)).not.toContain(caution);
  });

  test('a stay in hospital, and what its sum leaves out', async () => {
    const { json } = await api.post('/reimbursement', stay);
    expect(json).toMatchObject({ student: '115.00' });
    const { formula } = json as { formula: string };
    for (const words of ['115 €', '147 €', 'not added to it', caution]) expect(formula).toContain(words);
  });
});
