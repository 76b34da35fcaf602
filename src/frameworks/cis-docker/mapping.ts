export const links = [] as const satisfies readonly never[];
