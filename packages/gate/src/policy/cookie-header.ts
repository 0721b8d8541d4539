/**
 * Every value that a `Cookie` header holds under one name. The header comes from a stranger; what is found is
 * only taken apart here.
 */
export function readCookieHeader(header: string | null | undefined, name = 'consentry'): string[] {
  // Cookies stand between semicolons. Some servers join two headers of HTTP/2 by a comma instead, and a cookie
  // that went unseen for that would be a refusal that nobody hears.
  return (header ?? '')
    .split(/[;,]/)
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(`${name}=`))
    .map((pair) => pair.slice(name.length + 1));
}
