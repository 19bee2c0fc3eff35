import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openApi, type Api } from './api-server.ts';

let api: Api;
beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api.close());

describe('a calendar file on request', () => {
  const asked = { about: 'final-number', from: '2026-11-22' };

  test.each([
    ['by Accept', '/deadline', { accept: 'text/calendar' }],
    ['by ?format=ics', '/deadline?format=ics', {}],
  ])('%s', async (_, path, headers) => {
    const { status, headers: got, text } = await api.post(path, asked, headers);
    expect(status).toBe(200);
    expect(got.get('content-type')).toBe('text/calendar; charset=utf-8');
    expect(got.get('content-disposition')).toContain('guichet.ics');
    const lines = text.split('\r\n');
    expect(lines[0]).toBe('BEGIN:VCALENDAR');
    expect(lines).toContain('UID:final-number-2026-11-22@guichet');
    expect(lines).toContain('DTSTAMP:20261121T233000Z');
    expect(lines).toContain('DTSTART;VALUE=DATE:20270222');
    expect(lines).toContain('DTEND;VALUE=DATE:20270523');
    expect(lines).toContain('SUMMARY:Final social security number expected');
  });

  test('one day lasts until the next', async () => {
    const { text } = await api.post('/deadline?format=ics', { about: 'cover-start', from: '2026-12-30' });
    expect(text).toContain('DTSTART;VALUE=DATE:20261231\r\nDTEND;VALUE=DATE:20270101');
  });

  test('a request that cannot be answered is a problem, not a calendar', async () => {
    const { status, headers } = await api.post('/deadline?format=ics', { about: 'final-number', from: '2018-08-31' });
    expect(status).toBe(422);
    expect(headers.get('content-type')).toBe('application/problem+json');
  });

  test('where nothing falls due there is nothing to enter', async () => {
    const { status, json } = await api.post('/deadline?format=ics', {
      about: 'ehic-gap',
      from: '2027-08-31',
      stayUntil: '2027-06-30',
    });
    expect(status).toBe(422);
    expect(json).toMatchObject({ errors: [{ accepted: expect.stringContaining('calendar') as unknown }] });
  });

  test('the other questions have none, and answer as ever', async () => {
    const { headers } = await api.post('/reimbursement?format=ics', { act: 'gp' });
    expect(headers.get('content-type')).toContain('application/json');
  });
});
