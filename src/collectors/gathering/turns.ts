import { setImmediate as nextTurn } from 'node:timers/promises';

/** Work that waits for nothing lets everything else have its turn this often, milliseconds: signals, timers, progress. */
const turnEvery = 20;

/** Makes what is asked between pieces of work: a promise to wait for where others have waited for long, nothing elsewhere. */
export function createTurns(): () => Promise<void> | undefined {
  let turned = performance.now();
  const turn = async (): Promise<void> => {
    await nextTurn();
    turned = performance.now();
  };
  return () => (performance.now() - turned < turnEvery ? undefined : turn());
}
