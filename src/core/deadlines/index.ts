/** Deadlines: a question of "when" in, a day or a range with its rule out. */
export { deadline, type Deadline, type DeadlineLaw } from './deadline.ts';
export { deadlineKinds, deadlineSchema, parseDeadline } from './request.ts';
