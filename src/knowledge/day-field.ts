import { z } from 'zod';
import { parseDay, type Day } from '../core/day.ts';

export const DayField = z
  .string()
  .refine((text) => parseDay(text) !== null, 'a calendar day, e.g. 2026-11-22')
  .transform((text) => text as Day);
