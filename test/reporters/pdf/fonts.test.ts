import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  builtInCharacters,
  builtInFamilies,
  isBuiltIn,
} from '../../../src/reporters/pdf/fonts/built-in.ts';
import { chooseFonts } from '../../../src/reporters/pdf/fonts/choose-fonts.ts';
import { coverageOf } from '../../../src/reporters/pdf/fonts/coverage.ts';
import { readFaces } from '../../../src/reporters/pdf/fonts/sfnt.ts';
import { typeset } from '../../../src/reporters/pdf/typst-engine.ts';
import { describeWithPdfTools } from '../../support/pdf-tools.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plimsoll-fonts-'));
});
afterAll(() => rm(folder, { recursive: true }));

const codePoints = (text: string): number[] =>
  Array.from(text, (character) => character.codePointAt(0) ?? 0);

/** Typesets a text in one stack of families; PDF/A refuses a text without a glyph. */
const typesetText = (
  text: string,
  families: readonly string[],
  fontFiles: readonly string[] = [],
): Promise<Uint8Array> =>
  typeset({
    template: `#set text(font: json("families.json"), fallback: false)\n#json("text.json")`,
    files: { 'families.json': JSON.stringify(families), 'text.json': JSON.stringify(text) },
    standard: 'a-3a',
    fontFiles,
    at: '2026-11-24T12:00:00Z',
  });

describe('the built-in families', () => {
  const { serif, mono } = builtInFamilies;

  it.each([
    ['running text', [serif, mono]],
    ['code', [mono, serif]],
  ])('have a glyph for all that they are relied on to have, in %s', async (_, families) => {
    await expect(typesetText(builtInCharacters(), families)).resolves.toBeInstanceOf(Uint8Array);
  });

  it('are not relied on for more', async () => {
    expect(codePoints('中ع🚀').filter(isBuiltIn)).toEqual([]);
    await expect(typesetText('中', [serif, mono])).rejects.toMatchObject({
      code: 'pdf-render-failed',
    });
  });
});

describe('a machine without fonts', () => {
  it('needs none for a text that the built-in families can show', async () => {
    const choice = await chooseFonts('plain “text” → naïve Ωмир ⟨U+202E⟩', { systemFonts: false });
    expect(choice).toEqual({ families: [], files: [], missing: new Set() });
  });

  it('is told which characters have none, and what to install', async () => {
    await expect(
      chooseFonts('payments 支付网关', { fontPaths: [folder], systemFonts: false }),
    ).rejects.toMatchObject({
      code: 'pdf-font-missing',
      message: 'No font was found for these characters of the report: 支付网关',
      hint: 'Install one (on Debian and Ubuntu: apt-get install fonts-noto-cjk), or name a folder that holds one.',
    });
  });

  it('shows a stray sign in another way rather than refusing the report', async () => {
    const choice = await chooseFonts('rune ᚠ 🚀', { fontPaths: [folder], systemFonts: false });
    expect(choice.missing).toEqual(new Set(['ᚠ', '🚀']));
  });
});

describe('a font folder', () => {
  it('has to be there when the user named it', async () => {
    const nowhere = join(folder, 'nowhere');
    await expect(chooseFonts('中', { fontPaths: [nowhere] })).rejects.toMatchObject({
      code: 'file-not-found',
      message: `The font folder ${nowhere} cannot be read.`,
    });
  });

  it('may hold files that are no fonts', async () => {
    await writeFile(join(folder, 'empty.ttf'), '');
    await writeFile(join(folder, 'text.otf'), 'this is not a font, and it says so at some length');
    await writeFile(
      join(folder, 'collection.ttc'),
      Buffer.from('ttcf\0\x01\0\0\xff\xff\xff\xff', 'latin1'),
    );
    await writeFile(join(folder, 'noise.ttf'), Buffer.alloc(4096, 0x11));
    await expect(
      chooseFonts('中', { fontPaths: [folder], systemFonts: false }),
    ).rejects.toMatchObject({ code: 'pdf-font-missing' });
  });
});

describeWithPdfTools('the fonts of this machine', () => {
  it('are found for Chinese, and are named as the engine knows them', async () => {
    const { families, files, missing } = await chooseFonts('支付网关，测试“引号”', {});
    expect(missing.size).toBe(0);
    expect(files.length).toBeGreaterThan(0);
    await expect(
      typesetText('支付网关，测试“引号”', [builtInFamilies.serif, ...families], files),
    ).resolves.toBeInstanceOf(Uint8Array);
  });

  it('give back single characters that no font has', async () => {
    const { missing } = await chooseFonts('中\u0378', {});
    expect(missing).toEqual(new Set(['\u0378']));
  });

  it('are read as they are: each face of a collection, and what it covers', async () => {
    const { families, files } = await chooseFonts('中', {});
    const faces = (await Promise.all(files.map(readFaces))).flat();
    const chosen = faces.filter((face) =>
      face.families.some((family) => families.includes(family)),
    );
    expect(chosen.length).toBeGreaterThan(0);
    for (const face of chosen) {
      expect(await coverageOf(face, codePoints('A中\u0378\u{10FFFF}'))).toEqual(
        new Set(codePoints('A中')),
      );
    }
  });
});
