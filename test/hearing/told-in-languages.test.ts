import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { readJsonLines } from '../../src/eval/json-lines.ts';
import { told } from './ears.ts';

/** A sentence and everything that it tells. */
const Told = z.object({
  language: z.string(),
  form: z.string(),
  asked: z.string().nullable(),
  text: z.string(),
  facts: z.record(z.string(), z.unknown()),
});
const lines = readJsonLines('test/hearing/told.jsonl', Told);
/** Told by the way, and never asked. */
const byTheWay: Readonly<Record<string, unknown>> = { school: 'higher-education', exchange: true };
/** Counted by the form from the two days. */
const counted = 'days';

describe.each(['en', 'fr', 'es', 'it', 'pt', 'de', 'zh', 'ar'])('What a student tells, in %s', (language) => {
  const own = lines.filter((line) => line.language === language);

  test.each(own)('$text (asked: $asked)', ({ text, form, asked, facts }) => {
    const heard = Object.entries(told(text, { language, form, asked })).filter(
      ([field, value]) => field in facts || (field !== counted && byTheWay[field] !== value),
    );
    expect(Object.fromEntries(heard)).toEqual(facts);
  });
});
