import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Assessment } from '../../../src/core/assessment/assessment.ts';
import { renderReport } from '../../../src/reporters/formats/registry.ts';
import { sampleAssessment } from '../../fixtures/assessment.ts';
import { hostileAssessment } from '../../fixtures/hostile.ts';
import { describeWithSchemas } from '../../support/needs.ts';
import { readSchema } from '../../support/official-schema.ts';

interface Report {
  readonly summary: Readonly<Record<string, number>>;
  readonly results: readonly {
    readonly result: string;
    readonly scored: boolean;
    readonly properties: Readonly<Record<string, string>>;
  }[];
}

interface Definition {
  readonly spec: {
    readonly versions: readonly { readonly schema: { readonly openAPIV3Schema: object } }[];
  };
}

const assessment = sampleAssessment();
const write = async (of: Assessment): Promise<Report> =>
  JSON.parse(String(await renderReport('openreports', of, { language: 'en' }))) as Report;

describe('OpenReports', () => {
  describeWithSchemas('by the official schema', () => {
    it('is what the resource definition asks for', async () => {
      const text = readSchema('openreports/openreports.io_clusterreports.yaml');
      const { spec } = parse(text) as Definition;
      const ajv = new Ajv({ strict: false });
      formats(ajv);
      const validate = ajv.compile(spec.versions[0]?.schema.openAPIV3Schema ?? { not: {} });
      for (const each of [assessment, hostileAssessment()]) {
        expect(validate(await write(each)) || validate.errors).toBe(true);
      }
    });
  });

  it('sums up what it holds, and keeps every state apart', async () => {
    const { summary, results } = await write(assessment);
    for (const [result, count] of Object.entries(summary)) {
      expect(results.filter((each) => each.result === result)).toHaveLength(count);
    }
    const { tally } = assessment.summary;
    const standing = (...names: readonly string[]): number =>
      results.filter(({ properties }) => names.includes(properties['standing'] ?? '')).length;
    expect(standing('pass')).toBe(tally.pass);
    expect(standing('fail')).toBe(tally.fail);
    expect(standing('waived', 'compensated')).toBe(tally.waived);
    expect(standing('unknown')).toBe(tally.unknown);
    expect(standing('error')).toBe(tally.error);
    expect(standing('not-applicable')).toBe(tally.notApplicable);
    expect(standing('manual')).toBe(tally.manual);
    expect(results.filter(({ scored }) => !scored)).toHaveLength(tally.waived);
  });
});
