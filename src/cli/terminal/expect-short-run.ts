import { setFlagsFromString } from 'node:v8';

/** The newest Node.js whose V8 was seen to know the settings: one that does not would say so on stderr. */
const newest = 24;
const isKnown = Number(process.versions.node.split('.', 1)[0]) <= newest;

/** The flags that V8 starts with, its defaults, and the milliseconds after which it returns to them. */
interface Setting {
  readonly short: string;
  readonly usual: string;
  readonly after: number;
}

// Putting code into other code has V8 compile for longer than a short run is faster for it.
const inlining: Setting = {
  short: '--max-inlined-bytecode-size-cumulative=0',
  usual: '--max-inlined-bytecode-size-cumulative=920',
  after: 10_000,
};

// Room for new objects, once grown, is no use to a run that is over before that room is filled again.
const littleRoom: Setting = {
  short: '--semi-space-growth-factor=1',
  usual: '--semi-space-growth-factor=2',
  after: 2_000,
};

const shortRun: readonly Setting[] = [littleRoom, inlining];

/** Settings that are not taken back. */
const kept = new Set<Setting>();

/** Of the objects that reading and judging many files takes, nearly all are soon of no use. */
const moreRoom = '--semi-space-growth-factor=4';

/** The flags that V8 gets while many files are read and judged, as Node.js takes them on its command line. */
export const settingsForFiles: readonly string[] = [inlining.short, moreRoom];

/** Optimized code comes too late for a run of a second, and until then V8 makes it on the core that the engine needs. */
const besideEngine: readonly Setting[] = [{ short: '--no-opt', usual: '--opt', after: 2_000 }];

/**
 * V8 is made for programs that run for long, and most commands are over within a second or two: tells it to spend less
 * on what is to come, until it has come.
 */
export async function expectShortRun(): Promise<void> {
  // Once a setting is another, V8 no longer takes the code of its own modules that Node.js brings along compiled.
  await Promise.all([import('node:child_process'), import('node:crypto'), import('node:http')]);
  setFlags(shortRun);
}

/** Tells V8 that for the next while an engine is what is waited for, most often one on this very machine. */
export const expectEngine = (): void => setFlags(besideEngine);

/** Tells V8 that many files will be read and judged. */
export function expectFiles(): void {
  if (isKnown) setFlagsFromString(moreRoom);
}

/** Tells V8 that the run lasts and has to stay small, beside the programs that it watches. */
export function expectToStay(): void {
  kept.add(littleRoom);
  if (isKnown) setFlagsFromString(littleRoom.short);
}

/** Takes the flags of V8 back at once: long computation without a break lets no timer do it. */
export function expectLongRun(): void {
  if (!isKnown) return;
  for (const { usual } of [...shortRun, ...besideEngine]) setFlagsFromString(usual);
}

function setFlags(settings: readonly Setting[]): void {
  if (!isKnown) return;
  for (const setting of settings) {
    setFlagsFromString(setting.short);
    const takeBack = (): void => {
      if (!kept.has(setting)) setFlagsFromString(setting.usual);
    };
    setTimeout(takeBack, setting.after).unref();
  }
}
