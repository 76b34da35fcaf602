import { setFlagsFromString } from 'node:v8';

/** The newest Node.js whose V8 was seen to know the settings: one that does not would say so on stderr. */
const newest = 24;

/** What V8 is told at first, what it does by itself, and after how many milliseconds of a run it does so again. */
const settings = [
  // Room for new objects, once grown, is no use to a run that is over before that room is filled again.
  { name: 'semi-space-growth-factor', short: 1, usual: 2, after: 2_000 },
  // Putting code into other code has V8 compile for longer than a short run is faster for it.
  { name: 'max-inlined-bytecode-size-cumulative', short: 0, usual: 920, after: 10_000 },
] as const;

/**
 * V8 is made for programs that run for long, and most commands are over within a second or two: tells it to spend less
 * on what is to come, until it has come.
 */
export function expectShortRun(): void {
  if (Number(process.versions.node.split('.', 1)[0]) > newest) return;
  for (const { name, short, usual, after } of settings) {
    setFlagsFromString(`--${name}=${short}`);
    setTimeout(() => setFlagsFromString(`--${name}=${usual}`), after).unref();
  }
}
