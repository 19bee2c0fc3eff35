/** Deadlines: a question of "when" in, a day or a range with its rule out. */
export { deadline, type Deadline, type DeadlineResult } from './deadline.ts';
export { deadlineKinds, deadlineSchema, parseDeadline, type DeadlineKind, type DeadlineRequest } from './request.ts';
