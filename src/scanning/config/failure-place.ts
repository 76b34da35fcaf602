import { readFile } from 'node:fs/promises';
import { sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What stands in a stack and is not the user's. */
const ours = [
  // The folder of all of this package's code, as it is written and as it is built.
  fileURLToPath(import.meta.url).replace(/^(.*[\\/](?:src|dist)[\\/]).*$/, '$1'),
  `${sep}node_modules${sep}jiti${sep}`,
  `${sep}node_modules${sep}zod${sep}`,
];

/**
 * Where a configuration, or what it imports, went wrong, from where the error says so: its text, its stack, or
 * the module that was not found. It is the configuration itself when nothing is known.
 */
export async function failurePlace(cause: unknown, config: string): Promise<string> {
  if (!(cause instanceof Error)) return config;
  return (await importPlace(cause)) ?? (await stackPlace(cause)) ?? config;
}

/** The import of a module that is not there. */
async function importPlace(cause: Error): Promise<string | undefined> {
  const missing = /^Cannot find module '([^']+)'/.exec(cause.message)?.[1];
  const stack: unknown = Reflect.get(cause, 'requireStack');
  const from: unknown = Array.isArray(stack) ? stack[0] : undefined;
  if (missing === undefined || typeof from !== 'string') return undefined;
  const lines = await linesOf(from);
  const at = lines.findIndex((line) => /['"]/.test(line) && line.includes(missing));
  return at < 0 ? from : `${from}:${at + 1}:${(lines[at]?.indexOf(missing) ?? 0) + 1}`;
}

/** The innermost place in the message and the stack that is the user's. */
async function stackPlace(cause: Error): Promise<string | undefined> {
  const said = `${cause.message}\n${cause.stack ?? ''}`;
  for (const line of said.split('\n')) {
    const found = /(?:^|[\s(])(?:file:\/\/)?(\/[^():]+|[A-Za-z]:\\[^():]+):(\d+):(\d+)\)?$/.exec(
      line,
    );
    const [, file = '', row = '', column = ''] = found ?? [];
    if (file === '' || ours.some((part) => file.includes(part))) continue;
    // What was compiled keeps its lines; a column may be that of the compiled text.
    const length = (await linesOf(file))[Number(row) - 1]?.length ?? 0;
    return Number(column) <= length + 1 ? `${file}:${row}:${column}` : `${file}:${row}`;
  }
  return undefined;
}

const linesOf = (path: string): Promise<readonly string[]> =>
  readFile(path, 'utf8').then(
    (text) => text.split('\n'),
    () => [],
  );
