import { describe, expect, test } from 'vitest';
import { freshState } from '../../src/conversation/state.ts';
import { judge } from './tales/judge.ts';
import { incoming, readText, takeTurn } from './talk.ts';

/** Long mails in which no question stands alone and few have a mark. */
describe('a long mail', () => {
  test.each([
    [
      'what is not known is asked',
      'Hello, I arrived in Brest from Senegal in September and the first month went by with looking for a room and a bicycle. My file was sent ' +
        'on the student site three weeks ago. The birth certificate that I have is in French but it is only an extract. I do not know whether ' +
        'I need the full one. It is not clear to me either how long the final number takes. My sister says hello and thanks you.',
      ['birth-certificate|missing-documents', 'final-number-wait'],
    ],
    [
      'a wish to know behind what it is about',
      "Bonjour, je suis tunisien et j'étudie à Limoges depuis deux ans, tout va bien, les gens sont gentils et la ville est calme. " +
        "Mon voisin de palier m'a parlé d'une mutuelle que l'on doit prendre, je me demande si c'est obligatoire. Le mois prochain je " +
        'quitte Limoges pour Reims avec toutes mes affaires dans une camionnette, je ne sais pas comment changer mon adresse à la sécu. ' +
        'Mon frère me prête la camionnette.',
      ['mutuelle-obligatory', 'moving-city'],
    ],
    [
      'the items of a list that is announced',
      'Dear all,\nI come from Chile for a master in Rouen and start in January; my flight is booked and my parents are a little sad. ' +
        'My cousin who was in Rouen two years ago gave me some hints but the rules may have changed since. Here are my points:\n' +
        'a) the papers that I send first\nb) the price of registering\nc) a visit to the GP, how much does it cost\n' +
        'I look forward to the snow.\nPablo',
      ['papers-to-start', 'registration-cost', 'gp-price'],
    ],
    [
      'a card by its short name',
      'Hello, I am Greek and since October I have lived with three other students in a house with a garden in Metz, we even have a cat. My ' +
        'European card ends on 31 January. The other three come from far away and had to register in the autumn, which was a lot of ' +
        'paper. I would like to understand what I have to do when the card runs out. I am also not sure how much a GP costs.',
      ['ehic-expires', 'gp-price'],
    ],
    [
      'a German wish in its own order, and a reason behind a question',
      'Guten Tag, ich komme aus Chile und studiere seit September Musik in Metz, jeden Tag übe ich vier Stunden Geige, die Stadt ist schön und meine Mitbewohner kochen gern. Meine ' +
        'Unterlagen habe ich im Oktober hochgeladen. Nun wüsste ich gern, wie lange die endgültige Nummer dauert. Unklar ist mir auch, ob ' +
        'die CVEC eine Versicherung ist. Muss ich einen médecin traitant wählen, weil ich nur ein Jahr bleibe?',
      ['final-number-wait', 'cvec', 'medecin-traitant|no-medecin-traitant|declare-medecin-traitant'],
    ],
    [
      'Chinese without a space behind its marks',
      '您好,我是在里尔读本科的中国学生,去年九月来的,住在学校旁边,室友是巴西人,很热情,常常一起做饭和打羽毛球,周末也一起去市场买菜。' +
        '现在有几个问题:CVEC是什么?médecin traitant怎么申报?我不清楚mutuelle是不是必须买。谢谢!',
      ['cvec', 'declare-medecin-traitant', 'mutuelle-obligatory'],
    ],
  ])('%s', async (_, says, expects) => {
    expect(await judge({ says, expects })).toMatchObject({ verdict: 'right' });
  });

  test('says which of its questions goes to a person', async () => {
    const says =
      'Hello, I study in Caen since last year and I come from Ghana. The summer was long and I read many books in the park by the river. ' +
      'I would like to know how I declare my médecin traitant. Could you also tell me whether the insurance pays for the ferry when I ' +
      'visit my uncle with his twelve goats? Many thanks and a good week to everybody at the desk.';
    const read = readText(await takeTurn(incoming(says, 0), freshState));
    expect(read).toContain('How to declare a médecin traitant');
    expect(read).toContain('I have no answer to: “Could you also tell me whether the insurance pays for the ferry');
  });

  test('what is only told asks nothing, and what one wants stands behind what is asked', async () => {
    const says =
      'Hello, I worked in a bar all summer and I know how hard that is. My flatmate is from Japan. When I came in September it rained for ' +
      'three weeks and I slept at a friend, because the residence was closed. I want to order a new carte Vitale, I lost mine on Sunday. ' +
      'Is a mutuelle compulsory for me? Thank you and best regards from everybody here.';
    const { trace } = await takeTurn(incoming(says, 0), freshState);
    expect(trace.intents.map(({ intent }) => intent)[0]).toBe('mutuelle-obligatory');
    expect(trace.intents.map(({ intent }) => intent)).not.toContain('jobs');
  });
});

test('a letter that is not understood is no greeting: a person is offered', async () => {
  const letter = `Hello, I am Tunde from Lagos, in Nancy since September for a bachelor. My cousin plays basketball every Wednesday, he is
    talented, one day you will see him on the news, and my mother sells fabric at home and cannot come. The office downtown printed a
    sheet for me and underlined something with a pen, and I keep it in a drawer with the tram card, the lease and all the rest.

    Thank you for your kindness, Tunde`;
  const { trace, replies } = await takeTurn(incoming(letter, 0, { locale: 'en' }), freshState);
  expect(trace.decision).toBe('decline');
  expect(replies.flatMap(({ choices }) => choices.map(({ label }) => label))).toContain('Talk to a person');
});
