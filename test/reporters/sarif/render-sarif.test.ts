import { execFile } from 'node:child_process';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import type { Assessment } from '../../../src/core/assessment/assessment.ts';
import { renderReport } from '../../../src/reporters/formats/registry.ts';
import { sampleAssessment } from '../../fixtures/assessment.ts';
import { hostileAssessment } from '../../fixtures/hostile.ts';
import { describeWithSchemas } from '../../support/needs.ts';
import { readSchema } from '../../support/official-schema.ts';

interface Log {
  readonly runs: readonly {
    readonly invocations: readonly {
      readonly executionSuccessful: boolean;
      readonly toolExecutionNotifications?: readonly object[];
    }[];
    readonly results: readonly {
      readonly ruleId: string;
      readonly ruleIndex: number;
      readonly level: string;
      readonly partialFingerprints: Readonly<Record<string, string>>;
      readonly message: { readonly text: string };
      readonly locations: readonly { readonly physicalLocation: object }[];
      readonly relatedLocations?: readonly {
        readonly id: number;
        readonly physicalLocation: object;
        readonly message: { readonly text: string };
      }[];
    }[];
    readonly automationDetails: { readonly id: string };
    readonly tool: {
      readonly driver: {
        readonly informationUri: string;
        readonly rules: readonly {
          readonly id: string;
          readonly name: string;
          readonly properties: object;
          readonly help: { readonly text: string; readonly markdown: string };
        }[];
      };
    };
  }[];
}

const assessment = sampleAssessment();
const write = async (of: Assessment, language: 'en' | 'zh' = 'en'): Promise<string> =>
  String(await renderReport('sarif', of, { language }));
const read = async (of: Assessment, language: 'en' | 'zh' = 'en'): Promise<Log> =>
  JSON.parse(await write(of, language)) as Log;

/** One failure whose message quotes what stands at each of these places. */
function failureAt(places: readonly (readonly [path: string, line: number])[]): Assessment {
  const names = places.map((_, at) => `TOKEN_${100 + at}`);
  const [finding] = assessment.findings.filter(({ status }) => status === 'fail');
  if (!finding) throw new Error('nothing failed');
  const message = {
    en: names.map((name) => `${name} is a secret`).join('; '),
    zh: names.map((name) => `${name} 是机密`).join('；'),
  };
  const observations = places.map(([path, line], at) => ({
    path: `/environment/${at}/name`,
    value: names[at],
    source: { kind: 'file' as const, path, line, column: 7 },
  }));
  return { ...assessment, findings: [{ ...finding, message, observations }] };
}

/** The build and the phase of a pipeline in the id of a run: Azure's own task writes them when it uploads a log. */
const ofThePipeline: ReadonlySet<string> = new Set(['GHAzDO1019', 'GHAzDO1020']);

const manyLines = Array.from({ length: 24 }, (_, at) => ['compose.yaml', 1000 + at] as const);

