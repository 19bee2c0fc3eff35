import { describe, expect, test } from 'vitest';
import { told } from './ears.ts';

describe('who is enrolled only at a school abroad is at none in France', () => {
  test.each([
    ['en', 'my school is in Senegal, I am in Lille for an internship of 5 months'],
    ['en', 'our faculty is in Nairobi'],
    ['en', 'I am enrolled only in Cameroon'],
    ['en', 'my university is Tunisian and I do my final project in Nantes'],
    ['en', 'I came only for an internship'],
    ['en', 'my college is back home'],
    ['fr', 'mon école est au Bénin, je fais un stage à Lille'],
    ['fr', 'ma fac est toujours à Dakar'],
    ['fr', 'inscrit seulement au Cameroun'],
    ['fr', 'je ne suis pas inscrite dans une école française'],
    ['de', 'meine Uni ist in Ghana, ich mache ein Praktikum in Lille'],
    ['de', 'ich bin nur in Kamerun eingeschrieben'],
    ['es', 'mi universidad está en Perú, hago prácticas en Lille'],
    ['es', 'matriculada solo en Chile'],
    ['it', 'la mia università è in Tunisia, faccio un tirocinio a Lille'],
    ['it', 'sono iscritta solo in Albania'],
    ['pt', 'a minha universidade fica em Angola, faço um estágio em Lille'],
    ['pt', 'matriculado só no Brasil'],
    ['zh', '我的大学在越南，我在里尔实习五个月'],
    ['zh', '我的学校在国内'],
    ['ar', 'جامعتي في المغرب وأنا في تدريب في ليل'],
    ['ar', 'أنا مسجل فقط في تونس'],
  ])('%s: %s', (language, text) => {
    const heard = told(text, { language });
    expect(heard).toMatchObject({ schoolAbroad: true });
    expect(heard).not.toHaveProperty('school');
  });

  test.each([
    ['en', 'my school is in Lyon'],
    ['en', 'my university is in Togo but I do an exchange semester in Lyon'],
    ['en', 'I study in Rennes, my university is French'],
    ['en', 'my sister is enrolled in Spain'],
    ['en', 'I am a student in Morocco and come for a master in Lyon'],
    ['en', 'my university is in Morocco, next year I do a master in Lyon'],
    ['fr', 'étudiante au Maroc, je viens en licence à Rennes'],
    ['fr', 'mon école est à Nantes et je viens du Bénin'],
    ['fr', 'inscrite à Lyon, je viens du Togo'],
    ['de', 'meine Uni ist in Paris'],
    ['es', 'mi universidad está en Niza, soy de Perú'],
    ['it', 'la mia università è a Parigi, vengo dalla Tunisia'],
    ['pt', 'a minha universidade fica em Paris, sou de Angola'],
    ['zh', '我的大学在里昂，我是越南人'],
    ['ar', 'جامعتي في باريس وأنا من المغرب'],
  ])('of a school in France it is not told: %s: %s', (language, text) => {
    expect(told(text, { language })).not.toHaveProperty('schoolAbroad');
  });
});
