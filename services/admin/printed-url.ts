/** URLs as they may be shown: a password in one reaches logs, screens and chats. */

/** The password, where there is one, as three asterisks; a query may hold one too. */
export function withoutPassword(text: string): string {
  const url = new URL(text);
  if (url.password !== '') url.password = '***';
  for (const name of [...url.searchParams.keys()]) {
    if (/pass/i.test(name)) url.searchParams.set(name, '***');
  }
  return url.href;
}
