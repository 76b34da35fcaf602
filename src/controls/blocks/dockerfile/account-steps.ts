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
import { groupBy } from '../../../syntax/group-by.ts';
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

/** What a build does to accounts: everything is looked at once, however many copies take from one stage. */
export interface BuildAccounts {
  /** What the runs and copies of some stages do to an account, in their order. */
  readonly changes: (
    account: string,
    isOne: (each: Run | Copy) => boolean,
  ) => readonly AccountChange[];
  /** Whether what a COPY brings leaves root, or another account with its number, without a password. */
  readonly emptiesPassword: (copy: Copy) => Said;
}

/** More stages are not taken from one after the other. */
const deepest = 5;

/** Reads what a build does to accounts, as far as anybody asks. */
export function accountsOf(d: DockerfileFacts): BuildAccounts {
  const valueOf = valuesOf(d);
  const makers = once(() => {
    const own = (each: Run | Copy): boolean => !each.trigger;
    return groupBy(inOrder(d, own), (by) => ('run' in by ? by.run.stage : by.copy.stage));
  });
  const said = remembered((account: string, depth: number, by: Maker) =>
    'run' in by
      ? accountChanges(accountStep(by.run, valueOf), account)
      : writtenByCopy(by.copy)
          .map((each) => saidByCopied(each, by.copy, account, depth))
          .reduce(later, nothingSaid),
  );
  const ownOf = remembered((account: string, depth: number, stage: number) =>
    (makers().get(stage) ?? []).map((by) => said(account, depth, by)).reduce(later, nothingSaid),
  );
  // Which of the stages before it another one begins with, the facts do not tell.
  const before = earlierOf(ownOf);

  /** What is copied from an account file of another stage is what that stage makes of it. */
  const saidByCopied = (
    copied: Copied,
    copy: Copy,
    account: string,
    depth: number,
  ): AccountChanges => {
    const stage = stageOfFile(copied, copy, d);
    if (stage === undefined || depth > deepest) return byWrite(copied, account);
    const own = ownOf(account, depth + 1, stage);
    return d.stages[stage]?.from === 'stage' ? later(before(account, depth + 1, stage), own) : own;
  };

  const rootOf = (by: Maker, depth: number): Said =>
    'run' in by ? addsOpenRoot(accountStep(by.run, valueOf)) : emptied('', depth, by.copy);
  const rootIn = remembered((_: string, depth: number, stage: number): AccountChanges => {
    const all = (makers().get(stage) ?? []).map((by) => rootOf(by, depth));
    return { ...nothingSaid, emptyPassword: worst(all) };
  });
  const rootBefore = earlierOf(rootIn, (one, other) => ({
    ...nothingSaid,
    emptyPassword: worst([one.emptyPassword, other.emptyPassword]),
  }));
  const emptied = remembered((_: string, depth: number, copy: Copy): Said => {
    const answers = writtenByCopy(copy)
      .filter(isAccountWrite)
      .flatMap((each): readonly Said[] => {
        const stage = stageOfFile(each, copy, d);
        if (stage === undefined || depth > deepest) {
          return [openRootIn(each), byWrite(each, 'root').emptyPassword];
        }
        const isUpon = d.stages[stage]?.from === 'stage';
        return [
          rootIn('', depth + 1, stage).emptyPassword,
          isUpon ? rootBefore('', depth + 1, stage).emptyPassword : undefined,
          saidByCopied(each, copy, 'root', 0).emptyPassword,
        ];
      });
    return worst(answers);
  });

  return {
    changes: (account, isOne) =>
      inOrder(d, isOne).map((by) => ({ by, said: said(account, 0, by) })),
    emptiesPassword: (copy) => emptied('', 0, copy),
  };
}

type Maker = AccountChange['by'];

/** Some runs and copies in the order of the file. */
const inOrder = (d: DockerfileFacts, isOne: (each: Run | Copy) => boolean): readonly Maker[] =>
  [
    ...d.runs.filter(isOne).map((run) => ({ by: { run }, line: lineOf(run) })),
    ...d.copies.filter(isOne).map((copy) => ({ by: { copy }, line: lineOf(copy) })),
  ]
    .toSorted((one, other) => one.line - other.line)
    .map(({ by }) => by);

const worst = (all: readonly Said[]): Said =>
  all.includes(true) ? true : all.includes('open') ? 'open' : undefined;

/** What another stage does may not be done in this one. */
const soften = ({ numberZero, emptyPassword }: AccountChanges): AccountChanges => ({
  numberZero: numberZero === true ? 'open' : numberZero,
  emptyPassword: emptyPassword === true ? 'open' : emptyPassword,
});

type OfStage = (account: string, depth: number, stage: number) => AccountChanges;

/** What all stages before one may have done to it, each looked at once. */
function earlierOf(ownOf: OfStage, join = later): OfStage {
  const all = remembered((_account: string, _depth: number, _: 'all'): AccountChanges[] => []);
  return (account, depth, stage) => {
    const known = all(account, depth, 'all');
    for (let at = known.length; at <= stage; at += 1) {
      const last = known.at(-1);
      known.push(last ? join(last, soften(ownOf(account, depth, at - 1))) : nothingSaid);
    }
    return known[stage] ?? nothingSaid;
  };
}

/** Answers once for each account, depth and thing that is asked of. */
function remembered<Of, Answer>(
  answer: (account: string, depth: number, of: Of) => Answer,
): (account: string, depth: number, of: Of) => Answer {
  const known = new Map<string, Map<Of, { readonly answer: Answer }>>();
  return (account, depth, of) => {
    const key = `${depth} ${account}`;
    const all = known.get(key) ?? new Map<Of, { readonly answer: Answer }>();
    known.set(key, all);
    const found = all.get(of) ?? { answer: answer(account, depth, of) };
    all.set(of, found);
    return found.answer;
  };
}

function once<Made>(make: () => Made): () => Made {
  let made: { readonly made: Made } | undefined;
  return () => (made ??= { made: make() }).made;
}

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
