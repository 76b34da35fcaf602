import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import {
  rawChanges,
  rawContainer,
  rawContainerItem,
  rawExec,
  rawTop,
} from '../../../../src/collectors/engine/api-schemas/container.ts';
import {
  rawInfo,
  rawPlugins,
  rawVersion,
} from '../../../../src/collectors/engine/api-schemas/engine.ts';
import { rawHistory, rawImage, rawImageItem } from '../../../../src/collectors/image/raw-image.ts';
import { keysAt } from '../../../../src/collectors/engine/api-schemas/known-keys.ts';
import {
  rawNetwork,
  rawNetworkItem,
} from '../../../../src/collectors/engine/api-schemas/network.ts';
import { planOf, type Plan } from '../../../../src/collectors/engine/api-schemas/schema-plan.ts';
import { rawService } from '../../../../src/collectors/engine/api-schemas/service.ts';
import { listOf } from '../../../../src/syntax/json/go-json.ts';
import {
  rawConfig,
  rawNode,
  rawSecret,
  rawSwarm,
  rawSwarmItem,
  rawTasks,
} from '../../../../src/collectors/engine/api-schemas/swarm.ts';
import { rawVolume, rawVolumeItem } from '../../../../src/collectors/engine/api-schemas/volume.ts';
import type { KeysBelow } from '../../../../src/knowledge/answers/answer-keys.ts';
import { dockerAnswers } from '../../../../src/knowledge/answers/docker.ts';
import { podmanAnswers } from '../../../../src/knowledge/answers/podman.ts';

const swarmItems = listOf(rawSwarmItem);

/** The schema that reads each endpoint's answer. */
const schemas: Readonly<Record<string, z.ZodType>> = {
  '/version': rawVersion,
  '/info': rawInfo,
  '/plugins': rawPlugins,
  '/containers/json': listOf(rawContainerItem),
  '/containers/{id}/json': rawContainer,
  '/containers/{id}/changes': rawChanges,
  '/containers/{id}/top': rawTop,
  '/exec/{id}/json': rawExec,
  '/images/json': listOf(rawImageItem),
  '/images/{id}/json': rawImage,
  '/images/{id}/history': rawHistory,
  '/networks': listOf(rawNetworkItem),
  '/networks/{id}': rawNetwork,
  '/volumes': z.object({ Volumes: listOf(rawVolumeItem) }),
  '/volumes/{id}': rawVolume,
  '/swarm': rawSwarm,
  '/nodes': swarmItems,
  '/nodes/{id}': rawNode,
  '/services': swarmItems,
  '/services/{id}': rawService,
  '/secrets': swarmItems,
  '/secrets/{id}': rawSecret,
  '/configs': swarmItems,
  '/configs/{id}': rawConfig,
  '/tasks': rawTasks,
};

/** The keys that a plan reads and the data does not have, and those that the data has and no plan reads. */
function unmatched(plan: Plan, known: KeysBelow | undefined, at: string): readonly string[] {
  if (plan.each) {
    const each = known && 'each' in known ? known.each : undefined;
    return unmatched(plan.each, each, `${at}/*`);
  }
  if (!plan.members) return [];
  const {
    always = [],
    optional = [],
    neverNull = [],
    under = {},
  } = known && 'always' in known ? known : {};
  const keys = [...always, ...optional];
  const read = new Set(plan.members.map(({ key }) => key));
  return [
    ...keys.filter((key, index) => !read.has(key) || keys.indexOf(key) !== index),
    ...Object.keys(under).filter((key) => !read.has(key)),
    ...neverNull.filter((key) => !always.includes(key)),
    ...plan.members.flatMap(({ key, plan: below }) =>
      keys.includes(key) ? unmatched(below, under[key], `${at}/${key}`) : [key],
    ),
  ].map((key) => (key.startsWith('/') ? key : `${at}/${key}`));
}

describe.each([
  ['Docker', dockerAnswers],
  ['Podman', podmanAnswers],
])('what is known of the answers of %s', (_, ranges) => {
  it.each(ranges.map((range) => [`${range.first} to ${range.last}`, range] as const))(
    'has every key that is judged, and no other: %s',
    (__, { endpoints }) => {
      const endpointsKnown = Object.keys(endpoints);
      expect(endpointsKnown.length).toBeGreaterThan(10);
      for (const endpoint of endpointsKnown) {
        const schema = schemas[endpoint];
        if (!schema) throw new Error(`No schema reads ${endpoint}.`);
        expect(
          unmatched(planOf(schema, endpoints[endpoint]), endpoints[endpoint], endpoint),
          'Add each to the answers of its product in src/knowledge/answers, as `always` or as `optional`',
        ).toEqual([]);
      }
    },
  );

  it('follows one another without a gap', () => {
    const spans = ranges.map(({ first, last }) =>
      [first, last].map((at) => Number(at.split('.')[1])),
    );
    for (const [at, [first]] of spans.entries()) {
      if (at > 0) expect(first).toBe((spans[at - 1]?.[1] ?? 0) + 1);
    }
    expect(spans.length).toBe(ranges.length);
  });
});

it('is found by what a request asks about', () => {
  const known = dockerAnswers[0]?.endpoints;
  expect(keysAt(known, `/containers/${'ab'.repeat(32)}/json`)).toBe(
    known?.['/containers/{id}/json'],
  );
  expect(keysAt(known, '/containers/json')).toBe(known?.['/containers/json']);
  expect(keysAt(known, '/volumes/json')).toBe(known?.['/volumes/{id}']);
  expect(keysAt(known, '/unknown')).toBeUndefined();
  expect(keysAt(undefined, '/info')).toBeUndefined();
});

it('every endpoint that is read is known of Docker', () => {
  expect(Object.keys(schemas).toSorted()).toEqual(
    Object.keys(dockerAnswers[0]?.endpoints ?? {}).toSorted(),
  );
});
