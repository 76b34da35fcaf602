import { PlimsollError, type ErrorCode } from '../../core/errors.ts';
import type { TypstDocument } from '../options/typst-document.ts';
import { typeset } from './typst-engine.ts';
import { inBoth, type Text } from '../../core/text.ts';

/** What a process that typesets answers: the bytes, or the error that it ran into. */
export type TypesetAnswer =
  | { readonly pdf: Uint8Array }
  | { readonly error: { readonly code: ErrorCode; readonly said: Text; readonly hint: Text } };

// A process of its own, started by `openTypesetters`: it typesets what it is sent until nobody is left to answer.
process.on('message', (document: TypstDocument) => {
  void answer(document).then((each) => process.send?.(each));
});
process.on('disconnect', () => process.exit());

async function answer(document: TypstDocument): Promise<TypesetAnswer> {
  try {
    return { pdf: await typeset(document) };
  } catch (error) {
    if (!(error instanceof PlimsollError)) throw error;
    const { code, said, hinted } = error;
    return { error: { code, said: inBoth(said), hint: inBoth(hinted) } };
  }
}
