import { factsToStart, formMeant, formOfCase } from '../forms/find-form.ts';
import { startForm } from '../forms/interview.ts';
import type { Listener } from '../listener.ts';

/** A form that is told a case, that is asked for, or that the student's own case asks for. */
export const ownCase: Listener = {
  name: 'own-case',
  hear: (asked) => {
    const form = formOfCase(asked, asked.match) ?? formMeant(asked, asked.match);
    return form === null ? null : startForm(asked, form, factsToStart(asked, form), asked.match);
  },
};
