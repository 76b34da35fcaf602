import { ts, type SourceFile } from 'ts-morph';
import { PlimsollError } from '../../core/errors.ts';
import type { Linted } from './open-linted.ts';
import { text } from '../../core/text.ts';

/** Refuses files that no rule could judge: those that do not parse, and those without Plimsoll's types. */
export function refuseBroken({ files }: Linted, placeOf: (file: SourceFile) => string): void {
  for (const file of files) {
    // The compiler keeps what the parser met with each file, for its own program only.
    const { parseDiagnostics: [first] = [] } = file.compilerNode as ts.SourceFile & {
      readonly parseDiagnostics?: readonly ts.DiagnosticWithLocation[];
    };
    if (first) {
      const { line, column } = file.getLineAndColumnAtPos(first.start);
      const said = ts.flattenDiagnosticMessageText(first.messageText, ' ');
      throw new PlimsollError(
        'source-unclear',
        text(
          `${placeOf(file)}:${line}:${column}: this is not TypeScript: ${said}`,
          `${placeOf(file)}:${line}:${column}: 不是 TypeScript：${said}`,
        ),
        { hint: text('Fix it, and lint again.', '请修正后重新检查。') },
      );
    }
    const lost = file
      .getImportDeclarations()
      .find(
        (each) =>
          isPlimsoll(each.getModuleSpecifierValue()) && !each.getModuleSpecifierSourceFile(),
      );
    if (lost) {
      throw new PlimsollError(
        'source-unclear',
        text(
          `${placeOf(file)}:${lost.getStartLineNumber()}: the types of ${lost.getModuleSpecifierValue()} were not found.`,
          `${placeOf(file)}:${lost.getStartLineNumber()}: 未找到 ${lost.getModuleSpecifierValue()} 的类型。`,
        ),
        {
          hint: text(
            'Install it where the file is: npm install --save-dev plimsoll',
            '请在该文件所在处安装：npm install --save-dev plimsoll',
          ),
        },
      );
    }
  }
}

const isPlimsoll = (specifier: string): boolean => /^plimsoll(?:\/|$)/.test(specifier);
