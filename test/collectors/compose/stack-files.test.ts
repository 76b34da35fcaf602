import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { collect } from '../../../src/collectors/collect/collect.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'plimsoll-stack-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const stack = `version: '3.8'
services:
  web:
    image: registry.example/web:1.2
    deploy:
      mode: global
      placement:
        constraints: [node.role == worker]
      resources:
        limits: {cpus: '0.5', memory: 50M, pids: 100}
      restart_policy: {condition: on-failure, max_attempts: 3}
    secrets: [db]
    configs: [{source: settings, target: /etc/settings}]
    networks: [front]
  report:
    image: registry.example/report:1.2
    deploy: {mode: replicated-job, replicas: 2}
  plain:
    image: registry.example/plain:1.2
secrets:
  db: {external: true}
configs:
  settings: {external: true, name: settings_v1}
networks:
  front: {driver: overlay}
`;

it('reads what docker stack deploy reads: modes, placement, limits, and what is external', async () => {
  writeFileSync(join(folder, 'docker-stack.yml'), stack);
  const { snapshot, failures } = await collect({ targets: '.', cwd: folder, env: {}, home: '/' });
  expect(failures).toEqual([]);
  const of = (name: string) => snapshot.subjects.find((subject) => subject.name === name);
  expect(of('web')?.facts).toMatchObject({
    replicas: null,
    job: false,
    placement: ['node.role == worker'],
    restart: { policy: 'on-failure', maximumRetries: 3 },
    resources: { memoryBytes: 50 * 2 ** 20, cpus: 0.5, pidsLimit: 100 },
    // What is external has no file of the host's.
    mounts: [],
  });
  expect(of('web')?.sources?.['/placement/0']).toMatchObject({ line: 8 });
  expect(of('report')?.facts).toMatchObject({ replicas: 2, job: true, placement: [] });
  expect(of('plain')?.facts).toMatchObject({ replicas: 1, job: false, placement: [] });
});
