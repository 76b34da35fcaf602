import { html } from '../markup.ts';
import { chips, section, type Section } from '../page.ts';
import { table } from '../table.ts';

/** Every subject that was judged, by target and kind. */
export const subjectsSection: Section = ({ report, say }) => {
  const title = say('section.subjects');
  if (report.subjects.length === 0) {
    return section('subjects', title, html`<p>${say('subjects.none')}</p>`);
  }
  const targets = report.subjects.map(
    ({ target, kinds }) =>
      html`<h3><code>${target}</code></h3>
        ${kinds.map(({ kind, subjects }) => {
          const caption = `${kind} (${subjects.length})`;
          const rows = subjects.map(({ name, id, tally }) => [
            html`<bdi>${name}</bdi>`,
            html`<code>${id}</code>`,
            chips(tally),
          ]);
          const columns = [say('subjects.name'), say('subjects.id'), say('result.findings')];
          return html`<h4>${caption}</h4>
            ${table(caption, columns, rows)} `;
        })}`,
  );
  return section('subjects', title, ...targets);
};
