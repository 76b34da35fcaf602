import { html } from '../../reporters/html/markup/markup.ts';
import type { WordId } from '../page/console-words.ts';
import type { Content } from '../page/shell.ts';
import type { View } from '../page/view.ts';

/** A page that says one thing. */
export const plainPage = ({ word, to }: View, title: WordId, note: WordId): Content => ({
  title: word(title),
  body: html`<p>${word(note)}</p>
    <p><a href="${to('/')}">${word('where')}</a></p>`,
});

/** Where people sign in: `goOn` is where they go on, `isWrong` after a token that was none. */
export const enterPage = (
  { word, at }: View,
  { goOn, isWrong = false }: { readonly goOn: string; readonly isWrong?: boolean },
): Content => ({
  title: word('enter'),
  body: html`${
      isWrong
        ? html`<ul class="notices bad" role="alert">
            <li>${word('token-wrong')}</li>
          </ul>`
        : undefined
    }
    <form class="enter" method="post" action="${at('/enter')}">
      <input type="hidden" name="goOn" value="${goOn}" />
      <label
        >${word('token')}
        <input
          name="token"
          type="password"
          required
          autocomplete="current-password"
          maxlength="200"
          autofocus
      /></label>
      <p class="note">${word('token-help')}</p>
      <div><button>${word('enter')}</button></div>
    </form>`,
});
