import { PlimsollError } from '../../../core/errors.ts';
import type { FontOptions } from '../../options/report-options.ts';
import { isBuiltIn } from './built-in.ts';
import { coverageOf } from './coverage.ts';
import { listFontFiles, systemFontFolders } from './font-folders.ts';
import { readFaces, type FontFace } from './sfnt.ts';
import { text } from '../../../core/text.ts';

/** The fonts that a text needs beside the built-in ones. */
export interface FontChoice {
  /** In the order in which they are asked for a glyph. */
  readonly families: readonly string[];
  /** Files in which a face of one of them is, in alphabetical order. */
  readonly files: readonly string[];
  /** Characters that no font has; they must be shown in another way. */
  readonly missing: ReadonlySet<string>;
}

/** Chinese families that read well beside the built-in ones, best first: with serifs, then without. */
const preferred = [
  'Noto Serif CJK SC',
  'Source Han Serif SC',
  'Source Han Serif CN',
  'Songti SC',
  'STSong',
  'SimSun',
  'Noto Sans CJK SC',
  'Source Han Sans SC',
  'Source Han Sans CN',
  'PingFang SC',
  'Microsoft YaHei',
  'WenQuanYi Micro Hei',
  'WenQuanYi Zen Hei',
];

/** Scripts whose readers cannot do without them, each with a character that every font for it has. */
const scripts = [
  { pattern: /[\p{Script=Han}\u3000-\u303F\uFF00-\uFF60]/u, probe: '中' },
  { pattern: /[\p{Script=Hiragana}\p{Script=Katakana}]/u, probe: 'の' },
  { pattern: /\p{Script=Hangul}/u, probe: '한' },
] as const;

/**
 * Finds fonts for a text: those of the named folders first, then the machine's own. Single characters that
 * no font has are given back as missing, so that a stray sign in a scanned name cannot stop a report; a whole
 * script that no font has is an error.
 *
 * @throws PlimsollError `pdf-font-missing`, `file-not-found`
 */
export async function chooseFonts(shownText: string, options: FontOptions): Promise<FontChoice> {
  const missing = neededIn(shownText);
  if (missing.size === 0) return { families: [], files: [], missing: new Set() };

  const faces = await findFaces(options);
  const chosen: FontFace[] = [];
  const take = (face: FontFace, covered: ReadonlySet<number>): void => {
    chosen.push(face);
    for (const codePoint of covered) missing.delete(codePoint);
  };
  for (const face of faces.filter((each) => rankOf(each) < preferred.length)) {
    const covered = await coverageOf(face, missing);
    if (covered.size > 0) take(face, covered);
  }
  const others = faces.filter((each) => rankOf(each) === preferred.length);
  while (missing.size > 0) {
    const best = await bestOf(others, missing);
    if (!best) break;
    take(best.face, best.covered);
  }
  const left = Array.from(missing, (codePoint) => String.fromCodePoint(codePoint));
  await requireScripts(left, faces);
  const families = new Set(chosen.flatMap((face) => face.families));
  // The bold face of a family is in a file of its own.
  const files = faces
    .filter((face) => face.families.some((family) => families.has(family)))
    .map(({ path }) => path);
  return {
    families: [...families],
    files: [...new Set(files)].toSorted(),
    missing: new Set(left),
  };
}

function neededIn(shownText: string): Set<number> {
  const needed = new Set<number>();
  for (const character of shownText) {
    const codePoint = character.codePointAt(0) ?? 0;
    if (codePoint > 0x7e && !isBuiltIn(codePoint)) needed.add(codePoint);
  }
  return needed;
}

const rankOf = ({ families }: FontFace): number => {
  const ranks = families.map((family) => preferred.indexOf(family)).filter((rank) => rank >= 0);
  return Math.min(preferred.length, ...ranks);
};

/** Every face, those of the named folders first, and within them the preferred families. */
async function findFaces(options: FontOptions): Promise<readonly FontFace[]> {
  const named = await facesIn(options.fontPaths ?? [], true);
  const system = options.systemFonts === false ? [] : await facesIn(systemFontFolders(), false);
  return [...named, ...system];
}

async function facesIn(folders: readonly string[], named: boolean): Promise<readonly FontFace[]> {
  const faces: FontFace[] = [];
  for (const folder of folders) {
    for (const path of await listFontFiles(folder, named)) faces.push(...(await readFaces(path)));
  }
  return faces.toSorted((a, b) => rankOf(a) - rankOf(b));
}

async function bestOf(
  faces: readonly FontFace[],
  missing: ReadonlySet<number>,
): Promise<{ readonly face: FontFace; readonly covered: ReadonlySet<number> } | undefined> {
  let best: { readonly face: FontFace; readonly covered: ReadonlySet<number> } | undefined;
  for (const face of faces) {
    const covered = await coverageOf(face, missing);
    if (covered.size > (best?.covered.size ?? 0)) best = { face, covered };
  }
  return best;
}

/** As many characters are shown in the message. */
const shownCharacters = 12;

async function requireScripts(
  missing: readonly string[],
  faces: readonly FontFace[],
): Promise<void> {
  for (const { pattern, probe } of scripts) {
    const lacking = missing.filter((character) => pattern.test(character));
    if (lacking.length === 0) continue;
    const best = await bestOf(faces, new Set([probe.codePointAt(0) ?? 0]));
    if (best) continue;
    const shown = lacking.slice(0, shownCharacters).join('');
    throw new PlimsollError(
      'pdf-font-missing',
      text(
        `No font was found for these characters of the report: ${shown}${lacking.length > shownCharacters ? '…' : ''}`,
        `报告中的这些字符没有可用字体：${shown}${lacking.length > shownCharacters ? '…' : ''}`,
      ),
      {
        hint: text(
          'Install one (on Debian and Ubuntu: apt-get install fonts-noto-cjk), or name a folder that holds one.',
          '请安装一种（Debian 和 Ubuntu：apt-get install fonts-noto-cjk），或指明含字体的文件夹。',
        ),
      },
    );
  }
}
