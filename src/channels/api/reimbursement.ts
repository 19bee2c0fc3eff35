import { z } from 'zod';
import { formatAmount } from '../../core/money.ts';
import {
  parseReimbursement,
  reimburse,
  reimbursementSchema,
  type Reimbursement,
} from '../../core/reimbursement/index.ts';
import { documentsOf } from '../../core/documents.ts';
import type { Knowledge } from '../../knowledge/schema.ts';
import type { Answered, Endpoint, Say } from './endpoint.ts';
import { documents, money, text } from './json.ts';

const response = z.strictObject({
  tariff: money,
  base: money,
  rate: z
    .string()
    .regex(/^\d{1,3}%$/)
    .nullable(),
  fixedContribution: money,
  assuranceMaladie: money,
  mutuelle: money.nullable(),
  student: money,
  beyondTariff: money,
  formula: text,
  sources: documents,
});

export function reimbursementEndpoint(knowledge: Knowledge): Endpoint {
  return {
    name: 'reimbursement',
    request: reimbursementSchema,
    response,
    example: { act: 'gp', on: '2021-10-10', declaredGp: true, age: 22, mutuelle: true },
    filledIn: ['on'],
    answer: (input, { sayOn, today }): Answered => {
      const parsed = parseReimbursement(input);
      if (parsed.kind === 'invalid') return parsed;
      const result = reimburse(parsed.value, knowledge);
      if (result.kind !== 'reimbursed') return result;
      const { on } = parsed.value;
      const cautions = on > today ? [{ key: 'api:caution.day-to-come' }] : [];
      const notes = [...result.notes, ...cautions];
      return { kind: 'answered', body: inJson({ ...result, notes }, sayOn(on)) };
    },
  };
}

function inJson(reimbursed: Reimbursement, say: Say): z.infer<typeof response> {
  const { rate, mutuelle } = reimbursed;
  return {
    tariff: formatAmount(reimbursed.tariff),
    base: formatAmount(reimbursed.base),
    rate: rate === null ? null : `${rate}%`,
    fixedContribution: formatAmount(reimbursed.fixedContribution),
    assuranceMaladie: formatAmount(reimbursed.assuranceMaladie),
    mutuelle: mutuelle === null ? null : formatAmount(mutuelle),
    student: formatAmount(reimbursed.student),
    beyondTariff: formatAmount(reimbursed.beyondTariff),
    formula: [reimbursed.formula, ...reimbursed.notes].map(say).join(' '),
    sources: documentsOf(reimbursed.facts),
  };
}
