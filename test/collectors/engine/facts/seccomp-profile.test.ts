import { describe, expect, it } from 'vitest';
import { readSeccompProfile } from '../../../../src/collectors/workload/seccomp-profile.ts';
import { parseSecurityOptions } from '../../../../src/collectors/workload/security-options.ts';
import { isMissing } from '../../../../src/collectors/gathering/partial-facts.ts';
import { dangerousCalls } from '../../../../src/knowledge/dangerous-calls.ts';

interface Rule {
  readonly names?: readonly string[];
  readonly name?: string;
  readonly action?: string;
  readonly args?: readonly object[];
  readonly includes?: object;
  readonly excludes?: object;
}

const read = (rules: readonly Rule[], defaultAction = 'SCMP_ACT_ERRNO') =>
  readSeccompProfile(
    JSON.stringify({
      defaultAction,
      syscalls: rules.map((rule) => ({ action: 'SCMP_ACT_ALLOW', ...rule })),
    }),
  );
const open = (...rules: readonly Rule[]) => read(rules)?.allowedDangerous;
const denied = { action: 'SCMP_ACT_ERRNO' };

/** Flags of clone that may not be set, as the engine's default profile writes it: all namespaces. */
const noNamespaces = { index: 0, value: 2_114_060_288, valueTwo: 0, op: 'SCMP_CMP_MASKED_EQ' };

describe('a seccomp profile that refuses by default', () => {
  it('lets nothing dangerous through that it does not name', () => {
    expect(read([{ names: ['read', 'write'] }])).toEqual({
      allowsAll: false,
      allowedDangerous: [],
    });
  });
  it('lets through what it names, in either spelling, and what it only logs', () => {
    expect(open({ names: ['mount', 'read'] }, { name: 'bpf' })).toEqual(['bpf', 'mount']);
    expect(open({ names: ['keyctl'], action: 'SCMP_ACT_LOG' })).toEqual(['keyctl']);
    expect(open({ names: ['keyctl'], ...denied })).toEqual([]);
  });
  it('lets through what it ties to an argument, or to a machine', () => {
    const args = [{ index: 0, value: 1, op: 'SCMP_CMP_EQ' }];
    expect(open({ names: ['ptrace'], args })).toEqual(['ptrace']);
    expect(open({ names: ['ptrace'], includes: { arches: ['amd64'] } })).toEqual(['ptrace']);
    expect(open({ names: ['ptrace'], includes: { minKernel: '4.8' } })).toEqual(['ptrace']);
  });
  it('counts what every container has the capability for, and nothing beyond', () => {
    const includes = (...caps: readonly string[]) => ({ names: ['mount'], includes: { caps } });
    const excludes = (...caps: readonly string[]) => ({ names: ['mount'], excludes: { caps } });
    expect(open(includes('CAP_SYS_ADMIN'))).toEqual([]);
    expect(open(includes('CAP_CHOWN'))).toEqual(['mount']);
    expect(open(includes('CAP_CHOWN', 'CAP_SYS_ADMIN'))).toEqual([]);
    expect(open(excludes('CAP_SYS_ADMIN'))).toEqual(['mount']);
    expect(open(excludes('CAP_CHOWN'))).toEqual([]);
  });
  it('knows a clone that makes no namespace of users', () => {
    expect(open({ names: ['clone'] })).toEqual(['clone']);
    expect(open({ names: ['clone'], args: [noNamespaces] })).toEqual([]);
    const others = { ...noNamespaces, value: 0x2000_0000 };
    expect(open({ names: ['clone'], args: [others] })).toEqual(['clone']);
    const fork = { index: 0, value: 17, op: 'SCMP_CMP_EQ' };
    expect(open({ names: ['clone'], args: [fork] })).toEqual([]);
  });
});

