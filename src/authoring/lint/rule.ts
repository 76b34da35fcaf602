import type { Node } from 'ts-morph';
import type { Definition } from '../source/find-definitions.ts';
import type { CollectedKinds } from './facts/collected-facts.ts';
import type { Edit, Level } from './problem.ts';

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
  readonly message: string;
  /** The level, where it is another than the rule's. */
  readonly level?: Level;
  /** What mends it without a change of what the check decides. */
  readonly fix?: Edit;
}

/** One rule: it has the name of its file, and a page of that name. */
export interface Rule {
  readonly id: string;
  readonly level: Level;
  /** What it forbids or asks for, in one sentence. */
  readonly summary: string;
  readonly find: (scene: Scene) => Iterable<Found>;
}
