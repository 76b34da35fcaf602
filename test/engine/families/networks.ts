import { startEngine } from '../../support/docker-engine.ts';
import type { Family, Row } from '../harness/family.ts';
import { scan } from '../harness/scan.ts';

const network = (name: string, status: 'pass' | 'fail' | 'not-applicable'): Row => ({
  kind: 'network',
  name,
  expect: {
    'network-inter-container-traffic': status,
    'network-overlay-encrypted': 'not-applicable',
  },
});

const apart = [network('bridge', 'pass'), network('own', 'not-applicable')];
const together = [
  network('bridge', 'fail'),
  network('own', 'not-applicable'),
  network('host', 'not-applicable'),
];

async function scanEngine(flags: readonly string[], daemonJson = {}) {
  const engine = await startEngine({ ownNetwork: true, flags, daemonJson });
  try {
    await engine.docker('network', 'create', 'own');
    return await scan([`unix://${engine.socket}`]);
  } finally {
    await engine.stop();
  }
}

/** The default bridge, by flag and by file. */
export const networks: Family = {
  name: 'networks',
  stages: [
    { name: 'by default', rows: together },
    { name: 'kept apart by a flag', rows: apart },
    { name: 'kept apart by daemon.json', rows: apart },
  ],
  run: async () =>
    new Map([
      ['by default', await scanEngine(['--label=icc=false'])],
      ['kept apart by a flag', await scanEngine(['--icc=0'])],
      ['kept apart by daemon.json', await scanEngine([], { icc: false })],
    ]),
};
