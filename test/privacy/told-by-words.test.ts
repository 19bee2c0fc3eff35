import { describe, expect, test } from 'vitest';
import { day } from '../../src/core/day.ts';
import { redact } from '../own-desk.ts';

const on = day('2026-11-29');

describe('what words tell is gone, and the words stay', () => {
  test.each([
    ['I’m Ingrid Solberg, a new student', 'I’m [name], a new student'],
    ['you can call me Bolat', 'you can call me [name]'],
    ["my friend's name is Mariam Keita", "my friend's name is [name]"],
    ['first name Petra, last name Novotna', 'first name [name], last name [name]'],
    ['Full name : rosa isabel quispe', 'Full name : [name]'],
    ['Thanks in advance,\nJ. Halloran', 'Thanks in advance,\n[name]'],
    ['When does it come?\n-- \nOlga Petrenko', 'When does it come?\n-- \n[name]'],
    ['C’est Gaspard Lenoir à l’appareil', 'C’est [name] à l’appareil'],
    ['Mon prénom : Khadija, mon nom : El Fassi', 'Mon prénom : [name], mon nom : [name]'],
    ['Bien à vous\nClémence', 'Bien à vous\n[name]'],
    ['Ich bin Matthias Kröger aus Kiel', 'Ich bin [name] aus Kiel'],
    ['MfG\nBritta Lang', 'MfG\n[name]'],
    ['Soy Ximena Duarte, de Chile', 'Soy [name], de Chile'],
    ['Sono Fabio Conti e ho una domanda', 'Sono [name] e ho una domanda'],
    ['Sou a Leonor Prates', 'Sou a [name]'],
    ['اسمي سامر بن حسن', 'اسمي [name]'],
    ['我是周敏，中国学生', '我是[name]，中国学生'],
    ['我叫孙丽在巴黎读书', '我叫[name]在巴黎读书'],
    ['Reisepass C3J08KL52', 'Reisepass [passport]'],
    ['passaporto n. YC1192837', 'passaporto n. [passport]'],
    ['o meu CPF é 205.118.340-27', 'o meu CPF é [identity card]'],
    ['AGDREF: 7518004421', 'AGDREF: [residence permit]'],
    ['mein Visum FRA80112233', 'mein Visum [visa]'],
    ['n° INE : 0KL4MN2PQ81', 'n° INE : [student number]'],
    ['claim number KX-20418', 'claim number [number]'],
    ['call me on 699 20 44 18 please', 'call me on [phone] please'],
    ['my number is 98111 20345', 'my number is [phone]'],
    ['write to ines.prado at gmail dot com', 'write to [e-mail]'],
    ['lea_morin(arobase)orange.fr', '[e-mail]'],
    ['nils@uni-graz', '[e-mail]'],
    ['insta lea.morin_', 'insta [handle]'],
    ['ask @nils_g there', 'ask [handle] there'],
    ['I live at 31 Old Quay Street', 'I live at [address]'],
    ['j’habite 8 bis rue du 11 novembre 1918, 69003 Lyon', 'j’habite [address], 69003 Lyon'],
    ['Rosenweg 14, 80331 München', '[address], 80331 München'],
    ['vivo en Calle del Olmo 22', 'vivo en [address]'],
    ['Via Mazzini 9', '[address]'],
    ['Address: Flat 2B, Gulberg, Lahore. What now?', 'Address: [address]. What now?'],
    ['born May 4, 2003', 'born [born: 23 years]'],
    ['born in Oslo on 4 May 2003', 'born in Oslo on [born: 23 years]'],
    ['am 4.5.2003 geboren', 'am [born: 23 years] geboren'],
    ['2003年5月4日出生', '[born: 23 years]出生'],
    ['\u202a+33 6 12 34 56 78\u202c', '[phone]'],
    ['１ ８９ ０５ ７５ １１６ ００５', '[social security number]'],
    ['numéro 1 89 05 75\n116 005 42', 'numéro [social security number]'],
    ['FR76 3000 6000 0112\n3456 7890 189', '[bank account]'],
  ])('%j', (text, redacted) => {
    expect(redact(text, { on }).text).toBe(redacted);
  });
});

describe('what is told with the same words and is nobody’s stays', () => {
  test.each([
    'I am South Korean and this is urgent',
    'I am Erasmus Student in Nantes',
    'I Am Very Confused',
    'I AM LOOKING FOR HELP',
    'call me tomorrow or on Monday',
    'my name is cut on the card',
    'we recommend no name: choose by price',
    'one letter is signed CPAM',
    'in the exam Mr X falls ill',
    'is my visa 2026/2027 enough, or the passport until 2030?',
    'a residence permit costs 225 euros and takes 12 months',
    'the student card 2025/2026 costs 103 €',
    'a 15 minute drive, 2 weeks on the road',
    'only 1 place left, 10 cours par semaine',
    'is registering 4 people possible',
    'at this point it is closed, look at ameli.fr',
    'ISBN 9780141439518',
    'appelez le 15, le 112 ou le 3646',
    'née à Dakar, je viens en septembre 2026',
    'my baby will be born on 3 March 2027',
    'Merci, bonne journée',
    'Ich bin Deutscher und Student',
    'mein Name ist falsch geschrieben',
    'soy Costarricense',
    'sono nata in Perù',
    'اسمي مكتوب خطأ',
    '我是高中生',
    '我叫不到车',
    '32 rue Louis Gain, 49937 Angers Cedex 9',
  ])('%j', (text) => {
    expect(redact(text, { on })).toEqual({ text, found: [], born: [] });
  });
});
