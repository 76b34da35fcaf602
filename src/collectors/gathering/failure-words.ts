import type { PlimsollError } from '../../core/errors.ts';
import { type Language, type Text, inLanguage, text } from '../../core/text.ts';

/** What each failure comes to, for a reader of Chinese; what was said of it stands behind, alone where this is empty. */
const inChinese: Partial<Record<PlimsollError['code'], string>> = {
  'engine-denied': '无权使用该引擎',
  'engine-timeout': '引擎未在限定时间内应答',
  'engine-tls': '与引擎的 TLS 连接不可信',
  'engine-malformed': '应答者不是容器引擎',
  'engine-unreachable': '无法连接引擎',
  'file-denied': '无权读取该文件',
  'file-not-found': '文件不存在',
  'file-unreadable': '文件无法读取',
  'archive-invalid': '',
  'registry-denied': '',
  'registry-invalid': '',
  'registry-unreachable': '',
  'archive-too-large': '',
  'compose-invalid': 'Compose 文件无效',
  'dockerfile-invalid': 'Dockerfile 无效',
  'scan-report-invalid': '扫描报告无效',
  'scan-aborted': '采集被中止',
  'collector-failed': '采集器执行失败',
};

/** What failures of one kind come to, in both languages; for a reader of Chinese under one heading. */
export function wordsOf(errors: readonly [PlimsollError, ...PlimsollError[]]): Text {
  const [first] = errors;
  const all = (language: Language, between: string): string =>
    errors.map((error) => inLanguage(error.said, language)).join(between);
  const heading = inChinese[first.code] ?? '目标无法读取';
  return text(all('en', '; '), `${heading === '' ? '' : `${heading}：`}${all('zh', '；')}`);
}
