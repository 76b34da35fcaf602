import { z } from 'zod';

/** The border parser of a text: both languages, neither empty. */
export const textSchema = z.object({ en: z.string().min(1), zh: z.string().min(1) });

/** The border parser of a wording; as one string it may be empty, which says nothing. */
export const wordingSchema = z.union([textSchema, z.string()]);
