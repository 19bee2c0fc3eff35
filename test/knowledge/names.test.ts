import { describe, expect, test } from 'vitest';
import { aFolder, cardAnswer } from './a-folder.ts';
import { problemsOf, type Expected } from './problems-of.ts';

const intents = (line: string) => ({
  'languages/en/phrases/dialog.yaml': 'start: { quote: Get a price }\n',
  'languages/fr/phrases/dialog.yaml': 'start: { quote: Un prix }\n',
  'languages/en/phrases/intents.yaml': `quote: [make me a quote]\n${line}\n`,
  'languages/fr/phrases/intents.yaml': `quote: [un devis]\n${line}\n`,
});

describe('what names a thing that is not there stops the start and says what is accepted', () => {
  test.each<[string, Record<string, string>, Expected]>([
    [
      'a follow-up that is no answer',
      cardAnswer('followUps: [gp]', 'followUps: [gpp]'),
      { code: 'knowledge/unknown-reference', line: 5, field: 'followUps[0]', message: /no topic gpp/ },
    ],
    [
      'an offer of a form that there is not',
      cardAnswer('followUps: [gp]', 'followUps: [gp]\noffers: horoscope'),
      {
        code: 'knowledge/unknown-reference',
        file: 'topics/card.yaml',
        line: 6,
        field: 'offers',
        message: /no form horoscope; accepted: eligibility, quote, reimbursement, deadline, handover$/,
      },
    ],
    [
      'a case of a form that there is not',
      cardAnswer('followUps: [gp]', 'followUps: [gp]\ncase: { horoscope: { sign: [lion] } }'),
      { code: 'knowledge/unknown-reference', field: 'case', message: /no form horoscope/ },
    ],
    [
      'ways of asking for what is neither a form nor a topic',
      intents('horoscope: [my stars]'),
      {
        code: 'knowledge/unknown-reference',
        file: 'languages/en/phrases/intents.yaml',
        line: 2,
        field: 'horoscope',
        message:
          /no form or topic horoscope; accepted: eligibility, quote, reimbursement, deadline, or the name of a file/,
      },
    ],
    [
      'ways of asking for the form that no words start',
      intents('handover: [a person]'),
      { file: 'languages/en/phrases/intents.yaml', line: 2, field: 'handover', message: /no form or topic handover/ },
    ],
    [
      'a way of asking that is no list',
      intents('deadline: by when'),
      {
        file: 'languages/en/phrases/intents.yaml',
        line: 2,
        field: 'deadline',
        message: /accepted: a list of ways of asking/,
      },
    ],
    [
      'a form without a title',
      intents('deadline: [by when]'),
      {
        code: 'knowledge/unknown-reference',
        file: 'languages/en/phrases/intents.yaml',
        line: 2,
        field: 'deadline',
        message: /write it under start\.deadline of languages\/en\/phrases\/dialog\.yaml/,
      },
    ],
    [
      'an answer that follows itself',
      cardAnswer('followUps: [gp]', 'followUps: [card]'),
      { code: 'knowledge/unknown-reference', field: 'followUps[0]', message: /does not follow itself/ },
    ],
    [
      'a conflict that is not in the ledger',
      cardAnswer('conflicts: [C-20]', 'conflicts: [C-99]'),
      { code: 'knowledge/unknown-reference', line: 3, field: 'conflicts[0]', message: /no conflict C-99/ },
    ],
    [
      'a fact mark that is not in the ledger',
      cardAnswer('. [S4-40]', '. [S4-41, S4-99]'),
      { code: 'knowledge/unknown-reference', line: 2, field: 'answer', message: /no fact S4-99/ },
    ],
    [
      'a place that is not there',
      cardAnswer('{{place cpam-angers address}}', '{{place cpam-nice address}}'),
      {
        code: 'knowledge/unknown-reference',
        field: 'answer',
        message: /accepted is a place, one of cpam-angers/,
      },
    ],
    [
      'a place that has no e-mail',
      cardAnswer('{{place cpam-angers address}}', '{{place cpam-angers email}}'),
      {
        code: 'knowledge/unknown-reference',
        field: 'answer',
        message: /after place cpam-angers, one of address, name/,
      },
    ],
    [
      'a rate that is not there',
      cardAnswer('Sign it.', 'Sign it for {{rate gp-vist}}.'),
      {
        code: 'knowledge/unknown-reference',
        field: 'answer',
        message: /accepted is a rate, one of .*gp-visit,/,
      },
    ],
    [
      'a day before the first value of a rate',
      cardAnswer('Sign it.', 'Sign it for {{rate gp-visit on 2016-01-01}}.'),
      { code: 'knowledge/unknown-reference', message: /a day from 2017-05-01 on for the rate gp-visit/ },
    ],
    [
      'a variable in an answer, which nobody fills',
      cardAnswer('Sign it.', 'Sign it, {{name}}.'),
      {
        code: 'knowledge/unknown-reference',
        message: /\{\{name\}\}: accepted is one of desk, gp, link, offer, place, quote, rate, source/,
      },
    ],
    [
      'an offer that is not sold',
      cardAnswer('Sign it.', 'Buy it for {{offer tranquillite P6M total}}.'),
      { code: 'knowledge/unknown-reference', message: /a term of tranquillite, one of P1M, P3M/ },
    ],
    [
      'a link to a place without a web address',
      cardAnswer('{{link ameli}}', '{{link cpam-angers}}'),
      { code: 'knowledge/unknown-reference', message: /accepted is a place with a url/ },
    ],
    [
      'an answer that one language lacks',
      cardAnswer('title: En attendant la carte\n', ''),
      { file: 'languages/fr/answers/card.yaml', field: 'title', message: /expected string/ },
    ],
    [
      'a phrase that one language lacks',
      { 'languages/fr/phrases/test.yaml': "hello: 'Bonjour {{name}}.'\n" },
      {
        file: 'languages/fr/phrases/test.yaml',
        message: /missing here, but another language has: price, paid, visit_one/,
      },
    ],
    [
      'a namespace that one language lacks',
      { 'languages/en/phrases/more.yaml': 'a: b\n' },
      { file: 'languages/fr/phrases/more.yaml', line: null, message: /there must be such a file/ },
    ],
    [
      'a phrase that names a rate which is not there',
      { 'languages/en/phrases/more.yaml': 'a: "{{rate nothing}}"\n', 'languages/fr/phrases/more.yaml': 'a: rien\n' },
      { file: 'languages/en/phrases/more.yaml', line: 1, field: 'a', message: /accepted is a rate/ },
    ],
  ])('%s', (_, changes, expected) => {
    const [problem] = problemsOf(aFolder(changes));
    const { message, ...rest } = expected;
    expect(problem).toMatchObject(rest);
    expect(problem?.message).toMatch(message);
  });
});
