/** Whether a page comes from the machine it is opened on: somebody works on it. */
export function isLocalPage({ hostname }: Pick<Location, 'hostname'>): boolean {
  return /^(localhost|127(\.\d+){3}|\[::1])$|\.localhost$/.test(hostname);
}
