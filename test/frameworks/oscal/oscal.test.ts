import { Ajv, type ValidateFunction } from 'ajv';
import formats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { builtin } from '../../../src/controls/registry/builtin.ts';
import type { Framework } from '../../../src/core/frameworks/framework.ts';
import { buildControlsCatalog } from '../../../src/oscal/frameworks/controls.ts';
import type { OscalInput } from '../../../src/oscal/frameworks/document.ts';
import { oscalVersions, type OscalVersion } from '../../../src/oscal/oscal-names.ts';
import { tokensOf } from '../../../src/oscal/requirement-tokens.ts';
import { oscalModels, type OscalModel } from '../../../src/oscal/frameworks/export.ts';
import {
  frameworkFromCatalog,
  oscalCatalogSchema,
} from '../../../src/oscal/frameworks/import-catalog.ts';
import { uuidOf } from '../../../src/oscal/uuid-of.ts';
import { builtinFrameworks } from '../../../src/frameworks/registry/registry.ts';
import { sampleFramework, sampleMapping } from '../../fixtures/sample-framework.ts';
import { tool } from '../../support/judge.ts';
import { describeWithSchemas } from '../../support/needs.ts';
import { readOscalSchema } from '../../support/official-schema.ts';
import { brokenLinks } from '../../support/oscal-links.ts';
import { refusalOf } from '../../support/refusal.ts';

const asJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

const loaded = await Promise.all(
  Object.entries(builtinFrameworks).map(async ([id, { load }]) => ({ id, ...(await load()) })),
);
const inputOf = (
  own: Pick<OscalInput, 'framework' | 'mappings'>,
  rest: Partial<OscalInput> = {},
): OscalInput => ({
  framework: own.framework,
  mappings: own.mappings,
  language: 'en',
  version: '1.2.3',
  tool,
  controls: Object.fromEntries(builtin.controls.map(({ id, title }) => [id, title])),
  ...rest,
});
const controlsCatalog = buildControlsCatalog({
  language: 'en',
  version: '1.2.3',
  tool,
  controls: builtin.controls.map(({ subject, ...control }) => ({ ...control, kind: subject.kind })),
});

const schemaFiles = {
  catalog: 'catalog',
  profile: 'profile',
  'component-definition': 'component',
  'mapping-collection': 'mapping',
} as const satisfies Record<OscalModel, string>;

const validators = new Map<string, ValidateFunction>();

/** Made once for each: to compile one takes a second. */
function validatorOf(version: OscalVersion, model: OscalModel): ValidateFunction {
  const key = `${version} ${model}`;
  const made = validators.get(key) ?? compile(readOscalSchema(version, schemaFiles[model]));
  validators.set(key, made);
  return made;
}

function compile(schema: string): ValidateFunction {
  const ajv = new Ajv({ strict: false, allErrors: true });
  formats(ajv);
  return ajv.compile(JSON.parse(schema) as object);
}

function problemsOf(version: OscalVersion, model: OscalModel, document: object): unknown {
  const validate = validatorOf(version, model);
  return validate(asJson(document)) ? [] : validate.errors?.slice(0, 5);
}

const models = Object.keys(oscalModels) as OscalModel[];
const writable = oscalVersions.flatMap((version) =>
  models
    .filter((model) => version !== '1.1.3' || model !== 'mapping-collection')
    .map((model) => ({ version, model })),
);

describe.each(loaded)('$id as OSCAL', (own) => {
  describeWithSchemas('by the schemas of NIST', () => {
    it.each(writable)('is a $model of $version', ({ version, model }) => {
      for (const language of ['en', 'zh'] as const) {
        const document = oscalModels[model](inputOf(own, { version, language }));
        expect(problemsOf(version, model, document)).toEqual([]);
      }
    });
  });
  it.each(models)('leads nowhere that is not there: %s', (model) => {
    const catalog = oscalModels.catalog(inputOf(own));
    const levels = model === 'profile' ? own.framework.levels.map(({ id }) => id) : [];
    for (const level of [undefined, ...levels]) {
      const document = oscalModels[model](inputOf(own, { level }));
      expect(brokenLinks(document, [catalog, controlsCatalog, document])).toEqual([]);
    }
  });
  it.each(models)('has the same bytes twice: %s', (model) => {
    const write = () => JSON.stringify(oscalModels[model](inputOf(own)));
    expect(write()).toBe(write());
  });
  it('comes back as the framework that it was', () => {
    const document = asJson(oscalModels.catalog(inputOf(own)));
    const back = frameworkFromCatalog(oscalCatalogSchema.parse(document), 'catalog.json');
    const plain = ({ requirements }: Framework) =>
      requirements
        .map(({ id, parent, title, nature, levels }) => ({
          id,
          parent,
          title,
          nature,
          levels: [...levels].sort(),
        }))
        .toSorted((a, b) => (a.id < b.id ? -1 : 1));
    expect(back.id).toBe(`${own.id}-imported`);
    expect(plain(back)).toEqual(plain(own.framework));
  });
});

describeWithSchemas('the controls as a catalog', () => {
  it.each(oscalVersions)('are one of %s', (version) => {
    expect(problemsOf(version, 'catalog', controlsCatalog)).toEqual([]);
  });
});

