import { describe, expect, it } from 'vitest';
import { rawService } from '../../../../src/collectors/engine/api-schemas/service.ts';
import type { EngineTraits } from '../../../../src/collectors/workload/engine-traits.ts';
import { serviceSecurity } from '../../../../src/collectors/engine/facts/workload/service-security.ts';
import { isMissing, missing, settle } from '../../../../src/collectors/gathering/partial-facts.ts';

const node: EngineTraits = {
  seccomp: 'builtin',
  apparmor: true,
  selinux: false,
  userNamespaces: false,
  rootless: false,
  cgroupNamespaces: true,
  noNewPrivileges: false,
  startedAt: null,
  logDriver: 'json-file',
  onlyNode: true,
};
const unread = missing({ reason: 'denied', detail: 'no' });

/** As it is sent, through the border. */
const securityOf = (Privileges: object | undefined, on: EngineTraits | typeof unread = node) =>
  serviceSecurity(
    rawService.parse({
      ID: 's1',
      Spec: { Name: 's', TaskTemplate: { ContainerSpec: { Image: 'a', Privileges } } },
    }).Spec.TaskTemplate.ContainerSpec?.Privileges,
    on,
  );

const profile = (written: unknown): string =>
  Buffer.from(JSON.stringify(written)).toString('base64');
const custom = (Profile: string) => ({ Seccomp: { Mode: 'custom', Profile } });

describe('the seccomp profile of a service', () => {
  it.each([
    ['none, on a node with the usual one', undefined, node, { mode: 'default', allowsAll: false }],
    [
      'none, on a node without seccomp',
      undefined,
      { ...node, seccomp: '' },
      { mode: 'unconfined', allowsAll: true },
    ],
    [
      'none, on a node that confines nothing',
      undefined,
      { ...node, seccomp: 'unconfined' },
      { mode: 'unconfined', allowsAll: true },
    ],
    [
      'none at all',
      { Seccomp: { Mode: 'unconfined', Profile: '' } },
      node,
      { mode: 'unconfined', allowsAll: true },
    ],
    [
      'its own, which lets everything through',
      custom(profile({ defaultAction: 'SCMP_ACT_ALLOW' })),
      node,
      { mode: 'custom', allowsAll: true },
    ],
    [
      'its own, which lets nothing through',
      custom(profile({ defaultAction: 'SCMP_ACT_ERRNO' })),
      node,
      { mode: 'custom', allowsAll: false, allowedDangerous: [] },
    ],
    [
      'its own, which opens one call',
      custom(
        profile({
          defaultAction: 'SCMP_ACT_ERRNO',
          syscalls: [{ names: ['mount', 'read'], action: 'SCMP_ACT_ALLOW' }],
        }),
      ),
      node,
      { mode: 'custom', allowsAll: false, allowedDangerous: ['mount'] },
    ],
    [
      'its own, on a node that was not read',
      custom(profile({ defaultAction: 'SCMP_ACT_ERRNO' })),
      unread,
      { mode: 'custom', allowsAll: false, allowedDangerous: [] },
    ],
  ])('is %s', (_, privileges, on, expected) => {
    expect(settle(securityOf(privileges, on)).facts['seccomp']).toMatchObject(expected);
  });

  it.each([
    ['an empty one', custom('')],
    ['one that is no JSON', custom(Buffer.from('{').toString('base64'))],
    ['one without a default', custom(profile({}))],
  ])('is open where it is %s', (_, privileges) => {
    const { facts, gaps } = settle(securityOf(privileges));
    expect(facts['seccomp']).toEqual({ mode: 'custom' });
    expect(gaps.map(({ path }) => path)).toContain('/seccomp/allowsAll');
  });

  it('is open where the service asks for none, and its node was not read', () => {
    expect(isMissing(securityOf(undefined, unread).seccomp)).toBe(true);
  });
});

describe('what else confines a service', () => {
  it.each([
    [undefined, node, { profile: 'docker-default', unconfined: false }],
    [{ AppArmor: { Mode: 'default' } }, node, { profile: 'docker-default', unconfined: false }],
    [{ AppArmor: { Mode: 'disabled' } }, node, { profile: 'unconfined', unconfined: true }],
    [undefined, { ...node, apparmor: false }, { profile: '', unconfined: false }],
  ])('is AppArmor: %j', (privileges, on, expected) => {
    expect(securityOf(privileges, on).apparmor).toEqual(expected);
  });

  it('is SELinux', () => {
    const asked = { SELinuxContext: { Disable: true, Type: 'spc_t' } };
    expect(securityOf(asked).selinux).toEqual({ label: '', disabled: true, type: 'spc_t' });
    expect(securityOf(undefined).selinux).toEqual({ label: '', disabled: false });
    expect(isMissing(securityOf(undefined, { ...node, selinux: true }).selinux.label)).toBe(true);
  });

  it.each([
    [true, node, true],
    [false, node, false],
    [false, { ...node, noNewPrivileges: true }, true],
    [true, unread, true],
    [false, unread, false],
  ])('is that it gains no privileges: %j', (NoNewPrivileges, on, expected) => {
    expect(securityOf({ NoNewPrivileges }, on).noNewPrivileges).toBe(expected);
  });
});