describe('SARIF', () => {
  describeWithSchemas('by the official schema', () => {
    it('is what the official schema asks for', async () => {
      const ajv = new Ajv({ strict: false });
      formats(ajv);
      const { $schema, ...schema } = JSON.parse(readSchema('sarif/sarif-2.1.0.microsoft.json')) as {
        $schema: string;
      };
      const validate = ajv.compile(schema);
      for (const each of [assessment, hostileAssessment(), failureAt(manyLines)]) {
        expect(validate(JSON.parse(await write(each))) || validate.errors).toBe(true);
      }
    });
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

  it('tells why a list was not read, each reason once', async () => {
    const detail = { en: 'compose.yaml:5:16: networks has no back', zh: '网络 back 不存在' };
    const gaps = ['workload', 'network'].map((kind) => ({
      target: 'compose:compose.yaml',
      kind,
      reason: 'malformed' as const,
      detail,
    }));
    const noticesOf = async (of: Assessment, language: 'en' | 'zh') =>
      (await read(of, language)).runs[0]?.invocations[0];
    const unread = { ...assessment, findings: [], gaps };
    expect(await noticesOf(unread, 'en')).toMatchObject({
      executionSuccessful: false,
      toolExecutionNotifications: [
        {
          level: 'error',
          message: {
            text: 'compose:compose.yaml: malformed: compose.yaml:5:16: networks has no back',
          },
        },
      ],
    });
    expect(JSON.stringify(await noticesOf(unread, 'zh'))).toContain('网络 back 不存在');
    const whole = await noticesOf({ ...unread, gaps: [] }, 'en');
    expect(whole).toMatchObject({ executionSuccessful: true });
    expect(whole).not.toHaveProperty('toolExecutionNotifications');
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

  it.each([
    ['deploy/compose.yaml', 'deploy/compose.yaml'],
    ['/srv/a b/compose.yaml', 'file:///srv/a%20b/compose.yaml'],
    ['C:/srv/a b/compose.yaml', 'file:///C:/srv/a%20b/compose.yaml'],
  ])('points to the line of a file that a fact came from, %s', async (path, uri) => {
    const [finding] = assessment.findings.filter(({ status }) => status === 'fail');
    const source = { kind: 'file', path, line: 7, column: 5 } as const;
    const one: Assessment = {
      ...assessment,
      findings: finding
        ? [{ ...finding, observations: [{ path: '/privileged', value: true, source }] }]
        : [],
    };
    const { runs } = await read(one);
    expect(runs[0]?.results[0]?.locations[0]?.physicalLocation).toEqual({
      artifactLocation: { uri },
      region: { startLine: 7, startColumn: 5, endLine: 7, endColumn: 6 },
    });
  });

  it.each([
    [
      'en',
      'TOKEN_100 is a secret; TOKEN_101 is a secret; TOKEN_102 is a secret (also at [line 1200](1), [web\\[1\\].env, line 3](2))',
      ['TOKEN_102 is a secret', 'TOKEN_101 is a secret'],
    ],
    [
      'zh',
      'TOKEN_100 是机密；TOKEN_101 是机密；TOKEN_102 是机密（另见 [第 1200 行](1)、[web\\[1\\].env 第 3 行](2)）',
      ['TOKEN_102 是机密', 'TOKEN_101 是机密'],
    ],
  ] as const)('points to the further places of a failure in %s', async (language, text, said) => {
    const places = [
      ['compose.yaml', 7],
      ['web[1].env', 3],
      ['compose.yaml', 1200],
    ] as const;
    const { runs } = await read(failureAt(places), language);
    const [result] = runs.flatMap(({ results }) => results);
    expect(result?.message.text).toMatch(/^[^:]+: /);
    expect(result?.message.text.replace(/^[^:]+: /, '')).toBe(text);
    expect(result?.locations).toHaveLength(1);
    expect(result?.relatedLocations).toEqual([
      {
        id: 1,
        physicalLocation: {
          artifactLocation: { uri: 'compose.yaml' },
          region: { startLine: 1200, startColumn: 7, endLine: 1200, endColumn: 8 },
        },
        message: { text: said[0] },
      },
      {
        id: 2,
        physicalLocation: {
          artifactLocation: { uri: 'web%5B1%5D.env' },
          region: { startLine: 3, startColumn: 7, endLine: 3, endColumn: 8 },
        },
        message: { text: said[1] },
      },
    ]);
  });

  it('says how many places it leaves out, and nothing of them where there is one', async () => {
    const of = async (count: number) => {
      const { runs } = await read(failureAt(manyLines.slice(0, count)));
      return runs.flatMap(({ results }) => results)[0];
    };
    const [one, all] = [await of(1), await of(24)];
    expect(one).not.toHaveProperty('relatedLocations');
    expect(one?.message.text).toMatch(/ TOKEN_100 is a secret$/);
    expect(all?.relatedLocations).toHaveLength(20);
    expect(all?.relatedLocations?.map(({ id }) => id)).toEqual(
      Array.from({ length: 20 }, (_, at) => at + 1),
    );
    expect(all?.message.text).toMatch(/, \[line 1020\]\(20\) and 3 more\)$/);
    expect(all?.partialFingerprints).toEqual(one?.partialFingerprints);
  });

  it('lets nothing that was read make a link', async () => {
    const [finding] = assessment.findings.filter(({ status }) => status === 'fail');
    const name = '[fixed](https://evil.example/)';
    const hostile: Assessment = {
      ...assessment,
      findings: finding
        ? [{ ...finding, subject: { ...finding.subject, name }, message: { en: name, zh: name } }]
        : [],
    };
    const { runs } = await read(hostile);
    expect(runs[0]?.results[0]?.message.text).toBe(
      String.raw`[fixed\](https://evil.example/): [fixed\](https://evil.example/)`,
    );
  });

  it('is one run, and says what it leaves out of it', async () => {
    const [finding] = assessment.findings.filter(({ status }) => status === 'fail');
    const many: Assessment = {
      ...assessment,
      findings: Array.from({ length: 25_001 }, () => finding).flatMap((each) => each ?? []),
    };
    const { runs } = await read(many);
    expect(runs.map(({ results }) => results.length)).toEqual([25_000]);
    expect(JSON.stringify(runs[0]?.invocations[0]?.toolExecutionNotifications)).toContain(
      '25,000 of 25,001 failures are listed',
    );
    expect(JSON.stringify((await read(assessment)).runs[0]?.invocations)).not.toContain('listed');
  });

  it('never points to a process, and knows again what stands in no file of the repository', async () => {
    const [finding] = assessment.findings.filter(({ status }) => status === 'fail');
    const of = async (path: string, line?: number) => {
      const source = { kind: 'file' as const, path, ...(line === undefined ? {} : { line }) };
      const observations = [{ path: '/privileged', value: true, source }];
      const { runs } = await read({
        ...assessment,
        findings: finding ? [{ ...finding, observations }] : [],
      });
      const [result] = runs.flatMap(({ results }) => results);
      return {
        location: JSON.stringify(result?.locations[0]?.physicalLocation),
        hash: result?.partialFingerprints['primaryLocationLineHash'],
      };
    };
    const [process, another] = [await of('/proc/812/status'), await of('/proc/4711/status')];
    expect(process).toEqual(another);
    expect(process.location).not.toContain('proc');
    expect(process.location).toContain('workload/');
    expect(process.hash).toMatch(/^[\da-f]{16}:1$/);
    expect((await of('/etc/docker/daemon.json')).hash).toBe(process.hash);
    // Of a file that it has, GitHub's own action makes the hash of the line, and warns of another.
    expect((await of('deploy/compose.yaml', 7)).hash).toBeUndefined();
  });

  it('gives rules and the run what readers sort and show them by', async () => {
    const [control] = assessment.catalog.controls;
    if (!control) throw new Error('no control');
    const hostile = '<img src=x onerror=y> [fixed](https://evil.example/) `x` |';
    const of: Assessment = {
      ...assessment,
      catalog: {
        ...assessment.catalog,
        controls: assessment.catalog.controls.map((each) => ({
          ...each,
          remediation: { en: hostile, zh: hostile },
          references: [
            'https://docs.docker.com/engine/',
            'javascript:alert(1)',
            'https://a.b/)> x',
          ],
        })),
      },
    };
    const [run] = (await read(of)).runs;
    expect(run?.automationDetails.id).toMatch(/^plimsoll-test\/unix%3A.+Z$/);
    expect(run?.tool.driver.informationUri).toMatch(/^https:/);
    expect(run?.tool.driver.rules.length).toBeGreaterThan(1);
    for (const { name, properties, help } of run?.tool.driver.rules ?? []) {
      expect(name).toMatch(/^Sample[A-Za-z\d]+$/);
      expect(properties).toMatchObject({ precision: 'high' });
      expect(help.text).toBe(hostile);
      const { markdown } = help;
      expect(markdown).toMatch(/\n\n- <https:\/\/docs\.docker\.com\/engine\/>$/);
      expect(markdown).not.toMatch(/(?<!\\)[<[`|](?!https:\/\/docs)/);
    }
  });

  it.runIf(process.platform === 'linux' && process.arch === 'x64')(
    'is read by the SARIF SDK without a complaint, by its rules for GitHub and Azure as well',
    async () => {
      const folder = await mkdtemp(join(tmpdir(), 'plimsoll-sarif-'));
      try {
        const log = join(folder, 'log.sarif');
        const complaints = join(folder, 'complaints.sarif');
        const several = failureAt(manyLines).findings;
        const findings = [...assessment.findings, ...several];
        await writeFile(log, await write({ ...assessment, findings }));
        const reader = join(
          import.meta.dirname,
          '../../../node_modules/@microsoft/sarif-multitool-linux/Sarif.Multitool',
        );
        await chmod(reader, 0o755);
        // It ends well whatever it finds; what it found is in its own log.
        await promisify(execFile)(
          reader,
          [
            'validate',
            log,
            '--output',
            complaints,
            '--log',
            'ForceOverwrite',
            '--level',
            'Error',
            '--rule-kind',
            'Sarif;Gh;Ado',
          ],
          { env: { ...process.env, DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: '1' } },
        );
        const { runs } = JSON.parse(await readFile(complaints, 'utf8')) as {
          runs: readonly { readonly results?: readonly { readonly ruleId: string }[] }[];
        };
        expect(runs).toHaveLength(1);
        const wrong = runs.flatMap(({ results = [] }) => results);
        expect(wrong.filter(({ ruleId }) => !ofThePipeline.has(ruleId))).toEqual([]);
      } finally {
        await rm(folder, { recursive: true });
      }
    },
    60_000,
  );
});
