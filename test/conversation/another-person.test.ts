import { describe, expect, test } from 'vitest';
import { freshState } from '../../src/conversation/state.ts';
import { scripts, type Script } from './scripts.ts';
import { incoming, takeTurn, type Expected, type Line } from './talk.ts';

const asks = { decision: 'dialog', intent: 'eligibility', asking: 'registered' } as const;

type Theirs = readonly [language: string, line: string, own: string, rows: readonly Told[]];
type Told = readonly [asked: string, reads: readonly string[]];

/** Each is asked for somebody, and heard as theirs: the line that says so, and what is said back. */
const told: readonly Theirs[] = [
  [
    'en',
    'For the person you ask about',
    'your own case',
    [
      [
        'my brother is 19, moroccan, will study in Lyon 3 years, does he have to register?',
        ['Morocco', '36 months', '19'],
      ],
      ['for my flatmate: Indian, 24, staying 10 months', ['India', '10 months']],
      ['asking for my sister: Ukrainian, 20 years old', ['Ukraine', '20 years']],
      ['my mate is Serbian, he stays for 2 years, what must he do?', ['Serbia', '24 months']],
      ['on behalf of my son: Chilean, 21 years old, 10 months in Dijon', ['Chile', '10 months']],
      [
        'my girlfriend comes from Peru and she is 27, she stays 8 months, what must she do?',
        ['Peru', '8 months', '27'],
      ],
      ['hello, it is for my cousin: Kenyan, one year, 22 years old', ['Kenya', '12 months']],
    ],
  ],
  [
    'fr',
    'Pour la personne dont vous parlez',
    'votre propre cas',
    [
      [
        'mon frère est marocain, il a 19 ans et il vient étudier 3 ans, il doit s’inscrire ?',
        ['Maroc', '36 mois', '19 ans'],
      ],
      ['c’est pour ma cousine, elle est camerounaise et vient 3 ans à Dijon', ['Cameroun', '36 mois']],
      ['pour mon coloc : indien, 24 ans, 10 mois', ['Inde', '10 mois']],
      ['j’écris au nom de ma fille : ukrainienne, 20 ans, deux ans à Lyon', ['Ukraine']],
      ['ma copine est chilienne, 22 ans, elle reste 8 mois, elle doit faire quoi ?', ['Chili', '8 mois']],
      ['mon pote est serbe et il a 25 ans, est-ce qu’il est obligé de faire quelque chose ?', ['Serbie', '25 ans']],
    ],
  ],
  [
    'de',
    'Für die Person, nach der Sie fragen',
    'eigenen Fall',
    [
      ['bitte für meine Tochter: 20, Ukraine, bleibt 2 Jahre', ['Ukraine', '24 Monate']],
      ['mein Bruder ist Marokkaner, 19 Jahre alt, bleibt 3 Jahre, muss er etwas tun?', ['Marokko', '36 Monate']],
    ],
  ],
  [
    'es',
    'Para la persona por la que pregunta',
    'su propio caso',
    [
      ['mi novio es peruano, tiene 24 años y se queda 10 meses, ¿tiene que inscribirse?', ['Perú', '10 meses', '24']],
      ['para mi hermana: colombiana, 21 años, un año de máster', ['Colombia', '12 meses']],
    ],
  ],
  [
    'it',
    'Per la persona di cui chiede',
    'Suo caso',
    [
      ['per mio fratello, 19, marocchino, resta 3 anni', ['Marocco', '36 mesi']],
      ['scrivo per mia figlia: brasiliana, 20 anni, resta 10 mesi', ['Brasile', '10 mesi']],
    ],
  ],
  [
    'pt',
    'Para a pessoa de quem fala',
    'seu caso',
    [
      ['o meu irmão é brasileiro, tem 23 anos e fica 2 anos, ele tem de se inscrever?', ['Brasil', '24 meses', '23']],
      ['é para a minha prima, angolana, 20 anos, fica 10 meses', ['Angola', '10 meses']],
    ],
  ],
  [
    'zh',
    '关于您问的那个人',
    '自己的情况',
    [
      ['我弟弟是摩洛哥人，20岁，待两年，他需要注册吗？', ['摩洛哥', '24', '20']],
      ['替我女儿问：20岁，乌克兰人，待一年', ['乌克兰', '12']],
    ],
  ],
  [
    'ar',
    'للشخص الذي تسأل عنه',
    'لحالتك',
    [
      ['أخي مغربي عمره 20 سنة وسيبقى سنتين، هل يجب عليه التسجيل؟', ['المغرب', '20']],
      ['أسأل عن أختي: تونسية، 21 سنة، ستبقى سنة', ['تونس']],
    ],
  ],
];

