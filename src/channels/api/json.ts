import { z } from 'zod';
import { amountPattern } from '../../core/money.ts';

/** The kinds of value that answers are made of, for the OpenAPI document and for the types of what is sent. */
export const money = z.string().regex(amountPattern);
export const day = z.iso.date();
export const text = z.string();
/** Ids of documents: S0–S4, X. */
export const documents = z.array(z.string());
/** Ids of conflicts or facts. */
export const flags = z.array(z.string());

/** The documents that facts stand in, each once: S2-18, X-30, X-31 → S2, X. */
export function documentsOf(facts: readonly string[]): string[] {
  return [...new Set(facts.map((fact) => fact.split('-')[0] ?? fact))].sort();
}
