import { nearestKey, type KnownKeys } from './known-keys.ts';
import type { Gap } from '../facts/gap.ts';
import type { GapTree } from '../facts/gap-tree.ts';
import { pointerSegment } from '../facts/pointer.ts';
import type { Subject, SubjectRef } from '../facts/subject.ts';
import { text, type Text } from '../text.ts';

/** Thrown when a check reads a gap. Catching it changes nothing: the mark is in the recorder. */
export class GapTouched extends Error {
  override readonly name = 'GapTouched';
  readonly gap: Gap;
  constructor(gap: Gap) {
    // Nobody looks at where it was thrown, and taking the stack would cost more than the whole check.
    const { stackTraceLimit } = Error;
    Error.stackTraceLimit = 0;
    super(`This fact could not be read: ${gap.path || 'the whole subject'} (${gap.reason}).`);
    Error.stackTraceLimit = stackTraceLimit;
    this.gap = gap;
  }
}

/** Thrown when a check reads a key that no schema has. Catching it changes nothing either. */
export class UnknownKey extends TypeError {
  override readonly name = 'UnknownKey';
  readonly said: Text;
  constructor(said: Text) {
    super(said.en);
    this.said = said;
  }
}

/** The notes of the evaluations of one subject. */
export interface Recorder {
  /** Pairs of node and key, in the order of reading; only the first `count` entries are of this subject. */
  readonly reads: (ViewNode | string)[];
  count: number;
  /** How many times a gap was read; only ever counts up. */
  touches: number;
  /** How many of those were only the end of an open list, passed over to make another open list; only ever counts up. */
  ends: number;
  /** How many times a key was read that no schema has; only ever counts up. */
  misreads: number;
  /** The last of those. */
  misread: UnknownKey | undefined;
  /** The gaps read, in order, each with the subject it belongs to; begun anew with the first. */
  touched: Met[];
  /** What was asked of the facts of the subject that is judged; `undefined` while nobody wants to know. */
  asked: Asked[] | undefined;
}

/** A gap that was read, and the subject it belongs to. */
export interface Met {
  readonly subject: SubjectRef;
  readonly gap: Gap;
}

export const createRecorder = (): Recorder => ({
  reads: [],
  count: 0,
  touches: 0,
  ends: 0,
  misreads: 0,
  misread: undefined,
  touched: [],
  asked: undefined,
});

/** One question of a check about the facts of its subject. */
export interface Asked {
  readonly node: ViewNode;
  readonly key: string;
  /** What stands under a key, as parts or as a whole, whether one is there, whether it is the object's own, or which there are. */
  readonly how: 'value' | 'whole' | 'presence' | 'own' | 'keys';
}

/** What all views of one subject share, or of one subject after the other. */
export interface ViewRoot {
  readonly recorder: Recorder;
  /** What the schema of its kind says of the keys of the facts. */
  readonly known: KnownKeys | undefined;
  /** What happens when something is asked of a view. */
  readonly traps: ProxyHandler<object>;
  /** Whether it is pointed at each subject that is judged in turn; otherwise it is of one alone. */
  readonly shared: boolean;
  /** Whose facts are looked at now. */
  subject: Subject;
  /** Stands behind every view of the subject that is looked at now, and so tells those of one before. */
  turn: object;
  /** How many nodes there are. */
  size: number;
}

/** One place in the facts of a subject: an object or a list. It is the handler of its own proxy. */
export interface ViewNode extends ProxyHandler<object> {
  readonly root: ViewRoot;
  readonly parent: ViewNode | undefined;
  readonly key: string;
  /** JSON Pointer of the place. */
  readonly path: string;
  /** What the schema says of the keys of what stands there; `undefined` where anything may. */
  readonly known: KnownKeys | undefined;
  /** What stands there in the facts of the subject of `turn`. */
  value: object;
  gaps: GapTree | undefined;
  turn: object;
  /** The turn that what follows was made for. */
  viewed: object | undefined;
  /** The proxy; none of a list without gaps. */
  view: object;
  /** Of a list without gaps: what stands in it. */
  items: readonly unknown[] | undefined;
  /** Those of its items that are such lists themselves. */
  lists: ViewNode[] | undefined;
  below: Map<string, ViewNode> | undefined;
  /** JSON Pointers of its keys that were asked for: one text each, however many findings name it. */
  paths: Map<string, string> | undefined;
}

