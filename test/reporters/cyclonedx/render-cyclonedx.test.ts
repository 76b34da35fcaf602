import { Spec, Validation } from '@cyclonedx/cyclonedx-library';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Assessment } from '../../../src/core/assessment/assessment.ts';
import { renderReport } from '../../../src/reporters/formats/registry.ts';
import { sampleAssessment, statedAssessment } from '../../fixtures/assessment.ts';
import { hostileAssessment } from '../../fixtures/hostile.ts';
import { describeWithSchemas } from '../../support/needs.ts';
import { readSchema } from '../../support/official-schema.ts';

const assessment = sampleAssessment();
const write = async (of: Assessment = assessment): Promise<string> =>
  String(await renderReport('cyclonedx', of, { language: 'en' }));

const assessments = {
  sample: assessment,
  stated: statedAssessment(),
  hostile: hostileAssessment(),
  empty: sampleAssessment([], { waivers: [], attestations: [], frameworks: [] }),
};

const refs = z.array(z.string()).default([]);
const schema = z.object({
  declarations: z.object({
    attestations: z
      .array(
        z.object({
          map: z.array(
            z.object({
              requirement: z.string(),
              claims: refs,
              counterClaims: refs,
              conformance: z.object({ score: z.number().optional(), mitigationStrategies: refs }),
            }),
          ),
        }),
      )
      .default([]),
    claims: z
      .array(
        z.object({
          target: z.string(),
          evidence: refs,
          counterEvidence: refs,
          mitigationStrategies: refs,
        }),
      )
      .default([]),
    evidence: z
      .array(z.object({ propertyName: z.string(), expires: z.string().optional() }))
      .default([]),
  }),
});
const read = async (of?: Assessment) => schema.parse(JSON.parse(await write(of))).declarations;

describe.each(Object.entries(assessments))('CycloneDX of %s', (_, of) => {
  it('is accepted by the validator of CycloneDX', async () => {
    const validator = new Validation.JsonStrictValidator(Spec.Version.v1dot6);
    expect(await validator.validate(await write(of))).toBe(null);
    expect(await validator.validate('{"bomFormat":"CycloneDX"}')).not.toBe(null);
  });

  describeWithSchemas('by the official schema', () => {
    it('is what the official schema asks for', async () => {
      const ajv = new Ajv({ strict: false });
      formats(ajv);
      ajv.addFormat('idn-email', true).addFormat('iri-reference', true);
      for (const name of ['cryptography-defs', 'jsf-0.82', 'spdx']) {
        ajv.addSchema(JSON.parse(readSchema(`cyclonedx/${name}.schema.json`)) as object);
      }
      const validate = ajv.compile(
        JSON.parse(readSchema('cyclonedx/bom-1.6.schema.json')) as object,
      );
      expect(validate(JSON.parse(await write(of))) || validate.errors).toBe(true);
    });
  });

  it('refers to nothing that is not there, and names nothing twice', async () => {
    const text = await write(of);
    const names = [...text.matchAll(/"bom-ref":"([^"]+)"/g)].map(([, ref]) => ref);
    expect(new Set(names).size).toBe(names.length);
    const uuid = /"([0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12})"/g;
    const used = new Set([...text.matchAll(uuid)].map(([, ref]) => ref));
    expect([...used].filter((ref) => !names.includes(ref))).toEqual([]);
  });

  it('has the same bytes twice', async () => {
    expect(await write(of)).toBe(await write(of));
  });
});

describe('CycloneDX attestations', () => {
  it('claim what was judged, and nothing of what was not', async () => {
    const { claims, evidence } = await read();
    const { tally } = assessment.summary;
    const failed = claims.filter(({ counterEvidence }) => counterEvidence.length > 0);
    expect(failed.filter((each) => each.mitigationStrategies.length > 0)).toHaveLength(
      tally.waived,
    );
    expect(failed).toHaveLength(tally.fail + tally.waived);
    // One claim more is the statement of a person.
    expect(claims).toHaveLength(tally.pass + tally.fail + tally.waived + 1);
    const of = (state: string) =>
      evidence.filter(({ propertyName }) => propertyName.endsWith(`:${state}`)).length;
    expect([of('unknown'), of('error'), of('manual'), of('not-applicable')]).toEqual([
      tally.unknown,
      tally.error,
      tally.manual,
      tally.notApplicable,
    ]);
  });

  it('give a number only where the requirement is met or missed', async () => {
    const { attestations } = await read();
    const scores = attestations[0]?.map.map(({ conformance }) => conformance.score);
    const expected = assessment.frameworks[0]?.requirements
      .filter(({ group }) => !group)
      .map(({ status }) => {
        if (status === 'satisfied') return 1;
        return status === 'not-satisfied' || status.startsWith('accepted') ? 0 : undefined;
      });
    expect(scores).toEqual(expected);
  });

  it('carry the last day of a waiver and of a statement', async () => {
    const { evidence } = await read();
    const ends = evidence.flatMap(({ propertyName, expires }) =>
      propertyName.startsWith('plimsoll:sample') ? [] : [[propertyName, expires]],
    );
    expect(ends).toContainEqual(['plimsoll:statement', '2027-08-31T23:59:59Z']);
    expect(ends).toContainEqual(['plimsoll:waiver:sample-privileged', '2026-12-31T23:59:59Z']);
  });
});
