import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvFields } from '../../src/syntax/csv-fields.ts';

describe('one line of comma-separated values', () => {
  it.each([
    ['a=b,c', ['a=b', 'c']],
    ['target=/x,"from=evil"', ['target=/x', 'from=evil']],
    ['"a,b","say ""hi"""', ['a,b', 'say "hi"']],
    ['', ['']],
    ['a,,b,', ['a', '', 'b', '']],
    [' a , b ', [' a ', ' b ']],
  ])('%s', (line, fields) => {
    expect(csvFields(line)).toEqual(fields);
  });

  it.each(['a"b', '"a"b', '"a', 'from="evil"', ' "a"'])('%s is none', (line) => {
    expect(csvFields(line)).toBeUndefined();
  });

  it('gives back any fields, however they are quoted', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.string(), fc.boolean()), { minLength: 1 }), (fields) => {
        const line = fields
          .map(([field, quoted]) =>
            quoted || /[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field,
          )
          .join(',');
        expect(csvFields(line)).toEqual(fields.map(([field]) => field));
      }),
    );
  });
});
