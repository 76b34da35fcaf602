import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** The longest files: one starts some hundred commands, one after the other, the other waits for engines. */
const longest = ['guides/commands.test.ts', 'engine/suite.test.ts'];

const placeOf = ({ moduleId }: TestSpecification): number => {
  const at = longest.findIndex((file) => moduleId.endsWith(`/test/${file}`));
  return at === -1 ? longest.length : at;
};

/**
 * Begins the longest files first, so that they do not run alone at the end. Left to itself, vitest begins with those
 * of most bytes, and knows better only where it ran before.
 */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.toSorted((one, other) => placeOf(one) - placeOf(other));
  }
}
