import { text } from '../../core/text.ts';
import { unknown, type Verdict } from '../../core/controls/verdict.ts';
import { collectorOf, localLogDrivers } from '../../knowledge/log-shipping.ts';

/**
 * Whether the logs of a driver that sends them on leave the host, by the address of their collector.
 *
 * @param onHostSuffices whether a collector on the host itself is known to forward
 */
export function logsLeave(
  driver: string,
  options: Readonly<Record<string, string>>,
  onHostSuffices: boolean,
): true | Verdict {
  // Something else ships what the driver keeps, or it would not have been asked.
  if (localLogDrivers.includes(driver)) return true;
  const collector = collectorOf(driver, options);
  if (collector === 'elsewhere') return true;
  if (collector === 'on this host') {
    return (
      onHostSuffices ||
      unknown(
        text(
          `The driver ${driver} sends logs to a collector on the host itself; whether that forwards them is not known`,
          `日志驱动 ${driver} 把日志发往本机的收集程序，其是否转发不可见`,
        ),
      )
    );
  }
  return unknown(
    text(
      `Where the driver ${driver} sends logs is not known`,
      `无法得知日志驱动 ${driver} 把日志发往何处`,
    ),
  );
}