describe('Asked for somebody else', () => {
  scripts(
    told.flatMap(([, line, own, rows]) =>
      rows.map(([text, reads]): Script => [text, [[text, { ...asks, reads: [line, ...reads], never: [own] }]]]),
    ),
  );

  test.each(told.flatMap(([language, , , rows]) => rows.map(([text]) => [language, text] as const)))(
    'nothing of it is the student’s, %s: %s',
    async (locale, text) => {
      const { trace } = await takeTurn(incoming(text, 0, { locale }), freshState);
      expect(trace.facts?.length).toBeGreaterThan(1);
      expect(trace.facts?.map((fact) => fact.for)).not.toContain('student');
    },
  );
});

describe('And oneself', () => {
  const begun: readonly (readonly [string, string, string, string, string])[] = [
    ['en', 'my brother is Moroccan, 27 years old, does he have to register?', 'yes', 'and me? I am Belgian', 'Belgium'],
    ['en', 'for my flatmate: Indian, 24, staying 10 months', 'yes', 'I am Greek', 'Greece'],
    ['fr', 'mon copain est marocain, il a 27 ans, il doit s’inscrire ?', 'oui', 'et moi je suis belge', 'Belgique'],
    ['fr', 'pour ma soeur : indienne, 20 ans, 10 mois', 'oui', 'et pour moi ? je suis grec', 'Grèce'],
    ['de', 'für meinen Bruder: Marokkaner, 19, bleibt 3 Jahre', 'ja', 'und ich? ich bin Belgier', 'Belgien'],
    ['es', 'para mi hermana: peruana, 21 años, se queda 10 meses', 'sí', '¿y yo? soy italiana', 'Italia'],
    ['it', 'per mio fratello: marocchino, 19 anni, resta 3 anni', 'sì', 'e io? sono tedesca', 'Germania'],
    ['pt', 'é para a minha prima, angolana, 20 anos, fica 10 meses', 'sim', 'e eu? sou italiana', 'Itália'],
    ['zh', '我弟弟是摩洛哥人，20岁，待两年，他需要注册吗？', '是', '那我呢？我是德国人', '德国'],
    ['ar', 'أسأل عن أختي: تونسية، 21 سنة، ستبقى سنة', 'نعم', 'وأنا؟ أنا ألماني', 'ألمانيا'],
  ];
  test.each(begun)('has none of the other’s facts, %s: %s … %s %s', async (locale, theirs, yes, mine, country) => {
    let state = freshState;
    for (const [at, text] of [theirs, yes].entries())
      ({ state } = await takeTurn(incoming(text, at, { locale }), state));
    expect(state.decided?.about).toBeTruthy();
    const turn = await takeTurn(incoming(mine, 2, { locale }), state);
    expect(turn.trace).toMatchObject({ asking: 'registered', outcome: null });
    expect(turn.trace.facts).toMatchObject([{ field: 'nationality', for: 'student' }]);
    expect(turn.replies[0]?.text).toContain(country);
  });

  const own: readonly Line[] = [
    ['I am Indian, staying 2 years', asks],
    ['no', { asking: 'work' }],
  ];
  scripts([
    [
      'what was told before is not lost, nor mixed in',
      [
        ...own,
        [
          'and for my sister: she is Italian',
          { ...asks, reads: ['For the person', 'Italy'], never: ['India', '24 months'] },
        ],
        ['yes', { row: 'D20', reads: ['For the person'], offers: ['Go on where we stopped'] }],
        ['and me?', { asking: 'work', never: ['For the person', 'Italy'] }],
        ['no', { row: 'D29', reads: ['You must register'], never: ['For the person'] }],
      ],
    ],
    [
      'the choice leads back as well',
      [
        ...own,
        ['what about my girlfriend? she is Italian', { ...asks, reads: ['For the person'] }],
        ['yes', { row: 'D20' }],
        ['Go on where we stopped', { asking: 'work', never: ['For the person'] }],
      ],
    ],
    [
      'who is only mentioned takes no case over',
      [
        [
          'peruvian, phd with a contract, my daughter of 4 is with me',
          { ...asks, reads: ['Peru'], never: ['For the person'] },
        ],
      ],
    ],
    [
      'one after the other',
      [
        ['for my brother: Kenyan, 20, staying 2 years', { ...asks, reads: ['Kenya'] }],
        ['and my sister? she is Polish', { ...asks, reads: ['For the person', 'Poland'], never: ['Kenya'] }],
      ],
    ],
    [
      'further on in their case',
      [
        ['for my brother: Kenyan, 20, staying 2 years', asks],
        ['no, he is not', { asking: 'work', reads: ['For the person'] }],
        ['why?', { asking: 'work', reads: ['For the person'] }],
        ['he does not work', { row: 'D29', reads: ['For the person'] }],
        ['and if he stays 2 months?', { reads: ['For the person', '2 months'] }],
        ['change my answers', { reads: ['For the person', 'Kenya'] }],
      ],
    ],
    [
      'en français aussi',
      [
        ['je suis chinoise, 23 ans, je reste 1 an', asks],
        ['non', { asking: 'work' }],
        ['et mon mari ? il est allemand', { ...asks, reads: ['Pour la personne', 'Allemagne'], never: ['Chine'] }],
        ['oui', { row: 'D20', reads: ['Pour la personne'] }],
        ['et moi ?', { asking: 'work', never: ['Pour la personne', 'Allemagne'] }],
      ],
    ],
    [
      'a person is told whose they are',
      [
        ['for my brother: Kenyan, 20, staying 2 years', asks],
        ['talk to a person', { decision: 'handover', reads: ['about another person', 'Kenya'] }],
      ],
    ],
  ]);
});

