/** One check of a line: what was checked, how it ended, and what it was about (`header.from`, `smtp.mailfrom`). */
export type Checked = {
  readonly method: string;
  readonly result: string;
  readonly about: ReadonlyMap<string, string>;
};

export type AuthenticationResults = { readonly server: string; readonly checks: readonly Checked[] };

/**
 * An Authentication-Results field by the grammar of RFC 8601 §2.2, unfolded. Null for what is not of that grammar: a line
 * is believed as a whole or not at all. Values may hold what the RFC would have quoted (`header.b=a+b/c==`), as the large
 * servers write them. The parser inside mailauth is none for this: of two results of a method it keeps the last, and what
 * it cannot read it guesses.
 */
export function readAuthenticationResults(field: string): AuthenticationResults | null {
  if (field.length > longest) return null;
  const parts = partsOf(field);
  if (parts === null) return null;
  const [opening = '', ...rest] = parts.bare;
  const [, server, version = '1'] = /^(\S+)(?: (\d+))?$/.exec(opening) ?? [];
  if (server === undefined || version !== '1') return null;
  const written = rest.at(-1) === '' ? rest.slice(0, -1) : rest;
  if (written.join() === 'none') return { server: parts.open(server).toLowerCase(), checks: [] };
  const checks = written.map((part) => checkOf(part, parts.open));
  return checks.includes(null) ? null : { server: parts.open(server).toLowerCase(), checks: checks.filter(isPresent) };
}

type Parts = {
  /** Between semicolons: without comments, spaces single, each quoted string a mark of its own. */
  readonly bare: readonly string[];
  /** Puts the quoted strings back into a value. */
  readonly open: (value: string) => string;
};

/** Comments nest; in them and in quoted strings a backslash takes the next character as it is, and nothing else is syntax. */
function partsOf(field: string): Parts | null {
  const quoted: string[] = [];
  let bare = '';
  for (let at = 0; at < field.length; at += 1) {
    const char = field.charAt(at);
    if (char === '(') {
      at = endOfComment(field, at);
      bare += ' ';
    } else if (char === '"') {
      const end = endOfQuoted(field, at);
      bare += `${mark}${quoted.push(field.slice(at + 1, end).replaceAll(/\\([^])/g, '$1')) - 1}${mark}`;
      at = end;
    } else if (char === ')' || char === '\\' || char === mark) return null;
    else bare += char;
    if (at === unclosed) return null;
  }
  return {
    bare: bare.split(';').map((part) => part.replaceAll(/\s+/g, ' ').trim()),
    open: (value) =>
      value.replaceAll(new RegExp(`${mark}(\\d+)${mark}`, 'g'), (_, index) => quoted[Number(index)] ?? ''),
  };
}

function endOfComment(field: string, from: number): number {
  let depth = 0;
  for (let at = from; at < field.length; at += 1) {
    const char = field.charAt(at);
    if (char === '\\') at += 1;
    else if (char === '(') depth += 1;
    else if (char === ')') depth -= 1;
    if (depth === 0) return at;
  }
  return unclosed;
}

function endOfQuoted(field: string, from: number): number {
  for (let at = from + 1; at < field.length; at += 1) {
    const char = field.charAt(at);
    if (char === '\\') at += 1;
    else if (char === '"') return at;
  }
  return unclosed;
}

/** `method[/version]=result`, then `reason=…` and `ptype.property=…`, each once at most, to the end. */
function checkOf(part: string, open: Parts['open']): Checked | null {
  const pairs: [string, string][] = [];
  let end = 0;
  pair.lastIndex = 0;
  for (let found = pair.exec(part); found !== null; found = pair.exec(part)) {
    pairs.push([(found[1] ?? '').replaceAll(' ', '').toLowerCase(), open(found[2] ?? '')]);
    end = pair.lastIndex;
  }
  const [first, ...about] = pairs;
  if (first === undefined || end !== part.length) return null;
  const [, method, version = '1'] = /^([a-z][\w-]*)(?:\/(\d+))?$/.exec(first[0]) ?? [];
  const names = new Map(about);
  if (method === undefined || names.size !== about.length) return null;
  // Of another version of its method nothing is known (§2.2): it is no result of the method.
  return { method: version === '1' ? method : `${method}/${version}`, result: first[1].toLowerCase(), about: names };
}

function isPresent<T>(value: T | null): value is T {
  return value !== null;
}

const pair = / ?([a-z][\w-]*(?: ?[./] ?[\w-]+)?) ?= ?(\S+)/iy;
/** No header may hold it. */
const mark = '\u0000';
const unclosed = -1;
/** The longest lines of large servers have some 2,000 characters. */
const longest = 10_000;
