import type { Chunk, StorageAdapterInterface, StorageKey } from '@automerge/automerge-repo/slim';

/** A storage that lasts as long as the page: for browsers that refuse to store, and for tests. */
export function createMemoryStorage(): StorageAdapterInterface {
  const chunks = new Map<string, Chunk>();
  const nameOf = (key: StorageKey) => JSON.stringify(key);
  const below = (prefix: StorageKey) =>
    [...chunks.values()].filter(({ key }) => prefix.every((part, i) => key[i] === part));
  return {
    load: async (key) => chunks.get(nameOf(key))?.data,
    save: async (key, data) => {
      chunks.set(nameOf(key), { key, data });
    },
    remove: async (key) => {
      chunks.delete(nameOf(key));
    },
    loadRange: async (prefix) => below(prefix),
    removeRange: async (prefix) => {
      for (const { key } of below(prefix)) chunks.delete(nameOf(key));
    },
  };
}
