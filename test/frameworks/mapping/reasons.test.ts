import { describe, expect, it } from 'vitest';
import { links as cisDocker } from '../../../src/frameworks/cis-docker/mapping.ts';
import { links as gbt222392008 } from '../../../src/frameworks/gbt-22239-2008/mapping.ts';
import { links as gbt222392019 } from '../../../src/frameworks/gbt-22239-2019/mapping.ts';
import { links as iso27001In2013 } from '../../../src/frameworks/iso-27001-2013/mapping.ts';
import { links as iso27001In2022 } from '../../../src/frameworks/iso-27001-2022/mapping.ts';
import { links as jrt01222014 } from '../../../src/frameworks/jrt-0122-2014/mapping.ts';
import type { KeyedLinkRow } from '../../../src/frameworks/mapping/keyed-links.ts';
import { linksFrom, type LinkRow } from '../../../src/frameworks/mapping/link-row.ts';
import { reasonOf, reasons } from '../../../src/frameworks/mapping/reasons.ts';
import { links as nist800190 } from '../../../src/frameworks/nist-800-190/mapping.ts';
import { links as nist80053 } from '../../../src/frameworks/nist-800-53-r5/mapping.ts';
import { links as pciDss31 } from '../../../src/frameworks/pci-dss-3.1/mapping.ts';
import { links as pciDss401 } from '../../../src/frameworks/pci-dss-4.0.1/mapping.ts';
import { links as soc2 } from '../../../src/frameworks/soc2-tsc/mapping.ts';
import { links as tIseaa } from '../../../src/frameworks/t-iseaa-004-2023/mapping.ts';

type Row = KeyedLinkRow<string> | LinkRow<string>;

const tables: readonly (readonly Row[])[] = [
  cisDocker,
  gbt222392008,
  gbt222392019,
  iso27001In2013,
  iso27001In2022,
  jrt01222014,
  nist800190,
  nist80053,
  pciDss31,
  pciDss401,
  soc2,
  tIseaa,
];
const rows = tables.flat();

describe('the reason of a control', () => {
  it('is that of a row which gives none, and yields to one of its own', () => {
    const [en, zh] = reasons['image-fresh'];
    expect(
      linksFrom([
        ['image-fresh', 'a', 'context', 'nothing'],
        ['image-fresh', 'b', 'context', 'nothing', 'Why', '为何'],
      ]).map(({ reason }) => reason),
    ).toEqual([
      { en, zh },
      { en: 'Why', zh: '为何' },
    ]);
  });
  it('is left out by at least two rows, or it would stand with the one', () => {
    const short = rows.filter((row) => row.length === 4).map(([control]) => control);
    const unshared = Object.keys(reasons).filter(
      (control) => short.filter((each) => each === control).length < 2,
    );
    expect(unshared).toEqual([]);
  });
  it('is written out by no row that could leave it out', () => {
    const repeated = rows.filter(([control, , , , en, zh, ...more]) => {
      const own = reasonOf(control);
      return en === own.en && zh === own.zh && more.length === 0;
    });
    expect(repeated.map(([control, requirement]) => `${control} → ${requirement}`)).toEqual([]);
  });
});
