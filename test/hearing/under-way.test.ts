import { describe, expect, test } from 'vitest';
import { told } from './ears.ts';

const asked = 'registered';

describe('a file that was sent, and no number yet, is neither yes nor no', () => {
  test.each([
    ['en', asked, 'I filed everything on the site in September but no number yet'],
    ['en', asked, 'it is still under review'],
    ['en', null, 'I submitted my application on the ameli website, no number so far'],
    ['fr', asked, 'oui, dossier transmis, pas encore de numéro'],
    ['fr', null, "j'ai transmis mon dossier sur le site en novembre, toujours pas de numéro"],
    ['fr', asked, 'en traitement'],
    ['es', asked, 'he mandado los papeles, pero no tengo número todavía'],
    ['it', asked, 'è in lavorazione'],
    ['pt', asked, 'está em análise'],
    ['de', asked, 'Antrag eingereicht, aber noch keine Nummer'],
    ['zh', asked, '档案已经提交了，还没有号码'],
    ['ar', asked, 'قيد المعالجة'],
  ])('%s, asked %s: %s', (language, field, text) => {
    expect(told(text, { language, asked: field })).toEqual({ registered: 'unknown' });
  });

  test.each([
    ['en', 'I sent it all and my provisional number came', true],
    ['fr', "dossier envoyé en septembre, j'ai reçu mon numéro provisoire", true],
    ['en', 'no, I never sent the form', false],
  ])(
    'a number tells that it has come, and what was never sent that it has not: %s: %s',
    (language, text, registered) => {
      expect(told(text, { language, asked })).toMatchObject({ registered });
    },
  );

  test('papers that were sent somewhere tell nothing alone', () => {
    expect(told('I uploaded my documents and wait')).toEqual({});
  });

  test.each([
    ['en', 'I uploaded my documents and wait'],
    ['en', 'submitted it online three weeks ago'],
    ['fr', 'j’ai déposé le dossier début novembre'],
    ['fr', 'tout envoyé il y a deux mois'],
    ['de', 'Antrag vor drei Wochen eingereicht'],
    ['es', 'mandé todos los papeles en septiembre'],
    ['it', 'ho presentato la domanda tre settimane fa'],
    ['pt', 'entreguei tudo em setembro'],
    ['zh', '材料上个月交了'],
    ['ar', 'قدمت الأوراق الشهر الماضي'],
  ])('but asked for, they are the answer: %s: %s', (language, text) => {
    expect(told(text, { language, asked })).toMatchObject({ registered: 'unknown' });
  });

  test('beside a yes they are no doubt of it', () => {
    expect(told('yes, I sent the form last year', { asked })).toMatchObject({ registered: true });
  });
});

describe('what somebody else says of it is asked', () => {
  test.each([
    ['en', 'my university says that I am already registered with the social security'],
    ['en', 'my roommate thinks I already have the secu'],
    ['fr', 'mon école m’a dit que je suis déjà inscrit à la sécu'],
    ['fr', "ma coloc dit que j'ai déjà la sécu"],
    ['es', 'mi amigo dice que ya estoy inscrito en la seguridad social'],
  ])('%s: %s', (language, text) => {
    expect(told(text, { language, asked })).not.toHaveProperty('registered');
  });

  test('"but" goes on about oneself', () => {
    expect(told('my friend says I am late, but I am registered with ameli')).toMatchObject({ registered: true });
  });
});

describe('a yes that goes on about something else is no answer', () => {
  test.each([
    ['en', 'yes the bakery is in Nantes'],
    ['fr', 'oui la mairie est à Nantes'],
  ])('%s: %s', (language, text) => {
    expect(told(text, { language, asked })).toEqual({});
  });
});

describe('another country’s fund is not the French one', () => {
  test.each([
    ['fr', null, 'inscrite à la sécu italienne', { insuredIn: 'IT' }],
    ['fr', asked, 'oui, à la sécu italienne', { insuredIn: 'IT' }],
    ['en', asked, 'I am registered with the social security in Italy', { insuredIn: 'IT' }],
    ['es', null, 'estoy inscrita en la seguridad social italiana', { insuredIn: 'IT' }],
    ['it', null, 'sono iscritto alla sicurezza sociale spagnola', { insuredIn: 'ES' }],
    ['pt', null, 'estou inscrita na segurança social italiana', { insuredIn: 'IT' }],
    ['zh', null, '我在意大利社保注册了', { insuredIn: 'IT' }],
    ['es', null, 'estoy inscrita en la seguridad social francesa', { registered: true }],
  ])('%s, asked %s: %s', (language, field, text, facts) => {
    expect(told(text, { language, asked: field })).toEqual(facts);
  });
});
