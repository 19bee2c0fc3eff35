import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openApi, type Api } from './api-server.ts';

let api: Api;
beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api.close());

describe('quote', () => {
  test('three months and RC: as the contract has it', async () => {
    const { status, json } = await api.post('/quote', {
      desk: 'aaa',
      items: [{ product: 'tranquillite', term: 'P3M', times: 1 }, { product: 'rc' }],
      on: '2026-11-22',
    });
    expect(status).toBe(200);
    expect(json).toEqual({
      lines: [
        {
          product: 'tranquillite',
          term: 'P3M',
          insurance: '99.00',
          expenses: '10.00',
          from: '2026-11-23',
          to: '2027-02-22',
        },
        {
          product: 'rc',
          term: 'until-30-september',
          insurance: '13.00',
          expenses: '10.00',
          from: '2026-11-23',
          to: '2027-09-30',
        },
      ],
      expenses: '15.00',
      total: '127.00',
      withoutBundle: '132.00',
      warnings: expect.arrayContaining([
        expect.stringContaining('ALFJ'),
        expect.stringContaining('3 to 4 months'),
      ]) as unknown,
      flags: ['C-34', 'C-36', 'C-43'],
      sources: ['S0'],
    });
  });

  test('three months twice and RC', async () => {
    const { json } = await api.post('/quote', {
      items: [{ product: 'tranquillite', term: 'P3M', times: 2 }, { product: 'rc' }],
      on: '2013-04-10',
    });
    expect(json).toMatchObject({ total: '236.00', withoutBundle: '241.00', expenses: '25.00' });
  });

  test('without a day it is paid today, in Paris', async () => {
    const { json } = await api.post('/quote', { items: [{ product: 'tranquillite', term: 'P1M' }] });
    expect(json).toMatchObject({ lines: [{ from: '2026-11-23' }] });
  });

  test('two months are not sold: 422 with what is', async () => {
    const { status, json } = await api.post('/quote', {
      items: [{ product: 'tranquillite', term: 'P2M' }],
      on: '2026-11-22',
    });
    expect(status).toBe(422);
    expect(json).toMatchObject({
      errors: [
        {
          path: 'items.0.term',
          accepted: 'P1M, P3M: 2 months are not sold at once; 1 + 1 months in a row cost 104 €, 3 months at once 109 €',
        },
      ],
    });
  });

  test('a desk that there is not: 422 with the desks that there are', async () => {
    const { status, json } = await api.post('/quote', { desk: 'bbb', items: [{ product: 'rc' }] });
    expect(status).toBe(422);
    expect(json).toMatchObject({ errors: [{ path: 'desk', accepted: 'one of: aaa' }] });
  });
});

describe('reimbursement', () => {
  test('as the Dijon page has it', async () => {
    const { status, json } = await api.post('/reimbursement', {
      act: 'gp',
      on: '2021-10-10',
      age: 22,
      declaredGp: true,
      mutuelle: true,
    });
    expect(status).toBe(200);
    expect(json).toEqual({
      tariff: '25.00',
      base: '25.00',
      rate: '70%',
      fixedContribution: '1.00',
      assuranceMaladie: '16.50',
      mutuelle: '7.50',
      student: '1.00',
      beyondTariff: '0.00',
      formula:
        '70% of 25 € is 17.50 €; minus the fixed contribution of 1 €, Assurance Maladie pays 16.50 €. A standard mutuelle pays the other 7.50 €, never the fixed contribution.',
      sources: ['S2', 'S3', 'X'],
    });
  });

  test('days across a change of tariff', async () => {
    const { json } = await api.post('/reimbursement', { act: 'hospital-day', on: '2026-02-27', until: '2026-03-01' });
    expect(json).toMatchObject({
      tariff: '63.00',
      rate: null,
      assuranceMaladie: '0.00',
      mutuelle: null,
      student: '63.00',
      sources: ['X'],
    });
    expect(json).toMatchObject({
      formula: expect.stringContaining('27 February 2026 to 28 February 2026: 2 days at 20 €.') as unknown,
    });
  });

  test('without a declared GP', async () => {
    const { json } = await api.post('/reimbursement', { act: 'gp', on: '2021-10-10', declaredGp: false });
    expect(json).toMatchObject({ rate: '30%', assuranceMaladie: '6.50', mutuelle: null, student: '18.50' });
  });

  test('without a day it is today: 19 euros come back', async () => {
    const { json } = await api.post('/reimbursement', { act: 'gp' });
    expect(json).toMatchObject({ tariff: '30.00', assuranceMaladie: '19.00' });
  });

  test('before the first known tariff: 422 with that day', async () => {
    const { status, json } = await api.post('/reimbursement', { act: 'gp', on: '2007-06-30' });
    expect(status).toBe(422);
    expect(json).toMatchObject({ errors: [{ path: 'on', accepted: 'a day from 2007-07-01 on' }] });
  });
});

