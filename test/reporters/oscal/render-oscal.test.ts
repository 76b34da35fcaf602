import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import type { Assessment } from '../../../src/core/assessment/assessment.ts';
import { oscalVersions, type OscalVersion } from '../../../src/oscal/oscal-names.ts';
import { resultsCatalog } from '../../../src/oscal/results/companion.ts';
import { buildCatalog } from '../../../src/oscal/frameworks/catalog.ts';
import { oscalOptions } from '../../../src/reporters/formats/oscal-options.ts';
import { renderOscalPoam } from '../../../src/oscal/results/render-poam.ts';
import { renderOscalResults } from '../../../src/oscal/results/render-results.ts';
import { renderReport } from '../../../src/reporters/formats/registry.ts';
import { sampleAssessment, statedAssessment } from '../../fixtures/assessment.ts';
import { hostileAssessment } from '../../fixtures/hostile.ts';
import { sampleFramework, sampleMapping } from '../../fixtures/sample-framework.ts';
import { tool } from '../../support/judge.ts';
import { describeWithSchemas } from '../../support/needs.ts';
import { readOscalSchema } from '../../support/official-schema.ts';
import { brokenLinks } from '../../support/oscal-links.ts';
import { readOscal } from '../../support/read-oscal.ts';

const assessment = sampleAssessment();
const frameworkId = sampleFramework.id;
const assessments = {
  sample: assessment,
  stated: statedAssessment(),
  hostile: hostileAssessment(),
  empty: sampleAssessment([], { waivers: [], attestations: [], frameworks: [] }),
} as const satisfies Record<string, Assessment>;

const models = {
  'assessment-results': renderOscalResults,
  poam: renderOscalPoam,
} as const;

const cases = oscalVersions.flatMap((version) =>
  (Object.keys(models) as (keyof typeof models)[]).flatMap((model) =>
    (Object.keys(assessments) as (keyof typeof assessments)[]).flatMap((name) =>
      [frameworkId, undefined].flatMap((id) =>
        id !== undefined && name === 'empty' ? [] : [{ version, model, name, id }],
      ),
    ),
  ),
);

const validators = new Map<string, ReturnType<Ajv['compile']>>();
function validatorOf(version: OscalVersion, model: string): ReturnType<Ajv['compile']> {
  const key = `${version} ${model}`;
  const known = validators.get(key);
  if (known) return known;
  const ajv = new Ajv({ strict: false, allErrors: true });
  formats(ajv);
  const validate = ajv.compile(JSON.parse(readOscalSchema(version, model)) as object);
  validators.set(key, validate);
  return validate;
}

/** `null` is for a document by control alone. */
const write = (of: Assessment = assessment, id: string | null = frameworkId): string =>
  [...renderOscalResults(of, oscalOptions({ language: 'en', frameworkId: id ?? undefined }))].join(
    '',
  );

describe.each(cases)('$model $version of $name, framework $id', ({ version, model, name, id }) => {
  const text = (language: 'en' | 'zh' = 'en') =>
    [
      ...models[model](assessments[name], oscalOptions({ language, frameworkId: id }), version),
    ].join('');

  const catalog = (language: 'en' | 'zh' = 'en') => {
    const options = oscalOptions({ language, frameworkId: id });
    const found = resultsCatalog(assessments[name], options, version);
    if (found === undefined) throw new Error('there is no catalog');
    return found;
  };

  describeWithSchemas('by the official schema', () => {
    it('has a catalog beside it that is one', () => {
      const validate = validatorOf(version, 'catalog');
      for (const language of ['en', 'zh'] as const) {
        const { document } = catalog(language);
        expect(validate(document) || validate.errors?.slice(0, 5)).toBe(true);
      }
    });
    it('is what the official schema asks for', () => {
      const validate = validatorOf(version, model);
      for (const language of ['en', 'zh'] as const) {
        expect(validate(JSON.parse(text(language))) || validate.errors?.slice(0, 5)).toBe(true);
      }
    });
  });

  it('leads nowhere that is not there', () => {
    expect(brokenLinks(JSON.parse(text()) as object, [catalog().document])).toEqual([]);
  });

  it('has the same bytes twice', () => {
    expect(text()).toBe(text());
  });
});

