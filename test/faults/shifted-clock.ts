/**
 * Loaded into a process before anything else: its clock on the wall begins where FAULTS_NOW says, and goes back an hour at each
 * SIGUSR2, as a time server or a person sets it. What is measured by the monotonic clock goes on.
 */
const Real = Date;
const begin = process.env['FAULTS_NOW'];
let offset = begin === undefined ? 0 : Real.parse(begin) - Real.now();

class Shifted extends Real {
  constructor(...given: readonly unknown[]) {
    if (given.length === 0) super(Real.now() + offset);
    else super(...(given as [number]));
  }

  static override now(): number {
    return Real.now() + offset;
  }
}

globalThis.Date = Shifted as DateConstructor;
process.on('SIGUSR2', () => {
  offset -= 3_600_000;
});
