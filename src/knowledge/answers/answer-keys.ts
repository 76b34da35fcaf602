/** Which of the keys that are judged an object of an answer has. */
export interface Keys {
  /** Sent in every such object, where it is empty as `null`. */
  readonly always: readonly string[];
  /** Those of them that are lists or maps and never `null`. */
  readonly neverNull?: readonly string[];
  /** Left out where it is empty, off or not set. */
  readonly optional?: readonly string[];
  /** The keys of what stands under a key. */
  readonly under?: Readonly<Record<string, KeysBelow>>;
}

/** Items of a list, or values of a map. */
export interface Each {
  readonly each: KeysBelow;
}

/** What an answer, or a part of it, is made of. */
export type KeysBelow = Keys | Each;

/** What a product answers in a range of versions. */
export interface AnswerRange {
  /** The first and the last version that is known, both included; what follows their numbers does not count: `1.41`. */
  readonly first: string;
  readonly last: string;
  /** By endpoint; `{id}` is any one segment. */
  readonly endpoints: Readonly<Record<string, KeysBelow>>;
}
