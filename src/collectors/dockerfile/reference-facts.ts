import type { Source } from '../../core/facts/source.ts';
import { expand, spellOut, type Lookup } from '../../syntax/dockerfile/expand-variables.ts';
import { isReference } from '../../syntax/image-reference/is-reference.ts';
import { text } from '../../core/text.ts';
import { missing } from '../gathering/partial-facts.ts';
import { openAt } from './instruction-context.ts';

/** An image's name and what is certain of it where an argument without a default is in it. */
export function referenceFacts(raw: string, escape: string, lookup: Lookup, source: Source) {
  const reference = expand(raw, escape, lookup);
  if (reference !== undefined && isNamed(reference) && !isReference(reference)) {
    const refused = missing({
      reason: 'malformed',
      detail: text('no builder takes this for an image', '构建器不接受这样的镜像名'),
      source,
    });
    return { reference: refused, spelled: refused };
  }
  if (reference !== undefined && isNamed(reference)) return { reference, spelled: reference };
  return { reference: openAt(source), spelled: spelled(raw, escape, lookup) ?? openAt(source) };
}

/** A name in which a variable leaves open where the image is, but not which version is meant. */
function spelled(raw: string, escape: string, lookup: Lookup): string | undefined {
  const whole = spellOut(raw, escape, lookup);
  if (whole === undefined || !isNamed(whole)) return undefined;
  const last = whole.slice(whole.lastIndexOf('/') + 1);
  // Without a tag of its own a name may bring one, or not even end there.
  const telling = /[:@].*$/s.exec(last)?.[0] ?? last;
  return telling === '' || telling.includes('${') ? undefined : whole;
}

/** With an empty argument nothing may be left of a name but its tag: no builder takes that. */
const isNamed = (reference: string): boolean => /^[^:@]/.test(reference);
