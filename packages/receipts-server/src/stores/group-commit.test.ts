import { describe, expect, it } from 'vitest';
import { createGroupCommit } from './group-commit.js';

/** A commit that waits to be told how it ended. */
function createDisk() {
  const commits: { items: number[]; succeed: () => void; fail: () => void }[] = [];
  const commit = (items: number[]) =>
    new Promise<string[]>((resolve, reject) => {
      const succeed = () => resolve(items.map((item) => `stored ${item}`));
      commits.push({ items, succeed, fail: () => reject(new Error('disk full')) });
    });
  return { commits, commit };
}
const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('createGroupCommit', () => {
  it('commits a lone item at once', async () => {
    const { commits, commit } = createDisk();
    const result = createGroupCommit(commit).add(1);
    await Promise.resolve();
    expect(commits.map(({ items }) => items)).toEqual([[1]]);
    commits[0]?.succeed();
    expect(await result).toBe('stored 1');
  });

  it('puts what arrives during a commit into the next one', async () => {
    const { commits, commit } = createDisk();
    const { add } = createGroupCommit(commit);
    const first = add(1);
    await settled();
    const results = [first, add(2), add(3)];
    await settled();
    expect(commits.map(({ items }) => items)).toEqual([[1]]);
    commits[0]?.succeed();
    await settled();
    expect(commits.map(({ items }) => items)).toEqual([[1], [2, 3]]);
    commits[1]?.succeed();
    expect(await Promise.all(results)).toEqual(['stored 1', 'stored 2', 'stored 3']);
  });

  it('commits together what is added in one go, also in steps that follow each other at once', async () => {
    const { commits, commit } = createDisk();
    const { add } = createGroupCommit(commit, { lanes: 2 });
    const results = [1, 2, 3].map(async (item) => {
      await Promise.resolve();
      return add(item);
    });
    await settled();
    expect(commits.map(({ items }) => items)).toEqual([[1, 2, 3]]);
    commits[0]?.succeed();
    expect(await Promise.all(results)).toHaveLength(3);
  });

  it('rejects all of a failed commit and none of the next', async () => {
    const { commits, commit } = createDisk();
    const { add } = createGroupCommit(commit);
    const first = add(1);
    await settled();
    const second = add(2);
    commits[0]?.fail();
    await expect(first).rejects.toThrow('disk full');
    await settled();
    commits[1]?.succeed();
    expect(await second).toBe('stored 2');
  });

  it('keeps to the most items a commit and the most that wait', async () => {
    const { commits, commit } = createDisk();
    const { add } = createGroupCommit(commit, { mostTogether: 2, mostWaiting: 3 });
    const results = [add(1)];
    await settled();
    results.push(add(2), add(3), add(4));
    await expect(add(5)).rejects.toThrow('3 records are waiting');
    for (let i = 0; i < 3; i++) {
      commits[i]?.succeed();
      await settled();
    }
    expect(commits.map(({ items }) => items)).toEqual([[1], [2, 3], [4]]);
    expect(await Promise.all(results)).toHaveLength(4);
  });

  it('ends when everything on its way has been committed, and takes nothing more', async () => {
    const { commits, commit } = createDisk();
    const { add, end } = createGroupCommit(commit);
    const results = [add(1)];
    await settled();
    results.push(add(2));
    let hasEnded = false;
    const ended = end().then(() => {
      hasEnded = true;
    });
    await expect(add(3)).rejects.toThrow('closed');
    await settled();
    commits[0]?.succeed();
    await settled();
    expect(hasEnded).toBe(false);
    commits[1]?.succeed();
    await ended;
    expect(await Promise.all(results)).toEqual(['stored 1', 'stored 2']);
    await end();
  });

  it('ends after what was added just before', async () => {
    const { commits, commit } = createDisk();
    const { add, end } = createGroupCommit(commit);
    const results = [add(1), end()];
    await settled();
    commits[0]?.succeed();
    await Promise.all(results);
  });

  it('ends at once when there is nothing to do', async () => {
    await createGroupCommit(createDisk().commit).end();
  });
});
