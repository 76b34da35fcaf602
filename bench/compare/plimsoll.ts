import { z } from 'zod';
import type { Peer } from './peer.ts';

const assessment = z.object({
  findings: z.array(
    z.object({
      controlId: z.string(),
      status: z.string(),
      subject: z.object({ name: z.string(), target: z.string() }),
    }),
  ),
});

const command = (target: string): readonly string[] =>
  `dist/cli.js scan ${target} --no-config --format json --fail-on none`.split(' ');

const common: Omit<Peer, 'name' | 'reads' | 'command' | 'faults'> = {
  programs: ['node'],
  rules: {
    'runs-as-root': ['dockerfile-non-root-user'],
    'image-latest': ['dockerfile-no-latest-base'],
    'secret-in-image': ['dockerfile-no-secrets'],
    'unverified-download': ['dockerfile-no-pipe-to-shell', 'dockerfile-downloads-verified'],
    privileged: ['workload-not-privileged'],
    'engine-socket': ['workload-no-engine-socket'],
    'all-interfaces': ['workload-ports-bound-to-interface'],
    'memory-unlimited': ['workload-memory-limit'],
    'host-processes': ['workload-no-host-pid'],
  },
};

/** Plimsoll over the files, and over the engine. What it could not decide counts as a failure here: no case is of that kind. */
export const plimsoll: readonly Peer[] = [
  {
    ...common,
    name: 'Plimsoll, files',
    reads: ['Dockerfile', 'compose.yaml'],
    command: ({ cases }) => command(cases),
    faults: (report) => faultsIn(report, ({ target }) => target.replace(/^.*cases\//, '')),
  },
  {
    ...common,
    name: 'Plimsoll, engine',
    reads: ['container.txt'],
    command: ({ engine }) => command(engine),
    faults: (report) => faultsIn(report, ({ name }) => name),
  },
];

type Finding = z.output<typeof assessment>['findings'][number];

const faultsIn = (report: string, whatOf: (subject: Finding['subject']) => string) =>
  assessment
    .parse(JSON.parse(report))
    .findings.filter(({ status }) => ['fail', 'unknown', 'error'].includes(status))
    .map(({ controlId: rule, subject }) => ({ what: whatOf(subject), rule }));
