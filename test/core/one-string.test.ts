import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { noSecretIn } from '../../src/blocks.ts';
import { describeParameters } from '../../src/authoring.ts';
import { extendFramework } from '../../src/frameworks.ts';
import {
  assess,
  builtin,
  defineCatalog,
  defineControl,
  defineFramework,
  defineManualControl,
  defineMapping,
  defineSubject,
  each,
  fail,
  parseAssessment,
  PlimsollError,
  workload,
} from '../../src/index.ts';
import { defineReport } from '../../src/report.ts';
import { aWorkload } from '../../src/testing/subjects.ts';
import { tryControl } from '../../src/testing/try-control.ts';
import { builtinFrameworks } from '../../src/frameworks/registry/registry.ts';

const words = {
  rationale: 'Nobody knows what runs.',
  remediation: 'Pin a digest.',
  references: ['https://docs.docker.com/reference/cli/docker/image/pull/'],
};
const noLatest = defineControl({
  ...words,
  id: 'acme-no-latest-tag',
  subject: workload,
  severity: 'medium',
  title: 'No latest tag',
  failingTitle: 'Runs the latest tag',
  params: z.object({ tag: z.string().default('latest').describe('The tag that is not to run.') }),
  check: (w, { params }) =>
    !w.image.reference.endsWith(`:${params.tag}`) || fail(`${w.image.reference} may be anything`),
});
const plain = { ...words, subject: workload, severity: 'low', check: () => true } as const;
const both = (said: string) => ({ en: said, zh: said });
const edition = {
  version: '1',
  publisher: 'Acme',
  published: '2026',
  status: 'in-force',
  source: 'intranet',
} as const;
const requirement = {
  parent: null,
  nature: 'technical',
  levels: ['a'],
  confidence: 'knowledge',
} as const;

const empty = {
  kind: 'plimsoll/snapshot',
  version: '1.0',
  tool: { name: 'acme', version: '1' },
  collectedAt: '2026-01-01T00:00:00.000Z',
  targets: [],
  population: [],
  gaps: [],
  redactions: [],
  origins: {},
  subjects: [],
} as const;

