import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'vitepress';
import { root, sources } from './site/pages.ts';
import { stagePages } from './site/stage.ts';

// Builds the documentation as a site, into site/dist. It asks the network for nothing.
//   npm run site                        all of it
//   npm run site -- FOLDER PATTERN      into FOLDER/dist, with the sources that match alone
const [folder = 'site', pattern = ''] = process.argv.slice(2);
const all = sources();
const wanted = all.filter((source) => new RegExp(pattern).test(source));
const pages = path.resolve(root, folder, 'pages');
stagePages(pages, wanted);

const own = (name: string): string => JSON.stringify(path.join(root, 'scripts/site', name));
const settings = { ignoreDeadLinks: wanted.length < all.length };
mkdirSync(path.join(pages, '.vitepress/theme'), { recursive: true });
writeFileSync(
  path.join(pages, '.vitepress/config.ts'),
  `import { siteConfig } from ${own('config.ts')};\nexport default { ...siteConfig, ...${JSON.stringify(settings)} };\n`,
);
writeFileSync(
  path.join(pages, '.vitepress/theme/index.js'),
  `export { default } from 'vitepress/theme';\nimport ${own('style.css')};\n`,
);
await build(pages);
