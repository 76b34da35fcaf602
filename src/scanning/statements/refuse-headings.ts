import { PlimsollError } from '../../core/errors.ts';
import { headingsOf } from '../../core/frameworks/headings.ts';
import type { Framework } from '../../core/frameworks/framework.ts';
import type { FrameworkSelection } from '../../core/frameworks/selection.ts';
import type { CheckedAttestation } from '../../core/statements/attestation.ts';
import { text } from '../../core/text.ts';

/**
 * Refuses a statement that a heading is met: it asks nothing, and what stands below it is stated by itself.
 *
 * @throws PlimsollError `attestation-invalid` with the place and the requirements to name instead
 */
export function refuseHeadings(
  attestations: readonly Pick<CheckedAttestation, 'framework' | 'requirement' | 'place'>[],
  selections: readonly FrameworkSelection[],
): void {
  for (const { framework: id, requirement, place } of attestations) {
    const chosen = selections.filter(({ framework }) => framework.id === id);
    const [first] = chosen;
    if (!first || !chosen.every((each) => headingsOf(each).has(requirement))) continue;
    throw headingError(first.framework, requirement, place);
  }
}

/** As many requirements below a heading are named. */
const named = 4;

/** The error for a heading that somebody would attest. */
export function headingError(
  { id, requirements }: Framework,
  heading: string,
  place?: string,
): PlimsollError {
  const below = requirements.filter(({ parent }) => parent === heading).map((each) => each.id);
  const more = below.length > named ? ', …' : '';
  const before = place === undefined ? '' : `${place}: `;
  return new PlimsollError(
    'attestation-invalid',
    text(
      `${before}${id} ${heading} is a heading, which asks nothing that could be attested.`,
      `${before}${id} ${heading} 是标题，本身没有可以声明的要求。`,
    ),
    {
      hint: text(
        `Attest what stands below it: ${below.slice(0, named).join(', ')}${more}`,
        `请声明其下的要求：${below.slice(0, named).join('、')}${more}`,
      ),
    },
  );
}
