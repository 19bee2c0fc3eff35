export type { DangerData, DangerExample } from './data.ts';
export {
  createDangerDetector,
  type Danger,
  type DangerDetector,
  type DangerFinding,
  type DangerModel,
  type HearDanger,
} from './detector.ts';
export { dangerDegrees, dangerKinds, readSign, type DangerDegree, type DangerKind } from './signs.ts';
export type { LanguageLexicon } from './write-lexicon.ts';
