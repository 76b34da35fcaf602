import { describe, expect, it } from 'vitest';
import { missing, more, settle, sourced } from '../../../src/collectors/gathering/partial-facts.ts';
import { toSubject } from '../../../src/collectors/gathering/to-subject.ts';
import { network } from '../../../src/core/subjects/network.ts';
import { misfits } from '../../../src/core/snapshot/hold-to-schema.ts';

const gap = missing({ reason: 'denied', detail: 'no' });
const source = { kind: 'file', path: '/proc/1/status' } as const;

describe('facts in part', () => {
  it('are taken apart into what was read, what was not, and what was read elsewhere', () => {
    expect(
      settle({
        a: 1,
        'b/~c': gap,
        d: { e: gap, f: sourced([1, gap], source) },
        g: [{ h: gap, i: 2 }],
      }),
    ).toEqual({
      facts: { a: 1, d: { f: [1, null] }, g: [{ i: 2 }] },
      gaps: [
        { path: '/b~1~0c', reason: 'denied', detail: 'no' },
        { path: '/d/e', reason: 'denied', detail: 'no' },
        { path: '/d/f/1', reason: 'denied', detail: 'no' },
        { path: '/g/0/h', reason: 'denied', detail: 'no' },
      ],
      sources: { '/d/f': source },
    });
  });

  it('may hold a list of which there may be more, wherever that is said', () => {
    const unread = more({ reason: 'denied', detail: 'no', source });
    expect(settle({ a: [1, unread, sourced(2, source)], b: [unread] })).toEqual({
      facts: { a: [1, 2], b: [] },
      gaps: [
        { path: '/a/-', reason: 'denied', detail: 'no', source },
        { path: '/b/-', reason: 'denied', detail: 'no', source },
      ],
      sources: { '/a/1': source },
    });
  });

  it('of which nothing was read are one gap', () => {
    expect(settle(gap)).toMatchObject({ facts: {}, gaps: [{ path: '' }] });
  });
});

describe('a subject whose facts do not fit its kind', () => {
  const subject = toSubject({
    kind: network,
    id: 'n',
    name: 'n',
    target: 't',
    origin: 'engine/network',
    facts: {
      driver: 'bridge',
      scope: 'galaxy',
      createdAt: gap,
      defaultBridge: 'yes',
      subnets: ['10.0.0.0/8', 5],
      internal: false,
      attachable: false,
      ingress: false,
      ipv6: false,
      interContainerTraffic: true,
      encrypted: null,
      containers: [],
      usedBy: [],
      labels: {},
    },
  });

  it('has gaps where they do not, and stands otherwise', () => {
    expect(subject.gaps.map(({ path, reason }) => `${path} ${reason}`)).toEqual([
      '/createdAt denied',
      '/scope malformed',
      '/defaultBridge malformed',
      '/subnets/1 malformed',
    ]);
    expect(subject.facts).toMatchObject({ driver: 'bridge', subnets: ['10.0.0.0/8', null] });
    expect(subject.facts).not.toHaveProperty('scope');
    expect(misfits(network, subject)).toEqual([]);
  });
});
