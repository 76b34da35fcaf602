import { describe, expect, it } from 'vitest';
import { rawContainer } from '../../../../src/collectors/engine/api-schemas/container.ts';
import { rawInfo, rawVersion } from '../../../../src/collectors/engine/api-schemas/engine.ts';
import { noNewPrivilegesOf } from '../../../../src/collectors/engine/facts/engine/engine-traits.ts';
import type { EngineTraits } from '../../../../src/collectors/workload/engine-traits.ts';
import { isMissing, missing, settle } from '../../../../src/collectors/gathering/partial-facts.ts';
import { securityOf } from '../../../../src/collectors/engine/facts/workload/security.ts';
import type { InForce } from '../../../../src/collectors/proc/in-force.ts';
import type { KernelWitness } from '../../../../src/collectors/engine/reading/container-runtime.ts';
import { serviceSecurity } from '../../../../src/collectors/engine/facts/workload/service-security.ts';

const traits: EngineTraits = {
  seccomp: 'builtin',
  apparmor: false,
  selinux: false,
  userNamespaces: false,
  rootless: false,
  cgroupNamespaces: true,
  noNewPrivileges: false,
  startedAt: null,
  logDriver: 'json-file',
  onlyNode: false,
};
const kernel = (state: Partial<KernelWitness['state']>): KernelWitness => ({
  path: '/proc/9/status',
  state: { uid: 0, gid: 0, capabilities: [], noNewPrivileges: false, seccomp: 2, ...state },
});

/** What is settled of the restraints of a container with these settings. */
const look = (
  host: object,
  engine: Parameters<typeof securityOf>[1] = traits,
  witness?: KernelWitness,
  rest: object = {},
  inForce?: InForce,
) => {
  const raw = rawContainer.parse({
    Id: 'a',
    Name: '/a',
    Created: '2026-01-02T00:00:00Z',
    State: { Status: 'running', Pid: 9 },
    HostConfig: host,
    Config: {},
    NetworkSettings: {},
    ...rest,
  });
  return settle(securityOf(raw, engine, witness, inForce));
};

describe('an SELinux label', () => {
  it('has the type that a container asked for', () => {
    const { facts } = look({ SecurityOpt: ['label=type:spc_t'] });
    expect(facts).toMatchObject({ selinux: { disabled: false, type: 'spc_t' } });
    expect(look({ SecurityOpt: ['label=level:s0'] }).facts).not.toHaveProperty('selinux.type');
  });

  it('has the type that a service asked for', () => {
    const asked = (type: string) => {
      const context = { Disable: false, Type: type };
      return settle(serviceSecurity({ SELinuxContext: context, NoNewPrivileges: false }, traits));
    };
    expect(asked('spc_t').facts).toMatchObject({ selinux: { disabled: false, type: 'spc_t' } });
    expect(asked('').facts).not.toHaveProperty('selinux.type');
  });
});

describe('no new privileges', () => {
  const asked = { SecurityOpt: ['no-new-privileges'] };
  const byDefault = { ...traits, noNewPrivileges: true };

  it('is what the container asked for, whatever the engine gives', () => {
    expect(look(asked).facts).toMatchObject({ noNewPrivileges: true });
    expect(look({ SecurityOpt: ['no-new-privileges=false'] }, byDefault).facts).toMatchObject({
      noNewPrivileges: false,
    });
  });

  it('is else what the kernel says: a default counts from when the container was made', () => {
    expect(look({}, byDefault, kernel({ noNewPrivileges: false })).facts).toMatchObject({
      noNewPrivileges: false,
    });
    expect(look({}, traits, kernel({ noNewPrivileges: true })).facts).toMatchObject({
      noNewPrivileges: true,
    });
  });

  it('is else the default of an engine that started before the container was made', () => {
    const started = (startedAt: string) => look({}, { ...byDefault, startedAt });
    expect(started('2026-01-01T00:00:00.000Z').facts).toMatchObject({ noNewPrivileges: true });
    expect(started('2026-01-03T00:00:00.000Z').gaps).toMatchObject([{ path: '/noNewPrivileges' }]);
    expect(look({}, byDefault).gaps).toMatchObject([
      { path: '/noNewPrivileges', reason: 'unsupported' },
    ]);
  });

  it('is false under an engine that gives none now: to say so can only be too strict', () => {
    expect(look({}).facts).toMatchObject({ noNewPrivileges: false });
  });
});

describe('seccomp', () => {
  const off = { seccomp: { mode: 'unconfined', allowsAll: true } };
  it('is off where the engine has none, or gives none', () => {
    expect(look({}, { ...traits, seccomp: '' }).facts).toMatchObject(off);
    expect(look({}, { ...traits, seccomp: 'unconfined' }).facts).toMatchObject(off);
    expect(look({}, { ...traits, seccomp: '/etc/own.json' }).facts).toMatchObject({
      seccomp: { mode: 'default' },
    });
  });
  it('is off for a privileged container that names no profile', () => {
    expect(look({ Privileged: true }).facts).toMatchObject(off);
  });
  it('of a privileged container with a profile of its own is what the kernel says', () => {
    const own = {
      Privileged: true,
      SecurityOpt: ['seccomp={"defaultAction":"SCMP_ACT_ERRNO"}'],
    };
    expect(look(own, traits, kernel({ seccomp: 2 })).facts).toMatchObject({
      seccomp: { mode: 'custom', allowsAll: false },
    });
    expect(look(own, traits, kernel({ seccomp: 0 })).facts).toMatchObject(off);
    expect(look(own).gaps).toMatchObject([{ path: '/seccomp', reason: 'unsupported' }]);
  });
  it('is off where the kernel says so, with the kernel as its source', () => {
    const seen = look({}, traits, kernel({ seccomp: 0 }));
    expect(seen.facts).toMatchObject(off);
    expect(seen.sources).toMatchObject({ '/seccomp': { kind: 'file', path: '/proc/9/status' } });
  });
});

