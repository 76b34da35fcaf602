import type { LoadedConfig } from '../../config.ts';
import { formatFile } from '../../scanning/config/format-place.ts';
import { text, type Language } from '../../index.ts';
import { inLanguage } from '../../report.ts';
import { show } from '../terminal/print-text.ts';

/** The line that says which configuration is in force, and what it extends. */
export function printConfig({ layers }: LoadedConfig, language: Language): string {
  const own = show(formatFile(layers.at(-1)?.file ?? ''));
  const extended = layers
    .flatMap(({ chain }) => (chain.length > 0 ? [show(chain.join(' → '))] : []))
    .toReversed();
  const unchecked = process.platform === 'win32' ? windows : noText;
  const said = text(
    `Configuration: ${own}${extended.length > 0 ? `, extends ${extended.join(', ')}` : ''}${unchecked.en}`,
    `配置文件：${own}${extended.length > 0 ? `，继承 ${extended.join('、')}` : ''}${unchecked.zh}`,
  );
  return `${inLanguage(said, language)}\n`;
}

const noText = { en: '', zh: '' };

const windows = text(
  '; its write permissions were not checked: access control lists of Windows are not read',
  '；未核查谁可写入该文件：不读取 Windows 访问控制列表（ACL）',
);
