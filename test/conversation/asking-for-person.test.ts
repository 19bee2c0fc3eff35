import { expect, test } from 'vitest';
import { asksForPerson } from '../../src/conversation/person/recognise-request.ts';
import { knowledge } from './talk.ts';

const languages = Object.values(knowledge.person);

test.each([
  'i’d rather deal with a human being',
  'get me somebody real pls',
  'are there any actual humans i could chat with',
  'this machine doesnt help, put me through to an adviser',
  'no more robots please',
  'i wanna speek with an advsor',
  'could one of your colleagues phone me back',
  'could someone from your office give me a call',
  'HUMAN',
  'let me talk to a live agent!!',
  'i would like to speak with staff about my file',
  'my case is complicated. can i speak to somebody about it',
  'i dont want to chat with a machine',
  'stop with the automatic answers',
  'where can i find a human here',
  'can i have the contact of a person of the desk',
  'sick of this bot',
  'je prefere avoir un humain',
  'passez moi qqn svp',
  'est-ce que je peux avoir un conseiller au téléphone',
  'j’en ai marre de ce robot',
  'je ne veux pas parler à une machine',
  'quelqu’un peut me rappeler ?',
  'un vrai être humain svp',
  'je souhaite échanger avec un conseilller',
  'mettez moi en contact avec une personne',
  'quiero hablar con alguien de verdad',
  'no quiero un robot',
  'pueden llamarme? quiero que me llame una persona',
  'vorrei parlare con un operatore',
  'basta con questo bot, passatemi una persona',
  'quero falar com um atendente',
  'tem alguém aí?',
  'ich möchte mit einem Mitarbeiter sprechen',
  'kein Bot bitte',
  'kann mich jemand zurückrufen',
  '转人工',
  '我想找真人客服',
  '我不要和机器人说话',
  'أريد التحدث مع موظف',
  'بغيت نهدر مع شي واحد',
  'هل يمكن أن أتكلم مع إنسان',
])('“%s” asks for a person', (text) => {
  expect(asksForPerson(text, languages)).toBe(true);
});

test.each([
  'are you a human or a bot',
  'how do i talk to a doctor in english',
  'do i need to call somebody at cpam to get my number',
  'how many persons can be on my file',
  'i am a staff member of the university, do i need to register',
  'can someone explain me what is the mutuelle',
  'can anybody register on the student site',
  'my friend wants a mutuelle',
  'does the doctor speak with the insurance',
  'price per person of the insurance',
  'i work as an agent in a call center, am i covered',
  'is it possible to change the contact person',
  'i need an adviser at caf',
  'who do i contact for a lost card',
  'someone told me that i must register',
  'combien coûte l’assurance par personne',
  'je travaille comme agent d’accueil, suis-je assuré',
  'personne ne m’a répondu à la cpam',
  'j’ai besoin d’un médecin qui parle anglais',
  'comment contacter la cpam',
  'je ne comprends pas la réponse',
  'il faut combien de papiers',
  'quelqu’un m’a dit que c’est gratuit',
  'puis-je appeler ameli depuis l’étranger',
  'es-tu un robot ?',
  'quiero hablar con un médico',
  'necesito un seguro para una persona',
  'cuánto cuesta por persona',
  'preciso de um médico que fale português',
  'wie viel kostet es pro Person',
  'ich brauche einen Arzt',
  '我要看医生',
  'هل يجب أن أتكلم مع الصندوق',
  'write to the desk: where',
  'i want the phone number of the cpam',
  'can i call from abroad',
  'i dont want a mutuelle',
  'no more insurance please',
  'I prefer to go there in person',
  'feeling low, need to talk to someone, is therapy paid',
  'is there a human behind this',
  'où est passé mon argent',
  'my contact person left, who replaces her',
])('“%s” asks for none', (text) => {
  expect(asksForPerson(text, languages)).toBe(false);
});

test('no question of the knowledge asks for a person but those about reaching one', () => {
  const about = new Set(['phone-number', 'cpam-appointment', 'english-line', 'aaa-contact', 'are-you-human']);
  const taken = [...knowledge.answers.values()]
    .filter(({ id }) => !about.has(id))
    .flatMap(({ text }) => Object.values(text).flatMap(({ phrasings }) => phrasings))
    .filter((phrasing) => asksForPerson(phrasing, languages));
  expect(taken).toEqual([]);
});
