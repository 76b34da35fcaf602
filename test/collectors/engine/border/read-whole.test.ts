import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { rawContainer } from '../../../../src/collectors/engine/api-schemas/container.ts';
import { rawVersion } from '../../../../src/collectors/engine/api-schemas/engine.ts';
import { rawImage } from '../../../../src/collectors/image/raw-image.ts';
import {
  knownKeysOf,
  type KnownKeys,
} from '../../../../src/collectors/engine/api-schemas/known-keys.ts';
import {
  presentKeys,
  readWhole,
} from '../../../../src/collectors/engine/api-schemas/read-whole.ts';
import { keysOf } from '../../../../src/core/facts/pointer.ts';
import { isMissing, read, whyMissing } from '../../../../src/collectors/gathering/partial-facts.ts';

const versionOf = (name: string, Version: string, ApiVersion: string) =>
  knownKeysOf(rawVersion.parse({ Version, ApiVersion, Components: [{ Name: name }] }));
const docker = versionOf('Engine', '26.1.5', '1.45');

const id = 'ab'.repeat(32);
const whole = {
  Id: id,
  Name: '/web',
  State: { Status: 'running', Pid: 7 },
  HostConfig: { Privileged: false, CapAdd: null, PidsLimit: null, PortBindings: {} },
  Mounts: [{ Type: 'bind', Source: '/etc', Destination: '/etc', RW: true, Propagation: '' }],
  Config: { User: '', Env: ['A=b'], Labels: { a: 'b' } },
  NetworkSettings: { Ports: {}, Networks: { bridge: { NetworkID: 'f0' } } },
};

/** A container as it is read of an answer. */
function taken(sent: unknown, [known]: readonly KnownKeys[] = [docker]) {
  const answer = readWhole(`/containers/${id}/json`, { value: sent }, rawContainer, known);
  if ('failure' in answer) throw new Error('It was not read.', { cause: answer.failure });
  return answer.value;
}

/** Why a part was not read, or what was read. */
function outcome<T>(make: () => T) {
  const made = read(make);
  return isMissing(made) ? whyMissing(made) : { made };
}

describe('a key that is always sent', () => {
  it('has its value where it is there, null where that is its empty value', () => {
    const { HostConfig, Config } = taken(whole);
    expect(HostConfig.Privileged).toBe(false);
    expect(HostConfig.CapAdd).toEqual([]);
    expect(HostConfig.PidsLimit).toBe(0);
    expect(Config.Env).toEqual(['A=b']);
  });

  it('is a gap where it is absent, which names it, and what it would stand in', () => {
    const { HostConfig } = taken({ ...whole, HostConfig: {} });
    expect(outcome(() => HostConfig.Privileged)).toEqual({
      reason: 'malformed',
      detail: {
        en: `GET /containers/${id}/json was answered without /HostConfig/Privileged`,
        zh: `GET /containers/${id}/json 的应答中没有 /HostConfig/Privileged`,
      },
      source: { kind: 'api', endpoint: `/containers/${id}/json`, pointer: '/HostConfig' },
    });
  });

  it('is a gap in an item of a list, and in a value of a map', () => {
    const { Mounts, NetworkSettings } = taken({
      ...whole,
      Mounts: [...whole.Mounts, { Type: 'bind' }],
      NetworkSettings: { Ports: {}, Networks: { 'a/b': {} } },
    });
    expect(outcome(() => Mounts[0]?.RW)).toEqual({ made: true });
    expect(outcome(() => Mounts[1]?.RW)).toMatchObject({
      detail: { en: expect.stringContaining('without /Mounts/1/RW') as string },
    });
    expect(outcome(() => NetworkSettings.Networks['a/b']?.NetworkID)).toMatchObject({
      detail: { en: expect.stringContaining('/Networks/a~1b/NetworkID') as string },
    });
  });

  it.each([
    ['a word for a switch', 'yes'],
    ['null for a switch', null],
    ['a list for a switch', []],
  ])('is a gap where it holds something else: %s', (_, Privileged) => {
    const { HostConfig, Name } = taken({
      ...whole,
      HostConfig: { ...whole.HostConfig, Privileged },
    });
    expect(Name).toBe('/web');
    expect(HostConfig.CapAdd).toEqual([]);
    expect(outcome(() => HostConfig.Privileged)).toMatchObject({
      reason: 'malformed',
      source: { pointer: '/HostConfig/Privileged' },
    });
  });

  it('is a gap where it is null and never is', () => {
    const container = taken({ ...whole, Mounts: null });
    expect(outcome(() => container.Mounts)).toMatchObject({
      reason: 'malformed',
      source: { pointer: '/Mounts' },
    });
  });

  it('is a gap as a whole where one of its items, or of its own values, is something else', () => {
    const container = taken({
      ...whole,
      Config: { ...whole.Config, Env: ['A=b', 7], Labels: { a: 'b', c: 5 } },
      Mounts: ['/etc'],
    });
    const { Config } = container;
    for (const part of [() => Config.Env, () => Config.Labels, () => container.Mounts]) {
      expect(outcome<unknown>(part)).toMatchObject({ reason: 'malformed' });
    }
  });
});

