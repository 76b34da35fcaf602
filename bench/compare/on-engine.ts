import { startEngine, type TestEngine } from '../../test/support/docker-engine.ts';
import type { Row } from '../table.ts';
import path from 'node:path';
import { casesFolder, containerOf, readCases } from './cases.ts';
import { compare } from './compare.ts';

/** Builds the Dockerfiles of the cases, as far as the engine has or gets their bases: the image of each, by its file. */
async function buildImages(engine: TestEngine): Promise<ReadonlyMap<string, string>> {
  const images = new Map<string, string>();
  for (const each of readCases()) {
    if (!each.file.endsWith('Dockerfile')) continue;
    const image = `case-${containerOf(each)}:1`;
    const folder = path.join(casesFolder, path.dirname(each.file));
    const isBuilt = await engine.docker('build', '--tag', image, folder).then(
      () => true,
      () => false,
    );
    if (isBuilt) images.set(each.file, image);
  }
  return images;
}

/** The cases as rows, the truth beside what each tool says, and what each took at the end; on an engine of its own. */
export async function compareOnEngine(): Promise<readonly Row[]> {
  const cases = readCases();
  const engine = await startEngine();
  try {
    for (const each of cases) {
      if (!each.options) continue;
      const options = [`--name=${containerOf(each)}`, ...each.options];
      // Without a network of its own, but where the case says which.
      const network = each.options.some((option) => option.startsWith('--network'));
      const apart = network ? [] : ['--network=none'];
      await engine.docker('run', '--detach', ...apart, ...options, engine.image, 'sleep', '600');
    }
    const compared = await compare(`unix://${engine.socket}`, await buildImages(engine));
    const row = (what: string, truth: string, cell: (at: number) => string | number): Row => ({
      case: what,
      truth,
      ...Object.fromEntries(compared.map(({ name }, at) => [name, cell(at)])),
    });
    const right = (at: number): string => {
      const said = cases.map(({ id, truth }) => [compared[at]?.verdicts.get(id), truth] as const);
      const judged = said.filter(([verdict]) => verdict !== 'not judged');
      return `${judged.filter(([verdict, truth]) => verdict === truth).length} of ${judged.length}`;
    };
    return [
      ...cases.map(({ id, truth }) => row(id, truth, (at) => compared[at]?.verdicts.get(id) ?? '')),
      row('right, of those judged', '', right),
      row('ms', '', (at) => String(Math.round(compared[at]?.ms ?? 0))),
      row('highest resident set, MB', '', (at) =>
        String(Math.round((compared[at]?.peakBytes ?? 0) / 1e6)),
      ),
    ];
  } finally {
    await engine.stop();
  }
}
