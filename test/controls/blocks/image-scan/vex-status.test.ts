import fc from 'fast-check';
import { expect, it } from 'vitest';
import { namesPackage, partsOf } from '../../../../src/controls/blocks/image-scan/names-package.ts';
import {
  toldAs,
  wordOn,
  type Known,
} from '../../../../src/controls/blocks/image-scan/vex-status.ts';
import {
  unfitness,
  type Unfit,
} from '../../../../src/controls/blocks/image-scan/unfit-statement.ts';
import type { Vex } from '../../../../src/core/subjects/vex.ts';
import { manifest } from '../../../fixtures/scans.ts';

const collectedAt = '2026-11-24T12:00:00.000Z';
const other = `sha256:${'b'.repeat(64)}`;

const purl = fc.constantFrom(
  'pkg:deb/debian/tar',
  'pkg:deb/debian/tar@1',
  'pkg:deb/debian/tar@1?arch=amd64',
  'pkg:deb/debian/tar@2',
  'pkg:npm/%40a/b@1',
  'pkg:npm/@a/b@1',
  'tar',
  '',
);
const product = fc.oneof(
  purl,
  fc.constantFrom(
    manifest,
    ...['%3A', '%3a', '%253A'].map((colon) => `pkg:oci/web@${manifest.replace(':', colon)}`),
    other,
  ),
);
const statement = fc.record({
  vulnerability: fc.constantFrom('CVE-1', 'GHSA-1'),
  aliases: fc.subarray(['CVE-1', 'CVE-2']),
  products: fc.array(product, { maxLength: 3 }),
  subcomponents: fc.array(purl, { maxLength: 2 }),
  status: fc.constantFrom('not-affected', 'fixed', 'affected', 'under-investigation'),
  justification: fc.constantFrom('', 'x'),
  saidAt: fc.constantFrom(
    null,
    '2026-11-01T00:00:00.000Z',
    '2026-11-02T00:00:00.000Z',
    '2027-01-01T00:00:00.000Z',
    '2027-01-02T00:00:00.000Z',
  ),
  at: fc.constant(''),
});
const documents: fc.Arbitrary<Vex[]> = fc.array(
  fc.record({
    format: fc.constantFrom('openvex', 'cyclonedx'),
    author: fc.constantFrom('a', 'b', ''),
    sha256: fc.constant(''),
    statements: fc.array(statement, { maxLength: 12 }),
  }),
  { maxLength: 4 },
) as fc.Arbitrary<Vex[]>;
const known: fc.Arbitrary<Known> = fc.record({
  id: fc.constantFrom('CVE-1', 'CVE-2', 'CVE-3'),
  aliases: fc.subarray(['GHSA-1', 'CVE-2']),
  purl: fc.option(purl),
});

/** The same, one statement after the other. */
function plainly(of: Known, vex: readonly Vex[]) {
  const names = (said: string): boolean => {
    const [one, own] = [partsOf(said), partsOf(of.purl ?? '')];
    return one !== null && own !== null && namesPackage(one, own);
  };
  const isImage = (said: string): boolean => said.replace(/%(25)?3a/i, ':').includes(manifest);
  const said = [of.id, ...of.aliases].flatMap((id) =>
    vex.flatMap(({ statements, ...document }) =>
      statements
        .filter((each) => [each.vulnerability, ...each.aliases].includes(id))
        .filter(
          ({ products, subcomponents }) =>
            products.some((each) => names(each) || isImage(each)) &&
            (subcomponents.length === 0 || subcomponents.some(names)),
        )
        .map((each) => {
          const counts = each.status === 'affected' || each.status === 'under-investigation';
          const unfit = counts ? null : unfitness({ ...document, statement: each }, collectedAt);
          return { counts, unfit, author: document.author, time: each.saidAt ?? '' };
        }),
    ),
  );
  const fit = said.filter(({ unfit }) => unfit === null);
  const last = fit
    .map(({ time }) => time)
    .sort()
    .at(-1);
  const newest = fit.filter(({ time }) => time === last);
  return {
    by: newest.some(({ counts }) => counts) ? null : (newest[0]?.author ?? null),
    unfit: toldOf(said.flatMap(({ unfit }) => unfit ?? [])),
  };
}

/** What is told of statements that are not applied, in its order. */
const toldOf = (unfit: readonly Unfit[]) => [
  ...new Map(unfit.map((each) => [toldAs(each), each])).values(),
];

it('says what the statements say, taken one after the other', () => {
  const aside = new Set<boolean>();
  fc.assert(
    fc.property(documents, fc.array(known, { minLength: 1, maxLength: 4 }), (vex, all) => {
      const wordOf = wordOn(vex, [manifest], collectedAt);
      for (const of of all) {
        const { by, unfit } = wordOf(of);
        aside.add(by !== null);
        expect({ by, unfit: toldOf(unfit) }).toEqual(plainly(of, vex));
      }
    }),
    { numRuns: 2_000 },
  );
  expect(aside.size).toBe(2);
});

it.each<[string, (n: number) => Partial<Vex['statements'][number]>]>([
  ['packages', (n) => ({ products: [`pkg:deb/debian/p${n}@1`] })],
  [
    'parts of the image',
    (n) => ({ products: [manifest], subcomponents: [`pkg:deb/debian/p${n}`] }),
  ],
  ['the image', () => ({ products: [manifest] })],
])('20,000 statements about one vulnerability in %s are found by what they are of', (_, change) => {
  const statements = Array.from({ length: 20_000 }, (_each, n): Vex['statements'][number] => ({
    vulnerability: 'CVE-1',
    aliases: [],
    products: [],
    subcomponents: [],
    status: 'not-affected',
    justification: 'x',
    saidAt: null,
    at: '',
    ...change(n),
  }));
  const wordOf = wordOn(
    [{ format: 'openvex', author: 'a', sha256: '', statements }],
    [manifest],
    collectedAt,
  );
  const started = process.cpuUsage();
  for (let n = 0; n < 5_000; n += 1) {
    expect(wordOf({ id: 'CVE-1', aliases: [], purl: `pkg:deb/debian/p${n}@1` }).by).toBe('a');
  }
  const { user, system } = process.cpuUsage(started);
  expect(user + system).toBeLessThan(5_000_000);
});
