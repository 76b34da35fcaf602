import { missing } from '../gathering/partial-facts.ts';
import { text } from '../../core/text.ts';

/** Who has to be asked, and how. */
export const nobodyLooked = missing({
  reason: 'unsupported',
  detail: text(
    'no scanner for malware was named: collect with --malware clamd:/run/clamav/clamd.ctl, or --malware clamscan',
    '未指定恶意代码扫描器：请以 --malware clamd:/run/clamav/clamd.ctl 或 --malware clamscan 采集',
  ),
});
