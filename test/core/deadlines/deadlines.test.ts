import { describe, expect, test } from 'vitest';
import { deadline, deadlineKinds, parseDeadline } from '../../../src/core/deadlines/index.ts';
import { data, day } from '../scenarios/data.ts';
import { deadlineScenarios, due } from '../scenarios/deadlines.ts';

const from = '2026-11-22';

describe('value, rule and flags', () => {
  test.each(deadlineScenarios)('$says', ({ run, gives }) => {
    expect(run(data)).toEqual(gives);
  });

  test.each(deadlineKinds)('%s is dated when it is answered', (about) => {
    expect(deadline({ about, from: day('2026-11-22') }, data)).toMatchObject({
      kind: 'dated',
      about,
    });
  });

  test('every kind of deadline has a scenario', () => {
    const told = deadlineScenarios.map(({ says }) => says.split(',')[0]);
    expect([...new Set(told)].sort()).toEqual([...deadlineKinds].sort());
  });
});

describe('reasons: what the rule is filled with', () => {
  test.each([
    ['cover-start', {}, { from }],
    ['certificate', {}, { count: 3 }],
    ['rc-end', {}, { end: '2027-09-30' }],
    ['rc-letter', {}, { before: '2027-07-30', end: '2027-09-30' }],
    ['cmu-request', {}, { wait: 3, asked: '2027-02-22' }],
    ['cmu-decision', {}, { wait: 3, asked: '2027-02-22', least: 3, most: 4 }],
    ['final-number', {}, { least: 3, most: 6, longest: 9, until: '2027-08-22' }],
    ['temporary-number-end', {}, { months: 9 }],
    ['register', {}, { from }],
    ['ehic-gap', { stayUntil: '2027-06-30' }, { until: from, uncovered: '2026-11-23', stayUntil: '2027-06-30' }],
    ['ehic-gap', { stayUntil: '2026-11-22' }, { until: from, stayUntil: '2026-11-22', yearEnd: '2027-08-31' }],
  ])('%s %j', (about, more, filledWith) => {
    expect(due({ about, from, ...more }, data)).toMatchObject({ about, rule: { with: filledWith } });
  });

  test('a card for the whole year', () => {
    expect(due({ about: 'ehic-gap', from: '2027-08-31', stayUntil: '2027-06-30' }, data)).toMatchObject({
      rule: { with: { until: '2027-08-31', stayUntil: '2027-06-30' } },
    });
  });
});

describe('references', () => {
  test.each([
    ['cover-start', from, {}, ['S0-25', 'S0-32']],
    ['certificate', from, {}, ['S0-39']],
    ['rc-end', from, {}, ['S0-20', 'S0-21', 'S0-25']],
    ['rc-letter', from, {}, ['S0-20', 'S0-21', 'S0-25']],
    ['cmu-request', from, {}, ['S0-41', 'S1-18', 'X-09', 'X-10', 'S0-42', 'X-12']],
    ['cmu-decision', from, {}, ['S0-41', 'S1-18', 'X-09', 'X-10', 'S0-42', 'X-12']],
    ['final-number', from, {}, ['S3-20', 'X-23']],
    ['temporary-number-end', from, {}, ['X-23']],
    ['register', from, {}, ['S2-08', 'S2-15', 'S4-21', 'X-16', 'X-01', 'X-02']],
    ['register', '2014-10-01', {}, ['S1-03', 'S1-24', 'X-01', 'X-02']],
    ['ehic-gap', from, { stayUntil: '2027-06-30' }, ['S2-03', 'S2-05', 'S2-06', 'S3-09', 'X-14']],
    ['ehic-gap', from, { stayUntil: from }, ['S2-03', 'S3-09', 'X-14']],
  ])('%s from %s %j', (about, on, more, facts) => {
    expect(due({ about, from: on, ...more }, data)).toMatchObject({ facts });
  });
});

