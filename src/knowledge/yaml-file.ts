import { load, YAMLException } from 'js-yaml';
import { LineCounter, parseDocument, type Document } from 'yaml';
import type { z } from 'zod';
import type { SourceFile } from './files.ts';
import { fieldOf, refuse, type Plain, type Problem } from './problem.ts';

/** A parsed file that can still say on which line a field stands. */
export type YamlFile = {
  readonly path: string;
  readonly data: unknown;
  readonly problems: readonly Problem[];
  /** The line of the field, or of the nearest field around it that exists. */
  lineOf(path: readonly PropertyKey[]): number;
};

/** js-yaml reads five times as fast as `yaml`, which knows where each field stands: that one is asked when somebody wants a line. */
export function parseYaml(file: SourceFile): YamlFile {
  const text = file.bytes.toString('utf8');
  let located: Located | null = null;
  const lineOf = (path: readonly PropertyKey[]) => lineIn((located ??= locate(text)), path);
  try {
    return { path: file.path, data: load(text, { filename: file.path, maxAliases: 0 }), problems: [], lineOf };
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    const line = error.mark === undefined ? null : error.mark.line + 1;
    return {
      path: file.path,
      data: null,
      problems: [{ file: file.path, line, field: '', ...whatIsWrong(error) }],
      lineOf,
    };
  }
}

/** A few lines of aliases of aliases stand for more than any memory holds; and a reader of the file sees what is not there. */
function whatIsWrong({ reason }: YAMLException): Pick<Problem, 'code' | 'message'> {
  return reason.startsWith('aliases exceeded')
    ? { code: 'knowledge/alias', message: 'an alias (*name) stands here: write out what it stands for' }
    : { code: 'knowledge/invalid-file', message: `not YAML: ${reason}` };
}

/** The file as `schema` reads it, or null with a problem for every field that is wrong. */
export function checkShape<T extends z.ZodType>(
  file: YamlFile,
  schema: T,
): { readonly value: z.output<T> | null; readonly problems: readonly Problem[] } {
  if (file.problems.length > 0) return { value: null, problems: file.problems };
  const parsed = schema.safeParse(file.data, { error: acceptedKeys });
  if (parsed.success) return { value: parsed.data, problems: [] };
  const problems = parsed.error.issues.map((issue): Problem => ({
    code: 'knowledge/invalid-file',
    file: file.path,
    line: file.lineOf(issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0] ?? ''] : issue.path),
    field: fieldOf(issue.path),
    message: issue.code === 'invalid_union' ? acceptedByAny(issue) : issue.message,
    plain: inWords(issue),
  }));
  return { value: null, problems };
}

/** The same for whoever cannot go on without it. @throws AppError `knowledge/…` naming each field that is wrong */
export function shapedAs<T extends z.ZodType>(schema: T, file: YamlFile): z.output<T> {
  const { value, problems } = checkShape(file, schema);
  refuse(problems);
  // Without a problem it has the shape.
  return value as z.output<T>;
}

/** zod names the unknown key but not the ones it knows. */
const acceptedKeys: z.core.$ZodErrorMap = (issue) => {
  if (issue.code !== 'unrecognized_keys') return undefined;
  const shape = (issue.inst as { readonly shape?: object } | undefined)?.shape ?? {};
  return `unknown field ${issue.keys.join(', ')}; accepted: ${Object.keys(shape).join(', ')}`;
};

/** What a form can get wrong: too little or too much of a text, or nothing of a list. */
function inWords(issue: z.core.$ZodIssue): Plain | undefined {
  if (issue.code === 'too_small')
    return { key: issue.origin === 'string' ? 'too-short' : 'nothing-there', values: { least: Number(issue.minimum) } };
  return issue.code === 'too_big' ? { key: 'too-long', values: { most: Number(issue.maximum) } } : undefined;
}

function acceptedByAny(issue: z.core.$ZodIssueInvalidUnion): string {
  const accepted = issue.errors.flatMap((errors) => errors.slice(0, 1).map(({ message }) => message));
  return `accepted is one of: ${accepted.join('; ')}`;
}

type Located = { readonly document: Document; readonly lines: LineCounter };

function locate(text: string): Located {
  const lines = new LineCounter();
  return { document: parseDocument(text, { lineCounter: lines, prettyErrors: false }), lines };
}

function lineIn({ document, lines }: Located, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true) as { readonly range?: readonly number[] } | undefined;
    const start = node?.range?.[0];
    if (start !== undefined) return lines.linePos(start).line;
  }
  return 1;
}
