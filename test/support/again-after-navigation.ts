/** A page that is just being loaded anew answers when it is there. */
export async function againAfterNavigation<T>(ask: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await ask();
    } catch (error) {
      if (
        tries > 20 ||
        !/navigat|context was destroyed|Cannot find context|unload|no such|Session with given id/i.test(
          `${error}`,
        )
      )
        throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}
