/** What a system says of itself. */
interface OsRelease {
  readonly id: string;
  readonly version: string;
  readonly name: string;
  /** `''` where it is the only one of its kind. */
  readonly variant: string;
}

/**
 * Reads the text of os-release: assignments as a shell would read them, the last of a name winning.
 *
 * @see https://www.freedesktop.org/software/systemd/man/latest/os-release.html
 */
export function parseOsRelease(text: string): OsRelease {
  const values = new Map<string, string>();
  for (const line of text.split('\n')) {
    const [, name, value] = /^\s*([A-Z][A-Z0-9_]*)=(.*?)\s*$/.exec(line) ?? [];
    if (name !== undefined && value !== undefined) values.set(name, unquote(value));
  }
  return {
    // The documented default of an os-release that does not say.
    id: values.get('ID') ?? 'linux',
    version: values.get('VERSION_ID') ?? '',
    name: values.get('PRETTY_NAME') ?? values.get('NAME') ?? 'Linux',
    variant: values.get('VARIANT_ID') ?? '',
  };
}

function unquote(value: string): string {
  const [, , quoted] = /^(["'])(.*)\1$/s.exec(value) ?? [];
  return (quoted ?? value).replaceAll(/\\([\\"'`$])/g, '$1');
}
