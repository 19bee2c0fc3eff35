import { afterEach, beforeEach, expect, test } from 'vitest';
import type { TurnDecision } from '../../src/conversation/reply.ts';
import { converse } from './listed.ts';
import { openRoom, type Room, type Visitor } from './room.ts';

/** What the desk sends often: written by curators, put into replies by everybody, in the student's language. */
let room: Room;
let ada: Visitor;
let ben: Visitor;
beforeEach(async () => {
  room = await openRoom();
  [ada, ben] = [await room.join('curator', 'Ada Martin'), await room.join('reviewer', 'Ben')];
});
afterEach(() => room.close());

const edit = '/staff/replies/edit';
const both = {
  'title-en': 'Bring it',
  'text-en': 'Bring your passport to {{desk}} on {{day}}, with {{amount}}. It is {{reference}}.',
  'title-fr': 'Apporter',
  'text-fr': 'Apportez votre passeport ({{nationalité}}, {{séjour}}). {{collègue}}',
};
const save = (fields: Record<string, string> = {}) => ada.send(edit, { ...both, ...fields });
const saved = () => room.storage.savedReplies.list();

async function handOver(language: string, facts: Record<string, unknown> = {}): Promise<void> {
  const decision: TurnDecision = 'handover';
  await converse(room.storage, 'c', [
    {
      says: 'a person please',
      trace: { decision, language },
      effects: [{ kind: 'handover', reference: 'G-1', reason: 'asked', facts }],
    },
  ]);
}

const page = '/staff/handover?reference=G-1';
const act = (visitor: Visitor, action: string, fields: Record<string, string>) =>
  visitor.send(`/staff/handover/${action}`, { reference: 'G-1', ...fields }, { from: page });
const put = async (visitor: Visitor, text = '') => {
  const [reply] = await saved();
  return JSON.parse((await act(visitor, 'insert', { put: `saved:${reply?.id ?? ''}`, text, quietly: 'yes' })).text) as {
    readonly text: string;
    readonly notice: string;
  };
};
const send = (visitor: Visitor, text: string) => act(visitor, 'reply', { text, reply: crypto.randomUUID() });
const sent = async () => (await room.storage.journal.read('c', 2, 20)).map(({ text }) => text);

test('a curator writes one in both languages of the staff room; it says which languages are missing', async () => {
  expect((await save()).to).toContain('saved:kept');
  expect((await saved()).map(({ texts, name }) => [texts['fr']?.title, name])).toEqual([['Apporter', 'Ada Martin']]);
  const { text } = await ben.get('/staff/replies');
  expect(text).toContain('Bring it');
  expect(text).toContain('not written: Spanish, Italian, Portuguese, German, Chinese and Arabic');
  expect(text).not.toContain(edit);
  expect((await ben.get(edit)).status).toBe(403);
});

test.each([
  ['without French', { 'text-fr': '' }, 'name and text are needed in French'],
  ['half written in Spanish', { 'title-es': 'Traer' }, 'in Spanish the name or the text is missing'],
  ['with a field that there is none of', { 'text-en': 'On {{dya}}.' }, 'there is no field {{dya}}'],
])('one %s is not kept, and what was written stands there still', async (_, fields, problem) => {
  const refused = await save(fields);
  expect(refused.status).toBe(422);
  expect(refused.text).toContain(problem);
  expect(refused.text).toContain('value="Apporter"');
  expect(await saved()).toEqual([]);
});

test('it is changed in place, and removed after the page has asked', async () => {
  await save();
  const [{ id } = { id: '' }] = await saved();
  await save({ id, 'title-en': 'Bring them', 'title-es': 'Traer', 'text-es': 'Traiga su pasaporte.' });
  expect((await saved()).map(({ texts }) => Object.keys(texts).sort().join())).toEqual(['en,es,fr']);
  const remove = `/staff/replies/remove?id=${id}`;
  expect((await ada.get(remove)).text).toContain('Remove the saved reply “Bring them”?');
  expect((await ada.send('/staff/replies/remove', { id }, { from: remove })).to).toContain('saved:removed');
  expect(await saved()).toEqual([]);
});

test('put in by one choice: what is known is filled, what is not stays to be filled and is not sent', async () => {
  await save();
  await handOver('en');
  expect((await ben.get(page)).text).toMatch(/name="put" value="saved:[^"]*">\s*Bring it\s*</);
  const first = await put(ben, 'Hello.');
  expect(first.text).toMatch(
    /^Hello\.\n\nBring your passport to Guichet demo on \{\{day\}\}, with \{\{amount\}\}\. It is G-1\.$/,
  );
  expect(first.notice).toContain('Fill in');
  expect((await send(ben, first.text)).to).toContain('queue.to-fill');
  expect(await sent()).toEqual([]);
  // What is kept is there when the page is opened again.
  expect((await ben.get(page)).text).toContain('on {{day}}, with');
  const whole = first.text.replace('{{day}}', '3 December').replace('{{amount}}', '30 €');
  expect((await send(ben, whole)).to).toContain('queue.replied');
  expect((await sent())[0]).toContain('on 3 December, with 30 €. It is G-1.');
});

test('it goes out in the student’s language, with what they told in it', async () => {
  await save();
  await handOver('fr', { nationality: 'BR', stayMonths: 10, birthDate: '2004-03-12' });
  expect((await put(ben)).text).toBe('Apportez votre passeport (Brésil, 10 mois). Ben');
});

test('where it is not written in that, it says so before and after, in the staff room’s first language', async () => {
  await save();
  await handOver('pt');
  expect((await ben.get(page)).text).toContain('in English: not written in the student’s');
  const { text, notice } = await put(ben);
  expect(text).toContain('Bring your passport');
  expect(notice).toContain('Fill in');
  await save({ id: (await saved())[0]?.id ?? '', 'title-pt': 'Trazer', 'text-pt': 'Traga o passaporte.' });
  expect((await put(ben)).text).toBe('Traga o passaporte.');
});

test('what the student told goes in as one field, never a day of birth', async () => {
  await save({ 'text-en': 'You told us: {{what they told}}.' });
  await handOver('en', {
    nationality: 'BR',
    insuredIn: 'CA-QC',
    stayMonths: 10,
    work: 'none',
    birthDate: '2004-03-12',
    ehic: 'unknown',
  });
  expect((await put(ben)).text).toBe(
    'You told us: nationality: Brazil, insured in: Quebec, stay: 10 months, paid work: no paid work.',
  );
});

test('a colleague’s own phone, mail address and name reach the student; numbers of papers do not', async () => {
  await handOver('en');
  const words =
    'Call 02 41 22 33 44 or write to ben@univ.example. Your card 4111 1111 1111 1111.\n\nKind regards,\nBen';
  expect((await send(ben, words)).to).toContain('queue.replied-marked');
  expect((await sent())[0]).toContain(words.replace('4111 1111 1111 1111', '[payment card]'));
});
