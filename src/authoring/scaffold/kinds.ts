import type { builtinKinds } from '../../core/subjects/kinds.ts';

/** What a first check of each kind looks like: something true of a compliant subject, and what makes it untrue. */
export const kinds = {
  workload: { name: 'workload', check: '(w) => !w.privileged', broken: '{ privileged: true }' },
  image: { name: 'image', check: '(i) => !i.committed', broken: '{ committed: true }' },
  engine: { name: 'engine', check: '(e) => e.rootless', broken: '{ rootless: false }' },
  host: { name: 'host', check: '(h) => h.cgroupVersion === 2', broken: '{ cgroupVersion: 1 }' },
  dockerfile: { name: 'dockerfile', check: '(d) => d.user !== null', broken: '{ user: null }' },
  'compose-project': {
    name: 'composeProject',
    check: '(p) => p.services.length > 0',
    broken: '{ services: [] }',
  },
  network: { name: 'network', check: '(n) => !n.attachable', broken: '{ attachable: true }' },
  volume: {
    name: 'volume',
    check: '(v) => v.hostPath === null',
    broken: "{ hostPath: '/etc' }",
  },
  swarm: { name: 'swarm', check: '(s) => s.autoLock', broken: '{ autoLock: false }' },
  'swarm-node': {
    name: 'swarmNode',
    check: "(n) => n.state === 'ready'",
    broken: "{ state: 'down' }",
  },
  secret: { name: 'secret', check: '(s) => s.usedBy.length > 0', broken: '{ usedBy: [] }' },
  'registry-service': {
    name: 'registryService',
    check: '(r) => r.asksForAccount',
    broken: '{ asksForAccount: false }',
  },
  'image-scan': {
    name: 'imageScan',
    check: '(s) => s.coversVulnerabilities',
    broken: '{ coversVulnerabilities: false }',
  },
  vex: { name: 'vex', check: "(v) => v.author !== ''", broken: "{ author: '' }" },
} as const satisfies Record<(typeof builtinKinds)[number]['kind'], KindExample>;

interface KindExample {
  /** What the package exports it as. */
  readonly name: string;
  readonly check: string;
  /** The change after which the check fails. */
  readonly broken: string;
}

/** A kind for which controls can be created. */
export type Kind = keyof typeof kinds;

/** Those kinds, by name. */
// The keys of a literal object.
export const kindNames = Object.keys(kinds) as readonly Kind[];

/** The kind that an id begins with: `workload-no-latest-tag` is about a workload; `undefined` where it says none. */
export const kindOfId = (id: string): Kind | undefined =>
  kindNames
    .toSorted((a, b) => b.length - a.length)
    .find((kind) => id === kind || id.startsWith(`${kind}-`));