describe('what the schemas do not say', () => {
  const own = { framework: sampleFramework, mappings: [sampleMapping] };
  it('the checker of links sees what is broken', () => {
    const catalog = oscalModels.catalog(inputOf(own));
    const profile = oscalModels.profile(inputOf(own, { level: 'L3' }));
    expect(brokenLinks(profile, [catalog])).toEqual([]);
    expect(brokenLinks(profile, []).some((each) => each.startsWith('no control'))).toBe(true);
    expect(
      brokenLinks({ a: [], uuid: uuidOf('x'), b: { uuid: uuidOf('x') }, href: '#none' }),
    ).toEqual([`uuid stands twice: ${uuidOf('x')}`, 'empty list: /a', 'no resource: none']);
  });
  it('a UUID is of version 5, and of its parts alone', () => {
    expect(uuidOf('a', 'b')).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
    expect(uuidOf('a', 'b')).toBe(uuidOf('a', 'b'));
    expect(uuidOf('a', 'b')).not.toBe(uuidOf('ab'));
  });
  it('an id becomes a token, and no two become one', () => {
    const of = (...ids: string[]) => [
      ...tokensOf({
        ...sampleFramework,
        requirements: ids.map((id) => ({
          id,
          parent: null,
          title: { en: 'x', zh: 'x' },
          nature: 'technical',
          levels: [],
          confidence: 'verified',
        })),
      }).values(),
    ];
    expect(of('2.2.1', '8.1.4.2 d)', 'L3.CE.入侵防范 f)')).toEqual([
      'r_2.2.1',
      'r_8.1.4.2_d_',
      'r_L3.CE.入侵防范_f_',
    ]);
    expect(of('1 b', '1_b', '1(b', 'r_1_b')).toEqual(['r_1_b', 'r_1_b.2', 'r_1_b.3', 'r_1_b.4']);
    expect(of('A.5.1', 'ac-1_smt.a', 'a_smt', 'a_obj')).toEqual([
      'A.5.1',
      'ac-1_smt.a',
      'r_a_smt',
      'r_a_obj',
    ]);
  });
  it('says that its titles are not the text of the standard', () => {
    expect(JSON.stringify(oscalModels.catalog(inputOf(own)))).toContain(
      'not the text of the standard',
    );
  });
  it('has no mapping collection before 1.2.0', async () => {
    const error = await refusalOf(() =>
      oscalModels['mapping-collection'](inputOf(own, { version: '1.1.3' })),
    );
    expect([error.code, error.hint]).toEqual(['option-invalid', 'Add: --oscal 1.2.3']);
  });
});

describe('a catalog from elsewhere', () => {
  const head = {
    uuid: '6f1d3c52-0f6e-4d6b-9a57-2f0c0b7b8a41',
    metadata: {
      title: 'Some Catalog: v1',
      version: '1',
      'oscal-version': '1.1.3',
      'last-modified': '2024-02-03T04:05:06-05:00',
    },
  };
  const read = (rest: object) =>
    frameworkFromCatalog(
      oscalCatalogSchema.parse({ catalog: { ...head, ...rest } }),
      'in/some.json',
    );

  it('brings groups, controls, enhancements and the items of statements', () => {
    const { id, edition, requirements } = read({
      groups: [
        {
          title: 'A group without an id',
          controls: [
            {
              id: 'ac-1',
              title: 'Policy',
              props: [{ name: 'label', value: 'AC-1' }],
              params: [{ id: 'ac-1_prm_1' }],
              parts: [
                {
                  name: 'statement',
                  parts: [
                    {
                      id: 'ac-1_smt.a',
                      name: 'item',
                      prose:
                        'Do {{ insert: param, ac-1_prm_1 }} and then a good deal more, so that this sentence is too long for a title',
                    },
                  ],
                },
                { id: 'ac-1_gdn', name: 'guidance', prose: 'not a requirement' },
              ],
              controls: [{ id: 'ac-1.1', title: 'Enhancement' }],
            },
            { id: 'ac-9', title: 'Gone', props: [{ name: 'status', value: 'Withdrawn' }] },
          ],
        },
      ],
    });
    expect([id, edition.published, edition.source]).toEqual([
      'some-catalog-v1',
      '2024-02-03',
      'in/some.json',
    ]);
    expect(requirements.map((each) => [each.id, each.parent])).toEqual([
      ['group-1', null],
      ['ac-1', 'group-1'],
      ['ac-1_smt.a', 'ac-1'],
      ['ac-1.1', 'ac-1'],
    ]);
    expect(requirements[2]?.title.en).toMatch(/^Do \[ac-1_prm_1\] and then .*…$/);
  });
  it('is named by its file where its title has no letters of ours', () => {
    expect(read({ metadata: { ...head.metadata, title: '等级保护' } }).id).toBe('some');
  });
  it.each([
    [
      'an id that stands twice',
      {
        controls: [
          { id: 'a', title: 'A' },
          { id: 'a', title: 'B' },
        ],
      },
    ],
    [
      'a group that is called as one of its controls',
      { groups: [{ id: 'a', title: 'A', controls: [{ id: 'a', title: 'B' }] }] },
    ],
  ])('is refused for %s', async (_, rest) => {
    expect((await refusalOf(() => read(rest))).code).toBe('framework-invalid');
  });
  it.each([
    ['no metadata', { metadata: undefined }],
    [
      'a time without a zone',
      { metadata: { ...head.metadata, 'last-modified': '2024-02-03T04:05:06' } },
    ],
    ['a control without a title', { controls: [{ id: 'a' }] }],
    ['controls that are no list', { controls: { id: 'a', title: 'A' } }],
    ['an empty id', { controls: [{ id: '', title: 'A' }] }],
  ])('does not fit the schema with %s', (_, rest) => {
    expect(oscalCatalogSchema.safeParse({ catalog: { ...head, ...rest } }).success).toBe(false);
  });
});