describe('deadline', () => {
  test.each([
    ['cover-start', '2026-11-22', { date: '2026-11-23', flags: ['C-43'], sources: ['S0'] }],
    [
      'final-number',
      '2026-11-22',
      { between: ['2027-02-22', '2027-05-22'], flags: ['C-23', 'X-23'], sources: ['S3', 'X'] },
    ],
    ['temporary-number-end', '2026-03-05', { date: '2026-12-05', flags: ['X-23'], sources: ['X'] }],
    ['rc-end', '2026-11-22', { date: '2027-09-30', flags: ['C-34'] }],
    ['register', '2026-09-07', { date: '2026-09-07' }],
  ])('%s from %s', async (about, from, gives) => {
    const { status, json } = await api.post('/deadline', { about, from });
    expect(status).toBe(200);
    expect(json).toMatchObject({ about, ...gives, rule: expect.stringMatching(/\w{3}/) as unknown });
    expect('date' in json).not.toBe('between' in json);
  });

  test('nothing falls due: the date is null', async () => {
    const { status, json } = await api.post('/deadline', {
      about: 'ehic-gap',
      from: '2027-08-31',
      stayUntil: '2027-06-30',
    });
    expect(status).toBe(200);
    expect(json).toMatchObject({ date: null, flags: [] });
  });
});

describe('eligibility', () => {
  test('decided', async () => {
    const { status, json } = await api.post('/eligibility', {
      on: '2021-09-15',
      school: 'higher-education',
      registered: false,
      nationality: 'MX',
      work: 'none',
      stayMonths: 10,
    });
    expect(status).toBe(200);
    expect(json).toMatchObject({
      kind: 'decided',
      row: 'D29',
      outcome: 'GEN',
      mandatory: true,
      fee: { amount: '0.00', currency: 'EUR' },
      verify: false,
      nearly: [
        { row: 'D28', failed: 'stayMonths' },
        { row: 'D32', failed: 'work' },
      ],
    });
    expect(json).toMatchObject({
      because: expect.arrayContaining([{ fact: 'S2-08', met: expect.stringContaining('MX') as unknown }]) as unknown,
    });
  });

  test('a question still open is 200', async () => {
    const { status, json } = await api.post('/eligibility', { on: '2026-11-22', school: 'higher-education' });
    expect(status).toBe(200);
    expect(json).toMatchObject({ kind: 'needs', unknown: [] });
    expect((json as { missing: string[] }).missing).toContain('registered');
  });

  test('"unknown" is accepted and not asked again', async () => {
    const { json } = await api.post('/eligibility', {
      school: 'higher-education',
      nationality: 'BR',
      registered: 'unknown',
      work: 'none',
      stayMonths: 'unknown',
    });
    expect(json).toMatchObject({
      kind: 'needs',
      missing: [],
      unknown: expect.arrayContaining(['registered', 'stayMonths']) as unknown,
    });
  });

  test('an unknown day is asked for', async () => {
    const { status, json } = await api.post('/eligibility', { on: 'unknown', school: 'higher-education' });
    expect(status).toBe(200);
    expect(json).toMatchObject({ kind: 'needs', unknown: ['on'] });
  });

  test('no row of the table: 200 and whom to turn to', async () => {
    const { status, json } = await api.post('/eligibility', { nationality: 'FR', school: 'higher-education' });
    expect(status).toBe(200);
    expect(json).toMatchObject({
      kind: 'unsupported',
      reason: expect.stringContaining('French') as unknown,
      handover: { email: expect.stringContaining('@') as unknown },
    });
  });

  test('before the first known year: 422', async () => {
    const { status, json } = await api.post('/eligibility', {
      on: '2010-08-31',
      school: 'higher-education',
      nationality: 'BR',
    });
    expect(status).toBe(422);
    expect(json).toMatchObject({ errors: [{ path: 'on' }] });
  });

  test('facts that exclude each other: 422 naming both', async () => {
    const { status, json } = await api.post('/eligibility', {
      school: 'higher-education',
      nationality: 'BR',
      insuredIn: 'BR',
      s1: true,
    });
    expect(status).toBe(422);
    expect((json as { errors: { path: string }[] }).errors.map(({ path }) => path)).toContain('s1');
  });
});

describe('languages', () => {
  test.each([
    ['fr', 'fr', '17,50 €'],
    ['fr-CH, en;q=0.5', 'fr', '17,50 €'],
    ['nl, fr;q=0.7, en;q=0.9', 'en', '17.50 €'],
    ['nl', 'en', '17.50 €'],
    ['', 'en', '17.50 €'],
    ['fr;q=0', 'en', '17.50 €'],
    ['fr;q=x', 'en', '17.50 €'],
  ])('Accept-Language "%s" is answered in %s', async (header, language, amount) => {
    const { headers, json } = await api.post(
      '/reimbursement',
      { act: 'gp', on: '2021-10-10' },
      { 'accept-language': header },
    );
    expect(headers.get('content-language')).toBe(language);
    expect(json).toMatchObject({ formula: expect.stringContaining(amount) as unknown });
  });
});
