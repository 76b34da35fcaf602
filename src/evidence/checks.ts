import { z } from 'zod';

/** The version of the form of `checks.json`. */
export const checksVersion = '1.0';

const sourceFileSchema = z.object({
  /** From the root of this package's repository. */
  path: z.string(),
  sha256: z.string(),
  text: z.string(),
});

/** One file of TypeScript that checks were compiled from. */
export type SourceFile = Readonly<z.output<typeof sourceFileSchema>>;

const sourceSchema = z.discriminatedUnion('from', [
  z.object({
    /** The TypeScript that was compiled when this package was built, and is shipped with it. */
    from: z.literal('package'),
    /** Path in `files`. */
    file: z.string(),
    /** Line at which the check begins, from 1. */
    line: z.number().int().positive(),
    /** Of the file. */
    sha256: z.string(),
    /** Paths in `files` of what the file imports beside the engine itself. */
    imports: z.array(z.string()),
  }),
  z.object({
    /**
     * The function's text as the running program gives it: compiled, and without what it closes over. Of a
     * check that combinators built it is the combinator's text, which does not say of what.
     */
    from: z.literal('runtime'),
    text: z.string(),
    /** Of the text. */
    sha256: z.string(),
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
