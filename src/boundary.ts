/**
 * `work` as a timer or an emitter may call it: nobody stands above it to catch, so what it throws, now or later, would end
 * the process. Here it is told to `failed`, and the next call comes all the same.
 */
export function withBoundary<Given extends readonly unknown[]>(
  work: (...given: Given) => unknown,
  failed: (problem: unknown) => void,
): (...given: Given) => void {
  return (...given) => {
    // What is thrown at once and what is thrown later come out at one place.
    Promise.try(() => work(...given)).catch(failed);
  };
}
