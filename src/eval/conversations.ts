import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { day } from '../core/day.ts';
import { parseYaml, shapedAs } from '../knowledge/yaml-file.ts';

/** What a turn must come to; what is not named is not looked at. */
const Turn = z.strictObject({
  says: z.string(),
  decision: z.string().optional(),
  intent: z.string().nullable().optional(),
  /** With several questions: every topic, whatever their order. */
  intents: z.array(z.string().nullable()).optional(),
  asking: z.string().nullable().optional(),
  /** A row of the decision table, or the kind of a form's outcome; the form is finished with it. */
  outcome: z.string().optional(),
  /** All facts that the form must hold now, no more and no less. */
  told: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).optional(),
  /** Understood from what was said before only. */
  followUp: z.boolean().optional(),
});

const File = z.strictObject({
  conversations: z.array(
    z.strictObject({
      title: z.string(),
      language: z.string(),
      on: z.string().default('2026-11-22'),
      turns: z.array(Turn),
    }),
  ),
});

export type ScriptedTurn = z.infer<typeof Turn>;
export type Scripted = {
  readonly title: string;
  readonly language: string;
  readonly on: ReturnType<typeof day>;
  readonly turns: readonly ScriptedTurn[];
};

/** The scripted conversations of `questions/conversations/*.yaml`; none when the folder is missing. */
export function readConversations(folder: string): readonly Scripted[] {
  const scripts = join(folder, 'questions', 'conversations');
  if (!existsSync(scripts)) return [];
  return readdirSync(scripts)
    .filter((file) => file.endsWith('.yaml'))
    .sort()
    .flatMap((file) => {
      const written = { path: `questions/conversations/${file}`, bytes: readFileSync(join(scripts, file)) };
      return shapedAs(File, parseYaml(written)).conversations.map((one) => ({ ...one, on: day(one.on) }));
    });
}
