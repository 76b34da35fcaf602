/** What one statement of a sudoers file says, and the line that it begins on. */
export type SudoersStatement = Readonly<{ line: number }> &
  (
    | { readonly kind: 'include' | 'include-folder'; readonly path: string }
    /** `scope` is `''` for everyone, else its sign and the names that the defaults are for: `:alice,bob`. */
    | {
        readonly kind: 'defaults';
        readonly scope: string;
        readonly settings: readonly SudoersSetting[];
      }
    | { readonly kind: 'aliases'; readonly aliases: readonly SudoersAlias[] }
    | { readonly kind: 'rules'; readonly rules: readonly SudoersRule[] }
  );

/** One setting of `Defaults`. */
export interface SudoersSetting {
  readonly name: string;
  /** Whether an exclamation mark switches it off. */
  readonly off: boolean;
  /** Without quotes; `undefined` where it has none, or adds to a list. */
  readonly value: string | undefined;
}

/** One alias of a sudoers file. */
export interface SudoersAlias {
  readonly type: 'user' | 'command' | 'run-as' | 'other';
  readonly name: string;
  /** What it stands for, as written; other aliases may be among it. */
  readonly members: readonly string[];
}

/** One user's commands on one list of hosts. */
export interface SudoersRule {
  readonly user: string;
  readonly commands: readonly string[];
  /** Whether a tag says that no password is asked; `null` where no tag says anything of it. */
  readonly noPassword: boolean | null;
  /** Whom they run as; absent where the rule does not say. */
  readonly runAs?: SudoersRunAs;
  /** `true` where the rule is not for every host; absent where it is. */
  readonly someHosts?: true;
}

/** Whom commands run as, as written: names, `#` numbers, `%` groups, aliases, with an exclamation mark where it leaves one out. */
export interface SudoersRunAs {
  /** Empty where a group alone is written: then it is the user's own. */
  readonly users: readonly string[];
  readonly groups: readonly string[];
}
