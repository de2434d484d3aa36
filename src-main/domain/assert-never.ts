/** Closes an exhaustive `switch`. @throws always: the types say it cannot be reached. */
export function assertNever(value: never): never {
  throw new Error(`unexpected value: ${JSON.stringify(value)}`)
}
