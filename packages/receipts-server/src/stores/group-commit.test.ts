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
    const result = createGroupCommit(commit)(1);
    expect(commits.map(({ items }) => items)).toEqual([[1]]);
    commits[0]?.succeed();
    expect(await result).toBe('stored 1');
  });

  it('puts what arrives during a commit into the next one', async () => {
    const { commits, commit } = createDisk();
    const add = createGroupCommit(commit);
    const results = [1, 2, 3].map(add);
    commits[0]?.succeed();
    await settled();
    expect(commits.map(({ items }) => items)).toEqual([[1], [2, 3]]);
    commits[1]?.succeed();
    expect(await Promise.all(results)).toEqual(['stored 1', 'stored 2', 'stored 3']);
  });

  it('rejects all of a failed commit and none of the next', async () => {
    const { commits, commit } = createDisk();
    const add = createGroupCommit(commit);
    const [first, second] = [add(1), add(2)];
    commits[0]?.fail();
    await expect(first).rejects.toThrow('disk full');
    await settled();
    commits[1]?.succeed();
    expect(await second).toBe('stored 2');
  });

  it('keeps to the most items a commit and the most that wait', async () => {
    const { commits, commit } = createDisk();
    const add = createGroupCommit(commit, { mostTogether: 2, mostWaiting: 3 });
    const results = [1, 2, 3, 4].map(add);
    await expect(add(5)).rejects.toThrow('3 records are waiting');
    for (let i = 0; i < 3; i++) {
      commits[i]?.succeed();
      await settled();
    }
    expect(commits.map(({ items }) => items)).toEqual([[1], [2, 3], [4]]);
    expect(await Promise.all(results)).toHaveLength(4);
  });
});
