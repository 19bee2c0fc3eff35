import fc, { type Arbitrary } from 'fast-check';
import { readInterpolation } from '../../../src/voice/interpolations/registry.ts';
import { AnswerFile } from '../../../src/knowledge/topic-schema.ts';
import { checkShape, parseYaml } from '../../../src/knowledge/yaml-file.ts';
import { knowledge } from '../../conversation/talk.ts';
import { shortText, text } from '../inputs/texts.ts';
import { target, type Target } from '../target.ts';

/** What a curator's browser may send as a file of the knowledge, and what may stand in the braces of a sentence. */
export function knowledgeTargets(): readonly Target[] {
  return [
    target('knowledge file', yaml, (written) => {
      const file = parseYaml({ path: 'languages/en/answers/a.yaml', bytes: Buffer.from(written) });
      checkShape(file, AnswerFile);
      file.lineOf(['text', 'en', 'answer']);
    }),
    target(
      'interpolation',
      fc.tuple(fc.constantFrom('rate', 'offer', 'quote', 'gp', 'place', 'link', 'desk', 'source', ''), shortText),
      ([name, rest]) => readInterpolation(`${name} ${rest}`, knowledge),
    ),
  ];
}

const yaml: Arbitrary<string> = fc.oneof(
  text,
  fc
    .tuple(text, shortText)
    .map(
      ([answer, title]) =>
        `kind: answer\ntopic: a\ntitle:\n  en: ${title}\ntext:\n  en:\n    answer: |\n      ${answer}\n    phrasings: [a]\n`,
    ),
  fc
    .integer({ min: 1, max: 12 })
    .map(
      (deep) =>
        `a0: &a0 [x]\n${Array.from({ length: deep }, (_, at) => `a${String(at + 1)}: &a${String(at + 1)} [${`*a${String(at)},`.repeat(9)}]`).join('\n')}\n`,
    ),
  fc.integer({ min: 1, max: 2_000 }).map((deep) => '['.repeat(deep)),
  fc
    .integer({ min: 1, max: 300 })
    .map((deep) => Array.from({ length: deep }, (_, at) => `${' '.repeat(at)}a:`).join('\n')),
);