describe('Both at once: the student’s own first', () => {
  const first = (own: string, country: string): Expected => ({ asking: 'registered', reads: [own], never: [country] });
  scripts([
    [
      'en',
      [['we are two: I am Indian, my wife is Chinese, do we have to register?', first('your own case first', 'China')]],
    ],
    [
      'fr',
      [
        [
          'nous sommes deux : je suis indien, ma femme est chinoise, on doit s’inscrire ?',
          first('abord votre propre cas', 'nationalité Chine'),
        ],
      ],
    ],
    [
      'de',
      [
        [
          'wir sind zu zweit: ich bin Inder, meine Frau ist Chinesin, bleiben 2 Jahre',
          first('Zuerst', 'Staatsangehörigkeit China'),
        ],
      ],
    ],
  ]);
});

describe('A mere mention is nobody’s case', () => {
  const mentions: readonly (readonly [string, string])[] = [
    ['en', 'my friend is registered and I am not'],
    ['en', 'my friend says it is not mandatory, is it correct?'],
    ['en', 'I live with my brother, where do I declare my doctor?'],
    ['fr', 'mon ami est inscrit et moi non'],
    ['fr', 'mon ami dit que c’est pas obligatoire, c’est vrai ?'],
    ['de', 'mein Mitbewohner sagt, es ist kostenlos, stimmt das?'],
    ['es', 'mi amigo dice que es gratis, ¿es verdad?'],
  ];
  test.each(mentions)('%s: %s', async (locale, text) => {
    const { state, replies } = await takeTurn(incoming(text, 0, { locale }), freshState);
    expect(JSON.stringify(state.dialogs ?? {})).not.toContain('"about"');
    expect(replies[0]?.text).not.toMatch(/For the person|Pour la personne|Für die Person|Para la persona/);
  });
});

test('a conversation that was open before whose case it is was kept goes on as the student’s', async () => {
  const { state } = await takeTurn(incoming('I am Indian, staying 2 years', 0), freshState);
  expect(JSON.stringify(state.dialogs)).not.toContain('about');
  const next = await takeTurn(incoming('no', 1), state);
  expect(next.trace.asking).toBe('work');
  expect(next.replies[0]?.text).not.toContain('For the person');
});
