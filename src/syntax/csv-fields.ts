/**
 * Splits one line of comma-separated values as Go's `encoding/csv` does, which reads the options of mounts: a field may
 * stand between quotes, in which two quotes are one.
 *
 * @returns `undefined` where the line is none: a quote inside a plain field, or behind the end of a quoted one
 * @see https://pkg.go.dev/encoding/csv
 */
export function csvFields(line: string): readonly string[] | undefined {
  const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|$)/y;
  const fields: string[] = [];
  for (;;) {
    const found = field.exec(line);
    if (found === null) return undefined;
    const [, quoted, plain = '', end] = found;
    fields.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === '') return fields;
  }
}
