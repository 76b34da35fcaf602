import { groupDigits } from '../../say.ts';
import { controlBlock } from '../findings.ts';
import { html } from '../markup.ts';
import { section, type Section } from '../page.ts';

/** What failed and nobody accepted, worst first, by control. */
export const failuresSection: Section = (page) => {
  const { report, say } = page;
  const groups = report.failures.map(
    ({ severity, label, count, controls }) =>
      html`<div class="block" id="severity-${severity}">
        <h3 class="severity ${severity}">${label} <small>${groupDigits(count)}</small></h3>
        ${controls.map((each) => controlBlock(each, page, { words: true }))}
      </div> `,
  );
  const nothing = html`<p>${say('result.no-failures')}</p>`;
  return section('failures', say('section.failures'), ...(groups.length > 0 ? groups : [nothing]));
};
