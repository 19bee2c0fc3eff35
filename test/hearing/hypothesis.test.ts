import { describe, expect, test } from 'vitest';
import { told } from './ears.ts';

const plans = [
  ['en', 'and if I find some weekend shifts in a bar?'],
  ['en', 'and if I take a student job in spring'],
  ['en', 'does it matter if I give private lessons for money?'],
  ['en', 'what if we sign a full-time contract?'],
  ['fr', 'et si je donne des cours particuliers payés ?'],
  ['fr', 'et si plus tard je prends un petit boulot'],
  ['fr', 'ça change quoi si je suis serveur le week-end ?'],
  ['de', 'und wenn ich einen Minijob finde?'],
  ['de', 'was ist, wenn ich nebenbei kellnere?'],
  ['es', '¿y si encuentro un trabajito?'],
  ['es', '¿cambia algo si trabajo los fines de semana?'],
  ['it', 'e se trovo un lavoretto?'],
  ['it', 'cambia qualcosa se lavoro nel weekend?'],
  ['pt', 'e se eu arranjar um trabalhinho?'],
  ['pt', 'e se trabalhar aos fins de semana?'],
  ['zh', '如果我找到一份兼职呢？'],
  ['zh', '我去餐馆打工的话会怎么样？'],
  ['ar', 'ماذا لو وجدت عملا بدوام جزئي؟'],
  ['ar', 'وإذا اشتغلت في مقهى؟'],
] as const;

describe('a job that is only supposed is told by nobody', () => {
  test.each(plans)('%s: %s', (language, text) => {
    expect(told(text, { language })).not.toHaveProperty('work');
    expect(told(text, { language, asked: 'registered' })).toEqual({});
    expect(told(text, { language, asked: 'work' })).toEqual({});
  });

  test.each([
    ['en', "I work in a bar, what if I'm ill?", 'minor'],
    ['fr', "j'ai un petit boulot, et si je tombe malade ?", 'minor'],
    ['es', 'tengo un trabajito, ¿y si me enfermo?', 'minor'],
    ['zh', '我在餐馆打工，如果生病了怎么办？', 'minor'],
  ])('one that is had is: %s: %s', (language, text, work) => {
    expect(told(text, { language })).toMatchObject({ work });
  });
});

describe('while a form asks, a time that is supposed answers nothing', () => {
  test.each([
    ['en', 'what if I stay until April?'],
    ['en', 'and if I leave in March?'],
    ['fr', 'et si je reste jusqu’en avril ?'],
    ['de', 'und wenn ich bis April bleibe?'],
    ['es', '¿y si me quedo hasta abril?'],
    ['it', 'e se resto fino ad aprile?'],
    ['pt', 'e se eu ficar até abril?'],
    ['zh', '如果我待到四月呢？'],
    ['ar', 'ماذا لو بقيت حتى أبريل؟'],
  ])('%s: %s', (language, text) => {
    expect(told(text, { language, asked: 'registered' })).toEqual({});
    expect(told(text, { language, asked: 'stayMonths' })).toEqual({});
  });
});

test('the end of a stay that was told to begin next year comes behind its start', () => {
  const before = { stayFrom: '2027-02-01', stayUntil: '2027-05-31' };
  expect(told('and if I stay until November', { told: before })).toEqual({ stayUntil: '2027-11-30' });
  expect(told('and if I stay until December', { told: before })).toEqual({ stayUntil: '2027-12-31' });
});
