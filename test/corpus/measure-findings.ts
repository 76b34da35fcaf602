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
