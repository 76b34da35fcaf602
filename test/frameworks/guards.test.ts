import { describe, expect, it } from 'vitest';
import { builtin } from '../../src/controls/registry/builtin.ts';
import type { AnyControl } from '../../src/core/controls/control.ts';
import { parametersOf } from '../../src/core/controls/catalog.ts';
import { guardsOf, isLive, type Guard, type Link } from '../../src/core/frameworks/mapping.ts';
import { builtinFrameworks } from '../../src/frameworks/registry/registry.ts';

/** Parameters that no guard limits, each group with the reason. */
const unguarded: readonly { readonly why: string; readonly of: readonly string[] }[] = [
  {
    why: 'what an organisation approved by name is its own to decide',
    of: [
      'host-audit-log-readers: groups',
      'host-container-log-readers: groups',
      'host-data-root-separate: dedicated',
      'host-docker-group: allowed',
      'host-kernel-core-dumps: handlers',
      'host-listening-services: ports',
      'host-service-accounts-shell: allowed',
      'host-sudo-docker-narrow: administrators',
      'engine-default-cgroup: expected',
      'engine-default-runtime: allowed',
      'engine-default-runtime: allowedBeside',
      'engine-seccomp-default: reviewed',
      'engine-tcp-address: allowed',
      'engine-tls-certificate-trusted: issuers',
      'engine-tls-certificate-trusted: hosts',
      'workload-default-cgroup: allowed',
      'workload-egress-controlled: allowed',
      'workload-mounts-read-only: allowed',
      'workload-no-engine-socket: devices',
      'workload-no-host-devices: allowed',
      'workload-no-host-devices: allowedRules',
      'workload-no-host-devices: allowedRequests',
      'workload-no-host-listeners: allowed',
      'workload-no-privileged-ports: allowed',
      'workload-no-sensitive-mounts: allowedReadOnly',
      'workload-no-sensitive-mounts: devices',
      'workload-no-writable-system-mounts: devices',
      'workload-ports-allowed: allowed',
      'workload-registry-allowed: registries',
      'workload-single-function: ignored',
      'workload-system-files-unchanged: allowed',
      'image-base-trusted: trusted',
      'image-digest-expected: expected',
      'image-files-not-world-writable: allowed',
      'image-no-credentials: allowed',
      'image-no-malware: falseAlarms',
      'image-no-private-keys: allowed',
      'image-no-setuid: allowed',
      'image-registry-allowed: registries',
      'dockerfile-base-allowed: registries',
      'dockerfile-no-privileged-ports: allowed',
      'network-tiers-separate: allowed',
      'registry-account-required: public',
      'registry-certificate-trusted: issuers',
      'swarm-node-address-private: allowed',
      'volume-no-sensitive-path: devices',
    ],
  },
  {
    why: 'a support contract for a release, by its name, is a statement of the organisation',
    of: ['host-os-supported: ends', 'image-os-supported: ends'],
  },
  {
    why: 'a label of one’s own says where to look; where nothing has it, nothing passes',
    of: [
      'engine-tenants-separate-hosts: labels',
      'workload-placed-by-tenant: labels',
      'workload-privileged-apart: labels',
      'workload-tenant-volumes-separate: labels',
      'network-internal-for-data: label',
      'network-internal-for-data: tiers',
      'network-tenants-separate: labels',
      'network-tiers-separate: label',
      'volume-tenants-separate: labels',
      'swarm-node-labelled: label',
    ],
  },
  {
    why: 'a certificate that ends today is still valid',
    of: [
      'host-registry-certificates-valid: minDays',
      'engine-tls-certificate-lifetime: minDays',
      'registry-certificate-trusted: minDays',
    ],
  },
  {
    why: 'the default is the loosest',
    of: [
      'workload-cpu-limit: weightSuffices',
      'workload-memory-limit: maxBytes',
      'image-scanned: databaseDateRequired',
      'image-scanned: vexAuthors',
      'image-scan-vulnerabilities: databaseDateRequired',
      'image-scan-vulnerabilities: vexAuthors',
      'dockerfile-base-pinned: digestOnly',
    ],
  },
  {
    why: 'the scan was made, and every fix that there is is in the image',
    of: ['image-scanned: onlyFixable', 'image-scan-vulnerabilities: onlyFixable'],
  },
  {
    why: 'a cipher without it is not broken, and the keys have limits of their own',
    of: ['engine-tls-ciphers: forwardSecrecy', 'engine-tls-ciphers: aead'],
  },
  {
    why: 'it says where the folder of the file lay, and each path is still compared',
    of: ['workload-mounts-as-intended: deployedFrom'],
  },
];

const links: readonly (Link & { readonly framework: string })[] = (
  await Promise.all(
    Object.entries(builtinFrameworks).map(async ([framework, { load }]) =>
      (await load()).mappings.flatMap((mapping) =>
        mapping.links.map((link) => ({ ...link, framework })),
      ),
    ),
  )
).flat();

/** A value one step looser than a guard allows. */
function loosened(guard: Guard): unknown {
  if ('atMost' in guard) return guard.atMost + 1;
  if ('atLeast' in guard) return guard.atLeast - 1;
  if ('equals' in guard) return typeof guard.equals === 'boolean' ? !guard.equals : 'another';
  if ('bitsWithin' in guard) return guard.bitsWithin | 0o002;
  if ('within' in guard) return [...guard.within, 'another'];
  return [];
}

describe('a pass that parameters were loosened for', () => {
  const evidence = links.filter(({ shows }) => shows !== 'context');
  const judged: readonly AnyControl[] = builtin.controls.filter(({ id }) =>
    evidence.some(({ control }) => control === id),
  );

  it('is no evidence: each parameter has a guard in each link, or stands here with a reason', () => {
    const excused = unguarded.flatMap(({ of }) => of);
    const open = judged.flatMap(({ id, params }) =>
      Object.keys(params.shape)
        .filter((name) =>
          evidence.some(
            (link) => link.control === id && guardsOf(link).every(({ param }) => param !== name),
          ),
        )
        .map((name) => `${id}: ${name}`),
    );
    expect(open.toSorted()).toEqual(excused.toSorted());
  });
  it('is none by each guard alone, while all others are met', () => {
    const alive = links.flatMap((link) => {
      const control = builtin.controls.find(({ id }) => id === link.control);
      if (control === undefined) return [link.control];
      const before = parametersOf(builtin, control);
      return guardsOf(link)
        .filter((guard) => isLive(link, { ...before, [guard.param]: loosened(guard) }))
        .map(({ param }) => `${link.framework}: ${link.control} → ${link.requirement} (${param})`);
    });
    expect(alive).toEqual([]);
  });
});
