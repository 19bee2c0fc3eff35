import { stringify } from 'yaml';
import { z } from 'zod';
import { kinds } from '../../knowledge/kinds.ts';
import { languageFile } from '../../knowledge/layout.ts';
import type { Planned } from './planned.ts';

/** The files that a language has one of, with everything that must stand in them still to be written. */
export function blankLanguage(language: string, first: string): readonly Planned[] {
  return Object.entries(ofALanguage).map(([name, schema]) => {
    const toWrite = `to-write: as languages/${first}/${name}.yaml has it`;
    const text = stringify(blank(schema, toWrite), { lineWidth: 0, singleQuote: true });
    return { path: `knowledge/${languageFile(language, name)}`, text, how: 'unless-there' };
  });
}

const ofALanguage: Readonly<Record<string, z.ZodType>> = {
  vocabulary: kinds.vocabulary.schema,
  reading: kinds.reading.schema,
  hearing: kinds.hearing.schema,
  privacy: kinds.privacy.schema,
  safety: kinds['safety-words'].schema,
};

/** An object of that shape without what it may lack. */
function blank(schema: z.ZodType, toWrite: string): unknown {
  if (!(schema instanceof z.ZodObject)) return toWrite;
  const fields = Object.entries<z.ZodType>(schema.shape);
  const required = fields.filter(([, field]) => !field.safeParse(undefined).success);
  if (required.length === 0) return toWrite;
  return Object.fromEntries(required.map(([name, field]) => [name, blank(field, toWrite)]));
}
