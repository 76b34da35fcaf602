import { describe, expect, it } from 'vitest';
import { hasCapability, holdsOnly } from '../../../src/controls/blocks/workload/capabilities.ts';
import { hasHealthCheck } from '../../../src/controls/blocks/health-check.ts';
import { mountsHostPath } from '../../../src/controls/blocks/workload/host-path-mounts.ts';
import { hasLabel } from '../../../src/controls/blocks/labels.ts';
import { hasLimit } from '../../../src/controls/blocks/workload/limits.ts';
import { sharesHostNamespace } from '../../../src/controls/blocks/workload/namespaces.ts';
import { hasReadOnlyRoot, isPrivileged } from '../../../src/controls/blocks/workload/privileged.ts';
import { runsProgram } from '../../../src/controls/blocks/workload/programs.ts';
import { publishesOn } from '../../../src/controls/blocks/workload/published-ports.ts';
import { onlyFrom } from '../../../src/controls/blocks/registries.ts';
import { noSecretIn } from '../../../src/controls/blocks/secrets.ts';
import { isNonRoot } from '../../../src/controls/blocks/users.ts';
import type { Check } from '../../../src/core/controls/check.ts';
import { not } from '../../../src/core/controls/combinators.ts';
import { defineControl } from '../../../src/core/controls/control.ts';
import {
  workload as workloadKind,
  type WorkloadFacts,
} from '../../../src/core/subjects/workload/workload.ts';
import type { Case, Cases } from '../../../src/testing/judging/cases.ts';
import {
  bindOf as bindMount,
  portOf as publishedPort,
  processesOf as processes,
} from '../../../src/testing/compliant/workload.ts';
import { aWorkload } from '../../../src/testing/subjects.ts';
import { testControl } from '../../../src/testing/test-control.ts';

const words = { en: 'a', zh: '甲' };
const made = (check: Check<WorkloadFacts>) =>
  defineControl({
    id: 'acme-made',
    subject: workloadKind,
    severity: 'high',
    title: words,
    rationale: words,
    remediation: words,
    references: ['https://example.org/'],
    check,
  });

const saying = (message: string, ...change: Parameters<typeof aWorkload>): Case<'workload'> => ({
  subject: aWorkload(...change),
  message,
});
const mounting = (...mounts: Parameters<typeof bindMount>) =>
  aWorkload({ mounts: [bindMount(...mounts)] });
const inHost = { mode: 'host', chain: [], resolved: 'host' } as const;

