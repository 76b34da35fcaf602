import { readFileSync } from 'node:fs';
import path from 'node:path';
import { installedFrom } from '../src/knowledge/installed-from.ts';

const words = {
  checkout: {
    en: `The package is not on npm yet. Until then, run \`npm ci && npm run build && npm pack\` in a checkout. Where this page installs
\`plimsoll\`, install the archive that this makes: \`npm install ./plimsoll-VERSION.tgz\`. Where it says \`npx --yes plimsoll\`, say
\`npx --yes --package ./plimsoll-VERSION.tgz plimsoll\`.`,
    zh: `软件包尚未发布到 npm。在此之前，请在本仓库中运行 \`npm ci && npm run build && npm pack\`。凡本页安装 \`plimsoll\` 之处，改为安装由此生成的归档：\`npm install ./plimsoll-VERSION.tgz\`；凡写 \`npx --yes plimsoll\` 之处，改用 \`npx --yes --package ./plimsoll-VERSION.tgz plimsoll\`。`,
  },
  npm: {
    en: 'Install the package with `npm install plimsoll`, or run it once with `npx plimsoll`.',
    zh: '用 `npm install plimsoll` 安装软件包，或用 `npx plimsoll` 直接运行一次。',
  },
} as const;

const place = /<!-- installation -->\n\n(?:(?!```|#|\|)[^\n]+\n)+\n/g;

/** A paper with the way in which the package is installed today, wherever it has the place for that. */
export const withInstallation = (paper: string, language: 'en' | 'zh'): string =>
  paper.replace(place, `<!-- installation -->\n\n${words[installedFrom][language]}\n\n`);

/** The papers that have one: each that tells a reader to install the package. */
export const papersWithInstallation = [
  'first-control.md',
  'projects.md',
  'ci.md',
  'admission.md',
].flatMap((name) => [`docs/${name}`, `docs/zh/${name}`]);

/** A paper as it is. */
export const readPaper = (name: string): string =>
  readFileSync(path.join(import.meta.dirname, '..', name), 'utf8');

/** The language of a paper, by its place. */
export const languageOfPaper = (name: string): 'en' | 'zh' =>
  /(?:^|\/)zh\/|\.zh\./.test(name) ? 'zh' : 'en';
