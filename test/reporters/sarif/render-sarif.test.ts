import { execFile } from 'node:child_process';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import type { Assessment } from '../../../src/core/assessment/assessment.ts';
import { renderReport } from '../../../src/reporters/registry.ts';
import { sampleAssessment } from '../../fixtures/assessment.ts';
import { hostileAssessment } from '../../fixtures/hostile.ts';
import { officialSchemas, readSchema } from '../../support/official-schema.ts';

interface Log {
  readonly runs: readonly {
    readonly results: readonly {
      readonly ruleId: string;
      readonly ruleIndex: number;
      readonly level: string;
      readonly partialFingerprints: Readonly<Record<string, string>>;
      readonly locations: readonly { readonly physicalLocation: object }[];
    }[];
    readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } };
  }[];
}

const assessment = sampleAssessment();
const write = async (of: Assessment): Promise<string> =>
  String(await renderReport('sarif', of, { language: 'en' }));
const read = async (of: Assessment): Promise<Log> => JSON.parse(await write(of)) as Log;

describe('SARIF', () => {
  it.runIf(officialSchemas)('is what the official schema asks for', async () => {
    const ajv = new Ajv({ strict: false });
    formats(ajv);
    const { $schema, ...schema } = JSON.parse(readSchema('sarif/sarif-2.1.0.microsoft.json')) as {
      $schema: string;
    };
    const validate = ajv.compile(schema);
    for (const each of [assessment, hostileAssessment()]) {
      expect(validate(JSON.parse(await write(each))) || validate.errors).toBe(true);
    }
  });

  it('holds the unaccepted failures and nothing else, the most severe first', async () => {
    const { runs } = await read(assessment);
    const results = runs.flatMap((run) => run.results);
    const failed = assessment.findings.filter(
      ({ status, waiver }) => status === 'fail' && waiver === undefined,
    );
    expect(results.map(({ ruleId }) => ruleId).toSorted()).toEqual(
      failed.map(({ controlId }) => controlId).toSorted(),
    );
    const order = ['error', 'warning', 'note'];
    const levels = results.map(({ level }) => order.indexOf(level));
    expect(levels).toEqual(levels.toSorted((a, b) => a - b));
    for (const { ruleId, ruleIndex } of results) {
      expect(runs[0]?.tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
    }
  });

  it('knows a failure again when its container was made again', async () => {
    const again: Assessment = {
      ...assessment,
      findings: assessment.findings.map((finding) => ({
        ...finding,
        subject: { ...finding.subject, id: `${finding.subject.id}-again` },
      })),
    };
    const prints = ({ runs }: Log): readonly string[] =>
      runs.flatMap((run) => run.results.flatMap((each) => Object.values(each.partialFingerprints)));
    const before = prints(await read(assessment));
    expect(prints(await read(again))).toEqual(before);
    expect(new Set(before).size).toBe(before.length);
  });

  it('points to the line of a file that a fact came from', async () => {
    const [finding] = assessment.findings.filter(({ status }) => status === 'fail');
    const source = { kind: 'file', path: 'deploy/compose.yaml', line: 7, column: 5 } as const;
    const one: Assessment = {
      ...assessment,
      findings: finding
        ? [{ ...finding, observations: [{ path: '/privileged', value: true, source }] }]
        : [],
    };
    const { runs } = await read(one);
    expect(runs[0]?.results[0]?.locations[0]?.physicalLocation).toEqual({
      artifactLocation: { uri: 'deploy/compose.yaml' },
      region: { startLine: 7, startColumn: 5 },
    });
  });

  it('makes another run of what is too much for one', async () => {
    const [finding] = assessment.findings.filter(({ status }) => status === 'fail');
    const many: Assessment = {
      ...assessment,
      findings: Array.from({ length: 25_001 }, () => finding).flatMap((each) => each ?? []),
    };
    expect((await read(many)).runs.map(({ results }) => results.length)).toEqual([25_000, 1]);
  });

  it.runIf(process.platform === 'linux' && process.arch === 'x64')(
    'is read by the SARIF SDK without a complaint',
    async () => {
      const folder = await mkdtemp(join(tmpdir(), 'plimsoll-sarif-'));
      try {
        const log = join(folder, 'log.sarif');
        const complaints = join(folder, 'complaints.sarif');
        await writeFile(log, await write(assessment));
        const reader = join(
          import.meta.dirname,
          '../../../node_modules/@microsoft/sarif-multitool-linux/Sarif.Multitool',
        );
        await chmod(reader, 0o755);
        // It ends well whatever it finds; what it found is in its own log.
        await promisify(execFile)(
          reader,
          ['validate', log, '--output', complaints, '--log', 'ForceOverwrite', '--level', 'Error'],
          { env: { ...process.env, DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: '1' } },
        );
        const { runs } = JSON.parse(await readFile(complaints, 'utf8')) as {
          runs: readonly { readonly results?: readonly unknown[] }[];
        };
        expect(runs).toHaveLength(1);
        expect(runs.flatMap(({ results }) => results ?? [])).toEqual([]);
      } finally {
        await rm(folder, { recursive: true });
      }
    },
    60_000,
  );
});
