import { describe, expect, test } from 'vitest';
import { told, whose } from './ears.ts';

describe('Whose case a text says that it is about', () => {
  test.each([
    ['en', 'asking for my sister: Ukrainian, 20', 'sister'],
    ['en', 'for my roommate: Indian, 24, staying 10 months', 'roommate'],
    ['en', 'hello, does my cousin have to sign up?', 'cousin'],
    ['en', 'my uncle is from Chad, must he register?', 'uncle'],
    ['en', 'what about my girlfriend? she is Italian', 'girlfriend'],
    ['en', 'and for my dad who is Greek', 'dad'],
    ['fr', 'pour ma soeur : italienne, 20 ans', 'soeur'],
    ['fr', 'et mon mari ? il est allemand', 'mari'],
    ['fr', 'c’est pour ma cousine, elle est camerounaise', 'cousine'],
    ['fr', 'mon coloc doit s’inscrire ?', 'coloc'],
    ['fr', 'j’écris au nom de mon fils', 'fils'],
    ['fr', 'mon pote est serbe, il doit faire quoi ?', 'pote'],
    ['de', 'bitte für meine Tochter: 20, Ukraine', 'tochter'],
    ['de', 'muss sich mein Bruder anmelden?', 'bruder'],
    ['es', 'para mi hermana: colombiana, 21 años', 'hermana'],
    ['es', '¿mi primo tiene que inscribirse?', 'primo'],
    ['it', 'per mio fratello, 19, marocchino', 'fratello'],
    ['it', 'scrivo per la mia ragazza', 'ragazza'],
    ['pt', 'é para a minha prima, angolana', 'prima'],
    ['pt', 'o meu irmão tem de se inscrever?', 'irmao'],
    ['zh', '替我女儿问：20岁', '女儿'],
    ['zh', '那我弟弟呢？', '弟弟'],
    ['ar', 'أسأل عن أختي: تونسية', 'اختي'],
    ['ar', 'هل أخي لازم يسجل؟', 'اخي'],
  ])('%s: %s', (language, text, who) => {
    expect(whose(text, language)).toMatchObject({ askedFor: who, turnsToSelf: false });
  });

  test.each([
    ['en', 'my friend is registered and I am not'],
    ['en', 'and my wife works, does that change anything?'],
    ['en', 'my flatmate told me that it is free'],
    ['en', 'I live with my brother'],
    ['fr', 'mon ami dit que ce n’est pas obligatoire'],
    ['fr', 'et ma femme elle est française'],
    ['de', 'mein Mitbewohner sagt, es ist kostenlos'],
    ['es', 'vivo con mi hermano y soy chileno'],
    ['it', 'mio padre lavora in Germania'],
    ['pt', 'a minha amiga diz que é grátis'],
    ['zh', '我室友说不用'],
    ['ar', 'صديقي قال إنه مجاني'],
  ])('a mere mention asks for nobody: %s: %s', (language, text) => {
    expect(whose(text, language).askedFor).toBeNull();
  });

  test.each([
    ['en', 'and me? I am Belgian'],
    ['en', 'what about me?'],
    ['fr', 'et moi je suis belge'],
    ['fr', 'et pour moi ?'],
    ['de', 'und ich? Ich bin Belgier'],
    ['es', '¿y yo?'],
    ['it', 'e per me?'],
    ['pt', 'e eu? sou belga'],
    ['zh', '那我呢？'],
    ['ar', 'وأنا؟'],
  ])('of oneself: %s: %s', (language, text) => {
    expect(whose(text, language)).toMatchObject({ turnsToSelf: true, askedFor: null });
  });

  test.each([
    ['en', 'we are two: I am Indian, my wife is Chinese'],
    ['fr', 'nous sommes deux : je suis indien, ma femme est chinoise'],
    ['de', 'wir sind zu zweit: ich bin Inder, meine Frau ist Chinesin'],
    ['es', 'somos dos: yo soy indio, mi mujer es china'],
    ['it', 'siamo in due: io sono indiano, mia moglie è cinese'],
    ['pt', 'somos dois: eu sou indiano, a minha mulher é chinesa'],
    ['zh', '我们两个人：我是印度人，我老婆是中国人'],
    ['ar', 'نحن اثنان: أنا هندي وزوجتي صينية'],
  ])('of both: %s: %s', (language, text) => {
    expect(whose(text, language).both).toBe(true);
  });
});

describe('One person named by two words', () => {
  test.each([
    ['en', 'wife', 'my partner is from Chile', { nationality: 'CL' }],
    ['en', 'roommate', 'my flatmate is 23', { age: 23 }],
    ['fr', 'femme', 'ma compagne est chilienne', { nationality: 'CL' }],
    ['es', 'mujer', 'mi pareja es chilena', { nationality: 'CL' }],
    ['it', 'moglie', 'la mia compagna è cilena', { nationality: 'CL' }],
    ['pt', 'namorada', 'a minha companheira é chilena', { nationality: 'CL' }],
    ['de', 'frau', 'meine Partnerin ist Chilenin', { nationality: 'CL' }],
    ['zh', '老婆', '我太太是智利人', { nationality: 'CL' }],
    ['ar', 'زوجتي', 'شريكتي تشيلية', { nationality: 'CL' }],
  ])('is one: %s, %s: %s', (language, about, text, facts) => {
    expect(told(text, { language, about })).toEqual(facts);
    expect(whose(text, language, about).endsWith).toEqual({ person: 'other', who: about });
  });

  test.each([
    ['en', 'wife', 'my boyfriend is from Chile'],
    ['fr', 'femme', 'mon frère est chilien'],
    ['de', 'frau', 'mein Bruder ist Chilene'],
  ])('and another is another: %s, %s: %s', (language, about, text) => {
    expect(told(text, { language, about })).toEqual({});
    expect(whose(text, language, about).endsWith).not.toMatchObject({ who: about });
  });
});

