import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** What is right to say of a case, or what a tool says of it; `not judged` where it has no rule of the kind. */
export type Verdict = 'fail' | 'pass' | 'not judged';

/** One constructed case: a file, or the options of a container. */
export interface Case {
  /** Its folder: `runs-as-root/bad`. */
  readonly id: string;
  /** What is asked of it: `runs-as-root`. */
  readonly rule: string;
  readonly file: string;
  readonly truth: Verdict;
  readonly why: string;
  /** Options of `docker run`; absent where the file itself is judged. */
  readonly options?: readonly string[];
}

/** The folder of the cases. */
export const casesFolder = path.join(import.meta.dirname, 'cases');

/** Every case; its first line has the truth, which was written before any tool was asked. */
export function readCases(): readonly Case[] {
  const files = readdirSync(casesFolder, { recursive: true, encoding: 'utf8' })
    .filter((name) => path.extname(name) !== '' || path.basename(name) === 'Dockerfile')
    .toSorted();
  return files.map((file) => {
    const [head = '', ...lines] = readFileSync(path.join(casesFolder, file), 'utf8').split('\n');
    const [, truth, why = ''] = /^# (fail|pass): (.+)$/.exec(head) ?? [];
    if (truth !== 'fail' && truth !== 'pass') throw new Error(`${file} does not say the truth`);
    const id = path.dirname(file);
    const options = lines.filter((line) => line !== '');
    return {
      id,
      rule: path.dirname(id),
      file,
      truth,
      why,
      ...(path.extname(file) === '.txt' ? { options } : {}),
    };
  });
}

/** The name that the container of a case has. */
export const containerOf = ({ id }: Case): string => id.replace('/', '-');
