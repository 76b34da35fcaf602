/**
 * Runtimes that hand devices of the host in, by how their names begin, each with the variable that says which; without it
 * they do what runc does.
 *
 * @see https://docs.nvidia.com/datacenter/cloud-native/container-toolkit/latest/docker-specialized.html
 */
const variables: ReadonlyMap<string, string> = new Map([
  ['nvidia', 'NVIDIA_VISIBLE_DEVICES'],
  ['amd', 'AMD_VISIBLE_DEVICES'],
  ['habana', 'HABANA_VISIBLE_DEVICES'],
  ['ascend', 'ASCEND_VISIBLE_DEVICES'],
]);

/** A runtime that hands devices in. */
interface DeviceRuntime {
  /** As drivers of devices are called. */
  readonly driver: string;
  /** Name of the variable that says which devices. */
  readonly variable: string;
}

/** What a runtime hands in by; `undefined` for one that hands nothing in. */
export function deviceRuntime(name: string): DeviceRuntime | undefined {
  const [driver = ''] = name.split('-', 1);
  const variable = variables.get(driver);
  return variable === undefined ? undefined : { driver, variable };
}
