import { wholeFact } from '../../../core/recording/record.ts';
import type { DockerfileFacts } from '../../../core/subjects/dockerfile.ts';
import { createPaths } from '../../../build-analysis/commands/script-paths.ts';
import { unknownPart } from '../../../build-analysis/commands/printed-text.ts';
import type { Said } from '../../../build-analysis/accounts/account-lines.ts';
import { isPamWrite } from '../../../build-analysis/accounts/open-logins.ts';
import type { Written } from '../../../build-analysis/files/written-files.ts';
import { groupBy } from '../../../syntax/group-by.ts';
import { oncePerList } from '../../../syntax/once-per-list.ts';
import { basename } from '../../../syntax/shell/base-name.ts';
import { isKnownFolder } from '../../../knowledge/known-folders.ts';
import type { Copy } from './fail-on-line.ts';

/** What one source of a COPY or an ADD writes. */
export interface Copied extends Written {
  readonly source: string;
}

const archive = /\.(?:tar|tar\.\w+|t[bgx]z2?|tzst)$/i;

/** Whether a source of an ADD is an archive of the build context, of which it writes what is in there. */
export const isUnpacked = ({ instruction }: Pick<Copy, 'instruction'>, source: string): boolean =>
  instruction === 'ADD' && archive.test(source);

/** An ending that a file has and a folder seldom does: `.conf`, or that of `.muttrc`. */
const fileName = /[^./]\.\w+$|^\.\w+rc$/;

/** Every file that a COPY or an ADD writes, or the folder below which it may write any. */
export function writtenByCopy(copy: Copy): readonly Copied[] {
  const { destination, folder: begin = null, sources } = copy;
  const paths = createPaths(() => undefined);
  paths.begin(begin);
  const at = paths.of(destination);
  if (at === undefined) return [];
  const inside = /(?:^|\/)\.{0,2}$/.test(destination) || sources.length > 1 || isKnownFolder(at);
  const below = (name: string): string => (at === '/' ? `/${name}` : `${at}/${name}`);
  let heredoc = 0;
  return sources.flatMap((source): readonly Copied[] => {
    const [, given] = /^\d*<<-?["']?([^"']*)/.exec(source) ?? [];
    if (given !== undefined) {
      const path = inside ? below(given) : at;
      return [{ source, path, below: false, put: putOf(copy.heredocs?.[(heredoc += 1) - 1]) }];
    }
    const put = { as: 'unknown' } as const;
    const name = basename(source.replace(/[?#].*$/s, '').replace(/\/+$/, ''));
    const unpacked = isUnpacked(copy, name);
    const isFile = !unpacked && fileName.test(name) && !source.endsWith('/');
    const file = { source, path: inside ? below(name) : at, below: false, put };
    if (isFile) return [file];
    // A folder comes as what it holds.
    const folder = { source, path: at, below: true, put };
    return unpacked || /^\.{0,2}$|\*/.test(name) ? [folder] : [file, folder];
  });
}

/** Whether a COPY or an ADD has PAM let everybody in; nobody knows of a file that is not written in the Dockerfile. */
export function opensPam(copy: Copy): Said {
  let heredoc = 0;
  const said = writtenByCopy(copy).map((each): Said => {
    const own = /^\d*<</.test(each.source) ? copy.heredocs?.[heredoc++] : undefined;
    if (!isPamWrite(each)) return undefined;
    return own === undefined ? 'open' : own.letsEverybodyIn === true;
  });
  return said.includes(true) || (said.includes('open') ? 'open' : undefined);
}

function putOf(heredoc: NonNullable<Copy['heredocs']>[number] | undefined): Written['put'] {
  if (heredoc === undefined) return { as: 'unknown' };
  const lines = heredoc.accounts.map(({ name, number, emptyPassword }) =>
    [name ?? unknownPart, emptyPassword ? '' : 'x', number ?? unknownPart, ''].join(':'),
  );
  return { as: 'text', text: lines.join('\n') };
}

/** The stages of each name, in small letters. */
const byName = oncePerList((stages: DockerfileFacts['stages']) =>
  groupBy(stages.keys(), (at) => stages[at]?.name?.toLowerCase()),
);

/** The place of the stage that a COPY takes from, which comes before it; `undefined` where it is none. */
export function stageOf(
  { from, stage }: Pick<Copy, 'from' | 'stage'>,
  d: Pick<DockerfileFacts, 'stages'>,
): number | undefined {
  // What is not known of it is absent.
  if (typeof from !== 'string') return undefined;
  if (/^\d+$/.test(from)) return Number(from) < stage ? Number(from) : undefined;
  const named = byName(wholeFact(d, 'stages')).get(from.toLowerCase());
  return named?.findLast((at) => at < stage);
}
