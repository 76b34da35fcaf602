import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Assessment } from '../../src/core/assessment/assessment.ts';
import { parseAssessment } from '../../src/core/assessment/parse-assessment.ts';
import { runCli } from '../support/cli.ts';
import { startEngine, type TestEngine } from '../support/docker-engine.ts';
import { describeWithRoot } from '../support/needs.ts';

/** Every item of a benchmark has a status on every engine, whatever there is on it. */
describeWithRoot('the CIS Docker Benchmark', ['dockerd', 'docker', 'busybox'], () => {
  let engine: TestEngine;

  beforeAll(async () => {
    engine = await startEngine();
  }, 60_000);
  afterAll(() => engine?.stop());

  async function scan(): Promise<Assessment> {
    const { stdout } = await runCli(
      [
        ...['scan', `unix://${engine.socket}`, '--json', '--quiet', '--fail-on', 'none'],
        ...['--framework', 'cis-docker-1.6.0', '--framework', 'cis-docker-1.8.0'],
      ],
      { networkOf: engine.pid },
    );
    return parseAssessment(JSON.parse(stdout));
  }

  /** How many items of each edition have a status, and which have no control or were not assessed. */
  const itemsOf = ({ frameworks }: Assessment) =>
    frameworks.map(({ id, requirements }) => {
      const items = requirements.filter(({ group }) => !group);
      const left = items.filter(
        ({ controls, status }) => controls.length === 0 || status === 'not-assessed',
      );
      return { id, items: items.length, left: left.map((item) => item.id) };
    });

  const whole = [
    { id: 'cis-docker-1.6.0', items: 117, left: [] },
    { id: 'cis-docker-1.8.0', items: 118, left: [] },
  ];

  it('is judged whole on an engine without a container', async () => {
    expect(itemsOf(await scan())).toEqual(whole);
  }, 60_000);

  describe('with twenty containers', () => {
    beforeAll(async () => {
      await Promise.all(
        Array.from({ length: 20 }, (_, at) =>
          engine.docker(
            ...['run', '-d', '--network=none', '--name', `service-${at}`],
            ...[engine.image, 'sleep', '1000'],
          ),
        ),
      );
    });

    it('is judged whole', async () => {
      const assessment = await scan();
      const workloads = assessment.population.find(({ kind }) => kind === 'workload');
      expect(workloads?.read).toBe(20);
      expect(itemsOf(assessment)).toEqual(whole);
    }, 60_000);
  });

  it('is judged whole on a manager of a Swarm', async () => {
    await engine.docker(
      'swarm',
      'init',
      '--advertise-addr',
      '127.0.0.1',
      '--listen-addr',
      '127.0.0.1:0',
    );
    const assessment = await scan();
    expect(itemsOf(assessment)).toEqual(whole);
    const swarm = assessment.findings.find(({ controlId }) => controlId === 'swarm-autolock');
    expect(swarm?.status).toBe('fail');
  }, 60_000);
});
