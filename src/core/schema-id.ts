/**
 * Where the published schemas have their ids. This switch alone decides it. They are names: until SchemaStore has taken the
 * schemas nothing answers there, and they are used from the folder `schemas` of the package.
 */
const schemaBase = 'https://json.schemastore.org/';

/** The id of a published schema, by its name and the version of its form. */
export const schemaId = (name: string, version: string): string =>
  `${schemaBase}plimsoll-${name}-${version}.json`;
