/**
 * Compiler options with which a project type-checks; imports name files, which Node and jiti both run. Without `lib` the
 * compiler would read the types of browsers as well, which takes it longer than a small project does.
 */
export const tsconfigText = `{
  "compilerOptions": {
    "target": "es2023",
    "lib": ["es2023"],
    "module": "preserve",
    "strict": true,
    "noUncheckedIndexedAccess": true,
    "noEmit": true,
    "allowImportingTsExtensions": true,
    "skipLibCheck": true,
    "types": ["node"]
  },
  "include": ["plimsoll.config.ts", "controls", "frameworks", "test"]
}
`;

/** For a folder that is under none yet. */
export const editorconfigText = `root = true

[*]
charset = utf-8
end_of_line = lf
indent_style = space
indent_size = 2
insert_final_newline = true
trim_trailing_whitespace = true
`;

const ignored = ['node_modules/', 'plimsoll-report/', '*.db'];

/** A \`.gitignore\` with what a project makes and does not keep; lines that are there stay. */
export function gitignoreText(before: string | undefined): string {
  const lineBreak = before?.includes('\r\n') === true ? '\r\n' : '\n';
  const lines = (before ?? '').split(/\r?\n/).map((line) => line.trim());
  const missing = ignored.filter(
    (each) => ![each, `/${each}`, each.replace(/\/$/, '')].some((one) => lines.includes(one)),
  );
  const start = before === undefined || before === '' || before.endsWith('\n') ? '' : lineBreak;
  return (
    (before ?? '') +
    (missing.length === 0 ? '' : start) +
    missing.map((each) => each + lineBreak).join('')
  );
}
