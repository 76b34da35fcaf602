import type { Text } from '../../core/text.ts';

/** Messages by id, in every language; `{name}` is a slot. */
export type Words = Readonly<Record<string, Text>>;