/** Each block as a whole check, with every fact that it reads denied once and changed once. */
const blocks: Readonly<Record<string, [Check<WorkloadFacts>, Cases<'workload'>]>> = {
  isNonRoot: [
    isNonRoot,
    {
      pass: [aWorkload()],
      fail: [
        saying('Starts as root: its user is 0:0', { user: { configured: '0:0', uid: 0 } }),
        saying('Starts as root: no user is set', { user: { configured: '', uid: null } }),
        aWorkload({ user: { configured: 'root', uid: null } }),
        aWorkload({ user: { configured: '+00', uid: null } }),
      ],
      unknown: [
        saying('The number of the user app is not known, and any name may stand for 0', {
          user: { configured: 'app', uid: null },
        }),
      ],
    },
  ],
  isPrivileged: [
    not(isPrivileged),
    { pass: [aWorkload()], fail: [aWorkload({ privileged: true })] },
  ],
  hasReadOnlyRoot: [
    hasReadOnlyRoot,
    { pass: [aWorkload()], fail: [aWorkload({ readOnlyRootFilesystem: false })] },
  ],
  hasCapability: [
    not(hasCapability('CAP_SYS_ADMIN')),
    {
      pass: [aWorkload()],
      fail: [saying('May hold SYS_ADMIN', { capabilities: { effective: ['SYS_ADMIN'] } })],
    },
  ],
  holdsOnly: [
    holdsOnly(['CAP_NET_BIND_SERVICE', 'CHOWN']),
    {
      pass: [aWorkload(), aWorkload({ capabilities: { effective: ['CHOWN'] } })],
      fail: [
        saying('May hold KILL, SYS_ADMIN', {
          capabilities: { effective: ['CHOWN', 'KILL', 'SYS_ADMIN'] },
        }),
      ],
    },
  ],
  sharesHostNamespace: [
    not(sharesHostNamespace('pid')),
    {
      pass: [aWorkload(), aWorkload({ namespaces: { ipc: inHost } })],
      fail: [
        saying("Uses the host's PID namespace", { namespaces: { pid: inHost } }),
        saying("Reaches the host's PID namespace through the container a → b", {
          namespaces: { pid: { mode: 'container', chain: ['a', 'b'], resolved: 'host' } },
        }),
        saying("By the kernel, processes in it are in the host's PID namespace: nc (7)", {
          differences: [
            {
              ...{ setting: 'pid', configured: 'private', inForce: 'host' },
              processes: [{ pid: 7, program: 'nc' }],
            },
          ],
        }),
      ],
    },
  ],
  mountsHostPath: [
    not(mountsHostPath(['/etc', '/home/*/.ssh'])),
    {
      pass: [aWorkload(), mounting('/etcetera'), mounting('/home/ann/shop')],
      fail: [
        mounting('/'),
        mounting('/etc/shadow', { readOnly: true }),
        mounting('/home/ann/.ssh'),
        mounting('/etc', { hostPath: '/srv/etc' }),
        {
          subject: mounting('data', { type: 'volume', hostPath: '/etc' }),
          message: '/etc, mounted at /mnt by way of data, gives away /etc',
        },
      ],
    },
  ],
  'mountsHostPath, writable': [
    not(mountsHostPath(['/etc'], 'writable')),
    {
      pass: [aWorkload(), mounting('/etc', { readOnly: true })],
      fail: [
        { subject: mounting('/etc'), message: '/etc, mounted at /mnt, lets it write to /etc' },
        mounting('/etc', { hostPath: '/srv/etc' }),
        mounting('/srv/x', { hostPath: '/etc' }),
      ],
    },
  ],
  hasLimit: [
    hasLimit('pidsLimit', 300),
    {
      pass: [aWorkload(), aWorkload({ resources: { pidsLimit: 300 } })],
      fail: [
        saying('No process limit is set', { resources: { pidsLimit: 0 } }),
        aWorkload({ resources: { pidsLimit: -1 } }),
        saying('The process limit of 301 is over 300', {
          resources: { pidsLimit: 301 },
        }),
      ],
    },
  ],
  'hasLimit, of any size': [
    hasLimit('memoryBytes'),
    {
      pass: [aWorkload(), aWorkload({ resources: { memoryBytes: 1e15 } })],
      fail: [saying('No memory limit is set', { resources: { memoryBytes: 0 } })],
    },
  ],
  publishesOn: [
    not(publishesOn('any')),
    {
      pass: [aWorkload(), aWorkload({ ports: [] })],
      fail: [
        saying('0.0.0.0:8443 → 8443/tcp is open on every interface', {
          ports: [publishedPort(), publishedPort({ hostAddress: '0.0.0.0' })],
        }),
        saying('[::]:* → 53/udp is open on every interface', {
          ports: [
            publishedPort({
              hostAddress: '::',
              hostPort: null,
              containerPort: 53,
              protocol: 'udp',
            }),
          ],
        }),
      ],
    },
  ],
  'publishesOn, one address': [
    not(publishesOn('198.51.100.7')),
    {
      pass: [aWorkload()],
      fail: [
        saying('198.51.100.7:8443 → 8443/tcp is open on the host', {
          ports: [publishedPort({ hostAddress: '198.51.100.7' })],
        }),
      ],
    },
  ],
  onlyFrom: [
    onlyFrom(['registry.example.org/shop', 'docker.io/library']),
    {
      pass: [aWorkload(), aWorkload({ image: { reference: 'registry.example.org/shop/web:1' } })],
      fail: [
        saying(
          'registry.example.org/shopping is not from an allowed registry (allowed: registry.example.org/shop, docker.io/library)',
          { image: { reference: 'registry.example.org/shopping' } },
        ),
        aWorkload({ image: { reference: 'someone/nginx' } }),
      ],
    },
  ],
  runsProgram: [
    not(runsProgram(['sshd'])),
    {
      pass: [aWorkload()],
      fail: [saying('Runs sshd', { processes: processes('web', 'sshd: ann [priv]') })],
    },
  ],
  noSecretIn: [
    noSecretIn((w) => w.environment, { en: 'The variable', zh: '环境变量' }),
    {
      pass: [aWorkload()],
      fail: [
        saying('The variable TOKEN holds what looks like a secret (secret-name)', {
          environment: [{ name: 'TOKEN', secret: true, rule: 'secret-name', fingerprint: 'x' }],
        }),
      ],
    },
  ],
  hasHealthCheck: [
    hasHealthCheck,
    {
      pass: [aWorkload()],
      fail: [
        saying('No health check', { healthCheck: { state: 'absent' } }),
        saying('The health check is switched off', { healthCheck: { state: 'disabled' } }),
      ],
    },
  ],
  hasLabel: [
    hasLabel('team'),
    {
      pass: [aWorkload({ labels: { team: 'shop' } })],
      fail: [saying('No label team'), aWorkload({ labels: { team: '' } })],
    },
  ],
  'hasLabel, with a value': [
    hasLabel('team', 'shop'),
    {
      pass: [aWorkload({ labels: { team: 'shop' } })],
      fail: [saying('Label team is bank', { labels: { team: 'bank' } })],
    },
  ],
};

/** Facts without which the engine's word stands. */
const beside: Readonly<Record<string, readonly string[]>> = {
  sharesHostNamespace: ['/differences'],
};

describe('building blocks', () => {
  it.each(Object.entries(blocks))('%s', (name, [check, cases]) => {
    const options = { mutate: true, beside: beside[name] ?? [] };
    const { mutation } = testControl(made(check), cases, options);
    expect(mutation?.read.length).toBeGreaterThan(0);
  });

  it('take parameters from the control, so that a tailored one changes them', () => {
    const read: number[] = [];
    const check = hasLimit<{ readonly max: number }>('pidsLimit', ({ max }) => {
      read.push(max);
      return max;
    });
    const control = made((w, ctx) => check(w, { ...ctx, params: { max: 256 } }));
    testControl(control, {
      pass: [aWorkload()],
      fail: [aWorkload({ resources: { pidsLimit: 257 } })],
    });
    expect(new Set(read)).toEqual(new Set([256]));
  });
});
