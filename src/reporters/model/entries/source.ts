/** One control, and where the code of its check stands. */
export interface SourceEntry {
  readonly id: string;
  /** Of the control. */
  readonly anchor: string;
  /** `src/controls/workload/workload-pids-limit.ts:24`; where that is not known, why. */
  readonly place: string;
  /** Whether the place is one. */
  readonly located: boolean;
  /** The anchor of the text. */
  readonly to: string;
  /** SHA-256 of the file, or of the compiled text where there is no file. */
  readonly sha256: string;
}

/** A file in which checks stand, or on which they depend. */
export interface SourceText {
  readonly anchor: string;
  /** Its path; of the compiled text of a check, that it is one. */
  readonly title: string;
  readonly sha256: string;
  readonly text: string;
  /** Lines at which checks begin, from 1, rising. */
  readonly lines: readonly number[];
  /** What is not shown of it, in a sentence. */
  readonly note?: string;
}

/** The code that judged. */
export interface SourcesEntry {
  /** Whether it is the code that judged, or as it was found when the report was made. */
  readonly introduction: string;
  readonly controls: readonly SourceEntry[];
  readonly texts: readonly SourceText[];
}
