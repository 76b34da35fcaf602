import { expect, it } from 'vitest';
import { assess } from '../../../src/core/assessment/assess.ts';
import { builtin } from '../../../src/controls/registry/builtin.ts';
import { selectFrameworks } from '../../../src/frameworks/registry/select-frameworks.ts';
import { builtinFrameworks } from '../../../src/frameworks/registry/registry.ts';
import {
  frameworkFromCatalog,
  oscalCatalogSchema,
} from '../../../src/oscal/frameworks/import-catalog.ts';
import { oscalModels } from '../../../src/oscal/frameworks/export.ts';
import { makeReports } from '../../../src/cli/reporting/make-reports.ts';
import { publishedCatalogs } from '../../../src/knowledge/published-catalogs.ts';
import { snapshotOf, subjectOf, tool } from '../../support/judge.ts';
import { brokenLinks } from '../../support/oscal-links.ts';

const selected = await selectFrameworks(Object.keys(builtinFrameworks));
const snapshot = snapshotOf([subjectOf('workload', { privileged: true })]);
const assessment = assess(snapshot, { catalog: builtin, tool, frameworks: selected });
const asObject = (text: unknown): object => JSON.parse(String(text)) as object;

interface Written {
  readonly name: string;
  readonly document: object;
  readonly beside: ReadonlyMap<string, object>;
}

async function write(
  of: typeof assessment,
  formats: readonly string[] = ['oscal'],
): Promise<readonly Written[]> {
  const all: Written[] = [];
  for await (const { name, content, companions } of makeReports(of, formats, {}, {})) {
    const beside = companions.map((each) => [each.name, asObject(each.content)] as const);
    const text = [...(content as Iterable<string>)].join('');
    all.push({ name, document: asObject(text), beside: new Map(beside) });
  }
  return all;
}

/** The ids of SP 800-53 as its publisher has them; what NIST keeps is not read here. */
const nist = await builtinFrameworks['nist-800-53-r5'].load();
const nistCatalog = oscalModels.catalog({
  ...nist,
  language: 'en',
  version: '1.2.3',
  tool,
});
const published = new Set([...publishedCatalogs.values()].map(({ href }) => href));

const results = await write(assessment);
const [first] = assessment.frameworks;
const others = await write({ ...assessment, frameworks: first ? [first] : [] }, [
  'oscal-1.2',
  'oscal-poam',
]);

it('leads from every document to what stands beside it or is published', () => {
  expect(results).toHaveLength(selected.length);
  expect(others).toHaveLength(2);
  for (const { name, document, beside } of [...results, ...others]) {
    const isNist = name.includes('nist-800-53-r5');
    const catalogs = isNist ? [nistCatalog] : [...beside.values()];
    const files = new Set([...[...beside.keys()].map(encodeURIComponent), ...published]);
    expect([name, brokenLinks(document, catalogs, files)]).toEqual([name, []]);
    expect([name, beside.size]).toEqual([name, isNist || name.includes('poam') ? 0 : 1]);
  }
});

it('writes a catalog of its own for each release of OSCAL', async () => {
  const both = await write(assessment, ['oscal', 'oscal-1.2']);
  const names = both.flatMap(({ beside }) => [...beside.keys()]);
  expect(names.length).toBeGreaterThan(0);
  expect(new Set(names).size).toBe(names.length);
  for (const { name, document, beside } of both) {
    const version = name.endsWith('.oscal-1.2.json') ? '1.2.3' : '1.1.3';
    for (const catalog of [document, ...beside.values()]) {
      expect(JSON.stringify(catalog)).toContain(`"oscal-version":"${version}"`);
    }
    const files = new Set([...[...beside.keys()].map(encodeURIComponent), ...published]);
    const catalogs = name.includes('nist-800-53-r5') ? [nistCatalog] : [...beside.values()];
    expect([name, brokenLinks(document, catalogs, files)]).toEqual([name, []]);
  }
});

it('leads from results by control to the catalog of controls', async () => {
  const [written] = await write({ ...assessment, frameworks: [] });
  const { document = {}, beside = new Map<string, object>() } = written ?? {};
  expect([...beside.keys()]).toEqual(['controls-en.catalog.json']);
  expect(brokenLinks(document, [...beside.values()], new Set(beside.keys()))).toEqual([]);
});

it('names controls, enhancements and statements of SP 800-53 as NIST does', () => {
  const text = JSON.stringify(
    results.find(({ name }) => name.includes('nist-800-53-r5'))?.document,
  );
  for (const id of ['"control-id":"ac-6"', '"control-id":"ac-2.4"', '"target-id":"ac-6_smt"']) {
    expect(text).toContain(id);
  }
  expect(text).not.toMatch(/"(?:control|target)-id":"(?:r_|[A-Z])/);
  expect(text).toContain(publishedCatalogs.get('nist-800-53-r5')?.href);
});

it('keeps the ids of a catalog that was read, and points to the items of its statements', async () => {
  const framework = readCatalog();
  const links = [
    {
      control: 'workload-not-privileged',
      requirement: 'ac-1_smt.a',
      shows: 'part',
      breaks: 'breaks',
      reason: { en: 'x', zh: 'x' },
    },
  ] as const;
  const mappings = [{ framework: framework.id, links }];
  const judged = assess(snapshot, {
    catalog: builtin,
    tool,
    frameworks: [{ framework, mappings }],
  });
  const [written] = await write(judged);
  const { document = {}, beside = new Map<string, object>() } = written ?? {};
  expect(brokenLinks(document, [...beside.values()], new Set(beside.keys()))).toEqual([]);
  const text = JSON.stringify(document);
  expect(text).toContain('"target":{"type":"statement-id","target-id":"ac-1_smt.a"');
  expect(text).toContain('{"control-id":"ac-1","statement-ids":["ac-1_smt.a"]}');
  const input = {
    framework,
    mappings,
    language: 'en',
    version: '1.2.3',
    tool,
    controls: {},
  } as const;
  const [component, mapping] = [
    oscalModels['component-definition'](input),
    oscalModels['mapping-collection'](input),
  ].map((each) => JSON.stringify(each));
  expect(component).toContain('"control-id":"ac-1"');
  expect(component).toContain('"statement-id":"ac-1_smt.a"');
  expect(mapping).toContain('{"type":"statement","id-ref":"ac-1_smt.a"}');
  const back = frameworkFromCatalog(
    oscalCatalogSchema.parse(JSON.parse(JSON.stringify(oscalModels.catalog(input)))),
    'again.json',
  );
  expect(back.requirements).toEqual(framework.requirements);
});

function readCatalog() {
  const item = (id: string, parts: object[] = []) => ({
    id,
    name: 'item',
    prose: `Do ${id}`,
    parts,
  });
  return frameworkFromCatalog(
    oscalCatalogSchema.parse({
      catalog: {
        uuid: '6f1d3c52-0f6e-4d6b-9a57-2f0c0b7b8a41',
        metadata: {
          title: 'Policies',
          version: '1',
          'oscal-version': '1.1.3',
          'last-modified': '2024-02-03T04:05:06Z',
        },
        controls: [
          {
            id: 'ac-1',
            title: 'Policy',
            parts: [
              {
                id: 'ac-1_smt',
                name: 'statement',
                parts: [item('ac-1_smt.a', [item('ac-1_smt.a.1')]), item('ac-1_smt.b')],
              },
            ],
            controls: [{ id: 'ac-1.1', title: 'Enhancement' }],
          },
        ],
      },
    }),
    'in/policies.json',
  );
}
