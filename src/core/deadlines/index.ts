/** Deadlines: a question of "when" in, a day or a range with its rule out. */
export { deadline, type DeadlineLaw } from './deadline.ts';
export { deadlineKinds, deadlineSchema, parseDeadline } from './request.ts';
export type { Deadline } from './rule.ts';
