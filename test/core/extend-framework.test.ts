import { describe, expect, it } from 'vitest';
import {
  extendFramework,
  type FrameworkExtension,
} from '../../src/core/frameworks/extend-framework.ts';
import type { Requirement } from '../../src/core/frameworks/framework.ts';
import { text } from '../../src/core/text.ts';
import { sampleFramework, sampleMapping } from '../fixtures/sample-framework.ts';
import { refusalOf } from '../support/refusal.ts';

type BaseId = (typeof sampleFramework.requirements)[number]['id'];

const base = { framework: sampleFramework, mappings: [sampleMapping] };
const why = { reason: 'policy', by: 'A. Person' };
const added = <const Id extends string>(
  id: Id,
  parent: string | null,
): Requirement<Id> & typeof why => ({
  id,
  parent,
  title: text(id, id),
  nature: 'technical',
  levels: [],
  confidence: 'verified',
  ...why,
});
const extend = <const Id extends string = never>(rest: Partial<FrameworkExtension<BaseId, Id>>) =>
  extendFramework<BaseId, Id>(base, {
    id: 'acme',
    title: text('Acme', 'Acme'),
    edition: { ...sampleFramework.edition, version: '2026', publisher: 'Acme' },
    ...rest,
  });
const idsOf = ({ framework }: ReturnType<typeof extend>) =>
  framework.requirements.map(({ id }) => id);

describe('extending a framework', () => {
  it('takes requirements, levels and links over, under its own name', () => {
    const { framework, mappings } = extend({});
    expect(framework).toMatchObject({ id: 'acme', extends: 'sample-standard-1.0', changes: [] });
    expect(framework.requirements).toEqual(sampleFramework.requirements);
    expect(framework.levels).toEqual(sampleFramework.levels);
    expect(mappings).toEqual([{ framework: 'acme', links: sampleMapping.links }]);
  });
  it('leaves the base as it was', () => {
    const before = JSON.stringify(base);
    extend({ omit: { '2': why }, add: [added('3', null)] });
    expect(JSON.stringify(base)).toBe(before);
  });
  it('omits a requirement with all below it, and the links to them', () => {
    const extended = extend({ omit: { '1': why } });
    expect(idsOf(extended)).toEqual(['2', '2.1', '2.2', '2.3', '2.4']);
    const links = extended.mappings.flatMap((mapping) => mapping.links);
    expect(new Set(links.map(({ requirement }) => requirement))).toEqual(new Set(['2.1', '2.3']));
    expect(extended.framework.changes).toEqual([{ requirement: '1', change: 'omitted', ...why }]);
  });
  it('unlinks one control of one requirement', () => {
    const { mappings } = extend({
      unlink: [{ control: 'sample-user', requirement: '1.1', ...why }],
    });
    const controls = mappings
      .flatMap(({ links }) => links)
      .filter(({ requirement }) => requirement === '1.1')
      .map(({ control }) => control);
    expect(controls).toEqual(['sample-privileged']);
  });
  it('puts what is added where a reader looks for it', () => {
    const extended = extend({ add: [added('1.x', '1'), added('1.x.1', '1.x'), added('9', null)] });
    const ids = idsOf(extended);
    expect(ids.slice(ids.indexOf('1.7'), ids.indexOf('2'))).toEqual(['1.7', '1.x', '1.x.1']);
    expect(ids.at(-1)).toBe('9');
    expect(extended.framework.requirements.find(({ id }) => id === '9')).not.toHaveProperty('by');
  });
  const refused: readonly [string, Partial<FrameworkExtension<BaseId, string>>, RegExp][] = [
    ['an omission of what is not there', { omit: { '7': why } as object }, /it has no 7/],
    [
      'an omission without a reason',
      { omit: { '1': { reason: ' ', by: 'A' } } },
      /without a reason/,
    ],
    [
      'taking away a link that is not there',
      { unlink: [{ control: 'sample-user', requirement: '1.2', ...why }] },
      /nothing links sample-user to 1\.2/,
    ],
    ['an id that stands already', { add: [added('1.1', null)] }, /1\.1 occurs twice/],
    [
      'a place below what is left out',
      { omit: { '1': why }, add: [added('1.x', '1')] },
      /does not exist/,
    ],
  ];
  it.each(refused)('refuses %s', async (_, rest, message) => {
    const error = await refusalOf(() => extend(rest));
    expect(error.code).toBe('framework-invalid');
    expect(error.message).toMatch(message);
  });
});
