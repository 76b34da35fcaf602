import { describe, expect, it } from 'vitest';
import type { Breaks, Link } from '../../src/core/frameworks/mapping.ts';
import type { BuiltinControlId } from '../../src/frameworks/mapping/control-id.ts';
import {
  builtinFrameworks,
  type BuiltinFrameworkId,
} from '../../src/frameworks/registry/registry.ts';

type Requirements = Partial<Record<BuiltinFrameworkId, readonly string[]>>;

interface Rule {
  readonly why: string;
  /** The most that a failure does. */
  readonly most: Exclude<Breaks, 'breaks'>;
  /** Of which controls; left out: of any. */
  readonly controls?: readonly BuiltinControlId[];
  /** Of which requirements; left out: of any. */
  readonly of?: Requirements;
  /** Where it may do more, since the standard asks for this by name. */
  readonly but?: Requirements;
}

const rules: readonly Rule[] = [
  {
    why: 'an update that waits is not yet overdue',
    most: 'weakens',
    controls: ['host-updates-installed', 'host-kernel-rebooted', 'image-fresh'],
  },
  {
    why: 'what is missing on a list that an organisation has to make may be meant',
    most: 'weakens',
    controls: [
      'engine-swarm-unneeded',
      'host-listening-services',
      'image-base-trusted',
      'image-registry-allowed',
      'workload-no-device-cgroup-rules',
      'workload-egress-controlled',
      'workload-no-host-devices',
      'workload-no-host-listeners',
      'workload-registry-allowed',
      'network-tiers-separate',
    ],
  },
  {
    why: 'a difference is a sign of a change, which may have been approved',
    most: 'weakens',
    controls: [
      'engine-configuration-in-force',
      'image-digest-expected',
      'network-as-intended',
      'volume-as-intended',
      'workload-configuration-in-force',
      'workload-deployed-as-intended',
      'workload-exposure-as-intended',
      'workload-image-as-intended',
      'workload-limits-as-intended',
      'workload-mounts-as-intended',
      'workload-privileges-as-intended',
      'workload-settings-as-intended',
      'workload-system-files-unchanged',
    ],
  },
  {
    why: 'a weak algorithm, version or key still encrypts',
    most: 'weakens',
    controls: [
      'engine-tls-ciphers',
      'engine-tls-key-strength',
      'engine-tls-version',
      'host-registry-certificates-valid',
      'host-ssh-cryptography',
      'swarm-root-key-strength',
    ],
    but: { 'pci-dss-3.1': ['2.3'], 'pci-dss-4.0.1': ['2.2.7'] },
  },
  {
    why: 'it may come about, and what happens is decided elsewhere',
    most: 'weakens',
    controls: [
      'engine-tls-certificate-trusted',
      'host-data-encrypted',
      'host-sudo-password',
      'volume-no-sensitive-path',
    ],
  },
  {
    why: 'the standard asks for a set of measures, of which this is one',
    most: 'weakens',
    of: {
      'iso-27001-2013': ['A.9.4.4', 'A.10.1.1', 'A.12.5.1', 'A.13.1.2'],
      'iso-27001-2022': ['A.8.18', 'A.8.19', 'A.8.21'],
      'nist-800-53-r5': ['AC-6(8)'],
      'soc2-tsc': ['CC7.1', 'CC7.2', 'CC7.3'],
    },
  },
  {
    why: 'bits or a group beyond those allowed may give nobody anything: to run a file of settings, to read a socket',
    most: 'weakens',
    controls: [
      'host-containerd-config-mode',
      'host-containerd-config-owner',
      'host-containerd-socket-mode',
      'host-containerd-socket-owner',
      'host-daemon-config-mode',
      'host-daemon-config-owner',
      'host-docker-client-key-mode',
      'host-docker-defaults-mode',
      'host-docker-defaults-owner',
      'host-docker-directory-mode',
      'host-docker-directory-owner',
      'host-docker-service-mode',
      'host-docker-service-owner',
      'host-docker-socket-unit-mode',
      'host-docker-socket-unit-owner',
      'host-docker-sysconfig-mode',
      'host-docker-sysconfig-owner',
      'host-engine-socket-mode',
      'host-engine-socket-owner',
      'host-registry-certificates-mode',
      'host-registry-certificates-owner',
      'host-tls-ca-mode',
      'host-tls-ca-owner',
      'host-tls-certificate-mode',
      'host-tls-certificate-owner',
      'host-tls-key-mode',
      'host-tls-key-owner',
      'host-unit-drop-ins-mode',
    ],
  },
  {
    why: 'it also fails where only the log service is missing, and audit goes on',
    most: 'weakens',
    controls: ['host-audit-daemon-running'],
  },
  {
    why: 'an agent on the host may send what the engine keeps there',
    most: 'weakens',
    controls: ['engine-central-logging', 'workload-central-logging'],
  },
  {
    why: 'rules of the host may still apply to what is on its network',
    most: 'weakens',
    controls: ['workload-no-host-network'],
  },
  {
    why: 'memory is protected by several measures, and half of this one may be on',
    most: 'weakens',
    controls: ['host-kernel-addresses-random'],
  },
  {
    why: 'a build may be named anew by what deploys it, and a version is no digest',
    most: 'weakens',
    controls: ['dockerfile-base-pinned', 'workload-image-pinned'],
  },
  {
    why: 'what looks like a secret may be none',
    most: 'weakens',
    controls: [
      'dockerfile-context-clean',
      'dockerfile-no-secret-files',
      'dockerfile-no-secrets',
      'image-no-secrets',
      'secret-configs-not-secret',
      'workload-no-secrets-in-build-arguments',
      'workload-no-secrets-in-environment',
      'workload-uses-secret-store',
    ],
  },
  {
    why: 'a limit above the one set is still a limit',
    most: 'weakens',
    controls: ['workload-pids-limit'],
  },
  {
    why: 'more is asked by default than the standard asks',
    most: 'weakens',
    controls: ['host-password-quality'],
  },
  {
    why: 'only whether the engine hides its own list of paths is read',
    most: 'weakens',
    controls: ['workload-system-paths-masked'],
  },
  {
    why: 'an archive that differs from its own configuration may still come from whom one trusts',
    most: 'weakens',
    controls: ['image-layers-verified'],
    of: { 'nist-800-190': ['4.1.5'] },
  },
  {
    why: 'one address of many is no boundary, and room on a disk is no limit',
    most: 'nothing',
    controls: ['engine-tcp-address', 'host-data-root-space'],
    of: {
      'gbt-22239-2008': [
        ...['5.1.2.2', '6.1.2.2', '7.1.2.2', '8.1.2.2'],
        ...['6.1.3.6', '7.1.3.7', '8.1.3.9'],
      ],
    },
  },
  {
    why: 'TLS without client certificates still protects what is sent',
    most: 'weakens',
    controls: ['engine-tcp-mutual-tls'],
    of: {
      'gbt-22239-2008': ['7.1.5.1', '8.1.5.1', '6.1.5.2', '7.1.5.2', '8.1.5.2'],
      'gbt-22239-2019': [
        ...['6.1.2.1', '7.1.2.2', '8.1.2.2 a)', '8.1.2.2 b)', '9.1.2.2 a)', '9.1.2.2 b)'],
        ...['7.1.4.1 c)', '8.1.4.1 c)', '9.1.4.1 c)'],
        ...['8.1.4.7 a)', '9.1.4.7 a)', '8.1.4.8 a)', '9.1.4.8 a)'],
      ],
      'nist-800-53-r5': ['AC-17(2)', 'SC-8(1)'],
      'pci-dss-3.1': ['2.2.3', '2.3'],
      'pci-dss-4.0.1': ['2.2.5', '2.2.7'],
      'soc2-tsc': ['CC6.7'],
    },
  },
  {
    why: 'files of the host are not mounts of a container',
    most: 'nothing',
    controls: [
      'host-containerd-config-mode',
      'host-containerd-config-owner',
      'host-daemon-config-mode',
      'host-daemon-config-owner',
      'host-docker-defaults-mode',
      'host-docker-defaults-owner',
      'host-docker-directory-mode',
      'host-docker-directory-owner',
      'host-docker-service-mode',
      'host-docker-service-owner',
      'host-docker-sysconfig-mode',
      'host-docker-sysconfig-owner',
      'host-unit-drop-ins-mode',
    ],
    of: { 'nist-800-190': ['4.5.5'] },
  },
  {
    why: 'a network of another kind is not the host’s',
    most: 'nothing',
    controls: ['network-no-host-access'],
  },
];

