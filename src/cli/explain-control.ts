import { builtinFrameworks } from '../frameworks.ts';
import { parametersOf, PlimsollError, text, type Catalog, type Language } from '../index.ts';
import type { Page } from './page.ts';

const headings = {
  why: text('Why it matters', '为何重要'),
  remedy: text('What to do', '处置方法'),
  params: text('Parameters in force', '生效参数'),
  uses: text('Gives evidence for', '为以下要求提供证据'),
  references: text('References', '参考资料'),
  question: text('For a person to find out', '需人工核查'),
};

/**
 * Explains one control of a catalog, with the requirements of every built-in framework that it feeds.
 *
 * @throws PlimsollError `catalog-unknown-control`
 */
export async function explainControl(
  id: string,
  catalog: Catalog,
  language: Language,
): Promise<Page> {
  const control = catalog.controls.find((each) => each.id === id);
  if (!control) {
    throw new PlimsollError(
      'catalog-unknown-control',
      `There is no control ${JSON.stringify(id)}.`,
      {
        hint: 'See the ids with: plimsoll list controls',
      },
    );
  }
  const params = parametersOf(catalog, control);
  const severity = catalog.severities[id] ?? control.severity;
  const uses = await usesOf(id);
  const { title, rationale, remediation, references, question, subject } = control;
  return {
    data: {
      id,
      kind: subject.kind,
      severity,
      title,
      rationale,
      remediation,
      references,
      params,
      uses,
      question,
    },
    title: title[language],
    subtitle: `${id} · ${subject.label[language]} · ${severity}`,
    sections: [
      { heading: headings.why[language], lines: [rationale[language]] },
      { heading: headings.question[language], lines: question ? [question[language]] : [] },
      { heading: headings.remedy[language], lines: remediation[language].split('\n') },
      {
        heading: headings.params[language],
        lines: Object.entries(params).map(([name, value]) => `${name} = ${JSON.stringify(value)}`),
      },
      {
        heading: headings.uses[language],
        lines: uses.map(
          (use) => `${use.framework}:${use.requirement}  ${use.strength}  ${use.reason[language]}`,
        ),
      },
      { heading: headings.references[language], lines: references },
    ],
  };
}

async function usesOf(controlId: string) {
  const loaded = await Promise.all(Object.values(builtinFrameworks).map((entry) => entry.load()));
  return loaded.flatMap(({ mappings }) =>
    mappings.flatMap(({ framework, links }) =>
      links
        .filter(({ control }) => control === controlId)
        .map(({ requirement, strength, reason }) => ({ framework, requirement, strength, reason })),
    ),
  );
}
