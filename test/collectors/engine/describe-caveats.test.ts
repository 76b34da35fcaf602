import { describe, expect, it } from 'vitest';
import type { EngineTransport } from '../../../src/collectors/engine/address/engine-address.ts';
import { describeCaveats } from '../../../src/collectors/engine/describe-caveats.ts';
import type { Subject } from '../../../src/core/facts/subject.ts';

const socket: EngineTransport = { kind: 'unix', socketPath: '/run/docker.sock' };
const over = (host: string, tls: { readonly verify: boolean } | null): EngineTransport => ({
  kind: 'tcp',
  host,
  port: 2375,
  basePath: '',
  tls,
});

const container = (state: string, unread: readonly string[]): Subject => ({
  kind: 'workload',
  id: `container:${state}`,
  name: state,
  target: 'engine',
  facts: { state },
  origin: 'constructed',
  gaps: unread.map((path) => ({
    path,
    reason: 'denied',
    detail: { en: 'not as this user', zh: '当前用户无权读取' },
  })),
});

const abouts = (transport: EngineTransport, ...subjects: Subject[]) =>
  describeCaveats(transport, subjects).map(({ about }) => about);

describe('what a reader has to know of a connection', () => {
  it.each([
    ['in clear text to another machine', over('10.0.0.7', null)],
    ['in clear text to a name', over('127.example.com', null)],
    ['to a server that need not prove who it is', over('10.0.0.7', { verify: false })],
  ])('is said %s', (_, transport) => {
    expect(abouts(transport)).toEqual(['connection']);
  });

  it.each([
    ['over a socket', socket],
    ['to this machine', over('127.0.0.1', null)],
    ['to this machine, by its name', over('localhost', null)],
    ['to this machine, in IPv6', over('[::1]', null)],
    ['under TLS that is verified', over('10.0.0.7', { verify: true })],
  ])('is nothing %s', (_, transport) => {
    expect(abouts(transport)).toEqual([]);
  });
});

describe('what a reader has to know of the kernel', () => {
  it.each([
    ['running', '/kernel/processes'],
    ['paused', '/differences'],
  ])('is said where it was not read of a %s container', (state, path) => {
    const [caveat] = describeCaveats(socket, [container(state, [path]), container('running', [])]);
    expect(caveat?.about).toBe('kernel');
    expect(caveat?.said).toMatchObject({
      en: expect.stringContaining('1 of 2 running containers (not as this user)') as string,
    });
  });

  it.each([
    ['of a container that does not run', container('exited', ['/kernel/processes'])],
    ['where something else was not read', container('running', ['/kernelVersion', '/health'])],
    ['where all of it was read', container('running', [])],
  ])('is nothing %s', (_, subject) => {
    expect(abouts(socket, subject)).toEqual([]);
  });
});
