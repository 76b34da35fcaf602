import type { YAMLError } from 'yaml';
import { said, type Said } from '../problem.ts';

/**
 * What a YAML reader calls wrong, a line each with its place. The reader speaks English alone; for Chinese its code is
 * what is said.
 */
export function sayMistakes(
  mistakes: readonly Pick<YAMLError, 'code' | 'message' | 'pos'>[],
  placeAt: (offset: number) => string,
): Said {
  const lines = mistakes.map(({ code, message, pos: [at] }) => {
    const place = placeAt(at);
    return said(`${place}: ${message.split('\n', 1)[0]}`, `${place}: ${inChinese[code]}`);
  });
  return joinLines(lines);
}

/** One text of several, a line each. */
export const joinLines = (lines: readonly Said[]): Said =>
  said(lines.map(({ en }) => en).join('\n'), lines.map(({ zh }) => zh).join('\n'));

const inChinese: Readonly<Record<YAMLError['code'], string>> = {
  ALIAS_PROPS: '别名不能带有标签或锚点',
  BAD_ALIAS: '别名有误，或它所指的锚点不存在',
  BAD_COLLECTION_TYPE: '标签与集合的类型不符',
  BAD_DIRECTIVE: '指令有误',
  BAD_DQ_ESCAPE: '双引号文本中的转义有误',
  BAD_INDENT: '缩进有误',
  BAD_PROP_ORDER: '标签和锚点须在指示符之后',
  BAD_SCALAR_START: '纯文本不能以此字符开头',
  BLOCK_AS_IMPLICIT_KEY: '块集合不能作为隐式键',
  BLOCK_IN_FLOW: '流集合中不能有块集合',
  DUPLICATE_KEY: '映射的键重复',
  IMPOSSIBLE: '此处无法解析',
  KEY_OVER_1024_CHARS: '隐式键的冒号须在 1024 个字符以内',
  MISSING_CHAR: '缺少字符',
  MULTILINE_IMPLICIT_KEY: '隐式键须在一行之内',
  MULTIPLE_ANCHORS: '一个节点只能有一个锚点',
  MULTIPLE_DOCS: '含有多个文档',
  MULTIPLE_TAGS: '一个节点只能有一个标签',
  NON_STRING_KEY: '键须为文本',
  RESOURCE_EXHAUSTION: '别名展开过多',
  TAB_AS_INDENT: '不能用制表符缩进',
  TAG_RESOLVE_FAILED: '标签无法解析',
  UNEXPECTED_TOKEN: '此处不应有这些字符',
};