describe('What is told of another person, heard for them', () => {
  /** When somebody comes is no end of the stay. */
  const inMarch = { stayFrom: '2027-03-01' };
  test.each([
    ['en', 'brother', 'my brother is 19, moroccan, he stays 3 years', { age: 19, nationality: 'MA', stayMonths: 36 }],
    ['en', 'sister', 'asking for my sister: Ukrainian, 20 years old', { nationality: 'UA', age: 20 }],
    [
      'en',
      'roommate',
      'for my roommate: Indian, 24, staying 10 months',
      { nationality: 'IN', age: 24, stayMonths: 10 },
    ],
    ['en', 'boyfriend', 'I think he is from Peru and he is 27', { nationality: 'PE', age: 27 }],
    ['fr', 'copain', 'mon copain est marocain, il a 27 ans', { nationality: 'MA', age: 27 }],
    [
      'en',
      'cousin',
      'my cousin is Swedish, he comes in March for 4 months',
      { nationality: 'SE', stayMonths: 4, ...inMarch },
    ],
    [
      'fr',
      'cousine',
      'ma cousine est suédoise, elle vient en mars pour 4 mois',
      { nationality: 'SE', stayMonths: 4, ...inMarch },
    ],
    [
      'de',
      'cousine',
      'meine Cousine ist Schwedin, sie kommt im März für 4 Monate',
      { nationality: 'SE', stayMonths: 4, ...inMarch },
    ],
    ['es', 'primo', 'mi primo es sueco, viene en marzo por 4 meses', { nationality: 'SE', stayMonths: 4, ...inMarch }],
    [
      'it',
      'cugina',
      'mia cugina è svedese, viene a marzo per 4 mesi',
      { nationality: 'SE', stayMonths: 4, ...inMarch },
    ],
    ['pt', 'primo', 'o meu primo é sueco, vem em março por 4 meses', { nationality: 'SE', stayMonths: 4, ...inMarch }],
    ['fr', 'soeur', 'elle est allemande et elle reste 6 mois', { nationality: 'DE', stayMonths: 6 }],
    ['fr', 'soeur', 'pour ma soeur : italienne, 20 ans', { nationality: 'IT', age: 20 }],
    ['de', 'bruder', 'mein Bruder ist Marokkaner, 19, bleibt 3 Jahre', { nationality: 'MA', age: 19, stayMonths: 36 }],
    [
      'es',
      'novio',
      'mi novio es peruano, tiene 24 años y se queda 10 meses',
      { nationality: 'PE', age: 24, stayMonths: 10 },
    ],
    [
      'it',
      'fratello',
      'per mio fratello, 19, marocchino, resta 3 anni',
      { nationality: 'MA', age: 19, stayMonths: 36 },
    ],
    [
      'pt',
      'irmao',
      'o meu irmão é brasileiro, tem 23 anos e fica 2 anos',
      { nationality: 'BR', age: 23, stayMonths: 24 },
    ],
    ['zh', '弟弟', '我弟弟是摩洛哥人，20岁，待两年', { nationality: 'MA', age: 20, stayMonths: 24 }],
    ['ar', 'اخي', 'أخي مغربي عمره 20 سنة وسيبقى سنتين', { nationality: 'MA', age: 20, stayMonths: 24 }],
  ])('%s, %s: %s', (language, about, text, facts) => {
    expect(told(text, { language, about })).toEqual(facts);
  });

  test.each([
    ['en', 'friend', 'I am Belgian, 22'],
    ['en', 'friend', 'his father is French and works'],
    ['en', 'friend', 'my sister is Italian'],
    ['fr', 'copain', 'je suis belge'],
    ['fr', 'copain', 'son père est allemand'],
    ['de', 'freund', 'ich bin Belgier'],
    ['es', 'amigo', 'yo soy belga'],
    ['it', 'amico', 'io sono belga'],
    ['pt', 'amigo', 'eu sou belga'],
    ['zh', '朋友', '我是德国人'],
    ['ar', 'صديقي', 'أنا ألماني'],
  ])('nor is of them what is told of anybody else: %s: %s: %s', (language, about, text) => {
    expect(told(text, { language, about })).toEqual({});
  });

  test.each([
    ['en', 'yes he is', true],
    ['en', 'no', false],
    ['fr', 'oui elle l’est', true],
    ['de', 'ja', true],
  ])('asked whether they are registered: %s: %s', (language, text, registered) => {
    expect(told(text, { language, about: 'friend', asked: 'registered' })).toEqual({ registered });
  });
});