/** The key under which "the keys themselves were read" is noted; no JSON key can equal it. */
export const wholeValue = '\u0000value';

/** Notes that a key of a node was read. */
export function note(node: ViewNode, key: string): void {
  const { recorder } = node.root;
  recorder.reads[recorder.count] = node;
  recorder.reads[recorder.count + 1] = key;
  recorder.count += 2;
}

/** After more questions than these hardly two subjects have answered all of them alike; one more is noted, as a sign. */
export const manyQuestions = 64;

/** Notes what was asked of the facts of the subject that is judged. */
export function ask(node: ViewNode, key: string, how: Asked['how']): void {
  const { asked } = node.root.recorder;
  if (asked === undefined || asked.length > manyQuestions || !node.root.shared) return;
  asked.push({ node, key, how });
}

/** What stands at a node's place in the facts of the subject that is looked at now: it is known to be an object. */
export function standing(node: ViewNode): object {
  const { parent, root } = node;
  if (node.turn !== root.turn && parent !== undefined) {
    node.value = Reflect.get(standing(parent), node.key) as object;
    node.gaps = parent.gaps?.below?.get(node.key);
    node.turn = root.turn;
  }
  return node.value;
}

/** Leaves the mark of a gap that was read, and throws {@link GapTouched}. */
export function touch(node: ViewNode, gap: Gap): never {
  markGap(node.root.recorder, node.root.subject, gap);
  throw new GapTouched(gap);
}

/**
 * Leaves the mark of a key that was read and that no schema has, and throws {@link UnknownKey}.
 *
 * @param where whose key it is, as a person calls it
 */
export function refuseKey(recorder: Recorder, where: Text, key: string, known: KnownKeys): never {
  const nearest = nearestKey(key, known);
  const hint =
    nearest === undefined
      ? text('', '')
      : text(`; the nearest is ${nearest}`, `；最接近的是 ${nearest}`);
  const misread = new UnknownKey(
    text(
      `The check reads ${key}, which ${where.en} does not have${hint.en}`,
      `检查函数读取了 ${key}，而${where.zh}中没有该键${hint.zh}`,
    ),
  );
  recorder.misreads += 1;
  recorder.misread = misread;
  throw misread;
}

/** Refuses a key that the schema of the facts does not have. */
export function requireKnown({ known, path, root }: ViewNode, key: string): void {
  if (known === undefined || known.has(key)) return;
  const { recorder, subject } = root;
  const where = path === '' ? subject.kind : `${subject.kind} ${path}`;
  refuseKey(recorder, text(where, ` ${where} `), key, known);
}

/** Marks the end of a list that was made from an open list, as open as that list. */
export function passOver(node: ViewNode, gap: Gap): void {
  node.root.recorder.ends += 1;
  markGap(node.root.recorder, node.root.subject, gap);
}

/** Notes that a gap was met, without throwing; for the engine's own reads of other subjects. */
export function markGap(recorder: Recorder, subject: SubjectRef, gap: Gap): void {
  recorder.touches += 1;
  // What was there before is shared, or belongs to an earlier judgement.
  if (recorder.touches === 1) recorder.touched = [{ subject, gap }];
  else recorder.touched.push({ subject, gap });
}

/** Where no gap was met; shared, since that is nearly always. */
export const noGaps: Met[] = [];

/** The JSON Pointer of a key of a node; of the node itself when the key is {@link wholeValue}. */
export function pathOf(node: ViewNode, key: string): string {
  if (key === wholeValue) return node.path;
  node.paths ??= new Map();
  let path = node.paths.get(key);
  if (path === undefined) {
    if (node.paths.size >= manyPaths) node.paths.clear();
    node.paths.set(key, (path = `${node.path}/${pointerSegment(key)}`));
  }
  return path;
}

/** With more keys than these they are names, and the next subject has others. */
const manyPaths = 1024;
