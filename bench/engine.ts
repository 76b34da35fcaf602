import { setTimeout as sleep } from 'node:timers/promises';
import { startEngine, type TestEngine } from '../test/support/docker-engine.ts';

/** Milliseconds until what was started has come to rest. */
const settleMs = 10_000;

/** Runs `bench` against a private engine with this many running containers, and takes it down again. */
export async function withContainers<Figures>(
  count: number,
  bench: (engine: TestEngine) => Promise<Figures>,
): Promise<Figures> {
  const engine = await startEngine();
  try {
    for (let at = 0; at < count; at += 10) {
      const batch = Array.from({ length: Math.min(10, count - at) }, (_, each) => at + each);
      await Promise.all(
        batch.map((each) =>
          engine.docker(
            'run',
            '-d',
            '--network=none',
            '--name',
            `service-${each}`,
            engine.image,
            'sleep',
            '100000',
          ),
        ),
      );
    }
    // A hundred containers that have just been started keep the machine busy for a while.
    await sleep(settleMs);
    return await bench(engine);
  } finally {
    await engine.stop();
  }
}
