import { describe, expect, test } from 'vitest';
import { freshState, type ConversationState } from '../../src/conversation/state.ts';
import type { TurnResult } from '../../src/conversation/result/compose-result.ts';
import { incoming, readText, takeTurn } from './talk.ts';

/** Sentences of kinds that were heard wrong, through the whole turn: what the trace says was the student's own. */
type Told = Readonly<Record<string, unknown>>;

async function say(texts: readonly string[], locale = 'en'): Promise<TurnResult> {
  let state: ConversationState = freshState;
  let last: TurnResult | null = null;
  for (const [index, text] of texts.entries()) {
    last = await takeTurn(incoming(text, index, { locale }), state);
    state = last.state;
  }
  if (last === null) throw new RangeError('Nothing was said');
  return last;
}

function own({ trace }: TurnResult): Told {
  const facts = (trace.facts ?? []).filter((fact) => fact.for === 'student');
  return Object.fromEntries(facts.map(({ field, value }) => [field, value]));
}

const stay = ['check my situation', 'no', 'chilean, no job'];
const registered = ['check my situation'];
const nationality = ['check my situation', 'no'];

describe('what nobody told is not heard', () => {
  test.each<[string, readonly string[], string, Told]>([
    ['a lone s is no island', [], 'is registering needed? it’s for 9 months that I stay', { stayMonths: 9 }],
    ['a rent is no stay', [], 'the flat costs 620 per month, is there any help?', {}],
    ['hours are no stay', stay, 'I will work 12 hours per week', { work: 'minor' }],
    ['a sister’s stay is hers', stay, 'my sister stays 3 months', {}],
    ['a friend’s country is the friend’s', nationality, 'my Italian friend told me to come', {}],
    ['what is eaten is no passport', nationality, 'I am in an Indian restaurant right now', {}],
    ['yes and no at once is neither', registered, 'yes no maybe', { registered: 'unknown' }],
    ['a wizard is no Laotian', nationality, 'I am a wizard', {}],
    ['a length of another thing', stay, 'I am 2 months late with this', {}],
    ['weeks until an exam', stay, 'my exam is in 4 weeks', {}],
    ['months of a pregnancy', stay, 'I’m 4 months pregnant', {}],
    ['a price is no stay', stay, 'they charged me 45 yesterday', {}],
    ['an age is no stay', stay, 'i am 23', { age: 23 }],
    ['time already spent is no stay', stay, 'I have been here for 3 months', { monthsInFrance: 3 }],
    ['"may" asks', stay, 'you may ask for help', {}],
    [
      'a university is no Assurance Maladie',
      registered,
      'i am registered at my university',
      { school: 'higher-education' },
    ],
    ['a mutuelle is no doctor', ['calculate a refund', 'a GP visit'], 'no mutuelle', { mutuelle: false }],
    ['a quote’s price was not charged', ['how much is the 3 month insurance?'], '109?', {}],
  ])('%s', async (_, before, text, told) => {
    const turn = await say([...before, text]);
    expect(own(turn), readText(turn)).toEqual(told);
  });
});

describe('what is told is taken whole', () => {
  test.each<[string, readonly string[], string, Told]>([
    ['a no and a nationality', registered, 'no I am Peruvian', { registered: false, nationality: 'PE' }],
    ['what is denied is not it', nationality, 'I am not Korean, I am Japanese', { nationality: 'JP' }],
    ['a birthplace is no passport', nationality, 'I am Spanish, born in Algeria', { nationality: 'ES' }],
    ['the last of a correction', stay, '8 months, sorry no, 6', { stayMonths: 6 }],
    ['it is', nationality, 'it’s Norway', { nationality: 'NO' }],
    ['a flag', nationality, '🇲🇽', { nationality: 'MX' }],
    ['a visa beside the stay', stay, 'my visa is for 5 months but I stay 11', { stayMonths: 11 }],
    ['about twelve', stay, 'a dozen months', { stayMonths: 12 }],
    ['the day comes first', stay, 'from 2/9/2026 to 5/1/2027', { stayFrom: '2026-09-02', stayUntil: '2027-01-05' }],
    [
      'all that stands behind the no',
      registered,
      'no and i am greek with a card until july, staying until june',
      { registered: false, nationality: 'GR', ehicUntil: '2027-07-31', stayUntil: '2027-06-30' },
    ],
    ['a day with its ending', ['when can i ask for PUMa'], 'october 12th', { from: '2026-10-12' }],
    [
      'a price and a sector',
      ['calculate a refund', 'a GP visit'],
      '55e, she is sector 2',
      { charged: '55.00', sector: '2' },
    ],
    ['without RC', ['make me a quote'], 'three months, no RC', { items: [{ product: 'tranquillite', term: 'P3M' }] }],
    ['twice', ['make me a quote'], 'twice one month', { items: [{ product: 'tranquillite', term: 'P1M', times: 2 }] }],
    ['thanks behind an answer', registered, 'No, not yet. Many thanks!', { registered: false }],
    [
      'a letter around it',
      registered,
      'Hello,\n\nNo, this is my first year.\n\nBest regards,\nAnna',
      { registered: false },
    ],
  ])('%s', async (_, before, text, told) => {
    const turn = await say([...before, text]);
    expect(own(turn), readText(turn)).toMatchObject(told);
    expect(turn.trace.decision).toBe('dialog');
  });
});

