import type { Dockerfile } from '../../core/subjects/dockerfile.ts';
import type { Source } from '../../core/facts/source.ts';
import type { BuildArguments, BuildRights } from '../gathering/build.ts';
import type { NamedContexts } from '../gathering/named-contexts.ts';
import { missing, type Missing } from '../gathering/partial-facts.ts';
import type { Redactor } from '../redaction/create-redactor.ts';
import type { Lookup } from '../../syntax/dockerfile/expand-variables.ts';
import type { Arguments, Stage } from '../../syntax/dockerfile/resolve-stages.ts';
import type { Instruction } from '../../syntax/dockerfile/split-instructions.ts';
import type { FactList, StageState } from './stage-state.ts';
import { text } from '../../core/text.ts';
import type { WrittenTexts } from '../../syntax/shell/written-texts.ts';

/** What is known while the instructions of a file are read, and what was read of them so far. */
export interface Reading {
  readonly path: string;
  readonly escape: string;
  readonly redactor: Redactor;
  /** Names of stages, in small letters. */
  readonly names: ReadonlyMap<string, number>;
  /** Arguments before the first stage. */
  readonly globals: Arguments;
  /** Variables that hold part of a script. */
  readonly code: ReadonlySet<string>;
  /** Values that the build gives to arguments. */
  readonly given: BuildArguments;
  /** What the build lets each RUN do. */
  readonly rights: BuildRights;
  /** What the build has in the place of stages and images. */
  readonly contexts: NamedContexts;
  /** Texts of files that instructions write. */
  readonly written: WrittenTexts;
  readonly images: FactList<'images'>;
  readonly secretCommands: FactList<'secretCommands'>;
  readonly secretLabels: FactList<'secretLabels'>;
  readonly variables: FactList<'variables'>;
  readonly runs: FactList<'runs'>;
  readonly copies: FactList<'copies'>;
  /** What is started beside what the last stage says: by builds upon the image, by variables, and by files. */
  readonly otherStarts: FactList<'starts'>;
  readonly workingDirectories: FactList<'workingDirectories'>;
  readonly deprecated: FactList<'deprecated'>;
}

/** An instruction with all that it is read by. */
export interface Standing {
  readonly reading: Reading;
  readonly stage: Stage;
  readonly state: StageState;
  readonly instruction: Instruction;
  readonly source: Source;
  /** Fills in variables as they are before the instruction. */
  readonly lookup: Lookup;
  readonly placed: Pick<Dockerfile['runs'][number], 'stage' | 'final' | 'trigger'>;
}

/** Where something stands in the file. */
export const placeOf = (path: string, at: { line: number; column: number }): Source => ({
  kind: 'file',
  path,
  line: at.line,
  column: at.column,
});

/** Stands for what hangs on a variable that the file gives no value. */
export const openAt = (source: Source): Missing =>
  missing({
    reason: 'unavailable',
    detail: text(
      'it depends on a build argument or a variable that has no value in the file',
      '取决于文件中未赋值的构建参数或变量',
    ),
    source,
  });
