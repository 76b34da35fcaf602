import path from 'node:path';
import { cruiseHouse, importsIn, sourceFiles, unread } from './cruise.ts';
import { folderCircles, reason } from './folder-circles.ts';

// Holds src/ to the rules in .dependency-cruiser.cjs, and makes sure that src/ was really read.
const root = path.join(import.meta.dirname, '..');
const result = await cruiseHouse(root);
const { violations, totalDependenciesCruised = 0 } = result.summary;
const files = sourceFiles(root, 'src').length;
const missed = unread(result, root);
const comments = new Map(
  (result.summary.ruleSetUsed?.forbidden ?? []).map(({ name, comment }) => [name, comment ?? '']),
);

for (const { rule, from, to } of violations) {
  console.error(`${rule.name}: ${from} → ${to}\n    ${comments.get(rule.name) ?? ''}\n`);
}
const circles = folderCircles(importsIn(result));
for (const { inside, folders, imports } of circles) {
  const shown = imports.slice(0, 20).map(({ from, to }) => `    ${from} → ${to}`);
  console.error(`no-folder-circles: ${folders.join(', ')} in ${inside}\n    ${reason}`);
  console.error(`${shown.join('\n')}\n    ${imports.length} imports\n`);
}
if (missed.length > 0) console.error(`Not read: ${missed.join(', ')}\n`);
// Every file but a few imports something, so fewer imports than files means that they were not seen.
const blind = totalDependenciesCruised < files;
if (blind) console.error(`Only ${totalDependenciesCruised} imports were seen in ${files} files.\n`);

console.log(
  `${files - missed.length} of ${files} files and ${totalDependenciesCruised} imports read, ${violations.length + circles.length} violations`,
);
process.exitCode =
  violations.length > 0 || circles.length > 0 || missed.length > 0 || blind ? 1 : 0;