describe('a seccomp profile that lets through by default', () => {
  const left = (...rules: readonly Rule[]) => read(rules, 'SCMP_ACT_ALLOW')?.allowedDangerous ?? [];
  it('lets everything through but what it names', () => {
    expect(read([], 'SCMP_ACT_LOG')).toEqual({
      allowsAll: true,
      allowedDangerous: [...dangerousCalls],
    });
    expect(left({ names: ['mount', 'bpf'], ...denied })).toEqual(
      dangerousCalls.filter((call) => call !== 'mount' && call !== 'bpf'),
    );
  });
  it('still lets through what it refuses only now and then', () => {
    const args = [{ index: 0, value: 1, op: 'SCMP_CMP_EQ' }];
    expect(left({ names: ['mount'], ...denied, args })).toContain('mount');
    expect(left({ names: ['mount'], ...denied, includes: { arches: ['arm64'] } })).toContain(
      'mount',
    );
  });
  it('may refuse namespaces of users alone', () => {
    const flag = { index: 0, value: 0x1000_0000, valueTwo: 0x1000_0000, op: 'SCMP_CMP_MASKED_EQ' };
    expect(left({ names: ['clone'], ...denied, args: [flag] })).not.toContain('clone');
  });
});

describe('what the engine would not take, or may read in another way', () => {
  const call = { names: ['mount'], action: 'SCMP_ACT_ERRNO' };
  const allowing = { defaultAction: 'SCMP_ACT_ALLOW' };
  it.each([
    [
      'an action that there is not',
      { ...allowing, syscalls: [{ ...call, action: 'SCMP_ACT_NO' }] },
    ],
    ['a default that there is not', { defaultAction: 'ERRNO', syscalls: [] }],
    [
      'an operator that there is not',
      { ...allowing, syscalls: [{ ...call, args: [{ op: '==' }] }] },
    ],
    ['both spellings of a name', { ...allowing, syscalls: [{ ...call, name: 'bpf' }] }],
    ['a key in another case', { defaultAction: 'SCMP_ACT_ERRNO', DefaultAction: 'SCMP_ACT_ALLOW' }],
    ['a rule with such a key', { ...allowing, syscalls: [{ ...call, Action: 'SCMP_ACT_ALLOW' }] }],
    [
      'a condition that is not known',
      { ...allowing, syscalls: [{ ...call, includes: { os: [] } }] },
    ],
  ])('%s leaves it open', (_, profile) => {
    expect(readSeccompProfile(JSON.stringify(profile))).toBeUndefined();
  });
  it('hangs on the kernel, on whoever is asked, and on the argument that is looked at', () => {
    const kernel = { names: ['mount'], ...denied, includes: { minKernel: '9.0' } };
    expect(read([kernel], 'SCMP_ACT_ALLOW')?.allowedDangerous).toContain('mount');
    expect(open({ names: ['bpf'], action: 'SCMP_ACT_NOTIFY' })).toEqual(['bpf']);
    expect(open({ names: ['bpf'], action: 'SCMP_ACT_TRACE' })).toEqual(['bpf']);
    const second = { names: ['clone'], args: [{ ...noNamespaces, index: 1 }] };
    expect(open(second)).toEqual(['clone']);
    expect(open({ ...second, includes: { arches: ['s390', 's390x'] } })).toEqual([]);
  });
});

describe('what is no profile', () => {
  it.each(['{', '[]', '{}', '"x"'])('%s is not read as one', (json) => {
    expect(readSeccompProfile(json)).toBeUndefined();
    const { seccomp } = parseSecurityOptions([`seccomp=${json}`]);
    expect(seccomp?.mode).toBe('custom');
    expect([isMissing(seccomp?.allowsAll), isMissing(seccomp?.allowedDangerous)]).toEqual([
      true,
      true,
    ]);
  });
  it('may be the name of a file, which only its host has', () => {
    const { seccomp } = parseSecurityOptions(['seccomp=/etc/own.json']);
    expect(isMissing(seccomp?.allowsAll)).toBe(true);
  });
});
