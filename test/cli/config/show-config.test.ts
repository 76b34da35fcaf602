import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadConfig } from '../../../src/cli/config/load-config.ts';
import { configPage, configValues } from '../../../src/cli/config/show-config.ts';
import { layPage } from '../../../src/cli/terminal/page.ts';
import { temporaryRoot } from '../../support/temporary-root.ts';

const plain = { bold: (text: string) => text, dim: (text: string) => text };

const files = {
  'base.ts': `import { builtin, extendCatalog } from 'plimsoll';
export default {
  failOn: 'medium',
  catalog: extendCatalog(builtin, {
    id: 'company',
    omit: { 'workload-health-check': { reason: 'jobs', by: 'Wang' } },
  }),
};
`,
  'plimsoll.config.ts': `import { builtin, definePlimsollConfig, extendCatalog } from 'plimsoll';

export default definePlimsollConfig({
  extends: ['./base.ts'],
  catalog: extendCatalog(builtin, {
    id: 'team',
    tailor: { 'workload-pids-limit': { params: { max: 256 }, reason: 'Small', by: 'J. Doe' } },
  }),
  frameworks: ['cis-docker-1.8.0@2'],
  branding: { organisation: 'Acme' },
});
`,
};

describe('plimsoll config', () => {
  it('shows what is in force and where it was said', async () => {
    const folder = temporaryRoot(files);
    const config = await loadConfig('found-if-trusted', undefined, folder);
    const base = join(folder, 'base.ts');
    const own = join(folder, 'plimsoll.config.ts');
    const values = configValues(config).map(({ path, value, from }) => [path, value, from]);
    expect(values).toEqual([
      ['targets', ['the local engine and this host'], []],
      [
        'catalog',
        expect.objectContaining({
          id: 'team',
          added: [],
          parameters: { 'workload-pids-limit': { max: 256 } },
        }),
        [`${base}:4:3`, `${own}:5:3`],
      ],
      ['frameworks[0]', 'cis-docker-1.8.0@2', [`${own}:9:16`]],
      ['language', 'en', []],
      ['failOn', 'medium', [`${base}:3:3`]],
      ['strict', false, []],
      ['branding.organisation', 'Acme', [`${own}:10:15`]],
    ]);
    const page = layPage(configPage(config, 'en'), plain);
    expect(page).toMatch(/\.\/base\.ts +\S*base\.ts\n/);
    expect(page).toMatch(/workload-health-check +omitted +company +Wang +jobs\n/);
    expect(page).toMatch(/workload-pids-limit +tailored \{"max":256\} +team +J\. Doe +Small\n/);
  });

  it('says where there is none, and what holds then', async () => {
    const page = configPage(await loadConfig('found-if-trusted', undefined, '/'), 'en');
    expect(layPage(page, plain)).toContain('plimsoll init');
    expect(page.data).toMatchObject({ file: null, layers: [] });
  });
});
