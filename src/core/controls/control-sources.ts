/** Some lines of a file, the last one included; counted from 1. */
export interface SourceLines {
  readonly file: string;
  readonly from: number;
  readonly to: number;
}

/** Where a control is defined, and on which files its check depends. */
export interface ControlSource {
  /** Paths in the `files` of the whole: the one in which the check begins first, then what that depends on. */
  readonly files: readonly string[];
  /** Line at which the check begins, from 1. */
  readonly line: number;
  /** Names what the check runs, wherever it stands: a hash of its own text and of all declarations that it uses. */
  readonly digest: string;
  /** The lines of that text and of those declarations, file by file in the order of `files`. */
  readonly lines: readonly SourceLines[];
}

/** The sources of controls, as they were found by reading files. */
export interface ControlSources {
  /** By the id of the control. */
  readonly controls: Readonly<Record<string, ControlSource>>;
  /** Texts by path: from the folder of the configuration, or `npm:<package>@<version>/<path>`. */
  readonly files: Readonly<Record<string, string>>;
  /** Ids that are defined at more than one place, with the places: which of them judged is not known. */
  readonly ambiguous?: Readonly<Record<string, readonly string[]>>;
}
