/**
 * `work` as a timer or an emitter may call it: nobody stands above it to catch, so what it throws, now or later, would end
 * the process. Here it is told to `failed`, and the next call comes all the same.
 */
export function withBoundary<Given extends readonly unknown[]>(
  work: (...given: Given) => unknown,
  failed: (problem: unknown) => void,
): (...given: Given) => void {
  return (...given) => {
    // An async function: what is thrown at once and what is thrown later come out at one place.
    const run = async (): Promise<void> => {
      await work(...given);
    };
    run().catch(failed);
  };
}
