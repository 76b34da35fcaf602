import { wholeFact } from '../../core/recording/record.ts';
import type { DockerfileFacts } from '../../core/subjects/dockerfile.ts';
import { accountLists, later, nothingSaid, type AccountChanges } from '../build/account-lines.ts';
import { accountChanges, byWrite, type AccountStep } from '../build/account-changes.ts';
import { mayBe } from '../build/written-files.ts';
import { stageOf, writtenByCopy, type Copied } from './copied-files.ts';
import type { Copy } from './lines.ts';
import { scriptOf } from './run-script.ts';
import { placeOf, valuesOf } from './variable-values.ts';

type Run = DockerfileFacts['runs'][number];

/** Something of a build that may change accounts, and what it says of one. */
export interface AccountChange {
  readonly by: { readonly run: Run } | { readonly copy: Copy };
  readonly said: AccountChanges;
}

/** What a RUN is judged by for the accounts that it changes. */
export const accountStep = (
  run: Run,
  valueOf: (place: number, name: string) => string | undefined,
): AccountStep => ({
  script: scriptOf(run),
  folder: run.folder ?? null,
  valueOf: (name) => valueOf(placeOf(run), name),
});

/** Where something stands; what does not say so may stand behind all else. */
const lineOf = (each: Run | Copy): number => wholeFact(each, 'line') ?? Number.POSITIVE_INFINITY;

/** What the runs and copies of some stages do to an account, in their order. */
export function accountChangesOf(
  d: DockerfileFacts,
  account: string,
  isOne: (each: Run | Copy) => boolean,
  depth = 0,
): readonly AccountChange[] {
  const valueOf = valuesOf(d);
  const runs = d.runs.filter(isOne).map((run) => ({ run, line: lineOf(run) }));
  const copies = d.copies.filter(isOne).map((copy) => ({ copy, line: lineOf(copy) }));
  return [...runs, ...copies]
    .toSorted((one, other) => one.line - other.line)
    .map((by) => ({
      by,
      said:
        'run' in by
          ? accountChanges(accountStep(by.run, valueOf), account)
          : writtenByCopy(by.copy)
              .map((each) => saidByCopied(each, by.copy, d, account, depth))
              .reduce(later, nothingSaid),
    }));
}

/** More stages are not taken from one after the other. */
const deepest = 5;

/** What is copied from an account file of another stage is what that stage makes of it. */
function saidByCopied(
  copied: Copied,
  copy: Copy,
  d: DockerfileFacts,
  account: string,
  depth: number,
): AccountChanges {
  const stage = stageOf(copy, d);
  const isFile = [...accountLists.keys()].some(
    (file) => copied.source === file && mayBe(copied, file),
  );
  const from = stage === undefined ? undefined : d.stages[stage]?.from;
  if (!isFile || depth > deepest || from === undefined || from === 'stage') {
    return byWrite(copied, account);
  }
  return accountChangesOf(d, account, (each) => each.stage === stage && !each.trigger, depth + 1)
    .map(({ said }) => said)
    .reduce(later, nothingSaid);
}
