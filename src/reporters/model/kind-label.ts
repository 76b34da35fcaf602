import { builtinKinds } from '../../core/subjects/kinds.ts';
import type { Text } from '../../core/text.ts';

const labels = new Map<string, Text>(builtinKinds.map(({ kind, label }) => [kind, label]));

/** How a person calls a kind of subject; `undefined` for a kind of the user's own. */
export const kindLabel = (kind: string): Text | undefined => labels.get(kind);