describe('bad input', () => {
  test.each([
    ['no question', { from }, 'about', 'one-of'],
    ['a question that is none of ours', { about: 'visa', from }, 'about', 'one-of'],
    ['no day', { about: 'register' }, 'from', 'day'],
    ['an impossible day', { about: 'register', from: '2026-13-01' }, 'from', 'day'],
    ['a card without a stay', { about: 'ehic-gap', from }, 'stayUntil', 'day'],
    ['a stay without a card', { about: 'ehic-gap', stayUntil: from }, 'from', 'day'],
    ['the last day of a card is no start of anything else', { about: 'register', ehicUntil: from }, 'from', 'day'],
    ['an unknown key', { about: 'register', from, on: from }, 'on', 'keys'],
  ])('%s', (_, input, path, accepted) => {
    expect(parseDeadline(input)).toMatchObject({
      kind: 'invalid',
      errors: [{ path, accepted: { key: `api:accepted.${accepted}` } }],
    });
  });

  test('the last day of the card may be called ehicUntil', () => {
    const stay = { stayUntil: '2027-06-30' };
    expect(due({ about: 'ehic-gap', ehicUntil: from, ...stay }, data)).toEqual(
      due({ about: 'ehic-gap', from, ...stay }, data),
    );
    expect(due({ about: 'ehic-gap', from, ehicUntil: from, ...stay }, data)).toMatchObject({ kind: 'dated' });
  });

  test.each([
    [
      'two last days of one card',
      { about: 'ehic-gap', from, ehicUntil: '2026-11-23', stayUntil: from },
      'ehicUntil',
      'api:accepted.same-as',
      { field: 'from', value: from },
    ],
    [
      'the final number before there was a platform',
      { about: 'final-number', from: '2018-08-31' },
      'from',
      'api:accepted.day-from',
      { day: '2018-09-01' },
    ],
    [
      'a temporary number before there was a platform',
      { about: 'temporary-number-end', from: '2018-08-31' },
      'from',
      'api:accepted.day-from',
      { day: '2018-09-01' },
    ],
    [
      'CMU before the first known day',
      { about: 'cmu-request', from: '2010-08-31' },
      'from',
      'api:accepted.day-from',
      { day: '2010-09-01' },
    ],
    [
      'a decision before the first known day',
      { about: 'cmu-decision', from: '2010-08-31' },
      'from',
      'api:accepted.day-from',
      { day: '2010-09-01' },
    ],
    [
      'a certificate before the first known day',
      { about: 'certificate', from: '2010-08-31' },
      'from',
      'api:accepted.day-from',
      { day: '2010-09-01' },
    ],
    [
      'registering before the first known day',
      { about: 'register', from: '2010-08-31' },
      'from',
      'api:accepted.day-from',
      { day: '2010-09-01' },
    ],
  ])('%s is refused by name', (_, request, path, key, filledWith) => {
    expect(due(request, data)).toEqual({
      kind: 'unanswerable',
      errors: [{ path, accepted: { key, with: filledWith } }],
    });
  });

  test('a request that names no day is refused, whoever made it', () => {
    expect(deadline({ about: 'register' }, data)).toMatchObject({
      kind: 'unanswerable',
      errors: [{ path: 'from', accepted: { key: 'api:accepted.day' } }],
    });
  });

  test('a card without a stay, made past the door, has no gap on its own last day', () => {
    expect(deadline({ about: 'ehic-gap', from: day(from) }, { ...data, offers: null })).toMatchObject({
      when: { kind: 'never' },
    });
  });

  test.each(['rc-end', 'rc-letter'] as const)('%s of a desk that sells no RC', (about) => {
    const refused = {
      kind: 'unanswerable',
      errors: [{ path: 'about', accepted: { key: 'deadlines:refused.no-yearly-offer' } }],
    };
    const [medical] = data.offers.products;
    expect(deadline({ about, from: day(from) }, { ...data, offers: null })).toEqual(refused);
    expect(deadline({ about, from: day(from) }, { ...data, offers: { ...data.offers, products: [medical!] } })).toEqual(
      refused,
    );
  });
});
