import { basename } from 'node:path';
import { otherDocument } from './other-document.ts';

/** Whether a file is a Compose file: by the text at its left edge, or by its name where it is too broken for that. */
export function isComposeFile(path: string, text: string): boolean {
  if (/^(?:docker-)?compose\b.*\.ya?ml$/.test(basename(path))) {
    return otherDocument(text) === undefined;
  }
  return /^\uFEFF?(?:services|include)[ \t]*:/m.test(text);
}
