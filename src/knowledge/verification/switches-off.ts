import { holdsUncheckedOption } from './unchecked-options.ts';
import { holdsUncheckedSetting } from './unchecked-settings.ts';

/** Whether a text that is a command, or a variable that is set, switches off a check of what is fetched. */
export const switchesOff = (text: string): boolean =>
  holdsUncheckedSetting(text) || holdsUncheckedOption(text);
