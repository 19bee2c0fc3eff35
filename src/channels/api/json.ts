import { z } from 'zod';
import { amountPattern } from '../../core/money.ts';

/** The kinds of value that answers are made of, for the OpenAPI document and for the types of what is sent. */
export const money = z.string().regex(amountPattern);
export const day = z.iso.date();
export const text = z.string();
/** Ids of documents, as `sources.yaml` names them. */
export const documents = z.array(z.string());
/** Ids of conflicts or facts, or `future`. */
export const flags = z.array(z.string());
/** The flag of a day after today, which the core cannot know. */
export const dayToCome = 'future';
