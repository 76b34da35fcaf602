import type { Gap } from './gap.ts';
import type { GapTree } from './gap-tree.ts';
import { pointerSegment } from './source.ts';
import type { Subject, SubjectRef } from './subject.ts';

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

/** The notes of the evaluations of one subject. */
export interface Recorder {
  /** Pairs of node and key, in the order of reading; only the first `count` entries are any. */
  reads: (ViewNode | string)[];
  count: number;
  /** How many times a gap was read; only ever counts up. */
  touches: number;
  /** The gaps read, in order, each with the subject it belongs to. */
  touched: readonly { readonly subject: SubjectRef; readonly gap: Gap }[];
}

export const createRecorder = (): Recorder => ({
  reads: [],
  count: 0,
  touches: 0,
  touched: [],
});

/** One object or array of a subject's facts; it is its own proxy handler, so that a view costs one allocation. */
export interface ViewNode {
  readonly recorder: Recorder;
  readonly subject: Subject;
  readonly parent: ViewNode | undefined;
  readonly key: string;
  readonly value: object;
  readonly gaps: GapTree | undefined;
  views: Map<string, object> | undefined;
}

/** The key under which "the keys themselves were read" is noted; no JSON key can equal it. */
export const wholeValue = '\u0000value';

/** Notes that a key of a node was read. */
export function note(node: ViewNode, key: string): void {
  const { recorder } = node;
  recorder.reads[recorder.count] = node;
  recorder.reads[recorder.count + 1] = key;
  recorder.count += 2;
}

/** Leaves the mark of a gap that was read, and throws {@link GapTouched}. */
export function touch(node: ViewNode, gap: Gap): never {
  markGap(node.recorder, node.subject, gap);
  throw new GapTouched(gap);
}

/** Notes that a gap was met, without throwing; for the engine's own reads of other subjects. */
export function markGap(recorder: Recorder, subject: SubjectRef, gap: Gap): void {
  recorder.touches += 1;
  recorder.touched = [...recorder.touched, { subject, gap }];
}

/** Where no gap was met; shared, since that is nearly always. */
export const noGaps: Recorder['touched'] = [];

/** The JSON Pointer of a key of a node; of the node itself when the key is {@link wholeValue}. */
export function pathOf(node: ViewNode, key: string): string {
  let path = key === wholeValue ? '' : `/${pointerSegment(key)}`;
  for (let at = node; at.parent !== undefined; at = at.parent) {
    path = `/${pointerSegment(at.key)}${path}`;
  }
  return path;
}
