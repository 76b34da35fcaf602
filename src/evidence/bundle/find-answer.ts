import { keyOfSegment } from '../../core/facts/pointer.ts';
import { answersPath, answersSchema, placeKey } from './answers.ts';
import type { OpenBundle } from './open-bundle.ts';

/** Where an observation's source leads in a bundle. */
export interface FoundAnswer {
  /** Path of the answer in the bundle. */
  readonly file: string;
  /** Of the file's bytes. */
  readonly sha256: string;
  /**
   * The deepest place of the pointer that is in the answer. Where it is shorter than the pointer, the engine left the
   * rest out, which it does with what is empty or as it is by default.
   */
  readonly pointer: string;
  /** What stands there. */
  readonly value: unknown;
}

/** The source of an observation, and the target of the subject that it is about. */
export interface AnswerPlace {
  readonly target: string;
  readonly endpoint: string;
  /** JSON Pointer (RFC 6901) into the answer. */
  readonly pointer: string;
}

/**
 * Makes the way from an observation whose source is an API to the engine's own answer in a bundle. It gives
 * `undefined` where the bundle has no such answer: none were kept, or the engine gave none, which the observation's
 * gap then says.
 *
 * @example
 * const findAnswer = answerFinder(openBundle(bytes));
 * findAnswer({ target: finding.subject.target, ...observation.source });
 */
export function answerFinder(bundle: OpenBundle): (place: AnswerPlace) => FoundAnswer | undefined {
  const index = answersSchema.safeParse(bundle.readJson(answersPath));
  const answers = index.success ? index.data.answers : [];
  const byPlace = new Map(answers.map((each) => [placeKey(each), each]));
  return (place) => {
    const entry = byPlace.get(placeKey(place));
    if (!entry) return undefined;
    const { file, sha256 } = entry;
    return { file, sha256, ...follow(bundle.readJson(file), place.pointer) };
  };
}

function follow(answer: unknown, pointer: string): Pick<FoundAnswer, 'pointer' | 'value'> {
  let value = answer;
  let reached = '';
  for (const segment of pointer.split('/').slice(1)) {
    const key = keyOfSegment(segment);
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) break;
    value = Reflect.get(value, key);
    reached += `/${segment}`;
  }
  return { pointer: reached, value };
}
