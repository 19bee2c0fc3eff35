import { describe, expect, test } from 'vitest';
import { told } from './ears.ts';

describe('what is said of a part of a stay is not the stay', () => {
  test.each([
    ['en', 'I study in Nice until May 2028, in March I do an unpaid internship of 3 months', '2028-05-31'],
    ['en', 'I am in Nice until May 2028, internship from March to April', '2028-05-31'],
    ['fr', "je reste jusqu'en mai 2028, stage non payé de 3 mois en mars", '2028-05-31'],
    ['de', 'ich bleibe bis Mai 2028, Praktikum von 3 Monaten im März', '2028-05-31'],
    ['es', 'me quedo hasta mayo de 2028, prácticas de 3 meses en marzo', '2028-05-31'],
    ['it', 'resto fino a maggio 2028, tirocinio di 3 mesi a marzo', '2028-05-31'],
    ['pt', 'fico até maio de 2028, estágio de 3 meses em março', '2028-05-31'],
    ['zh', '我待到2028年5月，三月实习3个月', '2028-05-31'],
    ['ar', 'أبقى حتى مايو 2028، تدريب لمدة 3 أشهر في مارس', '2028-05-31'],
  ])('%s: %s', (language, text, stayUntil) => {
    const heard = told(text, { language });
    expect(heard).toMatchObject({ stayUntil });
    expect(heard).not.toHaveProperty('stayMonths');
    expect(heard).not.toHaveProperty('stayFrom');
  });

  test('where nothing else is told, an internship is the stay', () => {
    expect(told('I come for an internship of 5 months')).toMatchObject({ stayMonths: 5 });
  });
});

describe('a card or a certificate for so long from a month ends so long after it', () => {
  test.each([
    ['en', 'Slovak, provisional certificate for 3 months from October, here from September to June'],
    ['en', 'my provisional replacement certificate is valid 3 months since October'],
    ['fr', "j'ai un certificat provisoire de 3 mois depuis octobre"],
    ['de', 'ich habe eine provisorische Ersatzbescheinigung, 3 Monate gültig ab Oktober'],
    ['es', 'tengo un certificado provisional de 3 meses desde octubre'],
    ['it', 'ho un certificato provvisorio di 3 mesi da ottobre'],
    ['pt', 'tenho um certificado provisório de 3 meses desde outubro'],
    ['zh', '我有欧洲临时替代证明，从十月起三个月有效'],
    ['ar', 'لدي شهادة مؤقتة بديلة لمدة 3 أشهر منذ أكتوبر'],
  ])('%s: %s', (language, text) => {
    const heard = told(text, { language });
    expect(heard).toMatchObject({ ehicUntil: '2026-12-31' });
    expect(heard['ehic']).not.toBe('none');
    expect(heard['stayMonths']).toBeUndefined();
  });
});

describe('a flat without a contract is no want of work', () => {
  test.each([
    ['es', 'vivo en casa de un amigo sin contrato'],
    ['es', 'no tengo contrato de alquiler'],
    ['it', 'vivo da un amico senza contratto'],
    ['pt', 'moro com uma amiga sem contrato'],
    ['fr', "j'habite chez un ami sans contrat"],
    ['en', 'I waited and until now nothing came'],
    ['en', 'till today nothing arrived'],
  ])('%s: %s', (language, text) => {
    expect(told(text, { language })).not.toHaveProperty('work');
  });

  test.each([
    ['es', 'no tengo contrato'],
    ['it', 'senza contratto'],
    ['pt', 'sem contrato'],
    ['fr', 'pas de contrat'],
  ])('asked for work, it is: %s: %s', (language, text) => {
    expect(told(text, { language, asked: 'work' })).toMatchObject({ work: 'none' });
  });

  test.each([
    ['es', 'no tengo contrato de trabajo'],
    ['it', 'non ho un contratto di lavoro'],
    ['pt', 'não tenho contrato de trabalho'],
    ['fr', "je n'ai pas de contrat de travail"],
  ])('and of work it is: %s: %s', (language, text) => {
    expect(told(text, { language })).toMatchObject({ work: 'none' });
  });
});

describe('to come to a desk is no arrival', () => {
  test.each([
    ['en', 'may I come to your office tomorrow?'],
    ['en', 'I can stop by at the CPAM on Thursday'],
    ['fr', 'je peux passer au guichet demain ?'],
    ['de', 'kann ich morgen zum Schalter kommen?'],
    ['es', '¿puedo venir a la oficina mañana?'],
    ['it', 'posso passare allo sportello domani?'],
    ['pt', 'posso passar no balcão amanhã?'],
    ['zh', '我明天可以来服务台吗？'],
    ['ar', 'هل يمكنني الحضور إلى المكتب غدا؟'],
  ])('%s: %s', (language, text) => {
    expect(told(text, { language })).toEqual({});
  });

  test('to come to France is', () => {
    expect(told('I come to France tomorrow')).toMatchObject({ stayFrom: '2026-11-29' });
  });
});
