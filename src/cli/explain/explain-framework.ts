import type { SelectedFramework } from '../../frameworks.ts';
import { text, type Language, type Link, type Requirement } from '../../index.ts';
import { inLanguage } from '../../report.ts';
import type { Page } from '../terminal/page.ts';

const headings = {
  edition: text('Edition', '版本'),
  base: text('Changes to the framework that it extends', '对所扩展标准的调整'),
  levels: text('Levels', '级别'),
  requirements: text('Requirements', '要求'),
};

const changes = {
  added: text('added', '新增'),
  omitted: text('left out', '剔除'),
  unlinked: text('no longer takes evidence from', '不再采用证据'),
} as const;

/** Explains a framework: edition, levels, and each requirement with how many controls feed it. */
export function explainFramework(selected: SelectedFramework, language: Language): Page {
  const { framework, mappings } = selected;
  const { edition, levels, requirements } = framework;
  const version = inLanguage(edition.version, language);
  const publisher = inLanguage(edition.publisher, language);
  const links: readonly Link[] = mappings.flatMap((mapping) => mapping.links);
  const fed = (requirement: Requirement): string => {
    const count = links.filter((link) => link.requirement === requirement.id).length;
    return count === 0 ? '' : `  [${count}]`;
  };
  return {
    data: { ...framework, links },
    title: framework.title[language],
    subtitle: `${framework.id} · ${selected.notice?.[language] ?? edition.status}`,
    sections: [
      {
        heading: headings.edition[language],
        lines: [`${version}, ${publisher}, ${edition.published}`],
      },
      {
        heading: headings.base[language],
        lines: (framework.changes ?? []).map(
          ({ requirement, change, control = '', reason, by }) =>
            `${requirement}  ${changes[change][language]} ${control}`.trimEnd() +
            `  ${reason} (${by})`,
        ),
      },
      {
        heading: headings.levels[language],
        lines: levels.map((level) => `@${level.id}  ${level.title[language]}`),
      },
      {
        heading: headings.requirements[language],
        lines: requirements.map(
          (requirement) => `${requirement.id}  ${requirement.title[language]}${fed(requirement)}`,
        ),
      },
    ],
  };
}
