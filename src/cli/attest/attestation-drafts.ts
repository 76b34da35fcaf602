import type { Language, Requirement } from '../../index.ts';

/** A requirement that somebody has to make a statement for. */
export interface OpenRequirement {
  readonly framework: { readonly id: string; readonly title: Readonly<Record<Language, string>> };
  readonly requirement: Requirement;
}

const words = {
  en: {
    instruction:
      'Fill in the empty fields, then delete the line "draft: true". Until then the statement does not count.',
    statement: 'What is done, since when, and how anyone can verify it',
    person: 'Who makes this statement',
    role: 'In which role',
    date: 'Day of the statement',
    until: 'Last day on which the statement holds',
    files: 'Evidence for it, with paths from the folder of this file:',
    seal: 'then run: plimsoll attest --seal',
    review: 'Who reviewed it, once somebody has:',
  },
  zh: {
    instruction: '填写空缺内容后删除 “draft: true” 一行；在此之前本声明不计入。',
    statement: '做法、开始时间，以及他人如何核实',
    person: '声明人',
    role: '声明人职务',
    date: '声明日期',
    until: '有效期最后一日',
    files: '佐证文件，路径相对于本文件所在目录：',
    seal: '填写后运行：plimsoll attest --seal',
    review: '经人复核后填写：',
  },
} as const satisfies Record<Language, Readonly<Record<string, string>>>;

/** The days of a statement, ISO 8601. */
export interface Days {
  readonly date: string;
  readonly until: string;
}

/** The year from a day on: the day itself, and the last one before it comes again. */
export function yearFrom(now: Date): Days {
  const last = new Date(now);
  last.setUTCFullYear(last.getUTCFullYear() + 1);
  last.setUTCDate(last.getUTCDate() - 1);
  return { date: now.toISOString().slice(0, 10), until: last.toISOString().slice(0, 10) };
}

/**
 * An attestation that is still to be made, as YAML with comments in a person's language.
 *
 * @param schema where an editor finds its schema, from the folder of the file
 */
export function draftOf(
  { framework, requirement }: OpenRequirement,
  { date, until }: Days,
  language: Language,
  schema: string,
): string {
  const say = words[language];
  // One line each, whatever a framework of somebody's own has for a title.
  const title = requirement.title[language].replaceAll(/\s+/g, ' ');
  return `# yaml-language-server: $schema=${schema}
# ${framework.title[language].replaceAll(/\s+/g, ' ')} · ${requirement.id.replaceAll(/\s+/g, ' ')}
# ${title}
# ${say.instruction}
draft: true
framework: ${JSON.stringify(framework.id)}
requirement: ${JSON.stringify(requirement.id)}
# ${say.statement}
statement: ""
# ${say.person}
person: ""
# ${say.role}
role: ""
# ${say.date}
date: ${date}
# ${say.until}
until: ${until}
# ${say.files}
#   - path: ../policies/logging.pdf
# ${say.seal}
files: []
# ${say.review}
# review:
#   by: ""
#   date: ${date}
`;
}

/** A name for the file of a requirement: its id, with a hyphen for whatever a file system may not like. */
export const draftName = (requirementId: string): string =>
  `${requirementId.replaceAll(/[^\p{L}\p{N}._-]+/gu, '-').replaceAll(/^[-.]+|[-.]+$/g, '') || 'requirement'}.yaml`;
