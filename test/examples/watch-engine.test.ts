import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { sayGrave } from '../../examples/watch-engine/watch.ts';
import { startEngine } from '../support/docker-engine.ts';
import { describeWithRoot } from '../support/needs.ts';

describeWithRoot('the example of a watch', ['dockerd', 'docker', 'busybox'], () => {
  test('says what is grave, and what caused it', async () => {
    const engine = await startEngine();
    const ended = new AbortController();
    const lines: string[] = [];
    const watching = sayGrave(`unix://${engine.socket}`, ended.signal, (line) => lines.push(line));
    const until = async (said: string): Promise<void> => {
      while (!lines.some((line) => line.includes(said))) await sleep(30);
    };
    try {
      await until('failures to begin with');
      await engine.docker(
        'run',
        '-d',
        '--privileged',
        '--network=none',
        '--name',
        'grave',
        engine.image,
        'sleep',
        '100',
      );
      await until('critical workload-not-privileged grave (create grave');
      expect(lines.join('\n')).not.toMatch(/^(?:low|medium) /m);
    } finally {
      ended.abort();
      await watching;
      await engine.stop();
    }
  }, 90_000);
});
