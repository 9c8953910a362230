/** A number of a process, as it shows it: NaN where it shows none. */
export async function readGauge(opsUrl: string, name: string): Promise<number> {
  // Its own connection: one that was kept may be closed by the other side while we were away.
  const answer = await fetch(`${opsUrl}/metrics`, { headers: { connection: 'close' } });
  const text = await answer.text();
  const [, value = 'NaN'] = new RegExp(`^${name}(?:\\{[^}]*\\})? (\\S+)$`, 'm').exec(text) ?? [];
  return Number(value);
}