describe('words in one string', () => {
  it('are the same in both languages', () => {
    expect(noLatest).toMatchObject({
      title: both('No latest tag'),
      failingTitle: both('Runs the latest tag'),
      rationale: both(words.rationale),
      remediation: both(words.remediation),
    });
    const asked = defineManualControl({
      ...words,
      id: 'acme-asked',
      subject: workload,
      severity: 'low',
      title: 'Asked',
      question: 'Who looks at it?',
    });
    expect(asked.question).toEqual(both('Who looks at it?'));
    expect(describeParameters(noLatest)).toEqual([
      {
        name: 'tag',
        schema: { type: 'string' },
        default: 'latest',
        words: both('The tag that is not to run.'),
      },
    ]);
  });

  it('stand beside words in both', () => {
    const title = { en: 'No latest tag', zh: '不使用 latest 标签' };
    const mixed = defineControl({ ...plain, id: 'acme-mixed', title });
    expect(mixed.title).toBe(title);
    expect(mixed.rationale).toEqual(both(words.rationale));
  });

  it('are refused where they are empty', () => {
    expect(() => defineControl({ ...plain, id: 'acme-empty', title: '' })).toThrow(PlimsollError);
  });

  it('are what a check says', () => {
    const judged = tryControl(noLatest, {
      pass: [aWorkload()],
      fail: [aWorkload({ image: { reference: 'nginx:latest' } })],
    });
    expect(judged.problems).toEqual([]);
    expect(fail('as it is').message).toEqual(both('as it is'));
    const judge = (check: never): unknown =>
      assess({ ...empty, subjects: [{ ...aWorkload(), target: 'here' }] } as never, {
        catalog: defineCatalog({ id: 'a', version: '1', controls: [made(check)] }),
      }).findings[0];
    const made = (check: never) =>
      defineControl({ ...plain, id: 'acme-made', title: 'Made', check });
    expect(
      judge(
        each(
          () => [],
          () => true,
          'There is none',
        ) as never,
      ),
    ).toMatchObject({ status: 'not-applicable', message: both('There is none') });
    const secrets = [{ name: 'A', secret: true, rule: null }];
    expect(judge(noSecretIn(() => secrets, 'The variable') as never)).toMatchObject({
      status: 'fail',
      message: { zh: expect.stringContaining('The variable A') as unknown },
    });
  });

  it('name kinds and reports', () => {
    const kind = defineSubject({ kind: 'registry', label: 'Registry', schema: z.object({}) });
    expect(kind.label).toEqual(both('Registry'));
    const report = defineReport({
      id: 'board',
      title: 'For the board',
      build: () => ({ title: '', sections: [] }),
    });
    expect(report.title).toEqual(both('For the board'));
  });

  it('make frameworks, mappings and extensions, which an assessment holds', async () => {
    const catalog = defineCatalog({ id: 'acme', version: '1', controls: [noLatest] });
    const framework = defineFramework({
      id: 'acme-policy',
      title: 'Acme policy',
      note: 'For all.',
      edition,
      levels: [{ id: 'a', title: 'Level A', includes: ['a'] }],
      aliases: { acme: 'Taken for the policy.' },
      requirements: [{ ...requirement, id: 'A1', title: 'Nothing is the latest' }],
    });
    const mapping = defineMapping(framework, catalog, [
      {
        control: 'acme-no-latest-tag',
        requirement: 'A1',
        shows: 'all',
        breaks: 'breaks',
        reason: 'It is that.',
      },
    ]);
    expect(framework).toMatchObject({
      title: both('Acme policy'),
      note: both('For all.'),
      levels: [{ title: both('Level A') }],
      aliases: { acme: both('Taken for the policy.') },
      requirements: [{ title: both('Nothing is the latest') }],
    });
    expect(mapping.links[0]?.reason).toEqual(both('It is that.'));
    const extended = extendFramework(
      { framework, mappings: [mapping] },
      {
        id: 'acme-next',
        title: 'Next',
        edition,
        add: [{ ...requirement, id: 'A2', title: 'More', reason: 'Asked for.', by: 'J. Doe' }],
      },
    );
    expect(extended.framework.requirements.map(({ title }) => title.zh)).toEqual([
      'Nothing is the latest',
      'More',
    ]);
    const assessment = assess(empty as never, {
      catalog,
      frameworks: [{ framework, mappings: [mapping] }],
    });
    expect(parseAssessment(JSON.parse(JSON.stringify(assessment)))).toMatchObject({
      frameworks: [{ title: both('Acme policy') }],
    });
  });
});

describe('what comes with the package', () => {
  const han = /\p{Script=Han}/u;

  it('has the words of every control in both languages', () => {
    const said = builtin.controls.flatMap((control) =>
      (['title', 'failingTitle', 'rationale', 'remediation', 'question'] as const).flatMap(
        (key) => {
          const { [key]: wording } = control as Partial<
            Record<typeof key, (typeof control)['title']>
          >;
          return wording ? [{ control: control.id, key, ...wording }] : [];
        },
      ),
    );
    expect(said.length).toBeGreaterThan(900);
    expect(said.filter(({ en, zh }) => en === zh || !han.test(zh))).toEqual([]);
  });

  it('has the words of every parameter in both languages', () => {
    const parameters = builtin.controls.flatMap((control) => describeParameters(control));
    expect(parameters.filter(({ words: said }) => !said || !han.test(said.zh))).toEqual([]);
  });

  it('has the titles of every framework and the reasons of every link in both languages', async () => {
    for (const { load } of Object.values(builtinFrameworks)) {
      const { framework, mappings } = await load();
      const texts = [
        framework.title,
        ...framework.levels.map(({ title }) => title),
        ...framework.requirements.map(({ title }) => title),
        ...mappings.flatMap(({ links }) => links.map(({ reason }) => reason)),
      ];
      const missing = texts.filter(({ en, zh }) => en === zh || han.test(en));
      expect(missing.map(({ en }) => `${framework.id}: ${en}`)).toEqual([]);
    }
  });
});
