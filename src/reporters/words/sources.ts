import type { Words } from './table.ts';

/** The code of the checks. */
export const sourcesWords = {
  'section.sources': { en: 'The code that judged', zh: '判定所用代码' },
  'control.source': { en: 'Code of the check', zh: '检查代码' },
  'sources.judged': {
    en: 'This is the code that judged each control. SHA-256 is that of the whole file. The version on the cover identifies the engine that runs the checks.',
    zh: '各控制项由下列代码作出判定，SHA-256 为整个文件的哈希值。执行检查的引擎以封面所载版本标识。',
  },
  'sources.as-found': {
    en: 'This is the code found when this document was made. Only a bundle shows that it is the code that judged. SHA-256 is that of the whole file.',
    zh: '以下为生成本文档时所见的代码；作出判定的是否即为这些代码，只有证据包才能证明。SHA-256 为整个文件的哈希值。',
  },
  'sources.place': { en: 'File and line; SHA-256', zh: '文件与行号；SHA-256' },
  'sources.not-looked-for': {
    en: 'Not known: the place of its definition was not given',
    zh: '未知：未提供其定义所在位置',
  },
  'sources.not-found': {
    en: 'Made by other code, so no file defines it by name; see the compiled text below',
    zh: '由其他代码生成，没有文件直接定义；编译后的代码见下文',
  },
  'sources.ambiguous': {
    en: 'Defined in more than one place: {places}; see the compiled text below',
    zh: '存在多处定义：{places}；编译后的代码见下文',
  },
  'sources.compiled': { en: 'Compiled text of the check of {id}', zh: '{id} 的编译后检查代码' },
  'sources.redacted': {
    en: 'Values hidden because they look like secrets: {count}. The hash is that of the original file.',
    zh: '已隐去 {count} 处疑似敏感信息；哈希值按原文件计算。',
  },
  'sources.too-long': {
    en: 'Too long to show here. The bundle has the full text.',
    zh: '内容过长，此处从略；完整内容见证据包。',
  },
} as const satisfies Words;
