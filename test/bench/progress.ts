/** What goes on, on stderr: stdout belongs to the results. */
export function say(message: string): void {
  process.stderr.write(`${message}\n`);
}

export function grouped(value: number): string {
  return Math.round(value).toLocaleString('en');
}
