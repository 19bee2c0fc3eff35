import { z } from 'zod';

const Words = z.array(z.string().min(1));
const WordsByName = z.record(z.string(), Words);
/** Where a cue stands to what it speaks of: before it, after it, or either. */
const Cues = z.strictObject({ before: Words.optional(), after: Words.optional(), around: Words.optional() });

/**
 * `knowledge/languages/<xx>/hearing.yaml`: how a student tells something in one language. A phrase is compared without
 * case and accents; `(a|b)` are choices, `<name>` is a group, `...` up to three words, `word*` any word that begins so.
 */
export const HearingFile = z.strictObject({
  apostrophe: z.enum(['joins', 'splits']),
  /** `1/9/2026` is the first of September; where the year comes first, so does the month. */
  dateOrder: z.enum(['day-first', 'month-first']),
  particles: Words.default([]),
  /** Words that are the figures 0 to 9, in the order of the figures; more than one way of writing a figure stand together. */
  figures: Words.default([]),
  respelled: z.record(z.string(), z.string()),
  /** How the language sounds: a word that is none, and is written by ear, is the one of ours that sounds like it. */
  sounds: z
    .strictObject({
      /** Letters and what they sound like, in their order: `[[ph, f], [qu, k]]`. */
      alike: z.array(z.tuple([z.string(), z.string()])),
      /** Ends of words that are not heard. */
      mute: Words,
      /** Written onto the next word: `jarrive`. */
      glued: Words,
    })
    .optional(),
  groups: WordsByName,
  /** Whole phrases of which no word is heard. */
  nothing: Words,
  /** Words that carry nothing: greetings, thanks, hedges. */
  fillers: Words,
  /** What may lead to a length, a date or a country that is told by itself: "for", "until". */
  lead: Words,
  /** What tells on behind a nationality or an age: "German with …", "22 from …". */
  followers: Words,
  /** Names that hold a number: "S1", "offer 2". */
  named: Words,
  /** What a number behind it names: "room 12" counts nothing. */
  numbered: Words.default([]),
  /** "twice" → 2. */
  times: z.record(z.string(), z.number().int().positive()),
  /** Parts of a sentence begin at these: `and` tells on, `but` turns. */
  joins: z.strictObject({ on: Words, turn: Words }),
  numbers: z.strictObject({
    words: z.record(z.string(), z.number().int().positive()),
    /** "two hundred". */
    multipliers: z.record(z.string(), z.number().int().positive()),
    /** Between tens and ones: "vingt et un". */
    between: Words,
    /** One, where a unit follows: "a year". */
    articles: Words,
    /** "a dozen", "une dizaine de". */
    about: z.record(z.string(), z.number().positive()),
    /** After a unit, and before one. */
    halfAfter: Words,
    halfBefore: Words,
    /** "3 to 4 months". */
    range: Words,
    /** Those of them between which one is chosen: of two days it is not told which. */
    or: Words.default([]),
    /** "between the 4th and the 9th". */
    bothOpen: Words,
    bothJoin: Words,
    /** More or less than what is said is no value: "over 28", "thirty something". */
    bounds: Cues,
    /** A little more or less, which for a length is near enough: "a little over a year", "six months and a bit". */
    nearly: Cues.default({}),
    /** Between a number and its unit: "10 full months". */
    beforeUnit: Words,
  }),
  units: z.strictObject({
    hour: Words,
    day: Words,
    night: Words,
    week: Words,
    month: Words,
    semester: Words,
    year: Words,
  }),
  /** Lengths that are no number of a unit, in months. */
  lengths: z.record(z.string(), z.number().positive()),
  /** "500 a month", "20 hours per week": no length. */
  per: Words,
  dates: z.strictObject({
    months: WordsByName,
    weekdays: WordsByName,
    /** "the tenth of October" → 10. */
    ordinals: z.record(z.string(), z.number().int().positive()),
    /** "October 5": a number behind a month is its day. */
    dayBehind: z.boolean(),
    /** `12-25` → "Christmas"; `easter` is Easter Sunday. */
    feasts: WordsByName,
    /** Days from today: `-1` → "yesterday". */
    near: WordsByName,
    /** Months from this one: `-1` → "last month". */
    nearMonths: WordsByName,
    /** Years from this one, beside a month: `-1` → "last year". */
    nearYears: WordsByName.default({}),
    /** Weeks from this one, beside a day of the week: `-1` → "last week". */
    nearWeeks: WordsByName.default({}),
    /** Right before a month without a day: it is the month that is meant ("in may"). */
    lead: Words,
    /** Between a day and its month, and around a date: "1st of". */
    between: Words,
    start: Words,
    middle: Words,
    end: Words,
    next: Words,
    last: Words,
    ago: Cues,
    ahead: Cues,
    until: Cues,
    /** What a time lasts until, told in words before its date: "until I hand it in, in July". */
    lasting: Words.default([]),
    from: Cues,
    since: Cues,
    /** "a week later", "two days before Christmas", "the day before": counted from the day that is named beside it. */
    shifts: z
      .strictObject({ later: Words, earlier: Words, after: Words, before: Words, days: WordsByName })
      .default({ later: [], earlier: [], after: [], before: [], days: {} }),
    /** Before a day of a month that was named before: "out on the 12th". */
    on: Cues,
    past: Words,
    future: Words,
  }),
  money: z.strictObject({ euro: Words, cent: Words, other: Words }),
  /** A role → the words that say it. Which roles there are is the business of the readers. */
  roles: z.record(z.string(), Cues),
  speakers: z.strictObject({
    self: Words,
    other: Words,
    /** Goes on about who was named right before. */
    relative: Words,
    /** Someone named before, else nobody. */
    pronoun: Words,
    /** Oneself, but not as who is spoken of: "my brother stays with me". */
    along: Words.default([]),
    /** Another person who is not the one spoken of: "I live with my brother". */
    aside: Words,
    /** Told for somebody who is named in it: who is named is the student. */
    behalf: Words.default([]),
    /** What follows was said by nobody, to the end of its sentence or to "but": "I never said that …". */
    unsaid: Words.default([]),
  }),
  /** Whose case a message is about, the student's or another person's. */
  cases: z
    .strictObject({
      /** Names a person by what they are to the student. */
      person: Words.default([]),
      /** Asked or told for who is named in it: "does my brother have to", "asking for my sister". */
      other: Words.default([]),
      /** The same at the beginning of a message, and with nothing but its end behind: "and my sister?", "for my brother: …". */
      turnsToOther: Words.default([]),
      /** At the beginning: "and me?" */
      turnsToSelf: Words.default([]),
      /** For the student and another person at once: "we are two". */
      both: Words.default([]),
      /** Words that may name the same person: whose wife she is, their partner is as well. */
      alike: z.array(Words).default([]),
      /** What says of another person what the phrases of that name say of oneself: `role.age.before`: "he is". */
      said: WordsByName.default({}),
    })
    .prefault({}),
  answers: z.strictObject({
    yes: Words,
    no: Words,
    /** A yes and a no where nothing else stands in the part: "done", "I have not". */
    yesAlone: Words,
    noAlone: Words,
    unknown: Words,
    /** Said twice, it says two things of which one may be: "maybe May, maybe later". */
    maybe: Words.default([]),
    /** Hangs on something that is not settled: "it depends on my professor". */
    undecided: Words.default([]),
    /** How a sentence of its own begins behind a yes: "yes, I have …". */
    clause: Words.default([]),
    /** A no alone; behind other words the thing they speak of: "it costs nothing". */
    nothing: Words.default([]),
    /** What a no right before them denies: "no tengo …". */
    denies: Words.default([]),
    /** Behind a yes they ask: "yes, and how …". */
    asking: Words.default([]),
    /** A field that a yes or a no decides → words about it. */
    about: WordsByName.default({}),
    /** Nothing to add. */
    skip: Words,
    /** What was said before was wrong. */
    correction: Words,
    /** What was told right before is of something else: "no, that's my lease". */
    notThat: Words.default([]),
    /** "not 10 but 5". */
    denial: Cues,
  }),
  having: z.strictObject({
    has: Words,
    /** First word of what is one's own: "my card". */
    own: Words,
    lacks: Words,
    not: Words,
    /** Had, and is not there any more. */
    lost: Words.default([]),
    /** Not lost, only feared to be, or supposed: says nothing of what one has. */
    loses: Words.default([]),
    /** Asking, wanting and waiting are no having: a question begins a part of a sentence, a wish stands anywhere. */
    asks: Words,
    /** At the end of a part that asks: 吗. */
    asksLast: Words.default([]),
    /** Asks of whoever is named before it: "un étudiant peut-il …". */
    asksOf: Words.default([]),
    wants: Words,
    /** Goes on asking: "is it so that …, and that …?" */
    that: Words.default([]),
    suppose: Words,
    /** Supposes what stands before it: 的话. */
    supposeLast: Words.default([]),
    /** Nothing but what stands behind it is there: "no S1, only the card". */
    only: Words.default([]),
    /** Of what is named nothing is chosen yet: "torn between one month and three". */
    hesitates: Words.default([]),
  }),
  /** A field → what one has or has not. */
  things: WordsByName,
  /** A field → a value → the ways to say it. */
  values: z.record(z.string(), WordsByName),
  /** What a deadline is about → words that must all be said, joined by `+`. */
  about: WordsByName,
  countries: z.strictObject({
    /** Names and demonyms that the country library lacks in this language. */
    names: WordsByName,
    cities: WordsByName,
    /** Only in capitals, as written: `US`. */
    written: WordsByName,
    /** The library's key for this language. */
    library: z.string(),
    /** How a demonym's genders and numbers end: `["o", "a", "os", "as"]` are one another. */
    endings: z.array(z.string()),
    /** What holds the name or the sign of a country and means none. */
    unplaced: Words.default([]),
    /** Names of states that are countries of their own elsewhere, by the country that they are in. */
    namesakes: WordsByName.default({}),
    /** Names that are ordinary words: a country only where a nationality is expected. */
    ordinary: Words,
  }),
});
export type HearingFile = z.infer<typeof HearingFile>;
