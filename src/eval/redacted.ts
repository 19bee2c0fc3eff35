import { plainSigns } from '../text/plain-signs.ts';
import { byGroup } from './metrics.ts';
import type { RedactionLine } from './redaction-file.ts';

/** `found` and `missed` where something must go, `kept` and `lost` where it must stay. */
export type RedactionVerdict = 'found' | 'missed' | 'kept' | 'lost';

export type RedactionFigures = {
  readonly personal: number;
  readonly found: number;
  readonly ordinary: number;
  readonly kept: number;
};

export type RedactionScores = RedactionFigures & {
  readonly byKind: Readonly<Record<string, RedactionFigures>>;
  readonly byLanguage: Readonly<Record<string, RedactionFigures>>;
  readonly lines: readonly ({ readonly verdict: RedactionVerdict; readonly redacted: string } & (
    { readonly id: string } | { readonly text: string }
  ))[];
};

/** Found: nothing is left of any secret part. Kept: everything that must stay is there. */
export function scoreRedaction(lines: readonly RedactionLine[], redact: (text: string) => string): RedactionScores {
  const scored = lines.map((line) => {
    const redacted = redact(line.text);
    return { line, redacted, verdict: verdictOn(line, redacted) };
  });
  return {
    ...figuresOf(scored),
    byKind: byGroup(scored, ({ line }) => (line.want === 'keep' ? `keep: ${line.kind}` : line.kind), figuresOf),
    byLanguage: byGroup(scored, ({ line }) => line.lang, figuresOf),
    lines: scored.map(({ line: { id, text }, verdict, redacted }) => ({
      ...(id === undefined ? { text } : { id }),
      verdict,
      redacted,
    })),
  };
}

function verdictOn(line: RedactionLine, redacted: string): RedactionVerdict {
  const left = comparable(redacted);
  const isLeft = (part: string) => left.includes(comparable(part));
  if (line.want === 'redact') return line.secret.some(isLeft) ? 'missed' : 'found';
  return line.must.every(isLeft) ? 'kept' : 'lost';
}

/** What was only written otherwise is still there. */
function comparable(text: string): string {
  return plainSigns(text).toLowerCase().replaceAll(/\s+/gu, '');
}

type Scored = { readonly line: RedactionLine; readonly verdict: RedactionVerdict };

function figuresOf(scored: readonly Scored[]): RedactionFigures {
  const count = (...verdicts: RedactionVerdict[]) => scored.filter(({ verdict }) => verdicts.includes(verdict)).length;
  return {
    personal: count('found', 'missed'),
    found: count('found'),
    ordinary: count('kept', 'lost'),
    kept: count('kept'),
  };
}
