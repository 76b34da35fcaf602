import { PlimsollError } from '../../core/errors.ts';
import { inBoth, type Wording, text } from '../../core/text.ts';
import type { DocumentDefinition } from '../document/document.ts';

/**
 * Defines a document of your own: a pure function of the report and its words. Its title is one string, or one for each language. Put it into `reports` of
 * `plimsoll.config.ts`, or hand it to {@link renderReport} as `document`.
 *
 * @throws PlimsollError `config-invalid` when the id cannot be part of a file's name
 * @example
 * const board = defineReport({
 *   id: 'board',
 *   title: { en: 'For the board', zh: '董事会报告' },
 *   build: (report, say) => ({ title: 'For the board', sections: [parts.summary(report, say)] }),
 * });
 */
export function defineReport<const Id extends string>(
  definition: Omit<DocumentDefinition<Id>, 'title'> & { readonly title: Wording },
): DocumentDefinition<Id> {
  if (/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(definition.id)) {
    return { ...definition, title: inBoth(definition.title) };
  }
  throw new PlimsollError(
    'config-invalid',
    text(
      `The report id ${JSON.stringify(definition.id)} cannot be part of a file’s name.`,
      `报告 id ${JSON.stringify(definition.id)} 不能作为文件名的一部分。`,
    ),
    {
      hint: text(
        'Use lower-case letters, digits and single hyphens, such as board-summary.',
        '请用小写字母、数字和单个连字符，如 board-summary。',
      ),
    },
  );
}
