import { z } from 'zod';

/** The border parser of a text: both languages, neither empty. */
export const textSchema = z.object({ en: z.string().min(1), zh: z.string().min(1) });

/** The border parser of words that an author writes, in one string or in both languages; none is empty. */
export const wordsSchema = z.union([z.string().min(1), textSchema]);

/** The border parser of a wording; as one string it may be empty, which says nothing. */
export const wordingSchema = z.union([textSchema, z.string()]);
