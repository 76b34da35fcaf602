import { format } from 'oxfmt';
import { builtin } from '../src/controls/registry/builtin.ts';
import { parametersOf } from '../src/core/controls/catalog.ts';
import { isLive, type Link } from '../src/core/frameworks/mapping.ts';
import { coverageOf, type Coverage } from '../src/frameworks/registry/coverage.ts';
import { builtinFrameworks } from '../src/frameworks/registry/registry.ts';

const intro = `# What the built-in controls can show of each framework

Made by \`npm run coverage-table\` from the frameworks and their mappings, with every control as it comes.
Requirements are counted, headings are not. A requirement counts once, by the most that a pass of any control
mapped to it shows: **all** that it asks of a container platform, a **part** of that, or **context** for the person
who judges it. No figure here says that anything passes, and none reaches
beyond containers.

- _unchecked_: technical, and no control says anything about it.
- _organisational_: for people; [an attestation](attestations.md) stands for it. In brackets, how many of
  these a control says something about all the same.
- _outside_: nothing that a container platform could show, such as doors and cameras.

`;

const head =
  '| framework | level | requirements | all | part | context | unchecked | organisational | outside |\n' +
  '| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n';

/** docs/coverage.md as it has to be, laid out as the formatter lays it out. */
export async function coverageTable(): Promise<string> {
  const params = new Map<string, Readonly<Record<string, unknown>>>(
    builtin.controls.map((control) => [control.id, parametersOf(builtin, control)]),
  );
  const counts = (link: Link): boolean => {
    const own = params.get(link.control);
    return own !== undefined && isLive(link, own);
  };
  const rows: string[] = [];
  for (const { head: framework, load } of Object.values(builtinFrameworks)) {
    const mapped = await load();
    const levels = framework.levels.map((level) => level.id);
    for (const level of levels.length === 0 ? [undefined] : levels) {
      rows.push(row(framework.id, level, coverageOf(mapped, level, counts)));
    }
  }
  const { code } = await format('coverage.md', `${intro}${head}${rows.join('\n')}\n`);
  return code;
}

function row(id: string, level: string | undefined, coverage: Coverage): string {
  const { requirements, technical, organisational, organisationalFed, outside } = coverage;
  const cells = [
    `\`${id}\``,
    level === undefined ? 'all' : `\`@${level}\``,
    requirements,
    technical.all,
    technical.part,
    technical.context,
    technical.nothing,
    organisationalFed > 0 ? `${organisational} (${organisationalFed})` : organisational,
    outside,
  ];
  return `| ${cells.join(' | ')} |`;
}
