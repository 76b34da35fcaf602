/** What lines of their own say in a text for people, by the name before the colon: `Severity: HIGH`. */
export type TextFields = ReadonlyMap<string, readonly string[]>;

/** Names by which scanners tell of the version that fixes. */
export const fixNames = ['Fixed Version', 'Fix Version', 'Fixed version'] as const;

const names: ReadonlySet<string> = new Set([
  'Package',
  'Installed Version',
  'Version',
  'Severity',
  ...fixNames,
]);

/** As many of one name as any scanner writes, and more. */
const eachAtMost = 16;

/** Reads the lines that are known, once for each text: many results may be of one rule. */
export function textFieldsIn(text: string): TextFields {
  const fields = new Map<string, string[]>();
  for (const line of text.split('\n')) {
    const colon = line.indexOf(':');
    const name = colon < 0 ? '' : line.slice(0, colon).trim();
    if (!names.has(name)) continue;
    const values = fields.get(name) ?? [];
    if (values.length < eachAtMost) fields.set(name, [...values, line.slice(colon + 1).trim()]);
  }
  return fields;
}

/** Everything that stands behind one of the names, name by name. */
export const valuesOf = (fields: TextFields, ...of: readonly string[]): readonly string[] =>
  of.flatMap((name) => fields.get(name) ?? []);
