import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files of a minute and more, the longest first. */
const longest = [
  'guides/commands.test.ts',
  'engine/suite.test.ts',
  'evidence/ledger/robust.test.ts',
  'proof/from-zero.test.ts',
  'reporters/documents/every-document.test.ts',
  'cli/bundle.test.ts',
  'cli/cli.test.ts',
];

const placeOf = ({ moduleId }: TestSpecification): number => {
  const at = longest.findIndex((file) => moduleId.endsWith(`/test/${file}`));
  return at === -1 ? longest.length : at;
};

/**
 * Begins the longest files first, so that none of them runs alone at the end. Left to itself, vitest begins with those
 * of most bytes, and knows better only where it ran before.
 */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.toSorted((one, other) => placeOf(one) - placeOf(other));
  }
}
