import { describe, expect, it } from 'vitest';
import { builtin } from '../../src/controls/registry/builtin.ts';
import { parametersOf } from '../../src/core/controls/catalog.ts';
import type { AnyControl } from '../../src/core/controls/control.ts';
import * as subjects from '../../src/testing/subjects.ts';
import { createJudge } from '../../src/testing/judging/judge-case.ts';
import type { TestSubject } from '../../src/testing/judging/test-subject.ts';

/**
 * Controls that pass although a list that they read is empty, each with the reason why that is no pass on nothing. Whatever
 * judges what items are like is `not-applicable` there, and stands in no group.
 */
const passOnNothing = {
  'that there are none of these is what the control asks for': [
    'dockerfile-account-files-protected',
    'dockerfile-commands-set-once',
    'dockerfile-context-clean',
    'dockerfile-no-add-url',
    'dockerfile-no-deprecated',
    'dockerfile-no-latest-base',
    'dockerfile-no-pipe-to-shell',
    'dockerfile-no-privileged-ports',
    'dockerfile-no-remote-shell',
    'dockerfile-no-secret-files',
    'dockerfile-no-secrets',
    'dockerfile-no-setuid',
    'dockerfile-no-sudo',
    'dockerfile-no-upgrade-all',
    'dockerfile-no-world-writable',
    'dockerfile-package-cache-removed',
    'dockerfile-packages-verified',
    'dockerfile-pipe-failures-heeded',
    'dockerfile-run-confined',
    'dockerfile-working-directory',
    'engine-no-insecure-registries',
    'engine-warnings-none',
    'host-docker-group',
    'host-listening-services',
    'host-passwords-set',
    'host-root-logins',
    'host-ssh-cryptography',
    'host-ssh-passwords',
    'host-sudo-docker-narrow',
    'host-updates-installed',
    'image-files-not-world-writable',
    'image-no-credentials',
    'image-no-malware',
    'image-no-private-keys',
    'image-no-remote-shell',
    'image-no-secrets',
    'image-no-setuid',
    'image-no-sudo',
    'image-packages-minimal',
    'image-scan-vulnerabilities',
    'workload-capabilities',
    'workload-capabilities-dropped',
    'workload-configuration-in-force',
    'workload-no-added-groups',
    'workload-no-default-bridge',
    'workload-no-device-cgroup-rules',
    'workload-no-engine-socket',
    'workload-no-host-devices',
    'workload-no-host-ipc',
    'workload-no-host-network',
    'workload-no-host-pid',
    'workload-no-host-uts',
    'workload-no-privileged-exec',
    'workload-no-privileged-ports',
    'workload-no-remote-shell',
    'workload-no-root-exec',
    'workload-no-secrets-in-environment',
    'workload-no-sensitive-mounts',
    'workload-no-shared-propagation',
    'workload-no-writable-system-mounts',
    'workload-private-cgroup-namespace',
    'workload-system-files-unchanged',
  ],
  'the list leads to what is judged, which is there': [
    'host-audit-accounts',
    'host-audit-containerd',
    'host-audit-containerd-config',
    'host-audit-containerd-runtime',
    'host-audit-containerd-shims',
    'host-audit-containerd-socket',
    'host-audit-daemon-config',
    'host-audit-docker-config',
    'host-audit-docker-defaults',
    'host-audit-docker-service',
    'host-audit-engine-socket',
    'host-audit-raised-programs',
    'host-audit-runc',
  ],
  'it stands beside others, of which there are some': [
    'dockerfile-authentication-required',
    'dockerfile-downloads-verified',
    'dockerfile-packages-pinned',
    'dockerfile-single-function',
    'dockerfile-update-with-install',
    'engine-configuration-in-force',
    'host-engine-socket-mode',
    'host-engine-socket-owner',
    'host-docker-service-mode',
    'host-docker-service-owner',
    'host-subordinate-ids',
    'image-authentication-required',
    'image-base-trusted',
    'image-no-pipe-to-shell',
    'image-registry-allowed',
    'swarm-control-port-tls',
    'workload-authentication-required',
  ],
  'it is another witness of what is judged by one that was heard': [
    'engine-authorization-plugin',
    'engine-default-runtime',
    'engine-default-ulimits',
    'host-file-integrity',
    'host-time-synchronised',
    'workload-no-new-privileges',
    'workload-non-root-user',
    'workload-seccomp',
    'workload-ulimits',
  ],
} as const satisfies Readonly<Record<string, readonly string[]>>;

const reviewed = Object.values(passOnNothing).flat();

