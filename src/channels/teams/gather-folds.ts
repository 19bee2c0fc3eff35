type Part = Readonly<Record<string, unknown>>;

/**
 * What is folded one after the other has its buttons side by side, and opens below them: one under the other they are longer
 * than all that is read. Teams hides the buttons of one row beyond the sixth behind a menu.
 */
export function gatherFolds(body: readonly object[], rowLength: number): object[] {
  const gathered: object[] = [];
  let [actions, folded]: [unknown[], object[]] = [[], []];
  const put = (): void => {
    for (let first = 0; first < actions.length; first += rowLength)
      gathered.push({ type: 'ActionSet', actions: actions.slice(first, first + rowLength), spacing: 'Small' });
    gathered.push(...folded);
    [actions, folded] = [[], []];
  };
  for (const part of body as readonly Part[]) {
    if (opens(part)) actions.push(...(part['actions'] as unknown[]));
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

const toggle = 'Action.ToggleVisibility';
