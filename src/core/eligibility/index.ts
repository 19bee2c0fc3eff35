/** Who is insured how in France: facts in, a decision of one of the table's rows out, with its reasons. */
export { decideEligibility, type Eligibility, type EligibilityDecision } from './decide.ts';
export { parseSituation, type ParsedSituation } from './parse.ts';
export {
  fieldOrder,
  situationSchema,
  yesNoFields,
  type Field,
  type StudentSituation,
  type SituationField,
} from './situation.ts';
export { standing, type Countries, type Standing } from './countries.ts';
export type { Law } from './law.ts';
export { feeKinds, mandatoryValues, type Guidance, type RowContent } from './content.ts';
export { phraseOf, type Item, type Kind } from './guidance.ts';
export type { Possible } from './possible.ts';
export type { Change, Nearly } from './nearly.ts';
export { circumstanceNames } from './condition.ts';
export { dimensionNames } from './dimensions.ts';
export { rowIds, type RowId } from './table.ts';
