/** So few are believed however small the type is. */
const ALWAYS_BELIEVED = 20;

/**
 * So many fewer are shown than are held that a lost right or a wrong user is likelier than as many
 * deletes.
 * @param fewerMax in percent of what is held
 */
export function isFarFewer(
  { there, held }: { readonly there: number; readonly held: number },
  fewerMax: number,
): boolean {
  return held - there > Math.max(ALWAYS_BELIEVED, (held * fewerMax) / 100);
}
