import { fieldOf, textOf } from '../tree/nodes.ts';
import { anything } from './any-value.ts';
import { listOf } from './lists.ts';
import { fields } from './maps.ts';
import { text, whole } from './scalars.ts';
import { size } from './sizes.ts';

const rates = listOf(fields({ path: text, rate: size }, { required: ['path', 'rate'] }), (item) =>
  textOf(fieldOf(item, 'path')),
);

/** Weights and limits of reads and writes. */
export const blockIo = fields({
  weight: whole,
  weight_device: anything,
  device_read_bps: rates,
  device_read_iops: rates,
  device_write_bps: rates,
  device_write_iops: rates,
});
