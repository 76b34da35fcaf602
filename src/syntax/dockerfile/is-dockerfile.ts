import { frontendOf, isDockers } from './frontend.ts';
import { goesOn, readDirectives } from './split-instructions.ts';

/** Whether a text is a Dockerfile by its content: its first instruction is FROM, but for ARGs before it. */
export function isDockerfile(text: string): boolean {
  for (const line of joinedLines(text)) {
    if (/^FROM\s+\S/i.test(line)) return true;
    if (!/^ARG\s+\w/i.test(line)) return false;
  }
  return false;
}

/** Whether a FROM stands anywhere in a text, or it names a frontend other than Docker's, which may need none. */
export function mayBuild(text: string): boolean {
  const frontend = frontendOf(text);
  return (
    (frontend !== undefined && !isDockers(frontend)) ||
    /^\s*FROM\s/im.test(text) ||
    joinedLines(text).some((line) => /^FROM\s/i.test(line))
  );
}

/** The lines of a text, those that go on joined as a builder does, without comments and empty ones. */
function joinedLines(text: string): readonly string[] {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const escape = escapeOf(lines);
  const joined: string[] = [];
  let open: string | undefined;
  for (const line of lines) {
    const start = line.trim();
    if (start === '' || start.startsWith('#')) continue;
    const whole = (open ?? '') + (open === undefined ? line.trimStart() : line);
    open = goesOn(line, escape) ? whole.trimEnd().slice(0, -1) : undefined;
    if (open === undefined) joined.push(whole);
  }
  return open === undefined ? joined : [...joined, open];
}

/** The escape character; the usual one where the file names none that there is. */
function escapeOf(lines: readonly string[]): string {
  try {
    return readDirectives(lines, '').escape;
  } catch {
    return '\\';
  }
}
