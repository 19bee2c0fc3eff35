import { describe, expect, test } from 'vitest';
import { told } from './ears.ts';

describe('who goes home for a feast comes back', () => {
  test.each([
    ['en', 'at Christmas I fly home'],
    ['en', 'I go back home in December'],
    ['en', 'I go home for Christmas and come back in January'],
    ['fr', 'je rentre chez mes parents à Noël'],
    ['fr', 'en décembre je rentre à la maison'],
    ['fr', 'à Noël je vais dans ma famille et je rentre en janvier'],
    ['de', 'an Weihnachten fahre ich nach Hause'],
    ['de', 'im Dezember fliege ich heim'],
    ['de', 'über die Feiertage bin ich zu Hause, im Januar komme ich zurück'],
    ['de', 'ich fahre Weihnachten zu meinen Eltern'],
    ['es', 'en navidad vuelvo a mi país'],
    ['es', 'en diciembre voy a casa'],
    ['es', 'regreso a casa en navidades y vuelvo en enero'],
    ['es', 'voy a ver a mi familia en navidad'],
    ['it', 'a natale vado dai miei'],
    ['it', 'torno a casa a dicembre'],
    ['it', 'vado a casa per natale e torno a gennaio'],
    ['pt', 'no natal vou a casa'],
    ['pt', 'em dezembro volto para casa'],
    ['pt', 'vou para casa no natal e volto em janeiro'],
    ['zh', '我圣诞节要回老家'],
    ['zh', '十二月回国一趟'],
    ['zh', '圣诞节回家看父母'],
    ['ar', 'في عيد الميلاد راجعة عند أهلي'],
    ['ar', 'غادي نمشي للدار في ديسمبر'],
    ['ar', 'سأعود إلى بلدي في عيد الميلاد'],
  ])('%s: %s', (language, text) => {
    for (const asked of [null, 'monthsInFrance', 'stayMonths', 'ehic', 'registered'])
      expect(told(text, { language, asked })).toEqual({});
  });

  test.each([
    ['en', 'I stay until June, at Christmas I go home'],
    ['fr', 'je reste jusqu’en juin, à Noël je rentre chez moi'],
    ['de', 'ich bleibe bis Juni, Weihnachten fahre ich nach Hause'],
    ['es', 'me quedo hasta junio, en navidad vuelvo a casa'],
    ['it', 'resto fino a giugno, a natale torno a casa'],
    ['pt', 'fico até junho, no natal volto para casa'],
    ['zh', '我待到六月，圣诞节回国'],
    ['ar', 'باقي حتى يونيو، في عيد الميلاد راجع على بلدي'],
  ])('the stay is untouched, %s: %s', (language, text) => {
    expect(told(text, { language })).toMatchObject({ stayUntil: '2027-06-30' });
  });
});

describe('who goes for good does not', () => {
  test.each([
    ['en', 'I fly home in June', '2027-06-30'],
    ['en', 'my exchange ends at Christmas', '2026-12-25'],
    ['fr', 'je rentre chez moi en juin', '2027-06-30'],
    ['de', 'im Juni fahre ich nach Hause', '2027-06-30'],
    ['es', 'mi estancia termina en navidad', '2026-12-25'],
    ['es', 'vuelvo a mi país el 20 de diciembre', '2026-12-20'],
    ['it', 'torno a casa a luglio', '2027-07-31'],
    ['pt', 'volto para casa em julho', '2027-07-31'],
    ['zh', '我六月回国', '2027-06-30'],
    ['ar', 'راجع على بلدي في يونيو', '2027-06-30'],
  ])('%s: %s', (language, text, stayUntil) => {
    expect(told(text, { language })).toMatchObject({ stayUntil });
  });

  test.each([
    ['en', 'I go home at Christmas'],
    ['fr', 'je rentre chez moi à Noël'],
    ['de', 'an Weihnachten fahre ich nach Hause'],
    ['es', 'vuelvo a casa en navidad'],
    ['it', 'torno a casa a natale'],
    ['zh', '我圣诞节回国'],
  ])('asked until when, it is the end, %s: %s', (language, text) => {
    expect(told(text, { language, asked: 'stayUntil' })).toEqual({ stayUntil: '2026-12-25' });
  });
});
