import { z } from 'zod';

/** The version of the form of `checks.json`. */
export const checksVersion = '1.1';

const sourceFileSchema = z.object({
  /**
   * From the root of this package's repository, from the folder of the configuration, or
   * `npm:<package>@<version>/<path>`.
   */
  path: z.string(),
  /** Of the file as it was read. */
  sha256: z.string(),
  text: z.string(),
  /** How many stretches of the text look like secrets and were dropped; absent means none, and the hash is of the text. */
  redacted: z.number().int().positive().optional(),
});

/** One file that checks were made from. */
export type SourceFile = Readonly<z.output<typeof sourceFileSchema>>;

const located = {
  /** Path in `files`. */
  file: z.string(),
  /** Line at which the check begins, from 1. */
  line: z.number().int().positive(),
  /** Of the file. */
  sha256: z.string(),
  /** Paths in `files` of what else the check depends on, beside the engine itself. */
  imports: z.array(z.string()),
  /**
   * SHA-256 of the text of the check and of every declaration in `file` and `imports` that it uses, and of nothing else
   * that stands there; absent in a file of a release that did not say.
   */
  digest: z.string().optional(),
};

/** Why the source of a check was not found. */
export const sourceGaps = ['not-looked-for', 'not-found', 'ambiguous'] as const;

/** Why the source of a check was not found. */
export type SourceGap = (typeof sourceGaps)[number];

const sourceSchema = z.discriminatedUnion('from', [
  /** The TypeScript that was compiled when this package was built, and is shipped with it. */
  z.object({ from: z.literal('package'), ...located }),
  /** The files of the configuration, as they were when the program ran. */
  z.object({ from: z.literal('project'), ...located }),
  /** The files of an npm package that the configuration imports, as they are installed. */
  z.object({ from: z.literal('npm'), ...located }),
  z.object({
    /**
     * The function's text as the running program gives it: compiled, and without what it closes over. Of a
     * check that combinators built it is the combinator's text, which does not say of what.
     */
    from: z.literal('runtime'),
    text: z.string(),
    /** Of the text. */
    sha256: z.string(),
    /**
     * `not-found`: no definition with this id stands in the files, as when a loop makes it; `ambiguous`: more than
     * one does; absent in a file of a release that did not say.
     */
    why: z.enum(sourceGaps).optional(),
    /** The places, where there is more than one. */
    places: z.array(z.string()).optional(),
  }),
]);

const checkSchema = z.object({
  id: z.string(),
  /** The kind of subject that it judges. */
  kind: z.string(),
  /** The parameters in force. */
  params: z.record(z.string(), z.unknown()),
  /** Where the catalog had it from, in words. */
  place: z.string(),
  source: sourceSchema,
});

/** One control that said something, and what its check is. */
export type CheckDescription = Readonly<z.output<typeof checkSchema>>;

/** The contents of `checks.json`: every check that judged. */
export const checksSchema = z.object({
  kind: z.literal('plimsoll/checks'),
  version: z.string(),
  catalog: z.object({ id: z.string(), version: z.string() }),
  controls: z.array(checkSchema),
  files: z.array(sourceFileSchema),
});

/** Every check that judged, with its source. */
export type Checks = Readonly<z.output<typeof checksSchema>>;
