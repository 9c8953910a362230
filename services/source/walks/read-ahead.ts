/**
 * Pages, the next of which is asked for while the one before goes to the log: whoever answers is
 * kept busy (`npm run bench -- snapshot`). One ahead and no more, so that two are in memory.
 */
export async function* readAhead<Page>(
  pages: AsyncGenerator<Page, void, void>,
): AsyncGenerator<Page, void, void> {
  let next = ask(pages);
  try {
    for (let page = await next; page.done !== true; page = await next) {
      next = ask(pages);
      yield page.value;
    }
  } finally {
    await pages.return(); // behind the question that may be under way
  }
}

/** Its failure is told when it is its turn, and not as nobody's. */
function ask<Page>(pages: AsyncGenerator<Page, void, void>): Promise<IteratorResult<Page, void>> {
  const asking = pages.next();
  asking.catch(() => undefined);
  return asking;
}
