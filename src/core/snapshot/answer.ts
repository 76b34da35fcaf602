/** One answer of an engine's API, as it was sent but for what may be a secret. */
export interface KeptAnswer {
  /** The target that gave it, by its id in the snapshot. */
  readonly target: string;
  /** The endpoint as a source names it; the place of a fact is a JSON Pointer into `bytes`. */
  readonly endpoint: string;
  /** Path and query as they were sent. */
  readonly request: string;
  /** JSON in UTF-8 that ends with a line feed. */
  readonly bytes: Uint8Array;
}

/** What the engines of one collection answered. */
export interface KeptAnswers {
  readonly answers: readonly KeptAnswer[];
  /** Values that were dropped from them, counted by the rule that dropped them. */
  readonly redactions: Readonly<Record<string, number>>;
}
