import { fileURLToPath } from 'node:url';
import { readRegular } from '../../files/regular-file.ts';

/** Either separator is one of Windows; none of them stands within a name of ours. */
function slashes(path: string): string {
  return path.replaceAll('\\', '/');
}

/** What stands in a stack and is not the user's. */
const ours = [
  // The folder of all of this package's code, as it is written and as it is built.
  slashes(fileURLToPath(import.meta.url)).replace(/^(.*\/(?:src|dist)\/).*$/, '$1'),
  '/node_modules/jiti/',
  '/node_modules/zod/',
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
    const { file, row, column } = placeInStack(line) ?? { file: '', row: '', column: '' };
    if (file === '' || ours.some((part) => slashes(file).includes(part))) continue;
    // What was compiled keeps its lines; a column may be that of the compiled text.
    const length = (await linesOf(file))[Number(row) - 1]?.length ?? 0;
    return Number(column) <= length + 1 ? `${file}:${row}:${column}` : `${file}:${row}`;
  }
  return undefined;
}

const onLine =
  /(?:^|[\s(])(?:file:\/\/)?(?:\/(?=[A-Za-z]:))?((?:[A-Za-z]:[\\/]|\/)[^():]+):(\d+):(\d+)\)?$/;

/** The place that a line of a stack ends with; a drive may stand before it, be it written as a path or as a URL. */
export function placeInStack(line: string) {
  const [, file, row = '', column = ''] = onLine.exec(line) ?? [];
  return file === undefined ? undefined : { file, row, column };
}

const linesOf = (path: string): Promise<readonly string[]> =>
  readRegular(path).then(
    (bytes) => bytes.toString().split('\n'),
    () => [],
  );
