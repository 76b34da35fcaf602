import { execFile } from 'node:child_process';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Spec, Validation } from '@cyclonedx/cyclonedx-library';
import { Ajv } from 'ajv';
import ajvFormats from 'ajv-formats';
import { contextualizeEvaluation, convertFile, type ExecJSON } from 'inspecjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { parse } from 'yaml';
import { z } from 'zod';
import {
  assess,
  builtin,
  builtinKinds,
  defineControl,
  extendCatalog,
  parseAssessment,
  parseSnapshot,
  tool,
  workload,
  type Assessment,
} from '../../src/index.ts';
import { schemaId } from '../../src/core/schema-id.ts';
import { assessmentVersion } from '../../src/core/assessment/assessment.ts';
import { controlToken } from '../../src/oscal/oscal-names.ts';
import { selectFrameworks } from '../../src/frameworks.ts';
import { formats, renderReport } from '../../src/reporters/formats/registry.ts';
import { runCli } from '../support/cli.ts';
import { startEngine, type TestEngine } from '../support/docker-engine.ts';
import { withoutPlaces } from '../support/junit-places.ts';
import { describeWithRoot, describeWithSchemas } from '../support/needs.ts';
import { readSchema } from '../support/official-schema.ts';
import { brokenLinks } from '../support/oscal-links.ts';
import { readOscal } from '../support/read-oscal.ts';

const words = (sentence: string) => ({ en: sentence, zh: sentence });

const throwing = defineControl({
  id: 'acme-throws',
  subject: workload,
  severity: 'low',
  title: words('A control that is broken'),
  rationale: words('So that something is an error.'),
  remediation: words('Mend the control.'),
  references: ['https://example.org/'],
  check: () => {
    throw new Error('broken <&> ]]> on purpose');
  },
});

const catalog = extendCatalog(builtin, { add: [throwing] });

const waiver = (control: 'workload-not-privileged' | 'workload-memory-limit', name: string) => ({
  control,
  scope: { name },
  reason: 'It is replaced next quarter.',
  owner: 'Wang Fang',
  approver: '陈静',
  from: '2000-01-01',
  until: '2999-12-31',
});

const run = promisify(execFile);

