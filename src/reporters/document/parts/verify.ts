import type { Report } from '../../model/report.ts';
import type { Say } from '../../locale/translate.ts';
import type { Section } from '../blocks/block.ts';
import { facts, paragraph, section } from '../blocks/blocks.ts';
import { code, quiet } from '../blocks/content.ts';

/** How anybody verifies the bundle that holds the evidence; nothing where there is no bundle. */
export function verifySection({ verification }: Report, say: Say): readonly Section[] {
  if (!verification) return [];
  const { bundleSha256, signed, keyId, verify, cosign } = verification;
  return [
    section('verify', say('section.verify'), [
      paragraph(say(signed ? 'verify.how' : 'verify.unsigned')),
      facts(
        bundleSha256 === undefined ? undefined : [say('verify.bundle'), code(bundleSha256)],
        keyId === undefined ? undefined : [say('verify.key'), code(keyId)],
      ),
      { kind: 'verbatim', caption: say('verify.here'), text: verify },
      ...(cosign === undefined
        ? []
        : [{ kind: 'verbatim', caption: say('verify.elsewhere'), text: cosign } as const]),
      ...(signed ? [paragraph(quiet(say('verify.names')))] : []),
    ]),
  ];
}
