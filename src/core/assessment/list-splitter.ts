import { JsonProblem, parseJsonText } from '../../syntax/json/parse-json-text.ts';
import { text as bothOf } from '../text.ts';

const quote = 0x22;
const comma = 0x2c;
const colon = 0x3a;
const openList = 0x5b;
const backslash = 0x5c;
const closeList = 0x5d;
const openObject = 0x7b;
const closeObject = 0x7d;

/** Members of the outermost object; an assessment has about twenty. */
const membersAtMost = 1000;

/** Characters of one item, and of all that is no item; a finding has some thousand. */
const heldAtMost = 256 << 20;

const problem = (en: string, zh: string): JsonProblem => new JsonProblem(bothOf(en, zh));

/** Takes one list of a JSON text apart while the text arrives. */
export interface ListSplitter {
  /**
   * Takes the next piece of the text, and gives the text of each item that it completed.
   *
   * @throws SyntaxError when the list stands twice, or when there is more beside its items than can be held
   */
  readonly push: (text: string) => readonly string[];
  /** The text without the items; it is JSON only if all of the text was, items aside. */
  readonly rest: () => string;
}

/**
 * Parts the list of this name, a member of the outermost object, from everything else, so that of a large document
 * one item at a time need be parsed. What is no JSON stays none: in an item, or in the rest.
 *
 * @param name `null` where the list is all of the text
 */
export function createListSplitter(name: string | null): ListSplitter {
  const outside = name === null ? 0 : 1;
  let rest = '';
  let item = '';
  let items = 0;
  let depth = 0;
  let inText = false;
  let escaped = false;
  let within = false;
  let found = false;
  let keyStart = 0;
  let keyEnd = 0;
  let named = false;
  let members = 0;

  const push = (text: string): readonly string[] => {
    const complete: string[] = [];
    let from = 0;
    const closeItem = (at: number): void => {
      complete.push(item + text.slice(from, at));
      item = '';
      items += 1;
      from = at + 1;
    };
    const enter = (at: number): void => {
      if (found) throw problem(`${name ?? 'the list'} occurs twice`, `${name ?? '列表'} 出现两次`);
      found = true;
      within = true;
      rest += text.slice(from, at + 1);
      from = at + 1;
    };
    const leave = (at: number): void => {
      const last = item + text.slice(from, at);
      if (items > 0 || /[^ \t\r\n]/.test(last)) closeItem(at);
      item = '';
      within = false;
      from = at;
    };
    const placeInRest = (at: number): number => rest.length + at - from;
    const readKey = (at: number): unknown => {
      if ((members += 1) > membersAtMost) {
        throw problem(`it has more than ${membersAtMost} members`, `成员超过 ${membersAtMost} 个`);
      }
      rest += text.slice(from, at);
      from = at;
      return parseJsonText(rest.slice(keyStart, keyEnd));
    };

    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (inText) {
        if (escaped) escaped = false;
        else if (code === backslash) escaped = true;
        else if (code === quote) {
          inText = false;
          if (depth === 1 && !within) keyEnd = placeInRest(at) + 1;
        }
        continue;
      }
      switch (code) {
        case quote:
          inText = true;
          if (depth === 1 && !within) keyStart = placeInRest(at);
          break;
        case colon:
          if (depth === 1 && !within) named = readKey(at) === name;
          break;
        case openList:
        case openObject:
          if (depth === outside && (named || name === null) && code === openList) enter(at);
          depth += 1;
          break;
        case closeList:
        case closeObject:
          depth -= 1;
          if (within && depth === outside) leave(at);
          break;
        case comma:
          if (within && depth === outside + 1) closeItem(at);
          else if (depth === 1) named = false;
          break;
      }
    }
    if (within) item += text.slice(from);
    else rest += text.slice(from);
    if (item.length > heldAtMost || rest.length > heldAtMost) {
      throw problem(
        `one part of it is longer than ${heldAtMost} characters`,
        `其中一部分超过 ${heldAtMost} 个字符`,
      );
    }
    return complete;
  };
  return { push, rest: () => rest };
}