const compliant = new Map<string, TestSubject>(
  [
    subjects.aComposeProject,
    subjects.aDockerfile,
    subjects.anEngine,
    subjects.aHost,
    subjects.anImage,
    subjects.anImageScan,
    subjects.aNetwork,
    subjects.aRegistryService,
    subjects.aSecret,
    subjects.aSwarm,
    subjects.aSwarmNode,
    subjects.aVex,
    subjects.aVolume,
    subjects.aWorkload,
  ].map((make) => {
    const subject = make();
    return [subject.kind, subject];
  }),
);

/** Facts that take the compliant subjects to where a control has something to judge. */
const furnished: Readonly<Record<string, object>> = {
  'dockerfile-authentication-required': { command: ['redis-server'] },
  'image-authentication-required': { command: ['redis-server'] },
  'workload-authentication-required': { command: ['redis-server'] },
};

const listsIn = (value: unknown, path = ''): readonly string[] =>
  typeof value !== 'object' || value === null
    ? []
    : [
        ...(Array.isArray(value) ? [path] : []),
        ...Object.entries(value).flatMap(([key, part]) => listsIn(part, `${path}/${key}`)),
      ];

/** The facts with the list at a path emptied; all of them where none is named. */
function emptied(value: unknown, at: string | undefined, path = ''): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    if (at === undefined || at === path) return [];
    return value.map((part, index) => emptied(part, at, `${path}/${index}`));
  }
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [key, emptied(part, at, `${path}/${key}`)]),
  );
}

/** The empty lists that a control read when it passed, over all ways to empty a compliant subject. */
function emptyWherePassed(control: AnyControl): ReadonlySet<string> {
  const subject = compliant.get(control.subject.kind);
  if (!subject) throw new Error(`there is no compliant ${control.subject.kind}`);
  const judge = createJudge(control, parametersOf(builtin, control), '2026-11-24T12:00:00Z');
  const whole = { ...subject.facts, ...furnished[control.id] };
  const found = new Set<string>();
  for (const at of [...listsIn(whole), undefined]) {
    // What is emptied of facts are facts.
    const facts = emptied(whole, at) as TestSubject['facts'];
    const { status, observations } = judge({ subject: { ...subject, facts }, around: [] });
    if (status !== 'pass') continue;
    for (const { path, value } of observations()) {
      if (Array.isArray(value) && value.length === 0) found.add(path);
    }
  }
  return found;
}

describe('a control whose facts are an empty list', () => {
  it.each(builtin.controls.map((control) => [control.id, control] as const))(
    'is not-applicable, or passes for a reason that was reviewed: %s',
    (id, control) => {
      const isReviewed = reviewed.some((each) => each === id);
      expect({ id, passes: emptyWherePassed(control).size > 0 }).toEqual({
        id,
        passes: isReviewed,
      });
    },
  );
  it('stands in one group of what was reviewed', () => {
    expect(new Set(reviewed).size).toBe(reviewed.length);
  });
});

describe('nothing to protect', () => {
  it.each([
    ['engine-tcp-mutual-tls', subjects.anEngine({ listeners: [] })],
    ['engine-tcp-address', subjects.anEngine({ listeners: [] })],
    [
      'workload-authentication-required',
      subjects.aWorkload({ environment: [], command: ['sleep', '100000'] }),
    ],
    ['workload-single-function', subjects.aWorkload({ processes: [] })],
    ['workload-mounts-read-only', subjects.aWorkload({ mounts: [] })],
    ['workload-tmpfs-bounded', subjects.aWorkload({ mounts: [] })],
    ['workload-ports-bound-to-interface', subjects.aWorkload({ ports: [] })],
    ['image-single-function', subjects.anImage({ command: [] })],
    [
      'image-authentication-required',
      subjects.anImage({ environment: [], command: ['sleep', '1'] }),
    ],
    ['image-downloads-verified', subjects.anImage()],
    ['dockerfile-single-function', subjects.aDockerfile({ command: [] })],
    ['dockerfile-base-allowed', subjects.aDockerfile({ images: [] })],
    ['dockerfile-base-pinned', subjects.aDockerfile({ images: [] })],
    ['dockerfile-packages-pinned', subjects.aDockerfile({ runs: [] })],
    ['dockerfile-update-with-install', subjects.aDockerfile({ runs: [] })],
    ['dockerfile-copy-not-add', subjects.aDockerfile({ copies: [] })],
    ['host-audit-rules-loaded', subjects.aHost({ audit: { configured: [] } })],
  ] as const)('is not-applicable, with the reason: %s', (id, subject) => {
    const control = builtin.controls.find((each) => each.id === id);
    if (!control) throw new Error(`there is no ${id}`);
    const judge = createJudge(control, parametersOf(builtin, control), '2026-11-24T12:00:00Z');
    const { status, message } = judge({ subject, around: [] });
    expect([status, message().en]).toEqual(['not-applicable', expect.stringMatching(/\w/)]);
    expect(message().zh).not.toBe(message().en);
  });
});
