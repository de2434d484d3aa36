/**
 * Chromium knows no `app://`. In the stand-in `app://so-mot-cua/x` is carried as `https://so-mot-cua.app.test/x`: a
 * secure, standard origin, as the scheme's privileges promise.
 */
const CARRIED = /^https:\/\/([\w-]+)\.([\w-]+)\.test(?=\/|$)/

/** The address Chromium loads for one of a scheme of ours. */
export function toCarried(address: string): string {
  return address.replace(/^([a-z][\w-]*):\/\/([\w-]+)/, 'https://$2.$1.test')
}

/** The address our code sees. */
export function fromCarried(address: string): string {
  return address.replace(CARRIED, '$2://$1')
}

/** The scheme of ours an address belongs to, or `null`. */
export function carriedScheme(address: string): string | null {
  return CARRIED.exec(address)?.[2] ?? null
}
