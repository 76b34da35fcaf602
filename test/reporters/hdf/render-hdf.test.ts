import { Ajv } from 'ajv';
import { convertFile, contextualizeEvaluation, type ExecJSON } from 'inspecjs';
import { describe, expect, it } from 'vitest';
import type { Assessment } from '../../../src/core/assessment/assessment.ts';
import { builtin } from '../../../src/controls/registry/builtin.ts';
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

  it('places every control by NIST SP 800-53, whatever it was assessed against', async () => {
    const catalog = builtin.controls.slice(0, 40);
    const [control] = assessment.catalog.controls;
    if (!control) throw new Error('no control');
    const of: Assessment = {
      ...assessment,
      frameworks: [],
      catalog: {
        ...assessment.catalog,
        controls: [...catalog.map(({ id }) => ({ ...control, id })), { ...control, id: 'our-own' }],
      },
      findings: [...catalog.map(({ id }) => id), 'our-own'].flatMap((controlId) =>
        assessment.findings.slice(0, 1).map((finding) => ({ ...finding, controlId })),
      ),
    };
    const controls = await read(of);
    expect(controls).toHaveLength(41);
    for (const { hdf } of controls) expect(hdf.parsedNistTags.length).toBeGreaterThan(0);
    const tags = new Map(controls.map(({ data }) => [data.id, data.tags['nist'] as unknown]));
    expect(tags.get('our-own')).toEqual(['UM-1']);
    expect(tags.get('host-audit-accounts')).toContain('AC-2 (4)');
    expect(new Set([...tags.values()].map((each) => JSON.stringify(each))).size).toBeGreaterThan(8);
  });

  it('says in which file and line a control failed, and never in which process', async () => {
    const [failed] = assessment.findings.filter(({ status }) => status === 'fail');
    if (!failed) throw new Error('nothing failed');
    const at = (path: string, line?: number) => ({
      path: '/privileged',
      value: true,
      source: { kind: 'file' as const, path, ...(line === undefined ? {} : { line }) },
    });
    const locationOf = async (...observations: ReturnType<typeof at>[]) => {
      const [one] = await read({ ...assessment, findings: [{ ...failed, observations }] });
      return one?.data.source_location;
    };
    expect(await locationOf(at('/proc/812/status'), at('deploy/compose.yaml', 7))).toEqual({
      ref: 'deploy/compose.yaml',
      line: 7,
    });
    expect(await locationOf(at('/etc/docker/daemon.json'))).toEqual({
      ref: '/etc/docker/daemon.json',
    });
    expect(await locationOf(at('/proc/812/status'), at('/tmp/x/compose.yaml', 7))).toEqual({});
  });
});
