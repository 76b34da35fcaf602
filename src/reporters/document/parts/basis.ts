import type { AttestationEntry } from '../../model/entries/accepted.ts';
import type { RequirementEntry } from '../../model/entries/requirement.ts';
import type { Say } from '../../locale/translate.ts';
import { lines, quiet, tally, type Content, type Inline } from '../blocks/content.ts';
import { statedFor } from './requirements.ts';

/** Writes references to what shows something: a control's evidence, or a person's statement. */
export type Refer = (to: { readonly anchor: string } | AttestationEntry) => readonly Inline[];

/** What a requirement's result rests on, line by line: controls that decide, what is context, what people stated. */
export function basisOf(entry: RequirementEntry, refer: Refer, say: Say): readonly Content[] {
  const { attestation, controls } = entry;
  const context = controls
    .filter(({ decides, live }) => live && !decides)
    .flatMap((control) => refer(control));
  return [
    ...controls
      .filter(({ decides }) => decides)
      .map((control): Content => [
        quiet(say('requirement.basis', { title: control.title, bearing: control.bearing })),
        ' ',
        control.live ? tally(control.tally) : quiet(say('requirement.not-live')),
        ...(control.live ? refer(control) : []),
      ]),
    ...(context.length > 0 ? [[quiet(say('pci.context')), ...context]] : []),
    ...statedFor(entry, say).map((said, at) =>
      attestation && at === 0 ? [lines([said]), ...refer(attestation)] : said,
    ),
  ];
}