describe('AppArmor', () => {
  const engine = { ...traits, apparmor: true };
  const apparmor = (host: object, AppArmorProfile = '') =>
    look(host, engine, undefined, { AppArmorProfile }).facts['apparmor'];
  it('is the profile that the engine wrote, or will write when it starts the container', () => {
    expect(apparmor({}, 'docker-default')).toEqual({
      profile: 'docker-default',
      unconfined: false,
    });
    expect(apparmor({})).toEqual({ profile: 'docker-default', unconfined: false });
    expect(apparmor({ SecurityOpt: ['apparmor=mine'] })).toEqual({
      profile: 'mine',
      unconfined: false,
    });
    expect(apparmor({ Privileged: true })).toEqual({ profile: 'unconfined', unconfined: true });
    expect(apparmor({ SecurityOpt: ['apparmor:unconfined'] })).toEqual({
      profile: 'unconfined',
      unconfined: true,
    });
  });
  it('applies nothing where the host has none', () => {
    expect(look({}).facts).toMatchObject({ apparmor: { profile: '', unconfined: false } });
  });
});

describe('system paths', () => {
  it('are lifted by empty lists, by the option, and by privilege; not by what was never said', () => {
    const lifted = (host: object) => look(host).facts['systemPathsUnconfined'];
    expect(lifted({ MaskedPaths: [], ReadonlyPaths: [] })).toBe(true);
    expect(lifted({ MaskedPaths: ['/proc/kcore'], ReadonlyPaths: [] })).toBe(true);
    expect(lifted({ SecurityOpt: ['systempaths=unconfined'] })).toBe(true);
    expect(lifted({ Privileged: true })).toBe(true);
    expect(lifted({ MaskedPaths: null })).toBe(false);
    const kept = { MaskedPaths: ['/proc/kcore', '/sys/firmware', '/proc/new'] };
    const readOnly = { ReadonlyPaths: ['/proc/sys', '/proc/sysrq-trigger'] };
    expect(lifted({ ...kept, ...readOnly })).toBe(false);
    expect(lifted({ ...kept, ReadonlyPaths: ['/proc/bus', '/proc/sys'] })).toBe(true);
    expect(lifted({ MaskedPaths: ['/proc/acpi', '/sys/firmware'], ...readOnly })).toBe(true);
  });

  it('are open where the kernel says so, whatever was asked for', () => {
    const kernel = { path: '/proc/9/status', state: { seccomp: 2 } } as KernelWitness;
    const lifted = (host: object, openPaths: InForce['openPaths']) =>
      look(host, traits, kernel, {}, {
        openPaths,
        mountsBeside: [] as InForce['mountsBeside'],
      } as InForce).facts['systemPathsUnconfined'];
    expect(
      lifted({ MaskedPaths: null }, [{ path: '/proc/kcore', masked: true, folder: '9' }]),
    ).toBe(true);
    expect(lifted({ SecurityOpt: ['systempaths=unconfined'] }, [])).toBe(false);
  });
});

it('what depends on an engine that said nothing is a gap', () => {
  const unread = missing({ reason: 'denied', detail: 'no' });
  expect(look({}, unread).gaps.map(({ path }) => path)).toEqual([
    '/seccomp',
    '/apparmor/profile',
    '/noNewPrivileges',
  ]);
});

describe('the engine’s own default', () => {
  const info = (SecurityOptions: string[]) =>
    rawInfo.parse({ Driver: 'overlay2', SecurityOptions });
  const docker = (ApiVersion: string) =>
    rawVersion.parse({ Version: '1', ApiVersion, Components: [{ Name: 'Engine' }] });
  it('is what it says; of an older engine, silence says nothing', () => {
    expect(noNewPrivilegesOf(info(['name=no-new-privileges']), docker('1.40'))).toBe(true);
    expect(noNewPrivilegesOf(info([]), docker('1.45'))).toBe(false);
    expect(isMissing(noNewPrivilegesOf(info([]), docker('1.41')))).toBe(true);
    expect(isMissing(noNewPrivilegesOf(info([]), undefined))).toBe(true);
  });
});

describe('the profile that an engine gives to those that name none', () => {
  const file = { mode: 'custom' as const, allowsAll: true, allowedDangerous: ['bpf'] };
  const ofFile: EngineTraits = { ...traits, seccomp: '/etc/docker/open.json', seccompFile: file };
  const seccompOf = (SecurityOpt: readonly string[]) =>
    look({ SecurityOpt }, ofFile).facts['seccomp'];

  it('is judged as their own', () => {
    expect(seccompOf([])).toEqual(file);
    expect(settle(serviceSecurity(null, ofFile)).facts).toMatchObject({ seccomp: file });
  });

  it('is not that of one that asks for the engine’s built-in one', () => {
    expect(seccompOf(['seccomp=builtin'])).toEqual({ mode: 'default', allowsAll: false });
  });

  it('is a gap where its file was not read', () => {
    const why = missing({ reason: 'unavailable', detail: 'test' });
    const unread = { mode: 'custom' as const, allowsAll: why, allowedDangerous: why };
    const { gaps } = look({}, { ...ofFile, seccompFile: unread });
    expect(gaps.map(({ path }) => path)).toEqual([
      '/seccomp/allowsAll',
      '/seccomp/allowedDangerous',
    ]);
  });
});
