import { describe, expect, it } from 'vitest';
import { assess } from '../../src/core/assessment/assess.ts';
import { parseAssessment } from '../../src/core/assessment/parse-assessment.ts';
import { defineCatalog } from '../../src/core/controls/catalog.ts';
import { parseSnapshot } from '../../src/core/snapshot/parse-snapshot.ts';
import { orderSnapshot } from '../../src/core/snapshot/order-snapshot.ts';
import { snapshotOf, subjectOf, target, tool } from '../support/judge.ts';
import { thing, thingControl, thingFacts } from './tiny.ts';

const isOn = thingControl((facts) => facts.on, 'thing-on');
const fewParts = thingControl((facts) => facts.parts.length < 3, 'thing-few-parts');
const catalog = defineCatalog({ id: 'test', version: '1', controls: [isOn, fewParts] });
const listed = { population: [{ target, kind: 'thing', existed: 2, read: 2, vanished: 0 }] };
const first = subjectOf('thing', thingFacts, { id: 'b', name: 'first' });
const second = subjectOf('thing', { ...thingFacts, on: false }, { id: 'a', name: 'second' });
const things = [first, second];

describe('assess', () => {
  it('gives the same bytes for the same snapshot, in whatever order it was collected', () => {
    const once = assess(orderSnapshot(snapshotOf(things, listed)), { catalog, tool });
    const again = assess(orderSnapshot(snapshotOf(things.toReversed(), listed)), { catalog, tool });
    expect(JSON.stringify(again)).toBe(JSON.stringify(once));
    const placed = once.findings.map(({ controlId, subject: { name, id } }) => [
      controlId,
      name,
      id,
    ]);
    expect(placed).toEqual([
      ['thing-on', 'first', 'b'],
      ['thing-on', 'second', 'a'],
      ['thing-few-parts', 'first', 'b'],
      ['thing-few-parts', 'second', 'a'],
    ]);
  });

  it('makes an assessment that its own schema reads back unchanged', () => {
    const assessment = assess(snapshotOf(things, listed), { catalog, tool });
    expect(parseAssessment(JSON.parse(JSON.stringify(assessment)))).toEqual(
      JSON.parse(JSON.stringify(assessment)),
    );
  });

  it('observes what the check read, with its source, and nothing else', () => {
    const origin = {
      '/on': { kind: 'api', endpoint: '/things/{id}', pointer: '/State/On' },
      '/parts': { kind: 'api', endpoint: '/things/{id}', pointer: '/Parts' },
    } as const;
    const subjects = things.map((subject) => ({ ...subject, origin: 'thing' }));
    const { findings } = assess(snapshotOf(subjects, { ...listed, origins: { thing: origin } }), {
      catalog,
      tool,
    });
    expect(findings[0]?.observations).toEqual([
      {
        path: '/on',
        value: true,
        source: { kind: 'api', endpoint: '/things/b', pointer: '/State/On' },
      },
    ]);
    expect(findings.find(({ controlId }) => controlId === 'thing-few-parts')?.observations).toEqual(
      [
        {
          path: '/parts',
          value: { count: 2 },
          source: { kind: 'api', endpoint: '/things/b', pointer: '/Parts' },
        },
      ],
    );
  });

  it('takes the nearest source of a subject’s own, in which a star is the name of a fact', () => {
    const at = (line: number) => ({ kind: 'file', path: '{id}.yaml', line }) as const;
    const facts = { ...thingFacts, labels: { '*': 'any', team: 'blue' } };
    const labelled = subjectOf('thing', facts, { id: 'b', name: 'first' });
    const subject = { ...labelled, sources: { '': at(1), '/labels/*': at(2), '/parts': at(3) } };
    const reads = thingControl(
      ({ labels, parts }) => labels['team'] !== '' && labels['*'] !== '' && parts[1]?.safe === true,
      'thing-labels',
    );
    const { findings } = assess(snapshotOf([subject], listed), {
      catalog: defineCatalog({ id: 'test', version: '1', controls: [reads] }),
      tool,
    });
    const lines = findings[0]?.observations.map(({ path, source }) => [
      path,
      source?.kind === 'file' && source.line,
    ]);
    expect(lines).toEqual([
      ['/parts', 3],
      ['/labels/team', 1],
      ['/labels/*', 2],
      ['/parts/1/safe', 3],
    ]);
  });

  it('keeps a waived failure a failure, and counts it apart', () => {
    const waiver = {
      control: 'thing-on',
      scope: { subject: 'a' },
      reason: 'known',
      owner: 'me',
      approver: 'you',
      from: '2026-01-01',
      until: '2026-12-31',
    };
    const { findings, summary, waivers } = assess(snapshotOf(things, listed), {
      catalog,
      tool,
      waivers: [
        waiver,
        { ...waiver, until: '2026-06-30' },
        { ...waiver, scope: { subject: 'zz' } },
      ],
    });
    const finding = findings.find(
      ({ subject, controlId }) => subject.id === 'a' && controlId === 'thing-on',
    );
    expect(finding).toMatchObject({ status: 'fail', waiver: { owner: 'me' } });
    expect(summary.tally).toMatchObject({ pass: 3, fail: 0, waived: 1 });
    expect(summary.failures.high).toBe(0);
    expect(waivers.map(({ state, accepts }) => [state, accepts])).toEqual([
      ['live', 1],
      ['expired', 0],
      ['live', 0],
    ]);
  });
});

