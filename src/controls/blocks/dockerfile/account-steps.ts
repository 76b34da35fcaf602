import { wholeFact } from '../../../core/recording/record.ts';
import type { DockerfileFacts } from '../../../core/subjects/dockerfile.ts';
import {
  accountLists,
  later,
  nothingSaid,
  type AccountChanges,
  type Said,
} from '../../../build-analysis/accounts/account-lines.ts';
import {
  accountChanges,
  addsOpenRoot,
  byWrite,
  isAccountWrite,
  openRootIn,
  type AccountStep,
} from '../../../build-analysis/accounts/account-changes.ts';
import { mayBe } from '../../../build-analysis/files/written-files.ts';
import { stageOf, writtenByCopy, type Copied } from './copied-files.ts';
import type { Copy } from './fail-on-line.ts';
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

/** Whether what a COPY brings leaves root, or another account with its number, without a password. */
export function emptiesPasswordByCopy(copy: Copy, d: DockerfileFacts, depth = 0): Said {
  const valueOf = valuesOf(d);
  const answers = writtenByCopy(copy)
    .filter(isAccountWrite)
    .flatMap((each): readonly Said[] => {
      const stage = stageOfFile(each, copy, d);
      if (stage === undefined || depth > deepest) {
        return [openRootIn(each), byWrite(each, 'root').emptyPassword];
      }
      const runs = d.runs.filter((run) => mayMake(run, stage, d));
      const copies = d.copies.filter((one) => mayMake(one, stage, d));
      return [
        ...copies.map((one) => asFar(emptiesPasswordByCopy(one, d, depth + 1), one, stage)),
        ...runs.map((run) => asFar(addsOpenRoot(accountStep(run, valueOf)), run, stage)),
        saidByCopied(each, copy, d, 'root', 0).emptyPassword,
      ];
    });
  return answers.includes(true) || (answers.includes('open') ? 'open' : undefined);
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
  const stage = stageOfFile(copied, copy, d);
  if (stage === undefined || depth > deepest) return byWrite(copied, account);
  return accountChangesOf(d, account, (each) => mayMake(each, stage, d), depth + 1)
    .map(({ by, said }) => {
      const from = 'run' in by ? by.run : by.copy;
      return {
        numberZero: asFar(said.numberZero, from, stage),
        emptyPassword: asFar(said.emptyPassword, from, stage),
      };
    })
    .reduce(later, nothingSaid);
}

/** Whether something makes a stage, or one before it that it may begin with: which one that is, the facts do not tell. */
const mayMake = (each: Run | Copy, stage: number, { stages }: DockerfileFacts): boolean =>
  !each.trigger &&
  (each.stage === stage || (stages[stage]?.from === 'stage' && each.stage < stage));

/** What another stage does may not be done in this one. */
const asFar = (said: Said, { stage: own }: Run | Copy, stage: number): Said =>
  own === stage || said !== true ? said : 'open';

/** The stage whose own account file is copied as it is, alone or with its folder; `undefined` where it is none. */
function stageOfFile(copied: Copied, copy: Copy, d: DockerfileFacts): number | undefined {
  const stage = stageOf(copy, d);
  const isFile = [...accountLists.keys()].some(
    (file) => mayBe(copied, file) && sourceOf(copied, file) === file,
  );
  return isFile ? stage : undefined;
}

/** What becomes a file that is written, or that may lie below what is. */
const sourceOf = ({ source, path, below }: Copied, file: string): string =>
  below ? source.replace(/\/+$/, '') + (path === '/' ? file : file.slice(path.length)) : source;
