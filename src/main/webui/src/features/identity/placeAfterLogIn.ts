/** Only a place of our own: an address from a link must not lead to another site. */
export function placeAfterLogIn(from: string | undefined): string {
  if (!from || !from.startsWith('/') || /^\/[/\\]/.test(from)) return '/';
  const { origin, pathname, search, hash } = new URL(from, window.location.origin);
  if (origin !== window.location.origin || pathname === '/login') return '/';
  return pathname + search + hash;
}
