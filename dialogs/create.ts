import type { Dialogs } from '../src/conversation/forms/dialogs.ts';
import type { Speaker } from '../src/voice/speaker.ts';
import { createHearing } from '../src/hearing/index.ts';
import { formsHere } from '../src/knowledge/forms.ts';
import type { Knowledge } from '../src/knowledge/schema.ts';
import { soldBy } from '../src/knowledge/sold.ts';
import type { FormDefinition } from './define-form.ts';
import { hearOnce } from './hear-once.ts';
import { createDialogs } from './run.ts';

/** The desk's forms over one knowledge: of those given, the ones that have what they need there. */
export function createForms(forms: readonly FormDefinition[], knowledge: Knowledge, speaker: Speaker): Dialogs {
  const hearing = hearOnce(
    createHearing(knowledge.hearing, knowledge.countries.codes, soldBy(knowledge), knowledge.words),
  );
  const opened = formsHere(forms, knowledge).map((form) => form.open(knowledge, { speaker, hearing }));
  return createDialogs(opened, speaker, hearing);
}
