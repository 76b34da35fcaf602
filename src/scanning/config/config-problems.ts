import { nearestNames } from '../../core/nearest-names.ts';
import { configKeys } from '../../core/config/merge-configs.ts';
import type { ConfigProblem } from '../../core/config/parse-config.ts';
import { PlimsollError } from '../../core/errors.ts';
import type { ConfigLayer } from './config-layer.ts';
import { formatFile, formatPlaceIn } from './format-place.ts';
import { text, type Text } from '../../core/text.ts';
import { formatPath } from '../../core/say-issues.ts';

const fields = ['extends', ...configKeys];

/** The error that tells everything that is wrong with a configuration, a line each, with file and line. */
export async function invalidConfig(
  problems: readonly ConfigProblem[],
  { file, within, chain }: Pick<ConfigLayer, 'file' | 'within' | 'chain'>,
): Promise<PlimsollError> {
  const lines: Text[] = [];
  for (const { path, said } of problems) {
    const place = await formatPlaceIn(file, [...within, ...path]);
    const near = nearestField(path);
    const field =
      path.length === 0 ? text('', '') : text(`${formatPath(path)}: `, `${formatPath(path)}：`);
    lines.push(
      text(
        `${place}: ${field.en}${said.en}${near === undefined ? '' : ` (did you mean ${near}?)`}`,
        `${place}: ${field.zh}${said.zh}${near === undefined ? '' : `（是否指 ${near}？）`}`,
      ),
    );
  }
  if (chain.length > 0) {
    const through = chain.join(' → ');
    lines.push(text(`Extended through: ${through}.`, `扩展路径：${through}。`));
  }
  const said = text(lines.map(({ en }) => en).join('\n'), lines.map(({ zh }) => zh).join('\n'));
  return new PlimsollError('config-invalid', said, {
    hint: problems.some(({ path }) => path.length === 0)
      ? text(
          `Export the result of definePlimsollConfig({ … }) as the default of ${formatFile(file)}.`,
          `请将 definePlimsollConfig({ … }) 的结果作为 ${formatFile(file)} 的默认导出。`,
        )
      : text(
          'Fields of a configuration: docs/configuration.md',
          '配置的字段：docs/zh/configuration.md',
        ),
  });
}

/** The field that was meant, where what stands there is nearly its name. */
function nearestField([field, ...deeper]: ConfigProblem['path']): string | undefined {
  if (typeof field !== 'string' || deeper.length > 0 || fields.includes(field)) return undefined;
  return nearestNames(field, fields, 1)[0];
}