/** A benchmark has an item for each of these, and a failure breaks it. */
const wide = Object.entries(builtinFrameworks).filter(([id]) => !id.startsWith('cis-'));
const loaded = await Promise.all(
  wide.map(async ([id, { load }]) => ({ id, links: (await load()).mappings.flatMap(linksOf) })),
);

function linksOf({ links }: { readonly links: readonly Link[] }): readonly Link[] {
  return links;
}

const order: readonly Breaks[] = ['nothing', 'weakens', 'breaks'];

describe('a failure', () => {
  it.each(rules)('$most at most: $why', ({ most, controls, of, but }) => {
    const names = (places: Requirements | undefined, id: string, { requirement }: Link) =>
      new Map(Object.entries(places ?? {})).get(id)?.includes(requirement) === true;
    const judged = loaded.flatMap(({ id, links }) =>
      links
        .filter(({ control }) => controls?.some((each) => each === control) ?? true)
        .filter((link) => of === undefined || names(of, id, link))
        .filter((link) => !names(but, id, link))
        .map((link) => ({ id, ...link })),
    );
    expect(judged).not.toEqual([]);
    const more = judged.filter(({ breaks }) => order.indexOf(breaks) > order.indexOf(most));
    expect(
      more.map(({ id, control, requirement }) => `${id}: ${control} → ${requirement}`),
    ).toEqual([]);
  });
});