/** Every machine format of one scan of a real engine, by its schema and by its reader. */
describeWithRoot(
  'the formats of one real scan',
  ['dockerd', 'docker', 'busybox', 'python3'],
  () => {
    let engine: TestEngine;
    let folder = '';
    let assessment: Assessment;
    const written = new Map<string, string | Uint8Array>();

    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'plimsoll-formats-'));
      engine = await startEngine();
      const start = (name: string, ...options: readonly string[]) =>
        engine.docker('run', '-d', '--name', name, ...options, engine.image, 'sleep', '100000');
      await start('builder', '--network=none', '--privileged');
      await start('batch', '--network=none');
      await start('on-the-host', '--network=host', '--pid=host');
      await start('careful', '--network=none', '--user=1000:1000', '--read-only', '--memory=64m');
      const path = join(folder, 'snapshot.json');
      const { status, stderr } = await runCli(['collect', `unix://${engine.socket}`, '-o', path]);
      if (status !== 0) throw new Error(stderr);
      const snapshot = parseSnapshot(JSON.parse(await readFile(path, 'utf8')), builtinKinds);
      const frameworks = await selectFrameworks(['all']);
      const waivers = [
        waiver('workload-memory-limit', 'batch'),
        {
          ...waiver('workload-not-privileged', 'builder'),
          compensatingControl: 'It stands alone.',
        },
      ];
      const judged = (attestations: NonNullable<Parameters<typeof assess>[1]['attestations']>) =>
        assess(snapshot, { catalog, frameworks, waivers, attestations, tool });
      const first = judged([]);
      const manual = first.findings.find(({ status: each }) => each === 'manual')?.controlId;
      const [stated] = first.frameworks.flatMap((framework) =>
        framework.requirements
          .filter(({ controls }) => controls.some(({ id, live }) => live && id === manual))
          .map(({ id }) => ({ framework: framework.id, requirement: id })),
      );
      if (stated === undefined) throw new Error('no requirement rests on a manual control');
      const by = { statement: 'It was done.', person: 'Zhao Min', role: 'Operations' };
      assessment = judged([{ ...stated, ...by, date: '2000-01-01', until: '2999-12-31' }]);
      for (const { id } of formats) {
        if (id === 'html' || id === 'pdf') continue;
        written.set(id, await renderReport(id, assessment, { language: 'en' }));
      }
    }, 180_000);

    afterAll(async () => {
      await engine?.stop();
      await rm(folder, { recursive: true, force: true });
    }, 60_000);

    const text = (id: string): string => {
      const content = written.get(id);
      if (typeof content !== 'string') throw new Error(`${id} is no text`);
      return content;
    };

    const tallied = () => {
      const { compensated: _, ...tally } = assessment.summary.tally;
      return tally;
    };

    /** Runs a Python script on a written file, and reads what it prints as JSON. */
    async function python(script: string, id: string): Promise<unknown> {
      const path = join(folder, `report-${id}.${id}`);
      await writeFile(path, written.get(id) ?? '');
      const { stdout } = await run('/usr/bin/python3', ['-c', script, path], {
        maxBuffer: 1 << 28,
      });
      return JSON.parse(stdout);
    }

    it('has findings of every state', () => {
      // Nothing goes stale on the day of the scan.
      const { stale: _, ...tally } = assessment.summary.tally;
      for (const [state, count] of Object.entries(tally)) {
        expect([state, count > 0]).toEqual([state, true]);
      }
    });

    describeWithSchemas('by their official schemas', () => {
      const ajv = () => {
        const made = new Ajv({ strict: false });
        ajvFormats(made);
        return made.addFormat('idn-email', true).addFormat('iri-reference', true);
      };
      const json = (path: string): object => JSON.parse(readSchema(path)) as object;
      const definition = z.object({
        spec: z.object({
          versions: z.tuple([
            z.object({ schema: z.object({ openAPIV3Schema: z.record(z.string(), z.unknown()) }) }),
          ]),
        }),
      });
      const schemas: Readonly<Record<string, () => ReturnType<Ajv['compile']>>> = {
        hdf: () => new Ajv({ strict: false }).compile(json('hdf/exec-json.json')),
        sarif: () => {
          const { $schema: _, ...schema } = z
            .record(z.string(), z.unknown())
            .parse(json('sarif/sarif-2.1.0.microsoft.json'));
          return ajv().compile(schema);
        },
        openreports: () => {
          const resource: unknown = parse(
            readSchema('openreports/openreports.io_clusterreports.yaml'),
          );
          return ajv().compile(definition.parse(resource).spec.versions[0].schema.openAPIV3Schema);
        },
        oscal: () => ajv().compile(json('oscal/1.1.3/oscal_assessment-results_schema.json')),
        'oscal-1.2': () => ajv().compile(json('oscal/1.2.1/oscal_assessment-results_schema.json')),
        'oscal-poam': () => ajv().compile(json('oscal/1.1.3/oscal_poam_schema.json')),
        cyclonedx: () => {
          const made = ajv();
          for (const name of ['cryptography-defs', 'jsf-0.82', 'spdx']) {
            made.addSchema(json(`cyclonedx/${name}.schema.json`));
          }
          return made.compile(json('cyclonedx/bom-1.6.schema.json'));
        },
      };
      it.each(Object.keys(schemas))('%s', (id) => {
        const validate = schemas[id]?.() ?? (() => false);
        expect(validate(JSON.parse(text(id)))).toBe(true);
      });
      it.each(['windyroad-JUnit', 'jenkins-junit-10'])('junit, %s', async (name) => {
        const { errors } = await validateXML({
          xml: [{ fileName: 'report.xml', contents: withoutPlaces(text('junit')) }],
          schema: [{ fileName: 'schema.xsd', contents: readSchema(`junit/${name}.xsd`) }],
        });
        expect(errors).toEqual([]);
      });
    });

    describe('by their readers', () => {
      it('json is the assessment, and ndjson its findings', () => {
        expect(parseAssessment(JSON.parse(text('json')))).toEqual({
          ...assessment,
          $schema: schemaId('assessment', assessmentVersion),
        });
        const lines = text('ndjson').trimEnd().split('\n');
        expect(lines.map((line): unknown => JSON.parse(line))).toEqual(assessment.findings);
      });

      it('hdf is counted by inspecjs as the assessment counts', () => {
        const { '1_0_ExecJson': evaluation } = convertFile(text('hdf'));
        // The file was read as exec-json, so that is what it holds.
        const context = contextualizeEvaluation(evaluation as ExecJSON.Execution);
        const controls = context.contains.flatMap((profile) => profile.contains);
        const count = (state: string, status: string): number =>
          controls
            .filter(({ data }) => data.tags['state'] === state)
            .flatMap(({ hdf }) => hdf.segments ?? [])
            .filter((segment) => segment.status === status).length;
        expect(count('attested', 'passed')).toBeGreaterThan(0);
        expect({
          pass: count('judged', 'passed'),
          fail: count('judged', 'failed'),
          waived: count('waived', 'failed'),
          unknown: count('unknown', 'skipped'),
          error: count('error', 'error'),
          notApplicable: count('not-applicable', 'skipped'),
          stale: count('stale', 'skipped'),
          manual: count('manual', 'skipped') + count('attested', 'skipped'),
        }).toEqual(tallied());
      });

      it.each(['oscal', 'oscal-1.2'])('%s is counted by a reader as the assessment', (id) => {
        expect(readOscal(text(id)).tally).toEqual(tallied());
      });

      it.each(['oscal', 'oscal-1.2', 'oscal-poam'])('%s leads nowhere that is not there', (id) => {
        const controls = assessment.catalog.controls.map((each) => ({
          id: controlToken(each.id),
        }));
        expect(brokenLinks(JSON.parse(text(id)) as object, [{ controls }])).toEqual([]);
      });

      it.each(['cis-docker-1.8.0', 'pci-dss-4.0.1'])(
        'oscal under %s has every finding',
        async (frameworkId) => {
          const under = await renderReport('oscal', assessment, { language: 'zh', frameworkId });
          expect(readOscal(String(under)).tally).toEqual(tallied());
        },
      );

      it('cyclonedx is accepted by its library', async () => {
        const validator = new Validation.JsonStrictValidator(Spec.Version.v1dot6);
        expect(await validator.validate(text('cyclonedx'))).toBe(null);
      });

      it('openreports sums up what it holds', () => {
        const { summary, results } = z
          .object({
            summary: z.record(z.string(), z.number()),
            results: z.array(z.object({ result: z.string() })),
          })
          .parse(JSON.parse(text('openreports')));
        const { tally } = assessment.summary;
        expect(results).toHaveLength(assessment.findings.length);
        expect([summary['fail'], summary['warn']]).toEqual([tally.fail, tally.waived]);
        expect(summary['error']).toBe(tally.unknown + tally.error);
      });

      it('junit has a test case for each finding that applies', () => {
        const count = (tag: string): number => text('junit').split(`<${tag} `).length - 1;
        const { tally, findings } = assessment.summary;
        expect(count('testcase')).toBe(findings - tally.notApplicable);
        expect([count('failure'), count('error')]).toEqual([tally.fail, tally.error]);
        // A question to a person that one answered has passed.
        expect(count('skipped')).toBeGreaterThanOrEqual(tally.unknown + tally.waived);
      });

      it.runIf(process.platform === 'linux' && process.arch === 'x64')(
        'sarif is read by the SARIF SDK without a complaint',
        async () => {
          const log = join(folder, 'log.sarif');
          const complaints = join(folder, 'complaints.sarif');
          await writeFile(log, text('sarif'));
          const reader = join(
            import.meta.dirname,
            '../../node_modules/@microsoft/sarif-multitool-linux/Sarif.Multitool',
          );
          await chmod(reader, 0o755);
          await run(
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
            ],
            { env: { ...process.env, DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: '1' } },
          );
          const runs = z.object({
            runs: z.tuple([z.object({ results: z.array(z.unknown()).default([]) })]),
          });
          expect(
            runs.parse(JSON.parse(await readFile(complaints, 'utf8'))).runs[0].results,
          ).toEqual([]);
          const own = z.object({ runs: z.array(z.object({ results: z.array(z.unknown()) })) });
          const results = own.parse(JSON.parse(text('sarif'))).runs.flatMap((each) => each.results);
          expect(results).toHaveLength(assessment.summary.tally.fail);
        },
        60_000,
      );

      const tables = {
        csv: `
import csv, json, sys
csv.field_size_limit(1 << 20)
json.dump(list(csv.reader(open(sys.argv[1], encoding='utf-8-sig', newline=''))), sys.stdout)`,
        xlsx: `
import json, sys, openpyxl
sheet = openpyxl.load_workbook(sys.argv[1], read_only=True)['Findings']
json.dump([[cell.value for cell in row] for row in sheet.iter_rows()], sys.stdout)`,
      } as const;
      it.each(['csv', 'xlsx'] as const)(
        '%s is a row for each finding to Python',
        async (id) => {
          const [head = [], ...rows] = z
            .array(z.array(z.string().nullable()))
            .parse(await python(tables[id], id));
          const status = head.indexOf('Status');
          expect(rows).toHaveLength(assessment.findings.length);
          const { tally } = assessment.summary;
          const count = (word: string): number => rows.filter((row) => row[status] === word).length;
          expect([count('Pass'), count('Fail')]).toEqual([tally.pass, tally.fail]);
        },
        60_000,
      );

      it('markdown fits into a comment', () => {
        expect(text('markdown').length).toBeLessThan(65_536);
        expect(text('markdown')).toContain(`| ${assessment.summary.tally.fail} / `);
      });
    });
  },
);