describe('OSCAL assessment results', () => {
  it.each(['sample', 'stated', 'hostile', 'empty'] as const)(
    'are counted by a reader as the assessment counts: %s',
    (name) => {
      const of = assessments[name];
      const { compensated: _, ...tally } = of.summary.tally;
      expect(readOscal(write(of, null)).tally).toEqual(tally);
      if (name !== 'empty') expect(readOscal(write(of)).tally).toEqual(tally);
    },
  );

  it('say of each requirement what OSCAL has a word for', () => {
    const { findings, excluded, remarks } = readOscal(write());
    const states = new Map(
      findings.map(({ target }) => [target['target-id'], Object.values(target.status).slice(0, 2)]),
    );
    const expected = {
      'not-satisfied': ['not-satisfied', 'fail'],
      'accepted-with-waiver': ['not-satisfied', 'fail'],
      'accepted-with-compensating-control': ['not-satisfied', 'fail'],
      undetermined: ['not-satisfied', 'other'],
      satisfied: ['satisfied', 'pass'],
      supported: ['not-satisfied', 'other'],
      attested: ['satisfied', 'other'],
      weakened: ['not-satisfied', 'other'],
      'not-applicable': undefined,
      'not-tested': undefined,
      'context-only': undefined,
      'not-assessed': undefined,
    };
    for (const { id, status, group } of assessment.frameworks[0]?.requirements ?? []) {
      if (!group) expect([id, states.get(`r_${id}_obj`)]).toEqual([id, expected[status]]);
    }
    expect(excluded).toEqual([
      {
        id: 'r_1.4',
        remarks: 'Nothing exists here that could be judged.\nSwarm: there is none to judge',
      },
    ]);
    expect(remarks).toContain('503: This node is not a swarm manager.');
  });

  it('keep what waits for a person apart from what could not be read', () => {
    const { findings, remarks } = readOscal(write(assessment, null));
    const manual = assessment.catalog.controls.filter(({ tally }) => tally.manual > 0);
    expect(manual.length).toBeGreaterThan(0);
    for (const { id } of manual) {
      expect(findings.some(({ target }) => target['target-id'] === `c_${id}_obj`)).toBe(false);
      expect(remarks).toContain(`- ${id} `);
    }
  });

  it('name the deadline of a waiver, and when a statement ends', () => {
    const { risks, observations, attestations } = readOscal(write());
    expect(risks.map(({ status, deadline }) => [status, deadline])).toContainEqual([
      'deviation-approved',
      '2026-12-31T23:59:59Z',
    ]);
    expect(attestations).toHaveLength(1);
    expect(observations.filter(({ methods }) => methods[0] !== 'TEST')).toMatchObject([
      { methods: ['UNKNOWN'] },
      { methods: ['INTERVIEW'], expires: '2027-08-31T23:59:59Z' },
    ]);
    // A changed file: the statement does not stand.
    expect(readOscal(write(assessments.stated)).attestations).toEqual([]);
  });

  it('name of every fact its path, its value and where it was read', () => {
    const names = readOscal(write())
      .observations.flatMap((each) => each['relevant-evidence'] ?? [])
      .map(({ props }) => props?.map(({ name }) => name).slice(0, 3));
    expect(names.length).toBe(
      assessment.findings.reduce((sum, { observations }) => sum + observations.length, 0),
    );
    for (const each of names) expect(each).toEqual(['fact-path', 'fact-value', 'fact-source']);
  });

  it('carry the hash of a file that a statement names', () => {
    const base = statedAssessment();
    const files = [{ path: '日志 制度.pdf', sha256: 'a'.repeat(64), state: 'unchanged' as const }];
    const of = sampleAssessment(undefined, {
      attestations: base.attestations.map(({ attestation }) => ({ ...attestation, files })),
    });
    const text = write(of);
    expect(text).toContain(`"hashes":[{"algorithm":"SHA-256","value":"${'a'.repeat(64)}"}]`);
    expect(brokenLinks(JSON.parse(text) as object, [buildCatalogOfSample()])).toEqual([]);
    expect(readOscal(text).observations.at(-1)?.methods).toEqual(['EXAMINE']);
  });

  it('refuse a framework that the assessment knows nothing of', async () => {
    await expect(
      renderReport('oscal', assessment, { language: 'en', frameworkId: 'none' }),
    ).rejects.toMatchObject({ code: 'framework-unknown' });
  });
});

const buildCatalogOfSample = () =>
  buildCatalog({
    framework: sampleFramework,
    mappings: [sampleMapping],
    language: 'en',
    version: '1.1.3',
    tool,
  });

describe('the checker of links', () => {
  it('sees what dangles in assessment results', () => {
    const document = {
      'observation-uuid': 'x',
      'role-id': 'nobody',
      type: 'objective-id',
      'target-id': 'r_1_obj',
      at: { type: 'statement-id', 'target-id': 'r_1_smt' },
      rlinks: [{ href: 'beside.json' }, { href: 'here.json' }],
      hashes: [{ algorithm: 'SHA-256', value: 'abc' }],
      collected: '2026-11-24T12:00:00',
      'party-uuids': ['y'],
    };
    expect(brokenLinks(document, [], new Set(['here.json']))).toEqual([
      'no file: beside.json',
      'no such uuid: observation-uuid x',
      'no such uuid: party-uuids y',
      'no role: nobody',
      'no objective: r_1_obj',
      'no hash: SHA-256 abc',
      'no instant: 2026-11-24T12:00:00',
      'no statement: r_1_smt',
    ]);
  });
});
