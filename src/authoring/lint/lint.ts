import type { SourceFile } from 'ts-morph';
import { groupBy } from '../../syntax/group-by.ts';
import { relativeName } from '../../syntax/paths/system-paths.ts';
import { withoutIgnored } from './ignores.ts';
import type { LintOptions, LintProgress, LintResult } from './lint-options.ts';
import { openLinted, type Linted } from './open-linted.ts';
import type { Edit, LintProblem } from './rule/problem.ts';
import type { Found, Rule } from './rule/rule.ts';
import { rules } from './rules/all.ts';
import { refuseBroken } from './refuse-broken.ts';
import { setScene } from './lint-context.ts';

/** A fix may uncover another place; what is not done after so many rounds is left. */
const mostRounds = 5;

/**
 * Looks at the controls that files define, and at what those files import of the same project.
 *
 * @throws PlimsollError `source-unclear` where a file does not parse or Plimsoll is not installed
 */
export async function lint(
  entries: readonly string[],
  { root, fix = false, onProgress = () => {} }: LintOptions,
): Promise<LintResult> {
  const linted = openLinted(entries);
  const fixed = new Set<string>();
  const place = (file: SourceFile): string => placeFrom(root, file);
  refuseBroken(linted, place);
  for (let round = 0; ; round += 1) {
    const found = lookAt(linted, place, onProgress);
    const changed = fix && round < mostRounds ? applyFixes(found.edits) : [];
    if (changed.length === 0) {
      await Promise.all(linted.files.filter((file) => !file.isSaved()).map((file) => file.save()));
      return { problems: found.problems, controls: found.controls, fixed: [...fixed].sort() };
    }
    for (const file of changed) fixed.add(place(file));
  }
}

interface Looked {
  readonly problems: readonly LintProblem[];
  readonly edits: ReadonlyMap<SourceFile, readonly Edit[]>;
  readonly controls: number;
}

function lookAt(
  linted: Linted,
  place: (file: SourceFile) => string,
  onProgress: (progress: LintProgress) => void,
): Looked {
  const scene = setScene(linted);
  const found = rules.flatMap((rule, done) => {
    onProgress({ rule: rule.id, done, total: rules.length });
    return [...rule.find(scene)].map((each) => ({
      ...each,
      file: each.node.getSourceFile(),
      rule,
    }));
  });
  const byFile = groupBy(found, ({ file }) => file);
  const problems = linted.files.flatMap((file) => {
    const name = place(file);
    const here = (byFile.get(file) ?? []).map((each) => problemOf(each, each.rule, name));
    return withoutIgnored(here, file, name).toSorted(byPlace);
  });
  const edits = new Map(
    [...byFile].map(([file, all]) => {
      const left = problems.filter((each) => each.file === place(file));
      const mending = all.filter((each) => {
        const { line, column, rule } = problemOf(each, each.rule, '');
        return left.some((it) => it.line === line && it.column === column && it.rule === rule);
      });
      return [file, mending.flatMap(({ fix }) => fix ?? [])];
    }),
  );
  return {
    problems: problems.toSorted((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0)),
    edits,
    controls: scene.controls.length,
  };
}

function problemOf({ node, message, level, fix }: Found, rule: Rule, file: string): LintProblem {
  const { line, column } = node.getSourceFile().getLineAndColumnAtPos(node.getStart());
  const place = { file, line, column, level: level ?? rule.level };
  return { ...place, rule: rule.id, message, fixable: fix !== undefined };
}

const byPlace = (a: LintProblem, b: LintProblem): number => a.line - b.line || a.column - b.column;

/** Writes every edit that touches no other; those left over come with the next round. */
function applyFixes(edits: Looked['edits']): readonly SourceFile[] {
  return [...edits.keys()].filter((file) => {
    const wanted = (edits.get(file) ?? []).toSorted((a, b) => b.start - a.start);
    let text = file.getFullText();
    let reach = text.length + 1;
    for (const { start, end, text: by } of wanted) {
      if (end > reach) continue;
      text = text.slice(0, start) + by + text.slice(end);
      reach = start;
    }
    if (text === file.getFullText()) return false;
    file.replaceWithText(text);
    return true;
  });
}

const placeFrom = (root: string, file: SourceFile): string =>
  relativeName(root, file.getFilePath());