describe('a control that has nothing to judge', () => {
  const only = defineCatalog({ id: 'test', version: '1', controls: [isOn] });
  const say = (rest: Parameters<typeof snapshotOf>[1]) =>
    assess(snapshotOf([], rest), { catalog: only, tool }).findings.map(
      ({ status, subject, message }) => ({
        status,
        id: subject.id,
        message: message.en,
      }),
    );

  it('is not applicable where there is none', () => {
    const population = [{ target, kind: 'thing', existed: 0, read: 0, vanished: 0 }];
    expect(say({ population })).toEqual([
      { status: 'not-applicable', id: '*', message: 'Thing: there is none to judge' },
    ]);
  });

  it('names the target that was looked through', () => {
    const population = [{ target, kind: 'thing', existed: 0, read: 0, vanished: 0 }];
    const { findings } = assess(snapshotOf([], { population }), { catalog: only, tool });
    expect(findings.map(({ subject }) => subject.target)).toEqual([target]);
  });

  it('is unknown where they could not be listed, with the reason', () => {
    const gaps = [{ target, kind: 'thing', reason: 'denied' as const, detail: 'HTTP 403' }];
    expect(say({ gaps, population: [] })).toEqual([
      { status: 'unknown', id: '*', message: 'Thing: could not be listed (denied: HTTP 403)' },
    ]);
  });

  it('is unknown where the whole target could not be read', () => {
    const gaps = [{ target, kind: null, reason: 'timeout' as const, detail: 'no answer' }];
    expect(say({ gaps, population: [] })[0]?.status).toBe('unknown');
  });

  it('is unknown where an engine was scanned and nothing listed the kind', () => {
    expect(say({ population: [] })[0]?.status).toBe('unknown');
  });

  it('is not applicable where neither engine nor host is a target', () => {
    expect(say({ population: [], targets: [] })[0]?.status).toBe('not-applicable');
  });

  it('still says unknown of one target when another had subjects', () => {
    const gaps = [
      { target: 'tcp://other', kind: 'thing', reason: 'denied' as const, detail: 'no' },
    ];
    const findings = assess(snapshotOf(things, { ...listed, gaps }), {
      catalog: only,
      tool,
    }).findings;
    expect(findings.map(({ status, subject }) => `${subject.target} ${status}`)).toEqual([
      `${target} pass`,
      `${target} fail`,
      'tcp://other unknown',
    ]);
  });
});

describe('looking at other subjects', () => {
  const lookup = thingControl(
    (_, ctx) => ctx.all(thing).every((other) => other.on) && ctx.find(thing, 'zz') === undefined,
    'thing-all-on',
  );
  const catalogue = defineCatalog({ id: 'test', version: '1', controls: [lookup] });
  const run = (rest: Parameters<typeof snapshotOf>[1], subjects = things) =>
    assess(snapshotOf(subjects, rest), { catalog: catalogue, tool }).findings[0];

  it('records what was read of them, and whose it was', () => {
    const finding = run(listed);
    expect(finding?.status).toBe('fail');
    expect(finding?.observations).toContainEqual({
      path: '/on',
      value: false,
      subject: { kind: 'thing', id: 'a', name: 'second', target },
    });
  });

  it('does not see subjects of another machine', () => {
    const elsewhere = [first, { ...second, target: 'tcp://other' }];
    expect(run(listed, elsewhere)?.status).toBe('pass');
  });

  it('is unknown when they could not be listed', () => {
    const gaps = [{ target, kind: 'thing', reason: 'denied' as const, detail: 'HTTP 403' }];
    expect(run({ ...listed, gaps }, [first])?.status).toBe('unknown');
  });
});

describe('parseSnapshot', () => {
  const read = (change: object) => () =>
    parseSnapshot(JSON.parse(JSON.stringify({ ...snapshotOf(things, listed), ...change })), [
      thing,
    ]);

  it('reads what was written', () => {
    expect(read({})().subjects).toHaveLength(2);
  });

  it.each([
    ['a fact of the wrong type', { subjects: [subjectOf('thing', { ...thingFacts, on: 'yes' })] }],
    ['a subject that stands twice', { subjects: [things[0], things[0]] }],
    ['another version', { version: '2.0' }],
    ['another kind of file', { kind: 'something' }],
    ['a time without a zone', { collectedAt: '2026-11-24T12:00:00' }],
  ])('refuses %s', (_, change) => {
    expect(read(change)).toThrow(expect.objectContaining({ code: 'snapshot-invalid' }));
  });

  it('makes a gap of a fact that is absent, on which nothing passes', () => {
    const { on: _, ...others } = thingFacts;
    const facts = { ...others, nested: {} };
    const snapshot = read({ subjects: [subjectOf('thing', facts)] })();
    expect(snapshot.subjects[0]?.gaps).toMatchObject([
      { path: '/on', reason: 'unavailable' },
      { path: '/nested/deep', reason: 'unavailable' },
    ]);
    const [finding] = assess(snapshot, { catalog, tool }).findings;
    expect(finding?.status).toBe('unknown');
    expect(finding?.message.en).toContain('the release that collected this did not read it');
  });

  it('lets a fact be missing where a gap says so', () => {
    const gaps = [{ path: '/nested/deep', reason: 'denied', detail: 'no' }];
    const facts = { ...thingFacts, nested: {} };
    expect(
      read({ subjects: [subjectOf('thing', facts, { gaps: gaps as never })] })().subjects,
    ).toHaveLength(1);
  });
});
