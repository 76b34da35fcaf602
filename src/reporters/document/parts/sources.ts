import type { Report } from '../../model/report.ts';
import type { Say } from '../../locale/translate.ts';
import type { Section } from '../blocks/block.ts';
import { paragraph, section, table, wide } from '../blocks/blocks.ts';
import { code, lines, linkTo, quiet } from '../blocks/content.ts';

/** Where the code of each check stands, and the code itself; nothing where nobody handed it over. */
export function sourcesSection({ sources }: Report, say: Say): readonly Section[] {
  if (!sources) return [];
  const { introduction, controls, texts } = sources;
  return [
    section(
      'sources',
      say('section.sources'),
      [
        paragraph(introduction),
        table(
          say('section.sources'),
          [say('control.title'), wide(say('sources.place'), 2)],
          controls.map(({ id, anchor, place, located, to, sha256 }) => [
            linkTo(anchor, id, { code: true }),
            lines([linkTo(to, place, { code: located }), quiet(code(sha256))]),
          ]),
        ),
        { kind: 'texts', texts },
      ],
      { printed: [paragraph(say('print.sources'))] },
    ),
  ];
}
