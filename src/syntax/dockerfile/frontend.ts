import { parseJsonText } from '../json/parse-json-text.ts';

/** The frontend that a file asks for. */
export interface Frontend {
  readonly name: string;
  /** Counted from 1. */
  readonly line: number;
}

const directives: ReadonlySet<string> = new Set(['syntax', 'escape', 'check']);

/**
 * The frontend that a file asks for in any of the three ways that BuildKit looks for: `# syntax=`, `// syntax=`, and the
 * key `syntax` of JSON. `undefined` where there is none.
 *
 * @see https://docs.docker.com/build/buildkit/frontend/
 */
export function frontendOf(text: string): Frontend | undefined {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  return frontendBehind('#', lines) ?? frontendBehind('//', lines) ?? frontendInJson(lines);
}

/** Whether it is the one that reads Dockerfiles and that Docker publishes. */
export const isDockers = ({ name }: Frontend): boolean =>
  /^(?:docker\.io\/)?docker\/dockerfile(?:[:@]|$)/.test(name);

function frontendBehind(mark: string, lines: readonly string[]): Frontend | undefined {
  const first = lines[0]?.startsWith('#!') === true ? 1 : 0;
  for (let at = first; at < lines.length; at += 1) {
    const line = (lines[at] ?? '').trim();
    if (!line.startsWith(mark)) return undefined;
    const [, key = '', value = ''] =
      /^\s*([A-Za-z][A-Za-z0-9]*)\s*=\s*(\S+)/.exec(line.slice(mark.length)) ?? [];
    if (!directives.has(key.toLowerCase())) return undefined;
    if (key.toLowerCase() === 'syntax') return { name: value, line: at + 1 };
  }
  return undefined;
}

function frontendInJson(lines: readonly string[]): Frontend | undefined {
  const text = lines.slice(lines[0]?.startsWith('#!') === true ? 1 : 0).join('\n');
  if (!text.trimStart().startsWith('{')) return undefined;
  try {
    const read: unknown = parseJsonText(text);
    const found = typeof read === 'object' && read !== null && 'syntax' in read ? read.syntax : '';
    const [name = ''] = typeof found === 'string' ? found.trim().split(/\s/) : [];
    return name === '' ? undefined : { name, line: 1 };
  } catch {
    return undefined;
  }
}