test.each([
  ['two passports', nationality, 'I have two passports, Chile and Italy', ['Chile', 'Italy']],
  ['either of two', nationality, 'France or Italy', ['France', 'Italy']],
])('two readings are both offered: %s', async (_, before, text, labels) => {
  const turn = await say([...before, text]);
  expect(own(turn)).toEqual({});
  const offered = turn.replies.flatMap((reply) => reply.choices.map(({ label }) => label)).join(' ');
  for (const label of labels) expect(offered).toContain(label);
});

test('another person’s fact stands in the trace as another’s', async () => {
  const turn = await say([...stay, 'my brother stays 2 months, I stay 9 months']);
  expect(own(turn)).toMatchObject({ stayMonths: 9 });
});

describe('consequences are guarded', () => {
  test('a length told by its place alone, that would close the door, is confirmed first', async () => {
    const asked = await say(['check my situation', 'no', 'chilean, 2 months', 'no']);
    expect(asked.trace).toMatchObject({ asking: 'stayMonths', outcome: null });
    const right = await say(['check my situation', 'no', 'chilean, 2 months', 'no', 'yes']);
    expect(right.trace.outcome).toMatchObject({ row: 'D28' });
    const wrong = await say(['check my situation', 'no', 'chilean, 2 months', 'no', 'no']);
    expect(wrong.trace).toMatchObject({ asking: 'stayMonths', outcome: null });
    const other = await say(['check my situation', 'no', 'chilean, 2 months', 'no', 'no, I stay 12 months']);
    expect(other.trace.outcome).toMatchObject({ row: 'D29' });
  });

  test('a card without its last day is said back as a doubt, and confirmed before nothing has to be done', async () => {
    const first = 'I come from Ireland with my European card for a semester, what should I do?';
    expect(readText(await say([first]))).toContain('European card (EHIC): a card for the whole stay (to be confirmed)');
    const asked = await say([first, 'no', 'no', 'no']);
    expect(asked.trace).toMatchObject({ asking: 'ehic', outcome: null });
  });

  test('with its own words it is decided at once', async () => {
    const turn = await say(['check my situation', 'no', 'chilean, no job, I stay 2 months']);
    expect(turn.trace.outcome).toMatchObject({ row: 'D28' });
  });

  test('what was understood is taken back by one tap', async () => {
    const turn = await say([...nationality, 'chilean', 'That’s not right']);
    expect(turn.trace).toMatchObject({ asking: 'nationality' });
  });
});

test('half of an answer is said, and the other half asked for', async () => {
  const turn = await say([...stay, 'until Christmas']);
  expect(readText(turn)).toContain('And from when?');
});

describe('hospital and quotes', () => {
  test.each([
    ['three days count three', ['calculate a refund', 'I was 3 days in hospital'], '**69 €**'],
    ['from a day to a day', ['calculate a refund', 'in hospital from 2 March to 4 March'], '**69 €**'],
    [
      'medical and liability',
      ['make me a quote', 'both the medical one and the civil liability', '3 months'],
      '**127 €**',
    ],
    ['six months carry the advice', ['make me a quote', 'medical insurance', '6 months'], 'past 3 months'],
  ])('%s', async (_, texts, reads) => {
    expect(readText(await say(texts))).toContain(reads);
  });
});

test('a first message that only tells the stay begins the form', async () => {
  const turn = await say(['I stay 9 months']);
  expect(turn.trace).toMatchObject({ decision: 'dialog', intent: 'eligibility' });
});

test.each(['gp price', 'doctor visit', 'psychiatry'])(
  'who names a thing and tells nothing of himself is answered: %s',
  async (text) => {
    expect((await say([text])).trace.decision).toBe('answer');
  },
);
