import type { YamlDocument } from './yaml-document.ts';

/** The paths of the entries of a document: of the whole, of each of a list, or none where all is a comment. */
export const entriesOf = ({ value }: YamlDocument): readonly (readonly PropertyKey[])[] =>
  value === null ? [] : Array.isArray(value) ? value.map((_, at) => [at]) : [[]];
