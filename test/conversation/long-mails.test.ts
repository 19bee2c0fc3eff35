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
    [
      'polite wishes to be told',
      'Dear desk, I am Paraguayan and since autumn I learn to build violins in Mirecourt, a town with more violins than people. ' +
        'My file went through and a provisional number came by post in October, the envelope was wet. I would be much obliged if ' +
        'you could indicate how long the final number takes. It would help me to be informed whether my birth certificate in ' +
        'Spanish has to be translated. The wood dust makes me sneeze all day.',
      ['final-number-wait', 'document-language'],
    ],
    [
      'what it would be good to be told, in French',
      'Bonjour, je suis arménienne et je fais un master de chimie à Mulhouse, où les cigognes passent au-dessus du laboratoire. ' +
        "Mon cousin, qui était ici il y a dix ans, donne beaucoup de conseils et tous sont faux. J'ai le numéro définitif depuis " +
        "mardi. Il faudrait me dire comment on demande la carte Vitale. Je voudrais aussi qu'on m'explique à quoi sert un médecin " +
        'traitant, parce que la secrétaire en parle tout le temps. Merci pour tout, les cigognes vous saluent.',
      ['carte-vitale-request', 'medecin-traitant'],
    ],
    [
      'what asks wherever it stands, in Chinese',
      '您好，我是在南特学建筑的学生，来自成都，宿舍旁边有一条小河，周末常去跑步，最近也在学做法式煎饼。我的正式社保号上个月到了，同学们说法都不一样，我也不好意思再打扰学校的老师。现在有两件事：mutuelle需不需要买。另外，绿色的医保卡要怎么申请，我一直没搞懂。祝您工作顺利，谢谢！',
      ['mutuelle-obligatory|mutuelle-worth-it', 'carte-vitale-request'],
    ],
    [
      'a wish to be told that stands before its question',
      'Guten Tag, ich komme aus Peru, studiere in Colmar Weinbau und wohne bei einer alten Dame mit drei Hunden. Im Krankenhaus ' +
        'war ich zwei Nächte wegen des Blinddarms, jetzt liegt eine Rechnung auf dem Tisch, 20 Euro für jeden Tag und noch mehr. ' +
        'Ich bin nicht sicher, ob ich die Rechnung vom Krankenhaus selbst bezahle. Sagen Sie mir bitte auch, wie hoch der ' +
        'Tagessatz im Krankenhaus ist. Die Hunde bellen viel.',
      ['hospital-bill', 'hospital-daily-fee'],
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

  test('of two halves of a choice the whole is named, and what is likely nowhere in the mail goes to a person', async () => {
    const says =
      'Hello, I am from Laos and I study in Dole, where I live above a bakery with a girl who sings at night. We both have a ' +
      'green card. My grandmother sends parcels with chili that the customs open every time. Yesterday a man rang and left a ' +
      'note about the carpet in the stairs. Should the carpet be paid by me, or by the baker, or by both? Could you also tell me ' +
      'whether the parcels with chili are allowed in the train?';
    const { trace, replies } = await takeTurn(incoming(says, 0), freshState);
    expect(trace.intents.map(({ intent }) => intent)).toEqual([null, null]);
    expect(replies[0]?.text).toContain('“Should the carpet be paid by me, or by the baker, or by both?”');
  });

  test('of two questions in one sentence the one without an answer is named', async () => {
    const says =
      'Hello, I am from Nepal and since October I study glass and ceramics in Limoges; my room is full of plates and one of them even has no ' +
      'crack. My teacher laughs about it and my aunt collects the worst ones. I would like to know how I declare my médecin traitant and ' +
      'whether my nine plates may travel beside me in the aeroplane. Thank you and a good day to all of you.';
    const { trace, replies } = await takeTurn(incoming(says, 0), freshState);
    expect(trace.intents.map(({ intent }) => intent)).toEqual(['declare-medecin-traitant', null]);
    expect(replies[0]?.text).toContain('plates may travel');
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
