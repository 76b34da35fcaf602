import { Ajv } from 'ajv';
import { convertFile, contextualizeEvaluation, type ExecJSON } from 'inspecjs';
import { describe, expect, it } from 'vitest';
import { renderReport } from '../../../src/reporters/formats/registry.ts';
import { sampleAssessment } from '../../fixtures/assessment.ts';
import { hostileAssessment } from '../../fixtures/hostile.ts';
import { describeWithSchemas } from '../../support/needs.ts';
import { readSchema } from '../../support/official-schema.ts';

const assessment = sampleAssessment();
const write = async (of = assessment): Promise<string> =>
  String(await renderReport('hdf', of, { language: 'en' }));

/** What the viewer itself makes of it. */
async function read(of = assessment) {
  const { '1_0_ExecJson': evaluation } = convertFile(await write(of));
  const context = contextualizeEvaluation(evaluation as ExecJSON.Execution);
  return context.contains.flatMap((profile) => profile.contains);
}

type Controls = Awaited<ReturnType<typeof read>>;

const results = (controls: Controls, state: string, status?: string): number =>
  controls
    .filter(({ data }) => data.tags['state'] === state)
    .flatMap(({ hdf }) => hdf.segments ?? [])
    .filter((segment) => status === undefined || segment.status === status).length;

describe('OHDF', () => {
  describeWithSchemas('by the official schema', () => {
    it('is what the official schema asks for', async () => {
      const validate = new Ajv({ strict: false }).compile(
        JSON.parse(readSchema('hdf/exec-json.json')),
      );
      expect(validate(JSON.parse(await write())) || validate.errors).toBe(true);
      expect(validate(JSON.parse(await write(hostileAssessment()))) || validate.errors).toBe(true);
    });
  });

  it('is counted by inspecjs as the assessment counts', async () => {
    const controls = await read();
    const { tally } = assessment.summary;
    expect({
      pass: results(controls, 'judged', 'passed'),
      fail: results(controls, 'judged', 'failed'),
      waived: results(controls, 'waived', 'failed'),
      unknown: results(controls, 'unknown', 'skipped'),
      error: results(controls, 'error', 'error'),
      notApplicable: results(controls, 'not-applicable', 'skipped'),
      manual: results(controls, 'manual') + results(controls, 'attested', 'skipped'),
    }).toEqual({
      pass: tally.pass,
      fail: tally.fail,
      waived: tally.waived,
      unknown: tally.unknown,
      error: tally.error,
      notApplicable: tally.notApplicable,
      manual: tally.manual,
    });
  });

  it('gives every state the word that inspecjs has for it', async () => {
    const words = new Map<unknown, Set<string>>();
    for (const { data, hdf } of await read()) {
      const state: unknown = data.tags['state'];
      words.set(state, (words.get(state) ?? new Set()).add(hdf.status));
    }
    expect([...(words.get('waived') ?? [])]).toEqual(['Failed']);
    expect([...(words.get('unknown') ?? [])]).toEqual(['Not Reviewed']);
    expect([...(words.get('error') ?? [])]).toEqual(['Profile Error']);
    expect([...(words.get('not-applicable') ?? [])]).toEqual(['Not Applicable']);
  });

  it('names who accepted a failure, and until when', async () => {
    const accepted = assessment.findings.find(({ waiver }) => waiver)?.waiver;
    const [waived] = (await read()).filter(({ data }) => data.tags['state'] === 'waived');
    expect(waived?.data).toMatchObject({
      waiver_data: {
        run: true,
        skipped_due_to_waiver: false,
        expiration_date: accepted?.until,
      },
    });
    expect(JSON.stringify(waived?.data)).toContain(accepted?.owner);
  });
});
