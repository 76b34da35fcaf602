import { sourcesIn, type KnownSources } from '../../evidence.ts';
import { text, type AnyControl, type Language } from '../../index.ts';
import type { Paint } from '../terminal/paint.ts';
import { show, showCode } from '../terminal/print-text.ts';

/** The code of one check, for a program and for a person. */
export interface Code {
  readonly data: object;
  readonly page: string;
}

const missing = {
  'not-looked-for': text(
    'The source of this check was not found: this copy of Plimsoll was not built, or no configuration defines the control.',
    '未找到该检查的源代码：当前 Plimsoll 副本尚未构建，或该控制项不是由配置文件定义的。',
  ),
  'not-found': text(
    'No file defines a control with this id by name: other code makes it. Its compiled text:',
    '没有文件直接定义该标识的控制项，它由其他代码生成。编译后的代码：',
  ),
  ambiguous: text(
    'More than one place defines a control with this id. Its compiled text:',
    '该标识的控制项存在多处定义。编译后的代码：',
  ),
} as const;

/** Shows the check of a control as it is written, with all that it uses of the same package: file and line of each part. */
export function explainCode(
  control: AnyControl,
  known: KnownSources,
  language: Language,
  { bold, dim }: Pick<Paint, 'bold' | 'dim'>,
): Code {
  const { id, title } = control;
  const { source, used, lines } = sourcesIn(known)(control);
  const head = `${bold(title[language])}\n${dim(show(id))}`;
  const data = { id, source, lines, files: used };
  if (source.from === 'runtime') {
    const { why = 'not-looked-for', places = [] } = source;
    const found = places.map((place) => `  ${show(place)}`);
    const body = [missing[why][language], ...found, '', ...source.text.split('\n').map(show)];
    return { data, page: `${head}\n\n${body.join('\n')}\n` };
  }
  const blocks = used.flatMap(({ path, sha256, text: content }) => {
    const all = content.split('\n');
    const parts = lines.filter(({ file }) => file === path);
    if (parts.length === 0) return [];
    const place = path === source.file ? `${path}:${source.line}` : path;
    const code = parts.map(({ from, to }) => numbered(all, from, to, dim));
    return `${bold(show(place))}\n${dim(`sha256 ${sha256}`)}\n${code.join(`\n${dim('   …')}\n`)}`;
  });
  return { data, page: `${[head, ...blocks].join('\n\n')}\n` };
}

/** Lines with their numbers, as an editor shows them. */
function numbered(
  all: readonly string[],
  from: number,
  to: number,
  dim: (text: string) => string,
): string {
  const width = Math.max(4, String(to).length);
  return all
    .slice(from - 1, to)
    .map((line, at) => `${dim(String(from + at).padStart(width))}  ${showCode(line)}`.trimEnd())
    .join('\n');
}
