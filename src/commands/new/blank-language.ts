import { stringify } from 'yaml';
import { z } from 'zod';
import { kinds } from '../../knowledge/kinds.ts';
import type { Planned } from './planned.ts';

/** The files that a language has one of and is not spoken without, with everything that must stand in them still to be written. */
export function blankLanguage(language: string, first: string): readonly Planned[] {
  return Object.values(kinds)
    .filter(({ example }) => /^languages\/<language>\/[^/<]+$/.test(example) && !grown.has(example))
    .map(({ example, schema }) => {
      const file = (of: string) => example.replace('<language>', of);
      const text = stringify(blank(schema, `to-write: as ${file(first)} has it`), { lineWidth: 0, singleQuote: true });
      return { path: `knowledge/${file(language)}`, text, how: 'unless-there' };
    });
}

/** What people write down as they read what is there. */
const grown: ReadonlySet<string> = new Set([kinds.checked.example, kinds.readback.example]);

/** An object of that shape without what it may lack. */
function blank(schema: z.ZodType, toWrite: string): unknown {
  if (!(schema instanceof z.ZodObject)) return toWrite;
  const fields = Object.entries<z.ZodType>(schema.shape);
  const required = fields.filter(([, field]) => !field.safeParse(undefined).success);
  if (required.length === 0) return toWrite;
  return Object.fromEntries(required.map(([name, field]) => [name, blank(field, toWrite)]));
}
