/** How many of the findings are expected, and how many of those that are expected were found; each from 0 to 1. */
export interface Measured {
  readonly precision: number;
  readonly recall: number;
}

/** Compares findings with what is written beside the files, and prints what comes of it. */
export function measureFindings(
  what: string,
  files: number,
  { expected, found }: { readonly expected: readonly string[]; readonly found: readonly string[] },
): Measured {
  const [all, said] = [new Set(expected), new Set(found)];
  const right = [...said].filter((each) => all.has(each)).length;
  const measured = {
    precision: said.size === 0 ? 1 : right / said.size,
    recall: all.size === 0 ? 1 : right / all.size,
  };
  process.stdout.write(
    `${files} ${what}: ${all.size} expected, ${said.size} found; precision ${measured.precision.toFixed(3)}, recall ${measured.recall.toFixed(3)}\n`,
  );
  return measured;
}

/** One finding, or one that is expected: which control, in which file. */
interface Placed {
  readonly control: string;
  readonly file: string;
}

/** What one control was to find, and what it found. */
export interface MeasuredRule extends Measured {
  readonly control: string;
  readonly expected: number;
  readonly found: number;
}

/** The same for each control by itself, in the order of their names. */
export function measureRules(all: {
  readonly expected: readonly Placed[];
  readonly found: readonly Placed[];
}): readonly MeasuredRule[] {
  const controls = new Set([...all.expected, ...all.found].map(({ control }) => control));
  return [...controls].toSorted().map((control) => {
    const filesOf = (placed: readonly Placed[]): ReadonlySet<string> =>
      new Set(placed.flatMap((each) => (each.control === control ? [each.file] : [])));
    const [wanted, said] = [filesOf(all.expected), filesOf(all.found)];
    const right = [...said].filter((file) => wanted.has(file)).length;
    return {
      ...{ control, expected: wanted.size, found: said.size },
      precision: said.size === 0 ? 1 : right / said.size,
      recall: wanted.size === 0 ? 1 : right / wanted.size,
    };
  });
}
