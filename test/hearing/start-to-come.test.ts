import { describe, expect, test } from 'vitest';
import { told } from './ears.ts';

const inFebruary = { stayFrom: '2027-02-01' };

describe('a start with a verb of coming is to come', () => {
  test.each([
    ['es', 'voy a estudiar en lille desde febrero'],
    ['es', 'vengo a hacer un semestre en pau desde febrero'],
    ['es', 'estaré en brest desde febrero'],
    ['es', 'pienso vivir en nantes desde febrero'],
    ['es', 'voy a estar en rennes desde febrero cinco meses'],
    ['es', 'vendré a francia desde febrero'],
    ['it', 'vengo a studiare a Lille da febbraio'],
    ['it', 'studierò a Rennes da febbraio'],
    ['it', 'sarò a Lione da febbraio'],
    ['it', 'starò a Nantes da febbraio'],
    ['it', 'vengo in Francia da febbraio'],
    ['it', 'vengo a fare un semestre a Pau da febbraio'],
    ['pt', 'vou estudar em Lille desde fevereiro'],
    ['pt', 'venho para a França desde fevereiro'],
    ['pt', 'estarei em Rennes desde fevereiro'],
    ['pt', 'pretendo morar em Nantes desde fevereiro'],
    ['pt', 'vou morar em Brest desde fevereiro'],
    ['pt', 'ficarei em Lyon desde fevereiro'],
    ['ar', 'جاية أدرس في رين من فبراير'],
    ['ar', 'سأدرس في ليون من فبراير'],
    ['ar', 'غادي نقرا في ليل من فبراير'],
    ['ar', 'رح أدرس في نانت من فبراير'],
    ['ar', 'قادم للدراسة في باريس من فبراير'],
    ['ar', 'ناوية أدرس في فرنسا من فبراير'],
    ['fr', 'je viens étudier à Lille depuis février'],
    ['fr', 'je vais être à Rennes depuis février'],
    ['en', 'I am coming to study in Lille since February'],
    ['en', 'I will study in Rennes since February'],
    ['de', 'ich werde ab Februar in Rennes studieren'],
  ])('%s: %s', (language, text) => {
    expect(told(text, { language })).toMatchObject(inFebruary);
  });
});

describe('who is here since a month has been here since', () => {
  test.each([
    ['es', 'vivo en lille desde febrero'],
    ['es', 'quiero inscribirme porque estoy en rennes desde febrero'],
    ['it', 'sono a Rennes da febbraio'],
    ['it', 'voglio iscrivermi, vivo qui da febbraio'],
    ['pt', 'moro em Lille desde fevereiro'],
    ['pt', 'quero me inscrever, estou em Rennes desde fevereiro'],
    ['ar', 'أنا ساكن في ليون من فبراير'],
    ['ar', 'جاي من المغرب وعايش في ليون من فبراير'],
    ['fr', 'je viens de Pologne et j’habite à Lille depuis février'],
    ['fr', 'je suis à Rennes depuis février'],
    ['en', 'I have been living in Lille since February'],
    ['de', 'ich wohne seit Februar in Rennes'],
  ])('%s: %s', (language, text) => {
    expect(told(text, { language })).toMatchObject({ stayFrom: '2026-02-01' });
  });
});

describe('a stay that would be over is one to come', () => {
  test.each([
    ['es', 'estudio en pau desde enero, cinco meses'],
    ['it', 'studio a Pau da gennaio per 5 mesi'],
    ['pt', 'estudo em Pau desde janeiro por cinco meses'],
    ['fr', 'j’étudie à Pau depuis janvier pour 5 mois'],
    ['ar', 'أدرس في ليون من يناير 5 شهور'],
  ])('%s: %s', (language, text) => {
    expect(told(text, { language })).toMatchObject({ stayMonths: 5, stayFrom: '2027-01-01' });
  });

  test('told before, how long it is says the same', () => {
    expect(told('estudio en pau desde enero', { language: 'es', told: { stayMonths: 5 } })).toMatchObject({
      stayFrom: '2027-01-01',
    });
  });

  test.each([
    ['es', 'estudié en pau desde enero, cinco meses', '2026-01-01'],
    ['es', 'estudio en pau desde enero de 2026, cinco meses', '2026-01-01'],
    ['es', 'estudio en pau desde septiembre, cinco meses', '2026-09-01'],
    ['it', 'studio a Pau da settembre per 5 mesi', '2026-09-01'],
  ])('not where it is over, or goes on, %s: %s', (language, text, stayFrom) => {
    expect(told(text, { language })).toMatchObject({ stayFrom });
  });

  test('of who says to be here already, no start is sure', () => {
    expect(told('estoy en niza desde enero, me quedo cinco meses', { language: 'es' })).toEqual({ stayMonths: 5 });
  });
});
