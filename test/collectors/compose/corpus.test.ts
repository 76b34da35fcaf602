import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { loadProject } from '../../../src/collectors/compose/loading/load-project.ts';
import {
  composeConfig,
  oneForm,
  printedServices,
  withoutPrinting,
  type Arguments,
} from '../../support/compose-config.ts';
import { describeWithPrograms } from '../../support/needs.ts';

const corpus = join(import.meta.dirname, '../../corpus/compose');
const cases = readdirSync(corpus);

const argumentsOf = (folder: string): Arguments => {
  const file = join(folder, 'arguments.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Arguments) : {};
};

describeWithPrograms(
  'the effective model, against docker compose config',
  ['docker-compose'],
  () => {
    it('has at least sixty projects to compare', () => {
      expect(cases.length).toBeGreaterThanOrEqual(60);
    });

    it.each(cases)('%s', async (name) => {
      const folder = join(corpus, name);
      const asked = argumentsOf(folder);
      const theirs = composeConfig(folder, asked);
      const project = await loadProject({
        files: asked.files ?? ['compose.yaml'],
        ...(asked.profiles ? { profiles: asked.profiles } : {}),
        cwd: folder,
        env: {},
        home: '/root',
      });
      expect(project.name).toBe(theirs['name']);
      const form = (services: object) =>
        Object.fromEntries(
          Object.entries(services).map(([service, fields]) => [
            service,
            oneForm(withoutPrinting(fields as Record<string, unknown>)),
          ]),
        );
      expect(form(await printedServices(project))).toEqual(form(theirs['services'] as object));
    });
  },
);
