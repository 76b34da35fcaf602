import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import formats from 'ajv-formats';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { jsonSchemas } from '../scripts/json-schemas.ts';
import { assess } from '../src/core/assessment/assess.ts';
import { defineCatalog } from '../src/core/controls/catalog.ts';
import { defineControl } from '../src/core/controls/control.ts';
import { volume } from '../src/core/subjects/volume.ts';
import { snapshotOf, subjectOf, tool } from './support/judge.ts';

const root = path.join(import.meta.dirname, '..');
const readJson = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));
const asJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

const snapshot = {
  ...snapshotOf([
    subjectOf(
      'volume',
      { driver: 'local' },
      {
        gaps: [{ path: '/labels', reason: 'denied', detail: 'permission denied' }],
      },
    ),
  ]),
  gaps: [{ target: 'host:/', kind: null, reason: 'timeout' as const, detail: 'no answer in 10 s' }],
};

const catalog = defineCatalog({
  id: 'test',
  version: '1',
  controls: [
    defineControl({
      id: 'test-volume-driver',
      subject: volume,
      severity: 'low',
      title: { en: 'Driver', zh: '驱动' },
      rationale: { en: 'Because', zh: '因为' },
      remediation: { en: 'Change it', zh: '更换' },
      references: ['https://docs.docker.com/engine/storage/volumes/'],
      params: z.object({ driver: z.string().default('none') }),
      check: (v, { params }) => v.driver === params.driver,
    }),
  ],
});

const assessment = assess(snapshot, {
  catalog,
  tool,
  waivers: [
    {
      control: 'test-volume-driver',
      scope: { name: 'volume-name' },
      reason: 'test',
      owner: 'test',
      approver: 'test',
      from: '2026-01-01',
      until: '2026-12-31',
    },
  ],
});

describe('the published schemas', () => {
  const validators = new Map<string, ValidateFunction>();
  beforeAll(() => {
    const ajv = new Ajv({ allErrors: true });
    formats(ajv);
    for (const name of ['snapshot', 'assessment']) {
      validators.set(
        name,
        ajv.compile(readJson(path.join(root, 'schemas', `${name}.schema.json`)) as object),
      );
    }
  });
  const problemsOf = (name: string, document: unknown): unknown => {
    const validate = validators.get(name);
    return validate?.(asJson(document)) === true ? [] : validate?.errors;
  };

  it.each(Object.entries(jsonSchemas()))(
    '%s is what its zod schema says (npm run schemas)',
    (name, content) => {
      expect(readFileSync(path.join(root, 'schemas', name), 'utf8')).toBe(content);
    },
  );

  it.each(Object.entries(jsonSchemas()))(
    '%s has the form that SchemaStore takes',
    (name, content) => {
      const document = z
        .looseObject({ $schema: z.string(), $id: z.string() })
        .parse(JSON.parse(content));
      expect(document.$schema).toBe('http://json-schema.org/draft-07/schema#');
      expect(document.$id).toMatch(/^https:\/\/[^?#]+\/plimsoll-[a-z]+-\d+\.\d+\.json$/);
      expect(document.$id).toContain(`plimsoll-${name.replace('.schema.json', '')}-`);
      const ajv = new Ajv({ strict: true, strictRequired: false, allowUnionTypes: true });
      formats(ajv);
      expect(() => ajv.compile(document)).not.toThrow();
    },
  );

  it('accept what was collected and what was judged', () => {
    expect(assessment.summary.tally.waived).toBe(1);
    expect(problemsOf('snapshot', snapshot)).toEqual([]);
    expect(problemsOf('assessment', assessment)).toEqual([]);
  });

  it('refuse a document of the other kind, a missing population and a local time', () => {
    const { population, ...uncounted } = snapshot;
    expect(population.length).toBeGreaterThan(0);
    expect(problemsOf('snapshot', assessment)).not.toEqual([]);
    expect(problemsOf('snapshot', uncounted)).not.toEqual([]);
    expect(
      problemsOf('snapshot', { ...snapshot, collectedAt: '2026-11-24T12:00:00+08:00' }),
    ).not.toEqual([]);
  });

  it('leave room for members that a later minor version adds', () => {
    expect(problemsOf('snapshot', { ...snapshot, added: true })).toEqual([]);
  });

  const recorded = path.join(root, 'examples', 'recorded');
  it.each(
    existsSync(recorded) ? readdirSync(recorded).filter((name) => name.endsWith('.json')) : [],
  )('accept the recorded example %s', (name) => {
    expect(problemsOf(name.replace('.json', ''), readJson(path.join(recorded, name)))).toEqual([]);
  });
});
