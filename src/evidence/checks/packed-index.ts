import { z } from 'zod';
import type { ControlSource, SourceLines } from '../../core/controls/control-sources.ts';
import { groupBy } from '../../syntax/group-by.ts';

const whole = z.number().int();

/** Of SHA-256. */
const digestBytes = 32;

/** Which lines of which files each control runs, in numbers: most lines serve many controls, in the same company. */
export const packedIndexSchema = z.object({
  /** Of each file in order, the stretches of lines that any control runs: lines since the end of the one before, lines more. */
  stretches: z.array(z.array(whole)),
  /** Of each stretch in that order, which of `companies` runs it. */
  companyOf: z.array(whole),
  /** Numbers of controls, each as the distance from the one before. */
  companies: z.array(z.array(whole)),
  /** Of each control, by id, the number of its own file and the line of its check. */
  controls: z.array(z.tuple([whole, whole])),
  /** The digests of the controls one after another, in base64. */
  digests: z.string(),
});

/** An index as {@link packIndex} writes it. */
export type PackedIndex = z.output<typeof packedIndexSchema>;

type Index = Readonly<Record<string, ControlSource>>;

/**
 * Packs the sources of controls, whose `files` are their own and then the others that have lines, by name.
 *
 * @param paths the files, by name
 */
export function packIndex(controls: Index, paths: readonly string[]): PackedIndex {
  const ids = Object.keys(controls);
  const numberOf = new Map(paths.map((path, at) => [path, at]));
  const runs = ids.flatMap((id, at) =>
    (controls[id]?.lines ?? []).map((lines) => ({ lines, at, key: JSON.stringify(lines) })),
  );
  const stretches = [...groupBy(runs, ({ key }) => key).values()].flatMap((same) => {
    const [first] = same;
    const company = distances(same.map(({ at }) => at));
    return first ? [{ ...first.lines, company, key: JSON.stringify(company) }] : [];
  });
  const byFile = groupBy(stretches, ({ file }) => file);
  const inOrder = paths.map((path) =>
    (byFile.get(path) ?? []).toSorted((a, b) => a.from - b.from || b.to - a.to),
  );
  const companies = new Map(inOrder.flat().map(({ key, company }) => [key, company]));
  const companyNumbers = new Map([...companies.keys()].map((key, at) => [key, at]));
  return {
    stretches: inOrder.map((file) =>
      file.flatMap(({ from, to }, at) => [from - (file[at - 1]?.to ?? 0), to - from]),
    ),
    companyOf: inOrder.flat().map(({ key }) => companyNumbers.get(key) ?? -1),
    companies: [...companies.values()],
    controls: Object.values(controls).map(({ files, line }) => [
      numberOf.get(files[0] ?? '') ?? -1,
      line,
    ]),
    digests: Buffer.from(
      Object.values(controls)
        .map(({ digest }) => digest)
        .join(''),
      'hex',
    ).toString('base64'),
  };
}

/**
 * The sources of controls as they were before {@link packIndex}, with the same files.
 *
 * @param ids of the controls, in the order in which they were packed
 */
export function unpackIndex(
  packed: PackedIndex,
  paths: readonly string[],
  ids: readonly string[],
): Index {
  const digests = Buffer.from(packed.digests, 'base64');
  const linesOf = packed.controls.map((): SourceLines[] => []);
  const companies = packed.companies.map(sums);
  let stretch = 0;
  for (const [at, path] of paths.entries()) {
    let end = 0;
    for (const [skipped, more] of pairs(packed.stretches[at] ?? [])) {
      const from = end + skipped;
      end = from + more;
      for (const control of companies[packed.companyOf[stretch] ?? -1] ?? []) {
        linesOf[control]?.push({ file: path, from, to: end });
      }
      stretch += 1;
    }
  }
  return Object.fromEntries(
    packed.controls.map(([own, line], at) => {
      const first = paths[own] ?? '';
      const inOrder = (linesOf[at] ?? []).toSorted(
        (a, b) => Number(b.file === first) - Number(a.file === first),
      );
      return [
        ids[at] ?? '',
        {
          files: [...new Set([first, ...inOrder.map(({ file }) => file)])],
          line,
          digest: digests.subarray(at * digestBytes, (at + 1) * digestBytes).toString('hex'),
          lines: inOrder,
        },
      ];
    }),
  );
}

const distances = (numbers: readonly number[]): number[] =>
  numbers.map((each, at) => each - (numbers[at - 1] ?? 0));

function sums(distance: readonly number[]): readonly number[] {
  let sum = 0;
  return distance.map((each) => (sum += each));
}

const pairs = (numbers: readonly number[]): readonly (readonly [number, number])[] =>
  numbers.flatMap((each, at) => (at % 2 === 0 ? [[each, numbers[at + 1] ?? 0] as const] : []));
