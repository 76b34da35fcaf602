/** What was assessed, with which tool and catalog, against which standard. */
export interface Scope {
  readonly targets: readonly {
    readonly id: string;
    /** What people call it: the name that an engine or a host has for itself; else the id. */
    readonly name: string;
    readonly kind: string;
    readonly description: string;
    readonly access: string;
    /** What a reader has to know of it before the rest, in sentences; empty where there is nothing. */
    readonly caveats: readonly string[];
  }[];
  /** Absent when nobody named the system under assessment. */
  readonly system?: {
    readonly name: string;
    readonly boundary: string;
    /** How subjects were selected; empty when everything that was read belongs. */
    readonly selects: readonly string[];
    /** Subjects that do not belong, by kind and reason. */
    readonly outside: readonly {
      readonly kind: string;
      readonly reason: string;
      readonly count: number;
      /** As many of their names as can be shown. */
      readonly names: readonly string[];
    }[];
    readonly outsideCount: number;
  };
  readonly population: readonly TargetPopulation[];
  readonly tool: string;
  /** The files of the configuration that was loaded; empty where there was none, or where nobody said. */
  readonly configuration: readonly { readonly file: string; readonly sha256: string }[];
  readonly catalog: string;
  readonly changes: readonly {
    readonly control: string;
    readonly change: string;
    readonly reason: string;
    readonly by: string;
    readonly catalog: string;
  }[];
  readonly redactions: readonly { readonly rule: string; readonly count: number }[];
  readonly framework?: {
    readonly title: string;
    readonly edition: string;
    readonly level: string;
    readonly source: string;
    /** The framework that it extends, by id; empty for one that stands by itself. */
    readonly extends: string;
    /** What it changed in that one, a line each. */
    readonly changes: readonly string[];
  };
  /** Absent where everything that was judged is here. */
  readonly limits?: Limits;
  /** What a reader must know first: a retired edition, ids that were not verified, what was left out. */
  readonly notices: readonly string[];
}

/** What the findings are limited to. */
export interface Limits {
  /** What belongs, in a sentence. */
  readonly to: string;
  /** How much was judged and does not, in a sentence. */
  readonly outside: string;
  readonly outsideCount: number;
  /** How to have them shown, in words. */
  readonly wider: string;
  /** Subjects of each kind that there are findings of, where subjects are what it is limited to. */
  readonly kinds?: readonly { readonly kind: string; readonly count: number }[];
  /** Facts of those that could not be read, as far as a control asked for them; likewise. */
  readonly factGaps?: number;
  /** Whether parts of what a framework asks for may be outside. */
  readonly narrower: boolean;
}

/** How many subjects of each kind a target had, and what became of them. */
export interface TargetPopulation {
  readonly target: string;
  readonly kinds: readonly {
    readonly kind: string;
    readonly existed: number;
    readonly read: number;
    readonly vanished: number;
    /** Listed, still there, and yet not read. */
    readonly unread: number;
  }[];
  /** What vanished, where the snapshot names it. */
  readonly gone: readonly { readonly kind: string; readonly name: string; readonly id: string }[];
  /** Kinds that were listed without any subject. */
  readonly empty: readonly string[];
}
