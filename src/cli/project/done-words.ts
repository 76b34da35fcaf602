import { text } from '../../index.ts';

/** What became of a file, before its path; those of a language are of one width. */
export const done = {
  created: text('created', '新建'),
  changed: text('changed', '更改'),
  kept: text('kept   ', '保留'),
};
