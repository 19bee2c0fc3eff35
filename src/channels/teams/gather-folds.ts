type Part = Readonly<Record<string, unknown>>;
type Action = Readonly<Record<string, unknown>> & { readonly title: string };

/**
 * What is folded one after the other has its buttons side by side, and opens below them: one under the other they are longer
 * than all that is read. A row holds what the narrowest card has room for: Teams sets no button on a second line.
 */
export function gatherFolds(body: readonly object[]): object[] {
  const gathered: object[] = [];
  let [actions, folded]: [Action[], object[]] = [[], []];
  const put = (): void => {
    for (const row of inRows(actions)) gathered.push({ type: 'ActionSet', actions: row, spacing: 'Small' });
    gathered.push(...folded);
    [actions, folded] = [[], []];
  };
  for (const part of body as readonly Part[]) {
    if (opens(part)) actions.push(...(part['actions'] as readonly Action[]));
    else if (part['isVisible'] === false) folded.push(part);
    else {
      put();
      gathered.push(part);
    }
  }
  put();
  return gathered;
}

function opens({ type, actions }: Part): boolean {
  return type === 'ActionSet' && (actions as readonly Part[]).every((action) => action['type'] === toggle);
}

function inRows(actions: readonly Action[]): readonly (readonly Action[])[] {
  const rows: Action[][] = [];
  let room = 0;
  for (const action of actions) {
    const width = widthOf(action);
    if (width > room) {
      rows.push([]);
      room = rowWidth;
    }
    rows.at(-1)?.push(action);
    room -= width;
  }
  return rows;
}

/** In letters, with the button's edges; those of Chinese are twice as wide. */
function widthOf({ title }: Action): number {
  return title.length + (title.match(/\p{Script=Han}/gu) ?? []).length + edges;
}

const toggle = 'Action.ToggleVisibility';
/** Of 432 pixels, set in 14. */
const rowWidth = 46;
const edges = 5;
