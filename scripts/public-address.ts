import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { withAbsoluteLinks, withAddress } from './absolute-links.ts';

// Writes the public address of the repository into what is packed: package.json and the READMEs. The release workflow
// says it, since provenance holds only where the package names the repository that built it; a checkout has none.
const [address = ''] = process.argv.slice(2);
if (!/^https:\/\/[\w.-]+\/[\w.-]+\/[\w.-]+$/.test(address)) {
  console.error('Usage: npm run address -- https://HOST/OWNER/REPOSITORY');
  process.exit(2);
}
const root = process.cwd();
const change = (name: string, to: (text: string) => string): void => {
  const file = path.join(root, name);
  writeFileSync(file, to(readFileSync(file, 'utf8')));
};
let version = '';
change('package.json', (text) => {
  const manifest = JSON.parse(text) as { version: string };
  ({ version } = manifest);
  return `${JSON.stringify(withAddress(manifest, address), undefined, 2)}\n`;
});
for (const name of ['README.md', 'README.zh.md']) {
  change(name, (text) => withAbsoluteLinks(text, address, `v${version}`));
}
