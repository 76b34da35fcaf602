import type { Node } from 'ts-morph';
import type { Text } from '../../../core/text.ts';
import type { Definition } from '../../source/find-definitions.ts';
import type { CollectedKinds } from './collected-facts.ts';
import type { Edit, ProblemLevel } from './problem.ts';

/** One control as rules look at it. */
export interface LintedControl extends Definition {
  /** What its `check` and its `applies` run, as far as it stands in the files that are linted. */
  readonly parts: ReadonlySet<Node>;
}

/** All that rules look at. */
export interface Scene {
  readonly controls: readonly LintedControl[];
  /** Calls that define a control whose id is written nowhere. */
  readonly unclear: readonly Node[];
  /** What any check runs, each part once. */
  readonly parts: ReadonlySet<Node>;
  /** Whether a declaration stands in the files that are linted. */
  readonly isOwn: (declaration: Node) => boolean;
  /** Kinds of one's own, with what collectors fill of them. */
  readonly collected: CollectedKinds;
}

/** Something that a rule found. */
export interface Found {
  readonly node: Node;
  readonly message: Text;
  /** The level, where it is another than the rule's. */
  readonly level?: ProblemLevel;
  /** The fix, which does not change what the check decides. */
  readonly fix?: Edit;
}

/** A control that the rule complains of, and the same control without its mistake; the words of both stand in `words`. */
export interface Example {
  readonly wrong: string;
  readonly right: string;
}

/** One rule: it has the name of its file, and a page of that name. */
export interface Rule {
  readonly id: string;
  readonly level: ProblemLevel;
  /** What it forbids or asks for, in one sentence. */
  readonly summary: Text;
  /** What goes wrong without it, and what to do instead, in prose. */
  readonly why: Text;
  /** What `--fix` does; absent where nothing can be fixed without changing what a check decides. */
  readonly mends?: Text;
  readonly example: Example;
  readonly find: (scene: Scene) => Iterable<Found>;
}