describe('a key that may be left out', () => {
  it('has its default', () => {
    const { HostConfig, Config } = taken(whole);
    expect(HostConfig.Sysctls).toEqual({});
    expect(HostConfig.Init).toBeUndefined();
    expect(Config.Healthcheck).toBeNull();
  });

  it('is a gap where it holds something else all the same', () => {
    const { HostConfig } = taken({ ...whole, HostConfig: { ...whole.HostConfig, Sysctls: 'x' } });
    expect(outcome(() => HostConfig.Sysctls)).toMatchObject({ reason: 'malformed' });
  });

  it.each([
    ['an engine of another product', versionOf('Dockerish', '26.1.5', '1.45')],
    ['an engine newer than what is known', versionOf('Engine', '99.0.0', '1.99')],
    ['an engine older than what is known', versionOf('Engine', '17.0.0', '1.25')],
    ['an engine whose version is no number', versionOf('Engine', 'x', 'y')],
    ['an engine that does not say what it is', undefined],
  ])('is a gap of %s', (_, known) => {
    const { HostConfig, Config } = taken(whole, [known]);
    expect(outcome(() => Config.Healthcheck)).toMatchObject({ reason: 'malformed' });
    expect(outcome(() => HostConfig.Sysctls)).toMatchObject({ reason: 'malformed' });
    expect(HostConfig.CapAdd).toEqual([]);
  });

  it('is told by the version: the configuration of an image, from API 1.50 on', () => {
    const image = (known: typeof docker) => {
      const answer = readWhole('/images/x/json?manifests=true', { value }, rawImage, known);
      return 'value' in answer ? outcome(() => answer.value.Config?.User) : answer;
    };
    const value = { Id: 'x', Config: {} };
    expect(image(docker)).toMatchObject({ reason: 'malformed' });
    expect(image(versionOf('Engine', '28.3.0', '1.51'))).toEqual({ made: '' });
    expect(image(versionOf('Podman Engine', '5.4.2', '1.41'))).toMatchObject({
      reason: 'malformed',
    });
  });
});

it('an answer without what makes it one is none', () => {
  for (const value of [{ ...whole, Id: 7 }, { ...whole, State: {} }, [], 'x', null]) {
    expect(readWhole(`/containers/${id}/json`, { value }, rawContainer, docker)).toMatchObject({
      failure: { reason: 'malformed' },
    });
  }
});

describe('a pointer', () => {
  it.each([
    ['/Config/User', '/Config/User'],
    ['/Config/Env/0', '/Config/Env/0'],
    ['/Config/Env/1', '/Config/Env'],
    ['/Config/Healthcheck/Test', '/Config'],
    ['/Config/Labels/a', '/Config/Labels/a'],
    ['/Config/Labels/toString', '/Config/Labels'],
    ['/HostConfig/StorageOpt/size', '/HostConfig'],
    ['/HostConfig/CapAdd', '/HostConfig/CapAdd'],
    ['/HostConfig/Memory', '/HostConfig'],
    ['/Nothing', ''],
    ['', ''],
  ])('%j leads to %j', (pointer, present) => {
    const keys = keysOf(pointer);
    expect(keys.slice(0, presentKeys(taken(whole), keys))).toEqual(keysOf(present));
  });

  it('leads to what was there and was not taken', () => {
    const sent = { ...whole, HostConfig: { ...whole.HostConfig, Privileged: 'yes' } };
    expect(presentKeys(taken(sent), ['HostConfig', 'Privileged'])).toBe(2);
    expect(presentKeys(taken(sent), ['HostConfig', 'Privileged', 'x'])).toBe(2);
  });
});

it('what no object is, and what no plan knows, is read as the schema says', () => {
  const answer = readWhole('/_ping', { value: 'OK' }, z.string(), docker);
  expect(answer).toEqual({ value: 'OK' });
});
